"""What is known of a person's working times, read in five queries, however much there is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Final
from zoneinfo import ZoneInfo

from django.db.models import Case, Exists, F, Q, Value, When

from hartlijn.people.holiday_list import holidays_between
from hartlijn.people.models import (
    HolidayChoice,
    LeavePeriod,
    Person,
    RosterShift,
    RosterSpan,
    SkippedWeek,
    ToldDay,
    UsualShift,
    WeeklyPattern,
)
from hartlijn.people.reachable import (
    HORIZON,
    Leave,
    Shift,
    Window,
    WorkingTimes,
    reachable_from,
)
from hartlijn.people.week import Week

Hours = tuple[time, time]
Period = tuple[date, date]

USUAL_SHIFTS: Final[Mapping[str, Hours]] = {
    UsualShift.Kind.EARLY: (time(7), time(15, 30)),
    UsualShift.Kind.DAY: (time(8, 30), time(17)),
    UsualShift.Kind.LATE: (time(14, 30), time(23)),
    UsualShift.Kind.NIGHT: (time(22, 45), time(7, 15)),
}
"""What vroeg, dag, laat and nacht mean until a person says otherwise."""

# The rule looks back over a shift of 36 hours, and at the leave of the day before it.
_LOOK_BACK = timedelta(days=4)
_A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class KnownDay:
    """One day as it counts now: the work that starts on it, and who said so."""

    day: date
    stretches: tuple[tuple[datetime, datetime], ...]
    source: str  # a ToldDay.Source, or roster, holiday, pattern, default
    is_leave: bool
    holiday: str

    @property
    def hours(self) -> tuple[Hours, ...] | None:
        """As clock times; None when a stretch is longer than a day."""
        if any(end - start > _A_DAY for start, end in self.stretches):
            return None
        return tuple((start.time(), end.time()) for start, end in self.stretches)

    @property
    def is_told(self) -> bool:
        """Whether the person said what this day is, in whatever way."""
        return self.source not in {"default", "holiday"}


@dataclass(frozen=True)
class KnownTimes:
    """Everything a person told, for a stretch of days."""

    zone: ZoneInfo
    weekly: tuple[Window, ...] | None
    told: dict[date, tuple[str, tuple[Shift, ...]]]
    rostered: tuple[Shift, ...]
    roster_days: frozenset[date]
    leave: tuple[Leave, ...]
    holidays: dict[date, str]

    @cached_property
    def rule(self) -> WorkingTimes:
        """As the pure rule wants it: a told day wins over every roster, a roster over the week."""
        told = [shift for _source, shifts in self.told.values() for shift in shifts]
        rostered = [shift for shift in self.rostered if shift.start.date() not in self.told]
        return WorkingTimes(
            zone=self.zone,
            weekly=self.weekly,
            shifts=(*told, *rostered),
            explicit_days=self.roster_days.union(self.told),
            leave=self.leave,
            public_holidays=frozenset(self.holidays),
        )

    def day(self, day: date) -> KnownDay:
        """One day, with its source."""
        return KnownDay(
            day=day,
            stretches=tuple(self.rule.stretches_of(day)),
            source=self._source(day),
            is_leave=self.rule.on_leave(day),
            holiday=self.holidays.get(day, ""),
        )

    def _source(self, day: date) -> str:
        if day in self.told:
            return self.told[day][0]
        if day in self.roster_days:
            return "roster"
        if day in self.holidays:
            return "holiday"
        return "default" if self.weekly is None else "pattern"


def known_times(person: Person, on: date, *, days: int = HORIZON.days) -> KnownTimes:
    """All that counts from the day ``on``, for so many days (as far as the rule looks)."""
    first, last = on - _LOOK_BACK, on + timedelta(days=days + 1)
    periods = _periods(person, first, last)
    return KnownTimes(
        zone=ZoneInfo(person.time_zone),
        weekly=usual_week(person),
        told=_told(person, first, last),
        rostered=_rostered(person, first, last),
        roster_days=frozenset(
            day for span in periods["roster"] for day in _days(*span) if first <= day <= last
        ),
        leave=tuple(Leave(*period) for period in periods["leave"]),
        holidays=_holidays(periods, first, last),
    )


def working_times_of(person: Person, on: date) -> WorkingTimes:
    """What the rule needs to answer for instants on the day ``on`` in the person's zone."""
    return known_times(person, on).rule


def reachable_now(person: Person, at: datetime) -> tuple[bool, datetime | None]:
    """Whether somebody may be reached at ``at`` (aware), and from when (UTC).

    The second is ``at`` itself when yes, and None when there is no moment within 400 days.
    """
    on = at.astimezone(ZoneInfo(person.time_zone)).date()
    from_ = reachable_from(at, working_times_of(person, on))
    return from_ == at, from_


def due_question(person: Person, on: date) -> bool:
    """Whether to ask kindly for the week of ``on``: nothing is known of it, and it is not skipped.

    One query. Who has a usual week, a roster for the days that are left, or leave on all of
    them, is not asked.
    """
    week = Week.of(on)
    answers = (
        ToldDay.objects.filter(person=person, day__range=(week.monday, week.sunday)),
        SkippedWeek.objects.filter(person=person, monday=week.monday),
        WeeklyPattern.objects.filter(person=person),
        RosterSpan.objects.filter(roster__person=person, first__lte=week.sunday, last__gte=on),
        LeavePeriod.objects.filter(person=person, first__lte=on, last__gte=week.sunday),
    )
    known = Q()
    for answer in answers:
        known |= Q(Exists(answer))
    return not Person.objects.filter(known, pk=person.pk).exists()


def usual_shifts(person: Person) -> dict[str, Hours]:
    """When an early, day, late and night shift begin and end for this person."""
    own = UsualShift.objects.filter(person=person).values_list("kind", "start", "end")
    return {**USUAL_SHIFTS, **{kind: (start, end) for kind, start, end in own}}


def _periods(person: Person, first: date, last: date) -> dict[str, list[Period]]:
    """Leave, days of rosters and own public holidays: by kind, from first to last day."""
    touching = Q(first__lte=last, last__gte=first)
    columns = ("kind", "begin", "end")
    ends = {"begin": F("first"), "end": F("last")}
    works = Case(When(works=True, then=Value("works")), default=Value("free"))
    leave = (
        LeavePeriod.objects.filter(touching, person=person)
        .order_by()
        .annotate(kind=Value("leave"), **ends)
        .values_list(*columns)
    )
    spans = (
        RosterSpan.objects.filter(touching, roster__person=person)
        .order_by()
        .annotate(kind=Value("roster"), **ends)
        .values_list(*columns)
    )
    chosen = (
        HolidayChoice.objects.filter(person=person, day__range=(first, last))
        .order_by()
        .annotate(kind=works, begin=F("day"), end=F("day"))
        .values_list(*columns)
    )
    periods: dict[str, list[Period]] = defaultdict(list)
    for kind, begin, end in leave.union(spans, chosen, all=True):
        periods[kind].append((begin, end))
    return periods


def usual_week(person: Person) -> tuple[Window, ...] | None:
    """The own usual week; None for somebody who never said one, () for no fixed times."""
    rows: list[tuple[int | None, time, time]] = list(
        WeeklyPattern.objects.filter(person=person)
        .order_by("hours__weekday", "hours__start")
        .values_list("hours__weekday", "hours__start", "hours__end")
    )
    if not rows:
        return None
    return tuple(Window(day, start, end) for day, start, end in rows if day is not None)


def _told(person: Person, first: date, last: date) -> dict[date, tuple[str, tuple[Shift, ...]]]:
    rows: Iterable[tuple[date, str, time | None, time]] = (
        ToldDay.objects.filter(person=person, day__range=(first, last))
        .order_by("day", "shifts__start", "shifts__end")
        .values_list("day", "source", "shifts__start", "shifts__end")
    )
    told: dict[date, tuple[str, tuple[Shift, ...]]] = {}
    for day, source, start, end in rows:
        earlier = told.get(day, (source, ()))[1]
        told[day] = (source, earlier if start is None else (*earlier, shift_on(day, (start, end))))
    return told


def shift_on(day: date, hours: Hours) -> Shift:
    """The work of these hours on a day; an end at or before the start is on the next day."""
    start, end = hours
    until = day + _A_DAY if end <= start else day
    return Shift(datetime.combine(day, start), datetime.combine(until, end))


def _rostered(person: Person, first: date, last: date) -> tuple[Shift, ...]:
    rows = RosterShift.objects.filter(
        roster__person=person, starts_on__range=(first, last)
    ).values_list("starts_on", "starts_at", "ends_on", "ends_at")
    return tuple(
        Shift(datetime.combine(begin, start), datetime.combine(until, end))
        for begin, start, until, end in rows
    )


def _holidays(periods: dict[str, list[Period]], first: date, last: date) -> dict[date, str]:
    """The public holidays on which this person is free, with their names."""
    free = {day for day, _same in periods["free"]}
    works = {day for day, _same in periods["works"]}
    listed = {line.day: line for line in holidays_between(first, last)}
    usual = {day for day, line in listed.items() if line.is_usually_free}
    return {day: listed[day].name if day in listed else "" for day in (usual | free) - works}


def _days(first: date, last: date) -> list[date]:
    return [first + number * _A_DAY for number in range((last - first).days + 1)]
