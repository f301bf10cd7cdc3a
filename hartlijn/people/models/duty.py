"""Lines that somebody answers at any hour, and the roster of who does when."""

from datetime import date, datetime
from typing import ClassVar
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from hartlijn.people.models.membership import Membership, Role
from hartlijn.people.models.organisation import Organisation, Unit
from hartlijn.people.models.person import Person
from hartlijn.people.models.working_times import LeavePeriod
from hartlijn.people.reachable import Duty


class DutyLineQuerySet(models.QuerySet["DutyLine"]):
    """Lines, asked for by who may call them and who sees to them."""

    def visible_to(self, viewer: Person) -> "DutyLineQuerySet":
        """Lines of the units ``viewer`` is in now, and those they see to."""
        own = Membership.objects.active().filter(person=viewer, unit__isnull=False)
        return self.filter(Q(unit__in=own.values("unit"))) | self.kept_by(viewer)

    def of_own_units(self, viewer: Person) -> "DutyLineQuerySet":
        """Lines of the units ``viewer`` is in now."""
        own = Membership.objects.active().filter(person=viewer, unit__isnull=False)
        return self.filter(unit__in=own.values("unit"))

    def kept_by(self, viewer: Person) -> "DutyLineQuerySet":
        """Lines whose roster ``viewer`` makes: as leader of the unit, or at the desk."""
        return self.filter(unit__in=units_with_duty_kept_by(viewer))


def units_with_duty_kept_by(viewer: Person) -> "models.QuerySet[Unit]":
    """The units for which ``viewer`` declares lines and makes rosters."""
    led = Membership.objects.active().filter(person=viewer, role=Role.TEAM_LEADER)
    desks = Organisation.objects.visible_to(viewer)
    return Unit.objects.filter(
        Q(pk__in=led.exclude(unit=None).values("unit")) | Q(organisation__in=desks)
    )


class DutyLine(models.Model):
    """A phone number of a unit on which somebody on duty answers, whatever the hour."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="duty_lines")
    name = models.CharField(_("Hoe heet deze lijn?"), max_length=60)
    phone = models.CharField(_("Telefoonnummer"), max_length=30)
    several = models.BooleanField(
        _("Er kunnen twee of meer mensen tegelijk dienst hebben"), default=False
    )

    objects: ClassVar = DutyLineQuerySet.as_manager()

    class Meta:
        """A name stands for one line of a unit."""

        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["unit", "name"], name="a_line_has_its_own_name"),
        ]

    def __str__(self) -> str:
        """Name the line."""
        return self.name

    @property
    def zone(self) -> ZoneInfo:
        """By whose clock its roster is read; needs ``unit__organisation`` read along."""
        return ZoneInfo(self.unit.organisation.time_zone)

    @property
    def dial(self) -> str:
        """The number as a phone dials it."""
        return "".join(sign for sign in self.phone if sign.isdecimal() or sign == "+")


class DutyShiftQuerySet(models.QuerySet["DutyShift"]):
    """Duties, asked for by whose they are and by day."""

    def visible_to(self, viewer: Person) -> "DutyShiftQuerySet":
        """The own ones, and those of rosters that ``viewer`` makes."""
        kept = DutyLine.objects.kept_by(viewer)
        return self.filter(Q(person=viewer) | Q(line__in=kept.values("pk")))

    def not_over(self, day: date) -> "DutyShiftQuerySet":
        """Those that end on ``day`` or later, by the clock of the line."""
        return self.filter(ends_on__gte=day)

    def begun(self, day: date) -> "DutyShiftQuerySet":
        """Those that begin on ``day`` or before."""
        return self.filter(starts_on__lte=day)

    def held(self, day: date) -> "DutyShiftQuerySet":
        """Those of people with an account who have a place in the unit then, as known on ``day``.

        Who leaves the unit has no duty there any more, whatever the roster still says; and leave
        wins over a duty that begins in it.
        """
        begins = OuterRef("starts_on")
        places = Membership.objects.filter(
            Q(starts_on__lte=day) | Q(starts_on__lte=begins),
            Q(ends_on=None) | Q(ends_on__gt=day, ends_on__gte=begins),
            person=OuterRef("person"),
            person__is_active=True,
            unit=OuterRef("line__unit"),
        )
        leave = LeavePeriod.objects.filter(
            person=OuterRef("person"), first__lte=begins, last__gte=begins
        )
        return self.filter(Exists(places.exclude(ends_on=F("starts_on"))), ~Exists(leave))


class DutyShift(models.Model):
    """Somebody of the unit has the line, from wall clock to wall clock of its organisation.

    It changes nothing in the working times of that person: it only makes them reachable for
    what cannot wait.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    line = models.ForeignKey(DutyLine, on_delete=models.CASCADE, related_name="shifts")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    put_by = models.ForeignKey(Person, on_delete=models.SET_NULL, related_name="+", null=True)
    starts_on = models.DateField()
    starts_at = models.TimeField()
    ends_on = models.DateField()
    ends_at = models.TimeField()

    objects: ClassVar = DutyShiftQuerySet.as_manager()

    class Meta:
        """A duty ends after it starts, and stands in the roster once."""

        ordering: ClassVar = ["starts_on", "starts_at", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_duty_ends_after_it_starts",
                condition=Q(ends_on__gt=F("starts_on"))
                | Q(ends_on=F("starts_on"), ends_at__gt=F("starts_at")),
            ),
            models.UniqueConstraint(
                fields=["line", "person", "starts_on", "starts_at"], name="a_duty_is_put_once"
            ),
        ]

    def __str__(self) -> str:
        """Say from when until when."""
        return f"{self.starts_on} {self.starts_at:%H:%M} – {self.ends_on} {self.ends_at:%H:%M}"

    @property
    def duty(self) -> Duty:
        """As the rule reads it."""
        return Duty(
            datetime.combine(self.starts_on, self.starts_at),
            datetime.combine(self.ends_on, self.ends_at),
        )
