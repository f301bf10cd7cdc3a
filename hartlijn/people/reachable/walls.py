"""From a wall clock to the instants at which it reads so.

A window opens at the first instant whose wall clock reads ``start`` or later, and closes
at the instant after the last whose wall clock reads earlier than ``end``. So in the spring
gap both fall on the moment of the change; a reading that comes twice in autumn opens the
first time and closes the second time.

Everybody's Monday 8.30 in one zone is the same instant, hence the shared caches.
"""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

_TICK = timedelta(microseconds=1)
_SECOND = timedelta(seconds=1)


@lru_cache(maxsize=65_536)
def opens(wall: datetime, zone: ZoneInfo) -> datetime:
    """The first instant (UTC) whose wall clock in ``zone`` reads ``wall`` or later."""
    before, after = _readings(wall, zone)
    return before if before <= after else _change_between(after, before, zone)


@lru_cache(maxsize=65_536)
def closes(wall: datetime, zone: ZoneInfo) -> datetime:
    """The instant (UTC) after the last whose wall clock in ``zone`` reads before ``wall``."""
    before, after = _readings(wall, zone)
    if before == after:
        return before
    if before > after:
        return _change_between(after, before, zone)
    # A clock that goes back exactly to ``wall`` never reads earlier again: the first time counts.
    return after if _wall(after - _TICK, zone) < wall else before


def _readings(wall: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """``wall`` by the offset before and after a change; equal on every ordinary moment."""
    first = wall.replace(tzinfo=zone, fold=0)
    second = wall.replace(tzinfo=zone, fold=1)
    return first.astimezone(UTC), second.astimezone(UTC)


def _wall(at: datetime, zone: ZoneInfo) -> datetime:
    return at.astimezone(zone).replace(tzinfo=None, fold=0)


def _change_between(low: datetime, high: datetime, zone: ZoneInfo) -> datetime:
    """The moment after ``low`` and not after ``high`` at which the clock of ``zone`` jumps."""
    offset_after = high.astimezone(zone).utcoffset()
    while high - low > _SECOND:
        middle = low + timedelta(seconds=(high - low) // _SECOND // 2)
        if middle.astimezone(zone).utcoffset() == offset_after:
            high = middle
        else:
            low = middle
    return high.replace(microsecond=0)
