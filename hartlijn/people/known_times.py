"""What is known of a person's working times, put together for the rule and for the pages."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import chain
from typing import Final
from zoneinfo import ZoneInfo

from hartlijn.people.holiday_list import holidays_between
from hartlijn.people.known_rows import Row, told_by, told_by_each
from hartlijn.people.models import Person, ToldDay, UsualShift
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

USUAL_SHIFTS: Final[Mapping[str, Hours]] = {
    UsualShift.Kind.EARLY: (time(7), time(15, 30)),
    UsualShift.Kind.DAY: (time(8, 30), time(17)),
    UsualShift.Kind.LATE: (time(14, 30), time(23)),
    UsualShift.Kind.NIGHT: (time(22, 45), time(7, 15)),
}
"""What vroeg, dag, laat and nacht mean until a person says otherwise."""

# The rule looks back over a shift of 36 hours, and at the leave of the day before it; whether a
# week is still open is seen from its Monday.
_LOOK_BACK = timedelta(days=6)
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
    """The own usual week; None for somebody who never said one."""
    default: tuple[Window, ...] | None
    """That of the organisation somebody came to last; it counts where there is no own week."""
    told: dict[date, tuple[str, tuple[Shift, ...]]]
    rostered: tuple[Shift, ...]
    roster_days: frozenset[date]
    leave: tuple[Leave, ...]
    holidays: dict[date, str]
    skipped: frozenset[date]
    """The Mondays of weeks somebody does not want to be asked about."""

    @cached_property
    def rule(self) -> WorkingTimes:
        """As the pure rule wants it: a told day wins over every roster, a roster over the week."""
        told = [shift for _source, shifts in self.told.values() for shift in shifts]
        rostered = [shift for shift in self.rostered if shift.start.date() not in self.told]
        return WorkingTimes(
            zone=self.zone,
            weekly=self.default if self.weekly is None else self.weekly,
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

    def leaves_open(self, on: date) -> bool:
        """Whether nothing is known of the week of the first day asked for, and it is not skipped.

        Who has a usual week, a roster for the days that are left, or leave on all of them, leaves
        nothing open.
        """
        week = Week.of(on)
        is_away = any(one.first <= on and one.last >= week.sunday for one in self.leave)
        is_rostered = any(day >= on and day in self.roster_days for day in week.days)
        is_told = any(day in self.told for day in week.days)
        is_known = self.weekly is not None or is_told or is_rostered or is_away
        return not (is_known or week.monday in self.skipped)

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
    return _put_together(person, told_by(person, first, last), first, last)


def known_times_of_each(
    people: Sequence[Person], on: date, *, days: int = HORIZON.days
) -> dict[Person, KnownTimes]:
    """The same of several people, in one question; ``on`` is a day or a day off for who is far."""
    first, last = on - _LOOK_BACK - _A_DAY, on + timedelta(days=days + 2)
    rows = told_by_each(people, first, last)
    return {person: _put_together(person, rows[person.pk], first, last) for person in people}


def _put_together(person: Person, told: Iterable[Row], first: date, last: date) -> KnownTimes:
    rows = _by_kind(told)
    spans = [(max(row.first, first), min(row.last, last)) for row in rows["span"]]
    return KnownTimes(
        zone=ZoneInfo(person.time_zone),
        weekly=_weekly(rows["week"]),
        default=_weekly(rows["default"]),
        told=_told(rows),
        rostered=tuple(
            Shift(datetime.combine(row.first, row.start), datetime.combine(row.last, row.end))
            for row in rows["shift"]
            if row.start is not None
        ),
        roster_days=frozenset(day for span in spans for day in _days(*span)),
        leave=tuple(Leave(row.first, row.last) for row in rows["leave"]),
        holidays=_holidays(rows, first, last),
        skipped=frozenset(row.first for row in rows["skipped"]),
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
    """Whether to ask kindly for the week of ``on``."""
    return known_times(person, on, days=7).leaves_open(on)


def usual_shifts(person: Person) -> dict[str, Hours]:
    """When an early, day, late and night shift begin and end for this person."""
    own = UsualShift.objects.filter(person=person).values_list("kind", "start", "end")
    return {**USUAL_SHIFTS, **{kind: (start, end) for kind, start, end in own}}


def _by_kind(rows: Iterable[Row]) -> dict[str, list[Row]]:
    kinds: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        kinds[row.kind].append(row)
    return kinds


def _weekly(rows: list[Row]) -> tuple[Window, ...] | None:
    """A usual week as it was said: None for none at all, () for no fixed times."""
    if not rows:
        return None
    hours = [
        (row.weekday, row.start, row.end)
        for row in rows
        if row.weekday is not None and row.start is not None
    ]
    return tuple(Window(*window) for window in sorted(hours))


def _told(rows: Mapping[str, list[Row]]) -> dict[date, tuple[str, tuple[Shift, ...]]]:
    told: dict[date, tuple[str, tuple[Shift, ...]]] = {}
    for row in chain.from_iterable(rows[source] for source in ToldDay.Source.values):
        _source, shifts = told.get(row.first, ("", ()))
        if row.start is not None:
            shifts = tuple(sorted((*shifts, shift_on(row.first, (row.start, row.end)))))
        told[row.first] = (row.kind, shifts)
    return told


def shift_on(day: date, hours: Hours) -> Shift:
    """The work of these hours on a day; an end at or before the start is on the next day."""
    start, end = hours
    until = day + _A_DAY if end <= start else day
    return Shift(datetime.combine(day, start), datetime.combine(until, end))


def _holidays(rows: Mapping[str, list[Row]], first: date, last: date) -> dict[date, str]:
    """The public holidays on which this person is free, with their names."""
    free, works = ({row.first for row in rows[kind]} for kind in ("free", "works"))
    listed = {line.day: line for line in holidays_between(first, last)}
    usual = {day for day, line in listed.items() if line.is_usually_free}
    return {day: listed[day].name if day in listed else "" for day in (usual | free) - works}


def _days(first: date, last: date) -> list[date]:
    return [first + number * _A_DAY for number in range((last - first).days + 1)]
