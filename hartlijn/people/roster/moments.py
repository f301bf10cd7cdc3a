"""A date, or a reading of the clock in some zone, as a calendar file writes it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from icalendar.parser import Contentline
from icalendar.prop import vDDDTypes, vDuration
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON


@dataclass(frozen=True, slots=True)
class Moment:
    """``wall`` is naive, read in ``zone``; for a whole day it is that day's midnight."""

    wall: datetime
    zone: tzinfo
    whole_day: bool = False

    @property
    def instant(self) -> datetime:
        return self.wall.replace(tzinfo=self.zone).astimezone(UTC)

    def wall_in(self, zone: tzinfo) -> datetime:
        """What the clock in another zone reads then."""
        if zone == self.zone:
            return self.wall
        return self.instant.astimezone(zone).replace(tzinfo=None, fold=0)


def moments(line: str, own_zone: ZoneInfo) -> list[Moment]:
    """The moments in a line such as ``EXDATE;TZID=Europe/Amsterdam:20261025T220000,…``."""
    _name, parameters, values = Contentline(line).parts()  # type: ignore[no-untyped-call]
    zone = _zone(str(parameters.get("TZID", "")), own_zone)
    return [moment(value, zone) for value in values.split(",")]


def moment(value: str, zone: tzinfo) -> Moment:
    """One value; raises ValueError for anything but a date or a date with a time."""
    read = vDDDTypes.from_ical(value.strip().upper())  # type: ignore[no-untyped-call]
    if isinstance(read, datetime):
        return Moment(read.replace(tzinfo=None), UTC if read.tzinfo else zone)
    if isinstance(read, date):
        return Moment(datetime.combine(read, time.min), zone, whole_day=True)
    raise ValueError("A moment is a date, or a date with a time.")


def duration(value: str) -> timedelta:
    """A length such as ``PT9H``; raises ValueError for anything else."""
    read: timedelta = vDuration.from_ical(value.strip().upper())  # type: ignore[no-untyped-call]
    return read


def _zone(name: str, own_zone: ZoneInfo) -> ZoneInfo:
    """The zone by its own name, its Windows name or the end of a path; else the person's own.

    Definitions in the file are not used: they could hold anything, and the names that Dutch
    roster programs write are known.
    """
    parts = name.strip('"/ ').split("/")
    for first in range(len(parts)):
        candidate = "/".join(parts[first:])
        candidate = WINDOWS_TO_OLSON.get(candidate, candidate)
        if candidate in _known_zones():
            return ZoneInfo(candidate)
    return own_zone


@cache
def _known_zones() -> frozenset[str]:
    return frozenset(available_timezones())
