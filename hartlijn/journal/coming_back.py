"""When a parked thought comes back. A pure rule: no database and no clock.

Instants are aware. What comes back on a day does so with the work that begins on that day: in
the night after it, a night shift still belongs to the day before.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from hartlijn.people.reachable import (
    LONGEST_SHIFT,
    WorkingTimes,
    reachable_from,
    windows_between,
)

_A_DAY: Final = timedelta(days=1)
_AN_INSTANT: Final = timedelta(microseconds=1)


@dataclass(frozen=True)
class Return:
    """The day something comes back, by the own calendar, and the instant (UTC) if it is known."""

    on: date
    at: datetime | None


def next_working_moment(at: datetime, times: WorkingTimes) -> Return:
    """When work begins again: for who is free the next work, for who works that of a later day.

    Who has no work within 400 days gets it back with the first work there is after all.
    """
    today = working_day(at, times)
    if today is None:
        begin = reachable_from(at, times)
        return Return(_day(begin or at, times), begin)
    begin = reachable_from(_end_of_work(at, times), times)
    while begin and _day(begin, times) <= today:  # the same day, after a break
        begin = reachable_from(_end_of_work(begin, times), times)
    return Return(_day(begin, times) if begin else today + _A_DAY, begin)


def working_day(at: datetime, times: WorkingTimes) -> date | None:
    """The day on which the work of this instant began; None for who is free."""
    found = windows_between(at - LONGEST_SHIFT, at + _AN_INSTANT, times)
    if not found or found[-1][1] <= at:
        return None
    return _day(found[-1][0], times)


def first_work_of(day: date, times: WorkingTimes) -> datetime | None:
    """The instant (UTC) at which the work begins that brings back what is due on ``day``.

    None when there is no work within 400 days.
    """
    begin = reachable_from(datetime.combine(day, time(), times.zone), times)
    while begin and _begun(begin, times) < day:  # a night shift of the day before
        begin = reachable_from(_end_of_work(begin, times), times)
    return begin


def _begun(at: datetime, times: WorkingTimes) -> date:
    return working_day(at, times) or _day(at, times)


def _end_of_work(at: datetime, times: WorkingTimes) -> datetime:
    """When the work of this instant ends; work that goes on and on is cut."""
    return windows_between(at, at + LONGEST_SHIFT, times)[0][1]


def _day(at: datetime, times: WorkingTimes) -> date:
    return at.astimezone(times.zone).date()
