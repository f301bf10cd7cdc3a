"""When somebody is on duty: stretches between two readings of the wall clock of an organisation.

A duty is no work of one's own: it makes a person reachable for what cannot wait, and for
nothing else.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hartlijn.people.reachable.times import Stretch
from hartlijn.people.reachable.walls import closes, opens

LONGEST_DUTY = timedelta(days=14)


@dataclass(frozen=True, slots=True, order=True)
class Duty:
    """One person has a line from ``start`` until ``end``, by the local wall clock (naive)."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.start.tzinfo or self.end.tzinfo:
            raise ValueError("A duty is in local wall time. Pass datetimes without a zone.")
        if not self.start < self.end <= self.start + LONGEST_DUTY:
            raise ValueError("A duty ends after it starts, and within 14 days.")

    def instants(self, zone: ZoneInfo) -> Stretch:
        """From its first instant (UTC) until, not with, the instant at which it is over."""
        return opens(self.start, zone), closes(self.end, zone)

    def overlaps(self, other: "Duty") -> bool:
        """Whether both are on at some reading of the clock; one after the other are not."""
        return self.start < other.end and other.start < self.end


def duty_from(at: datetime, duties: Iterable[Duty], zone: ZoneInfo) -> tuple[Stretch, ...]:
    """Every duty that has not ended at ``at`` (aware), in instants, the first to open first."""
    found = (duty.instants(zone) for duty in duties)
    return tuple(sorted((start, end) for start, end in found if start < end and at < end))


def is_on_duty(at: datetime, duties: Iterable[Duty], zone: ZoneInfo) -> bool:
    """Whether ``at`` (aware) lies in one of these duties."""
    return any(start <= at for start, _end in duty_from(at, duties, zone))
