"""One event of a calendar file: when it is, and when it comes back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from zoneinfo import ZoneInfo

from hartlijn.people.roster.lines import Line, Lines
from hartlijn.people.roster.moments import Moment, duration, moments
from hartlijn.people.roster.problems import UnreadableError
from hartlijn.people.roster.repeats import repeats

_A_DAY = timedelta(days=1)
# What reading a date that a stranger wrote can raise; everything else is a fault of ours.
UNREADABLE = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class Event:
    """What an event says about time.

    ``length`` is None when the file gives no end. It is what the clock on the wall shows, or
    what a stopwatch would when ``exact``. ``skipped`` are the times on which it is left out.
    """

    start: Moment
    length: timedelta | None
    exact: bool
    rule: str | None
    extra: tuple[Moment, ...]
    skipped: tuple[Moment, ...]

    def starts(self, since: datetime, until: datetime) -> Iterator[Moment]:
        """Each time it begins; its rule is followed between these readings of its own clock."""
        zone = self.start.zone
        again: Iterator[Moment] = iter(())
        if self.rule is not None:
            walls = repeats(self.rule, self.start.wall, zone, since, until)
            again = (Moment(wall, zone, self.start.whole_day) for wall in walls)
        days = {moment.wall.date() for moment in self.skipped if moment.whole_day}
        instants = {moment.instant for moment in self.skipped if not moment.whole_day}
        for start in chain((self.start, *self.extra), again):
            if start.wall.date() not in days and start.instant not in instants:
                yield start

    def end(self, start: Moment, length: timedelta) -> Moment:
        """When it ends if it begins then."""
        if not self.exact:
            return Moment(start.wall + length, start.zone, start.whole_day)
        end = (start.instant + length).astimezone(start.zone)
        return Moment(end.replace(tzinfo=None, fold=0), start.zone)


def is_work(lines: Lines) -> bool:
    """Whether the event goes on and takes up time, by what the file says of it."""
    return "CANCELLED" not in _words("STATUS", lines) and "TRANSPARENT" not in _words(
        "TRANSP", lines
    )


def read_event(lines: Lines, own_zone: ZoneInfo, moved: list[Line]) -> Event:
    """Read one event; ``moved`` are the RECURRENCE-ID lines of those that replace a repeat."""
    (start,) = _moments(lines["DTSTART"][0], own_zone, one=True)
    rules = [line.partition(":")[2] for line in lines.get("RRULE", ())]
    return Event(
        start=start,
        length=_length(start, lines, own_zone),
        exact="DTEND" not in lines,
        rule=rules[0] if rules else None,
        extra=_all_moments(lines.get("RDATE", []), own_zone),
        skipped=_all_moments(lines.get("EXDATE", []) + moved, own_zone),
    )


def _length(start: Moment, lines: Lines, own_zone: ZoneInfo) -> timedelta | None:
    if "DTEND" in lines:
        (end,) = _moments(lines["DTEND"][0], own_zone, one=True)
        length = end.wall_in(start.zone) - start.wall
        return max(length, _A_DAY) if start.whole_day else length
    if "DURATION" in lines:
        line = lines["DURATION"][0]
        try:
            return duration(line.partition(":")[2])
        except UNREADABLE as error:
            raise UnreadableError(line.number) from error
    return _A_DAY if start.whole_day else None


def _all_moments(lines: list[Line], own_zone: ZoneInfo) -> tuple[Moment, ...]:
    return tuple(chain.from_iterable(_moments(line, own_zone) for line in lines))


def _moments(line: Line, own_zone: ZoneInfo, *, one: bool = False) -> list[Moment]:
    """Those in a line; what cannot be read says on which line it stands."""
    try:
        found = moments(line, own_zone)
    except UNREADABLE as error:
        raise UnreadableError(line.number) from error
    if one and len(found) != 1:
        raise UnreadableError(line.number)
    return found


def _words(name: str, lines: Lines) -> set[str]:
    return {line.partition(":")[2].strip().upper() for line in lines.get(name, ())}
