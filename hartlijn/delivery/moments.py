"""When a message may arrive. A pure rule: no database and no clock. Instants are aware, in UTC."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from hartlijn.people.reachable import (
    LONGEST_SHIFT,
    WorkingTimes,
    reachable_from,
    windows_between,
)

A_DAY: Final = timedelta(days=1)
A_WEEK: Final = timedelta(days=7)


@dataclass(frozen=True)
class Moment:
    """A stretch in which a message may arrive: from its opening until, not with, its closing."""

    opens: datetime
    closes: datetime

    def holds(self, at: datetime) -> bool:
        """Whether ``at`` lies in it."""
        return self.opens <= at < self.closes


def next_moment(at: datetime, times: WorkingTimes) -> Moment | None:
    """The first stretch of working time that has not ended at ``at``, from its true beginning.

    So everybody's message to one person has the same stretch, whenever it was written. None when
    there is none within 400 days: then it waits until working times change.
    """
    first = reachable_from(at, times)
    if first is None:
        return None
    # Work that goes on and on is cut by whole days; then it is asked again.
    day = first.replace(hour=0, minute=0, second=0, microsecond=0)
    around = windows_between(day - LONGEST_SHIFT, day + A_DAY + LONGEST_SHIFT, times)
    opens, closes = next((opens, closes) for opens, closes in around if opens <= first < closes)
    return Moment(opens, closes)


def first_of(at: datetime, own: Moment | None, duties: Iterable[Moment]) -> Moment | None:
    """For what cannot wait: the first stretch at or after ``at`` of work or of a declared duty.

    Working time wins where both hold. Duties that have ended are passed over.
    """
    ahead = [own] if own else []
    ahead += [duty for duty in duties if at < duty.closes]
    return min(ahead, key=lambda one: (max(one.opens, at), one is not own), default=None)


@dataclass(frozen=True)
class Arrival:
    """What a sender may know: now, an instant within a week, or later than that (``None``).

    Beyond a week no instant is said: it could tell leave from a day off.
    """

    at: datetime | None
    is_now: bool = False


def arrival(at: datetime, times: WorkingTimes) -> Arrival:
    """When a message written at ``at`` arrives, as its sender may hear it."""
    moment = next_moment(at, times)
    if moment is None or moment.opens - at > A_WEEK:
        return Arrival(None)
    return Arrival(max(moment.opens, at), is_now=moment.opens <= at)
