"""When a message may arrive. A pure rule: no database and no clock. Instants are aware, in UTC."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from hartlijn.people.reachable import (
    LONGEST_SHIFT,
    WorkingTimes,
    reachable_from,
    windows_between,
)

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
    """The first stretch of working time that has not ended at ``at``; from ``at`` on.

    None when there is none within 400 days: then it waits until working times change.
    """
    opens = reachable_from(at, times)
    if opens is None:
        return None
    # Work that goes on and on is cut; then it is asked again.
    closes = windows_between(opens, opens + LONGEST_SHIFT, times)[0][1]
    return Moment(opens, closes)


@dataclass(frozen=True)
class Arrival:
    """What a sender may know: now, an instant within a week, or later than that."""

    at: datetime | None
    is_now: bool = False

    @property
    def is_later(self) -> bool:
        """Beyond a week nothing is said: it could tell leave from a day off."""
        return self.at is None


def arrival(at: datetime, times: WorkingTimes) -> Arrival:
    """When a message written at ``at`` arrives, as its sender may hear it."""
    moment = next_moment(at, times)
    if moment is None or moment.opens - at > A_WEEK:
        return Arrival(None)
    return Arrival(moment.opens, is_now=moment.opens == at)


def day_of(at: datetime, times: WorkingTimes) -> date:
    """The day of arrival, by the receiver's own calendar."""
    return at.astimezone(times.zone).date()
