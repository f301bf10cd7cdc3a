"""A person's working times, as plain values."""

from bisect import bisect_right, insort
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import accumulate
from zoneinfo import ZoneInfo

LONGEST_SHIFT = timedelta(hours=36)

Stretch = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Window:
    """Every week on this day (0 is Monday); an end at or before the start is on the next day."""

    weekday: int
    start: time
    end: time

    def __post_init__(self) -> None:
        if self.weekday not in range(7):
            raise ValueError(f"Weekday {self.weekday} does not exist. Use 0 (Monday) to 6.")


@dataclass(frozen=True, slots=True, order=True)
class Shift:
    """Work between two readings of the local wall clock (naive); belongs to the day it starts."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.start.tzinfo or self.end.tzinfo:
            raise ValueError("A shift is in local wall time. Pass datetimes without a zone.")
        if not self.start < self.end <= self.start + LONGEST_SHIFT:
            raise ValueError("A shift ends after it starts, and within 36 hours.")


@dataclass(frozen=True, slots=True, order=True)
class Leave:
    """Free from the first day to the last, both included. Nobody records why."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("Leave ends on or after the day it starts.")


DEFAULT_WEEK = tuple(Window(day, time(8, 30), time(17)) for day in range(5))


@dataclass(frozen=True)
class WorkingTimes:
    """Everything the rule needs to know about one person.

    ``weekly`` is None when the person skipped it; the installation's default then holds.
    On ``explicit_days`` only the shifts count, not the week: such a day without a shift is
    free. A shift on any other day comes on top of the week. ``public_holidays`` are the ones
    on which this person is free: no window of the week starts then, a shift still does.
    Leave wins over everything.
    """

    zone: ZoneInfo
    weekly: tuple[Window, ...] | None = None
    shifts: tuple[Shift, ...] = ()
    explicit_days: frozenset[date] = frozenset()
    leave: tuple[Leave, ...] = ()
    public_holidays: frozenset[date] = frozenset()

    def stretches_of(self, day: date) -> list[Stretch]:
        """The work that starts on this day, from wall clock to wall clock, sorted; leave aside."""
        dated = self._dated.get(day, [])
        if day in self.explicit_days or day in self.public_holidays:
            return dated
        usual = [
            (datetime.combine(day, start), datetime.combine(day + timedelta(days=later), end))
            for start, end, later in self._week.get(day.weekday(), ())
        ]
        return sorted(usual + dated) if dated else usual

    def on_leave(self, day: date) -> bool:
        """Whether this whole day is leave."""
        firsts, lasts = self._leave
        begun = bisect_right(firsts, day)
        return begun > 0 and day <= lasts[begun - 1]

    @cached_property
    def _week(self) -> dict[int, list[tuple[time, time, int]]]:
        """Per weekday: start, end, and 1 when the end is on the next day; sorted by start."""
        week: dict[int, list[tuple[time, time, int]]] = {}
        for window in DEFAULT_WEEK if self.weekly is None else self.weekly:
            next_day = int(window.end <= window.start)
            insort(week.setdefault(window.weekday, []), (window.start, window.end, next_day))
        return week

    @cached_property
    def _dated(self) -> dict[date, list[Stretch]]:
        dated: dict[date, list[Stretch]] = {}
        for shift in sorted(self.shifts):
            dated.setdefault(shift.start.date(), []).append((shift.start, shift.end))
        return dated

    @cached_property
    def _leave(self) -> tuple[list[date], list[date]]:
        """First days in order, and beside each the latest last day of the leave begun by then."""
        in_order = sorted(self.leave)
        lasts = accumulate((leave.last for leave in in_order), max)
        return [leave.first for leave in in_order], list(lasts)
