"""What a study found, and what became of it when others looked at it."""

from typing import ClassVar, Final
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hartlijn.factors.models.belonging import Viewer, organisations_kept_by, read_by
from hartlijn.factors.models.changed_by import ChangedBy
from hartlijn.factors.models.factor_map import LONGEST_REASON, LONGEST_REFERENCE, FactorMap
from hartlijn.people.models import Organisation, Person

LONGEST_TEXT: Final = 2_000
LONGEST_SOURCE: Final = 400


class FindingQuerySet(models.QuerySet["Finding"]):
    """Findings, asked for by who reads them and who keeps them."""

    def visible_to(self, viewer: Viewer) -> "FindingQuerySet":
        """Public ones, and those of the organisations ``viewer`` belongs to today."""
        return self.filter(read_by(viewer))

    def kept_by(self, person: Viewer) -> "FindingQuerySet":
        """Those ``person`` may change."""
        return self.filter(organisation__in=organisations_kept_by(person))


class Finding(models.Model):
    """One finding of an organisation, about a map or about none."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    map = models.ForeignKey(
        FactorMap, on_delete=models.SET_NULL, related_name="findings", null=True
    )
    is_public = models.BooleanField(default=False)
    made_by = models.ForeignKey(Person, on_delete=models.SET_NULL, related_name="+", null=True)
    made_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar = FindingQuerySet.as_manager()

    class Meta:
        """In the order in which they were written down."""

        ordering: ClassVar = ["made_at", "pk"]

    def __str__(self) -> str:
        """Say which."""
        return str(self.pk)

    @property
    def newest(self) -> "FindingVersion":
        """The version that counts; a finding is never without one."""
        found: FindingVersion = self.versions.order_by("-number")[0]
        return found


class FindingVersionQuerySet(models.QuerySet["FindingVersion"]):
    """Versions, asked for by who reads their finding."""

    def visible_to(self, viewer: Viewer) -> "FindingVersionQuerySet":
        """Those of the findings ``viewer`` reads."""
        return self.filter(finding__in=Finding.objects.visible_to(viewer))

    def newest_first(self) -> "FindingVersionQuerySet":
        """The one that counts, and those before it."""
        return self.order_by("-number")


class FindingVersion(models.Model):
    """How a finding once read, and what made it so. Written once, as a version of a map is."""

    class Kind(models.TextChoices):
        """Where it was found."""

        LITERATURE = "literature", _("literatuurstudie")
        FIELD = "field", _("praktijkverkenning")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    text = models.TextField(max_length=LONGEST_TEXT)
    kind = models.CharField(max_length=10, choices=Kind)
    source = models.CharField(max_length=LONGEST_SOURCE)
    factors = models.JSONField(default=list)  # names, as the map has them
    because = models.TextField(max_length=LONGEST_REASON)
    changed_by = models.CharField(max_length=10, choices=ChangedBy)
    reference = models.CharField(max_length=LONGEST_REFERENCE, blank=True)
    made_by = models.ForeignKey(Person, on_delete=models.SET_NULL, related_name="+", null=True)
    made_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar = FindingVersionQuerySet.as_manager()

    class Meta:
        """Two people never write the same version, and every one says why."""

        ordering: ClassVar = ["finding", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["finding", "number"], name="a_version_of_a_finding_is_written_once"
            ),
            models.CheckConstraint(
                name="a_version_of_a_finding_is_counted_from_one", condition=Q(number__gte=1)
            ),
            models.CheckConstraint(
                name="a_version_of_a_finding_says_what_changed_it", condition=~Q(because="")
            ),
        ]

    def __str__(self) -> str:
        """Say which."""
        return f"{self.finding_id} {self.number}"
