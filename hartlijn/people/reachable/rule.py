"""The rule itself: from working times to the instants at which a person may be reached."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from hartlijn.people.reachable.times import LONGEST_SHIFT, Stretch, WorkingTimes
from hartlijn.people.reachable.walls import closes, opens

HORIZON = timedelta(days=400)

_DAY = timedelta(days=1)
_LOOK_BACK = timedelta(days=LONGEST_SHIFT.days + 1)


def reachable_from(at: datetime, times: WorkingTimes) -> datetime | None:
    """The first instant (UTC) at or after ``at`` (aware) inside the person's working times.

    None when there is none within 400 days: somebody without hours, or on endless leave.
    """
    at = _utc(at)
    latest = at + HORIZON
    for start, end in _stretches(at, latest, times):
        if end > at:
            return max(start, at) if start <= latest else None
    return None


def is_reachable(at: datetime, times: WorkingTimes) -> bool:
    """Whether ``at`` (aware) lies inside the person's working times."""
    return any(start <= at < end for start, end in _stretches(at, at, times))


def windows_between(from_: datetime, until: datetime, times: WorkingTimes) -> tuple[Stretch, ...]:
    """The working times from ``from_`` up to but not including ``until`` (aware).

    Half-open stretches in UTC, in order; what overlaps or touches is one stretch.
    """
    from_, until = _utc(from_), _utc(until)
    merged: list[Stretch] = []
    for opening, closing in _stretches(from_, until, times):
        start, end = max(opening, from_), min(closing, until)
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            start, end = merged[-1][0], max(merged.pop()[1], end)
        merged.append((start, end))
    return tuple(merged)


def _stretches(from_: datetime, until: datetime, times: WorkingTimes) -> Iterator[Stretch]:
    """Every stretch of work that can touch these instants, by opening; leave cut out."""
    day = from_.astimezone(times.zone).date() - _LOOK_BACK
    # A clock that goes back just after midnight reads yesterday again, hence one day more.
    last = until.astimezone(times.zone).date() + _DAY
    while day <= last:
        if not times.on_leave(day):
            for start, end in times.stretches_of(day):
                opening, closing = _cut(day, start, end, times)
                if opening < closing:
                    yield opening, closing
        day += _DAY


def _cut(day: date, start: datetime, end: datetime, times: WorkingTimes) -> Stretch:
    """The instants of this work of ``day``; it stops for good where leave begins."""
    opening, closing = opens(start, times.zone), closes(end, times.zone)
    if times.on_leave(day - _DAY):
        opening = max(opening, closes(_midnight(day), times.zone))
    # One day more than the wall says: a clock may strike midnight and then go back before it.
    while day <= end.date():
        day += _DAY
        if times.on_leave(day):
            return opening, min(closing, opens(_midnight(day), times.zone))
    return opening, closing


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min)


def _utc(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError("An instant needs a zone. Pass an aware datetime.")
    return at.astimezone(UTC)
