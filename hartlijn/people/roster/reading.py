"""From a roster file to the shifts of one person."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hartlijn.people.reachable import LONGEST_SHIFT, Shift
from hartlijn.people.roster.events import UNREADABLE, Event, is_work, read_event
from hartlijn.people.roster.lines import BEGIN, Line, Lines, events_in, number_of_lines
from hartlijn.people.roster.moments import Moment
from hartlijn.people.roster.problems import Problem, Refusal, RosterError, UnreadableError
from hartlijn.people.roster.repeats import TooIntricateError

LARGEST_FILE = 1_000_000  # bytes
MOST_SHIFTS = 2_000

_A_DAY = timedelta(days=1)
_BACK = timedelta(days=7)
_ANY_ZONE = timedelta(days=1)  # no clock in the world differs more from another
_AHEAD = timedelta(days=365)
_AHEAD_FOR_REPEATS = timedelta(days=180)
_LONGEST_GAP = timedelta(days=21)
_MOST_STEPS = 30_000
# Which line of an event a reason is about; the first of them that is there, else where it begins.
_ABOUT = {
    Problem.ALL_DAY: ("DTSTART",),
    Problem.ENDS_TOO_EARLY: ("DTEND", "DURATION"),
    Problem.TOO_LONG: ("DTEND", "DURATION"),
    Problem.TOO_FAR: ("DTSTART",),
    Problem.TOO_INTRICATE: ("RRULE",),
    Problem.NOT_READABLE: ("RRULE", "DTSTART"),  # a line that says so itself comes first
}


@dataclass(frozen=True, slots=True)
class Span:
    """Days that the roster speaks about, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Roster:
    """What a file says: shifts in wall time of the person's zone, from a week ago to a year on.

    On the days of ``spans`` the roster replaces the weekly pattern. Three weeks without any
    shift end a span: one training in August must not make the whole spring free.
    """

    shifts: tuple[Shift, ...]
    spans: tuple[Span, ...]
    refusals: tuple[Refusal, ...]
    lines: Mapping[Shift, int] = field(default_factory=dict, compare=False)
    """On which line of the file a shift begins."""

    @property
    def explicit_days(self) -> frozenset[date]:
        return frozenset(
            span.first + day * _A_DAY
            for span in self.spans
            for day in range((span.last - span.first).days + 1)
        )


def shifts_from_ical(content: bytes, zone: ZoneInfo, today: date) -> Roster:
    """Read a roster file for a person in ``zone``; raises only RosterError, whatever the bytes.

    Times with neither a zone nor a known one are in the person's zone. Repeats are followed
    for 180 days. Cancelled events and those that take up no time are passed over.
    """
    if len(content) > LARGEST_FILE:
        raise RosterError(Problem.TOO_LARGE, number_of_lines(content[:LARGEST_FILE]))
    harvest = _Harvest(zone, today)
    for lines, moved in _with_replacements(list(events_in(content))):
        harvest.take(lines, moved)
    refusals = sorted(
        harvest.refusals, key=lambda no: (no.day or date.max, no.problem.name, no.line)
    )
    if not harvest.shifts:
        first = min(refusals, key=lambda no: no.line, default=None)
        raise RosterError(Problem.NO_SHIFTS, first.line if first else 1, first)
    return Roster(
        shifts=tuple(sorted(harvest.shifts)),
        spans=tuple(_spans(sorted(harvest.days))),
        refusals=tuple(refusals),
        lines=harvest.shifts,
    )


def _with_replacements(events: list[Lines]) -> Iterator[tuple[Lines, list[Line]]]:
    """Each event that is work, with the repeats of it that another event replaces."""
    moved: dict[str, list[Line]] = {}
    for lines in events:
        moved.setdefault(_uid(lines), []).extend(lines.get("RECURRENCE-ID", ()))
    for lines in events:
        if is_work(lines):
            yield lines, moved.pop(_uid(lines), []) if "RRULE" in lines else []


def _uid(lines: Lines) -> str:
    return str(lines["UID"][0]) if "UID" in lines else ""


@dataclass
class _Harvest:
    zone: ZoneInfo
    today: date
    shifts: dict[Shift, int] = field(default_factory=dict)
    days: set[date] = field(default_factory=set)
    refusals: set[Refusal] = field(default_factory=set)
    steps: int = 0
    lines: Lines = field(default_factory=dict)

    def take(self, lines: Lines, moved: list[Line]) -> None:
        """Add what this event says, or the reason why not."""
        day, self.lines = None, lines
        try:
            event = read_event(lines, self.zone, moved)
            day = event.start.wall_in(self.zone).date()
            until = datetime.combine(self.today + _AHEAD_FOR_REPEATS, time.max)
            for start in event.starts(self._since(event), until):
                self._take_one(event, start)
        except TooIntricateError:
            self._refuse(day, Problem.TOO_INTRICATE)
        except UnreadableError as error:
            self._refuse(day, Problem.NOT_READABLE, error.line)
        except UNREADABLE:
            self._refuse(day, Problem.NOT_READABLE)

    def _since(self, event: Event) -> datetime:
        """From when it matters that an event begins; whole days matter until the last of them."""
        since = datetime.combine(self.today - _BACK - _ANY_ZONE, time.min)
        if not event.start.whole_day:
            return since
        length = event.length or _A_DAY
        return max(since, event.start.wall + length) - length

    def _take_one(self, event: Event, start: Moment) -> None:
        self._step()
        begin = start.wall_in(self.zone)
        if start.whole_day:
            self._cover(begin.date(), event.length or _A_DAY)
        elif begin.date() < self.today - _BACK:
            return
        elif event.length is None:
            self._refuse(begin.date(), Problem.NO_END)
        else:
            self._work(begin, event.end(start, event.length).wall_in(self.zone), event.length)

    def _cover(self, first: date, length: timedelta) -> None:
        """A whole day says nothing about hours: the day is the roster's, without a shift."""
        day = max(first, self.today - _BACK)
        while day < first + length and day <= self.today + _AHEAD:
            self._step()
            self.days.add(day)
            self._refuse(day, Problem.ALL_DAY)
            day += _A_DAY

    def _work(self, begin: datetime, end: datetime, length: timedelta) -> None:
        if begin.date() > self.today + _AHEAD:
            self._refuse(begin.date(), Problem.TOO_FAR)
        elif length <= timedelta():
            self._refuse(begin.date(), Problem.ENDS_TOO_EARLY)
        elif end - begin > LONGEST_SHIFT:
            self._refuse(begin.date(), Problem.TOO_LONG)
        else:
            self.shifts.setdefault(Shift(begin, end), self._line(("DTSTART",)))
            self.days.add(begin.date())
            if len(self.shifts) > MOST_SHIFTS:
                raise RosterError(Problem.TOO_MANY, self._line(()))

    def _step(self) -> None:
        """Count what we do, so that no file keeps us busy for long."""
        self.steps += 1
        if self.steps > _MOST_STEPS:
            raise RosterError(Problem.TOO_MANY, self._line(()))

    def _refuse(self, day: date | None, problem: Problem, line: int | None = None) -> None:
        where = line or self._line(_ABOUT.get(problem, ()))
        self.refusals.add(Refusal(day, problem, where))

    def _line(self, names: tuple[str, ...]) -> int:
        """Where one of these properties of the event stands, else the event itself."""
        return next(self.lines[name][0].number for name in (*names, BEGIN) if name in self.lines)


def _spans(days: list[date]) -> Iterator[Span]:
    first = days[0]
    for day, following in pairwise(days):
        if following - day > _LONGEST_GAP:
            yield Span(first, day)
            first = following
    yield Span(first, days[-1])
