"""Where the hours fall that a starter was promised for herself. Pure: no database, no clock."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from hartlijn.people.reachable import WorkingTimes, windows_between

A_DAY: Final = timedelta(days=1)
A_WEEK: Final = 7 * A_DAY
AN_HOUR: Final = timedelta(hours=1)
AT_A_TIME: Final = 2 * AN_HOUR
"""A block is long enough to do something in, and leaves the rest of the day alone."""


@dataclass(frozen=True)
class Hours:
    """So many hours a week, from a day until and with another."""

    first: date
    last: date
    amount: int


@dataclass(frozen=True)
class Block:
    """A stretch of working time (aware) that is kept free."""

    start: datetime
    end: datetime


def blocks(
    promised: Iterable[Hours], times: WorkingTimes, first: date, until: date
) -> Iterator[Block]:
    """Week by week from the Monday of ``first``, those that end after it; ``until`` not with it.

    A week has the hours that hold on one of its days of work. They lie at the end of a stretch
    of work, at most two a day and never more than half of it, on the first days of the week that
    have room. What does not fit is left out: it is no reason to work longer.
    """
    known = list(promised)
    monday = first - first.weekday() * A_DAY
    while monday < until:
        yield from (one for one in _week(known, times, monday) if one.end.date() >= first)
        monday += A_WEEK


def _week(promised: list[Hours], times: WorkingTimes, monday: date) -> Iterator[Block]:
    left = AN_HOUR * _hours(promised, monday)
    for number in range(7):
        day = monday + number * A_DAY
        if not any(one.first <= day <= one.last for one in promised) or times.on_leave(day):
            continue
        for start, end in _last_work_of(day, times):
            room = _whole_hours(min(left, AT_A_TIME, (end - start) / 2))
            if room:
                yield Block(end - room, end)
                left -= room


def _last_work_of(day: date, times: WorkingTimes) -> Iterator[tuple[datetime, datetime]]:
    """The last stretch that starts on a day (aware, UTC), as far as no leave cuts it; or none."""
    for start, end in times.stretches_of(day)[-1:]:
        from_, until = (wall.replace(tzinfo=times.zone).astimezone(UTC) for wall in (start, end))
        for opens, closes in windows_between(from_, until, times)[-1:]:
            yield max(opens, from_), min(closes, until)


def _hours(promised: list[Hours], monday: date) -> int:
    """The most that holds on one day of this week: a month that begins halfway adds nothing."""
    days = [monday + number * A_DAY for number in range(7)]
    return max(sum(one.amount for one in promised if one.first <= day <= one.last) for day in days)


def _whole_hours(stretch: timedelta) -> timedelta:
    return AN_HOUR * (stretch // AN_HOUR)
