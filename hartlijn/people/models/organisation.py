"""Organisations and their units, as a tree."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from hartlijn.people.models.person import Person


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    """Organisations, asked for by who runs their desk."""

    def visible_to(self, viewer: Person) -> "OrganisationQuerySet":
        """Organisations whose desk ``viewer`` runs as coordinator."""
        from hartlijn.people.models.membership import Membership  # noqa: PLC0415 - circular

        desks = Membership.objects.active().coordinators().filter(person=viewer)
        return self.filter(pk__in=desks.values("organisation"))


class Organisation(models.Model):
    """A school, an employer, or a network of them."""

    class Kind(models.TextChoices):
        """The two worlds around a starter, and what joins them."""

        EDUCATION = "education", _("opleiding")
        PRACTICE = "practice", _("werkveld")
        NETWORK = "network", _("netwerk")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(_("Naam"), max_length=120, unique=True)
    kind = models.CharField(_("Soort"), max_length=10, choices=Kind)
    email_domain = models.CharField(
        _("Eigen e-maildomein"),
        max_length=120,
        blank=True,
        help_text=_(
            "Bijvoorbeeld school.nl. Wie alleen met zo'n adres aanmeldt, vragen we op tijd "
            "om ook een eigen adres."
        ),
    )
    # By this clock its duty rosters are read, and whoever comes in by its letter begins.
    time_zone = models.CharField(_("Tijdzone"), max_length=40, default="Europe/Amsterdam")

    objects: ClassVar = OrganisationQuerySet.as_manager()

    class Meta:
        """In the order of the alphabet."""

        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        """Name the organisation."""
        return self.name


class UnitQuerySet(models.QuerySet["Unit"]):
    """Units, asked for by who runs their desk."""

    def visible_to(self, viewer: Person) -> "UnitQuerySet":
        """Units of the organisations whose desk ``viewer`` runs."""
        return self.filter(organisation__in=Organisation.objects.visible_to(viewer))


class Unit(models.Model):
    """A part of an organisation: programme and cohort, or location and team."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="units")
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="children", null=True, blank=True
    )
    name = models.CharField(_("Naam"), max_length=120)

    objects: ClassVar = UnitQuerySet.as_manager()

    class Meta:
        """Two units of one parent never share a name."""

        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "name"],
                condition=models.Q(parent=None),
                name="a_unit_on_top_has_its_own_name",
            ),
            models.UniqueConstraint(
                fields=["parent", "name"], name="a_unit_has_its_own_name_below_its_parent"
            ),
        ]

    def __str__(self) -> str:
        """Name the unit."""
        return self.name

    @property
    def kind(self) -> str:
        """What such a unit is called: programme or cohort, location or team."""
        if self.organisation.kind == Organisation.Kind.EDUCATION:
            return str(_("cohort") if self.parent_id else _("programma"))
        if self.organisation.kind == Organisation.Kind.PRACTICE:
            return str(_("team") if self.parent_id else _("locatie"))
        return str(_("groep"))
