"""Working times as a person tells them: days and wall time, in the person's own zone.

Everything here is the person's own. Others meet it only as "arrives Monday 8.30", and
nothing here has room for a reason.
"""

from typing import ClassVar, TypeVar
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from hartlijn.people.models.person import Person
from hartlijn.people.models.roster_problem import RosterProblem

Own = TypeVar("Own", bound="OwnTimes")


class OwnTimesQuerySet(models.QuerySet[Own]):
    """Working times, asked for by whose they are."""

    def visible_to(self, viewer: Person) -> "OwnTimesQuerySet[Own]":
        """The own ones, and nobody else's."""
        return self.filter(person=viewer)


class OwnTimes(models.Model):
    """Part of one person's working times; goes with the account."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    objects: ClassVar = OwnTimesQuerySet.as_manager()

    class Meta:
        """Only a shape for the tables below."""

        abstract = True


class UsualShift(OwnTimes):
    """From when until when a kind of shift lasts where this person works."""

    class Kind(models.TextChoices):
        """The shifts one taps; everybody calls them so."""

        EARLY = "early", _("vroeg")
        DAY = "day", _("dag")
        LATE = "late", _("laat")
        NIGHT = "night", _("nacht")

    kind = models.CharField(max_length=5, choices=Kind)
    start = models.TimeField()
    end = models.TimeField()

    class Meta:
        """Each kind once."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "kind"], name="a_usual_shift_is_said_once"),
        ]

    def __str__(self) -> str:
        """Say which shift, and when."""
        return f"{self.get_kind_display()} {self.start:%H:%M}–{self.end:%H:%M}"


class WeeklyPattern(OwnTimes):
    """The usual week. Without hours it says: I work on no fixed times."""

    class Meta:
        """One for each person."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person"], name="a_person_has_one_usual_week"),
        ]

    def __str__(self) -> str:
        """Say what it is."""
        return str(_("Je gewone week"))


class WeeklyHours(models.Model):
    """Every week on this day; an end at or before the start is on the next day."""

    pattern = models.ForeignKey(WeeklyPattern, on_delete=models.CASCADE, related_name="hours")
    weekday = models.PositiveSmallIntegerField()  # 0 is Monday
    start = models.TimeField()
    end = models.TimeField()

    class Meta:
        """A week has seven days."""

        ordering: ClassVar = ["weekday", "start", "end"]
        constraints: ClassVar = [
            models.CheckConstraint(name="a_week_has_seven_days", condition=Q(weekday__lte=6)),
            models.UniqueConstraint(
                fields=["pattern", "weekday", "start", "end"], name="weekly_hours_are_said_once"
            ),
        ]

    def __str__(self) -> str:
        """Say day and hours."""
        return f"{self.weekday} {self.start:%H:%M}–{self.end:%H:%M}"


class ToldDay(OwnTimes):
    """One day as the person said it is. Without shifts: free. It wins over rosters and the week."""

    class Source(models.TextChoices):
        """How the person said it."""

        TAPPED = "tapped", _("aangetikt")
        EXCEPTION = "exception", _("één dag anders")

    day = models.DateField()
    source = models.CharField(max_length=9, choices=Source)

    class Meta:
        """Said once; who says it again means the last."""

        ordering: ClassVar = ["day"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "day"], name="a_day_is_told_once"),
        ]

    def __str__(self) -> str:
        """Name the day."""
        return str(self.day)


class ToldShift(models.Model):
    """Work that starts on a told day; an end at or before the start is on the next day."""

    told_day = models.ForeignKey(ToldDay, on_delete=models.CASCADE, related_name="shifts")
    start = models.TimeField()
    end = models.TimeField()

    class Meta:
        """Said once."""

        ordering: ClassVar = ["start", "end"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["told_day", "start", "end"], name="a_told_shift_is_said_once"
            ),
        ]

    def __str__(self) -> str:
        """Say the hours."""
        return f"{self.start:%H:%M}–{self.end:%H:%M}"


class Roster(OwnTimes):
    """The times of one roster, under a name the person gives it. Only times are kept.

    From a file, or from an ``address`` that is read again by itself. Whoever has that address can
    read the roster where it comes from, so it is shown to nobody but its owner.
    """

    Problem = RosterProblem

    name = models.CharField(_("Hoe noem je dit rooster?"), max_length=60)
    address = models.TextField(blank=True, default="")
    read_on = models.DateField(null=True, blank=True)
    problem = models.CharField(max_length=8, blank=True, default="", choices=Problem)
    problem_line = models.PositiveIntegerField(null=True)  # of what was fetched, when it was read

    class Meta:
        """A name stands for one roster; a new file under that name replaces the old."""

        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.UniqueConstraint("person", Lower("name"), name="a_roster_has_its_own_name"),
        ]

    def __str__(self) -> str:
        """Name the roster."""
        return self.name


class RosterSpan(models.Model):
    """Days about which a roster says everything: without a shift such a day is free."""

    roster = models.ForeignKey(Roster, on_delete=models.CASCADE, related_name="spans")
    first = models.DateField()
    last = models.DateField()

    class Meta:
        """A span ends on or after the day it starts."""

        ordering: ClassVar = ["first"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_roster_span_ends_after_it_starts", condition=Q(last__gte=F("first"))
            ),
        ]

    def __str__(self) -> str:
        """Say from and to."""
        return f"{self.first} – {self.last}"


class RosterShift(models.Model):
    """Work in a roster, from wall clock to wall clock."""

    roster = models.ForeignKey(Roster, on_delete=models.CASCADE, related_name="shifts")
    starts_on = models.DateField()
    starts_at = models.TimeField()
    ends_on = models.DateField()
    ends_at = models.TimeField()

    class Meta:
        """A shift ends after it starts, and stands in a roster once."""

        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_roster_shift_ends_after_it_starts",
                condition=Q(ends_on__gt=F("starts_on"))
                | Q(ends_on=F("starts_on"), ends_at__gt=F("starts_at")),
            ),
            models.UniqueConstraint(
                fields=["roster", "starts_on", "starts_at", "ends_on", "ends_at"],
                name="a_roster_holds_a_shift_once",
            ),
        ]

    def __str__(self) -> str:
        """Say from when until when."""
        return f"{self.starts_on} {self.starts_at:%H:%M} – {self.ends_on} {self.ends_at:%H:%M}"


class LeavePeriod(OwnTimes):
    """Free from the first day to the last, both included. There is no field for a reason."""

    first = models.DateField()
    last = models.DateField()

    class Meta:
        """Leave ends on or after the day it starts."""

        ordering: ClassVar = ["first", "last"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="leave_ends_after_it_starts", condition=Q(last__gte=F("first"))
            ),
            models.UniqueConstraint(
                fields=["person", "first", "last"], name="the_same_leave_is_said_once"
            ),
        ]

    def __str__(self) -> str:
        """Say from and to."""
        return f"{self.first} – {self.last}"


class HolidayChoice(OwnTimes):
    """Where a person's own public holidays differ from the usual list."""

    day = models.DateField()
    works = models.BooleanField()

    class Meta:
        """One choice for a day."""

        ordering: ClassVar = ["day"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "day"], name="a_holiday_is_chosen_once"),
        ]

    def __str__(self) -> str:
        """Name the day."""
        return str(self.day)


class SkippedWeek(OwnTimes):
    """A week about which the person did not want to say anything."""

    monday = models.DateField()

    class Meta:
        """Skipped once; the next week is asked again."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "monday"], name="a_week_is_skipped_once"),
        ]

    def __str__(self) -> str:
        """Name the week by its Monday."""
        return str(self.monday)
