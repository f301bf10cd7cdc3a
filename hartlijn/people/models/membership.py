"""Who belongs to which organisation, as what, and from when until when."""

from datetime import date
from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models.organisation import Organisation, Unit
from hartlijn.people.models.person import Person


class Role(models.TextChoices):
    """What somebody is in an organisation. A companion is no role: that tie is personal."""

    STARTER = "starter", _("starter")
    TEACHER = "teacher", _("docent")
    TEAM_LEADER = "team_leader", _("teamleider")
    COORDINATOR = "coordinator", _("coördinator")
    RESEARCHER = "researcher", _("onderzoeker")
    MEMBER = "member", _("medewerker")


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Memberships, asked for by day and by who looks."""

    def active(self, on: date | None = None) -> "MembershipQuerySet":
        """Memberships that give rights on a day (today when none is given)."""
        day = on or civil_day()
        return self.not_over(day).filter(starts_on__lte=day)

    def not_over(self, on: date | None = None) -> "MembershipQuerySet":
        """Memberships that hold on a day, or still have to begin (today when none is given)."""
        ahead = Q(ends_on__gt=on or civil_day()) & Q(ends_on__gt=F("starts_on"))
        return self.filter(Q(ends_on=None) | ahead)

    def over(self) -> "MembershipQuerySet":
        """Memberships that ended, or were taken back before they began."""
        return self.filter(Q(ends_on__lte=civil_day()) | Q(ends_on=F("starts_on")))

    def overlapping(self, starts_on: date, ends_on: date | None) -> "MembershipQuerySet":
        """Memberships that hold on some day from ``starts_on`` until ``ends_on``."""
        found = self.filter(
            Q(ends_on=None) | Q(ends_on__gt=starts_on) & Q(ends_on__gt=F("starts_on"))
        )
        return found.filter(starts_on__lt=ends_on) if ends_on else found

    def same_as(self, place: "Membership") -> "MembershipQuerySet":
        """Others in which the same person is the same in the same unit, on some day of ``place``."""
        same = self.overlapping(place.starts_on, place.ends_on).exclude(pk=place.pk)
        return same.filter(
            person=place.person,
            organisation=place.organisation,
            unit=place.unit,
            role=place.role,
        )

    def coordinators(self) -> "MembershipQuerySet":
        """Memberships of those who run a desk."""
        return self.filter(role=Role.COORDINATOR)

    def of_desk(self, viewer: Person) -> "MembershipQuerySet":
        """Memberships in the organisations whose desk ``viewer`` runs."""
        return self.filter(organisation__in=Organisation.objects.visible_to(viewer))

    def beside(self, viewer: Person) -> "MembershipQuerySet":
        """Memberships in the units where ``viewer`` is a member now."""
        own = Membership.objects.active().filter(person=viewer, unit__isnull=False)
        return self.filter(unit__in=own.values("unit"))

    def visible_to(self, viewer: Person) -> "MembershipQuerySet":
        """Memberships ``viewer`` may open: those of the desks they run."""
        return self.of_desk(viewer)


class Membership(models.Model):
    """A person's place in an organisation for a while; the account outlives it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    # When an account goes, the organisation keeps the place without the name.
    person = models.ForeignKey(
        Person, on_delete=models.SET_NULL, related_name="memberships", null=True
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="memberships"
    )
    unit = models.ForeignKey(
        Unit,
        on_delete=models.SET_NULL,
        related_name="memberships",
        null=True,
        blank=True,
        verbose_name=_("Onderdeel"),
    )
    role = models.CharField(_("Rol"), max_length=12, choices=Role)
    starts_on = models.DateField(_("Vanaf"), default=timezone.localdate)
    ends_on = models.DateField(
        _("Tot"),
        null=True,
        blank=True,
        help_text=_("De eerste dag dat het niet meer geldt. Mag leeg blijven."),
    )

    objects: ClassVar = MembershipQuerySet.as_manager()

    class Meta:
        """A place ends after it starts, and is held once."""

        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_membership_ends_after_it_starts",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
            ),
            models.UniqueConstraint(
                fields=["person", "unit", "role"],
                condition=Q(ends_on=None),
                name="an_open_place_in_a_unit_is_held_once",
            ),
            models.UniqueConstraint(
                fields=["person", "organisation", "role"],
                condition=Q(ends_on=None, unit=None),
                name="an_open_place_without_a_unit_is_held_once",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["organisation", "role"])]

    def __str__(self) -> str:
        """Say who is what where."""
        return f"{self.person}: {self.get_role_display()}, {self.organisation}"

    @property
    def is_active(self) -> bool:
        """Whether it gives rights today."""
        return self.starts_on <= civil_day() and not self.is_over

    @property
    def is_over(self) -> bool:
        """Whether it ended, or was taken back before it began."""
        return self.ends_on is not None and self.ends_on <= max(civil_day(), self.starts_on)
