"""What an organisation does and promises on a path, with every version that was ever used."""

from typing import Any, ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q

from hartlijn.lib.civil_day import civil_day
from hartlijn.library.models import Version
from hartlijn.people.models import Organisation, Person


class TemplateQuerySet(models.QuerySet["Template"]):
    """Templates, asked for by whose desk it is and whether they can be used."""

    def visible_to(self, viewer: Person) -> "TemplateQuerySet":
        """Those of the organisations whose desk ``viewer`` runs."""
        return self.filter(organisation__in=Organisation.objects.visible_to(viewer))

    def usable(self) -> "TemplateQuerySet":
        """With a version, and not put away."""
        return self.filter(version__isnull=False, put_away_on=None)


class Template(models.Model):
    """One template of an organisation: the version that counts, and what is being changed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    shipped_key = models.CharField(max_length=60, blank=True)  # what it began as, if anything
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+", null=True)
    number = models.PositiveIntegerField(default=0)
    # As a file would say it. None when nothing is being changed; it need not be right yet.
    draft = models.JSONField(null=True)
    put_away_on = models.DateField(null=True)

    objects: ClassVar = TemplateQuerySet.as_manager()

    class Meta:
        """A version and its number come together."""

        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_template_has_a_number_once_it_has_a_version",
                condition=Q(version=None, number=0) | Q(version__isnull=False, number__gte=1),
            ),
        ]

    def __str__(self) -> str:
        """Say which."""
        return f"{self.pk} {self.number}"

    @property
    def content(self) -> Any:
        """The ``PathTemplate`` that counts now; None before the first version."""
        return self.version.content if self.version else None


class TemplateVersionQuerySet(models.QuerySet["TemplateVersion"]):
    """Versions of templates, asked for by whose desk it is."""

    def visible_to(self, viewer: Person) -> "TemplateVersionQuerySet":
        """Those of the templates ``viewer`` may open."""
        return self.filter(template__in=Template.objects.visible_to(viewer))


class TemplateVersion(models.Model):
    """That a template once read so, from when, and who made it so."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    template = models.ForeignKey(Template, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    made_by = models.ForeignKey(Person, on_delete=models.SET_NULL, related_name="+", null=True)
    made_on = models.DateField(default=civil_day)

    objects: ClassVar = TemplateVersionQuerySet.as_manager()

    class Meta:
        """Two people never make the same version."""

        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["template", "number"], name="a_version_of_a_template_is_made_once"
            ),
        ]

    def __str__(self) -> str:
        """Say which."""
        return f"{self.template_id} {self.number}"
