"""From bytes to the few lines of each event that speak about time."""

import re
from collections.abc import Iterator

from hartlijn.people.roster.problems import Problem, RosterError

Lines = dict[str, list[str]]

_FOLD = re.compile(r"(?:\r\n|\n|\r)[ \t]")
_NAME = re.compile(r"[A-Za-z-]+(?=[;:])")
_ABOUT_TIME = frozenset(
    {
        "DTSTART",
        "DTEND",
        "DURATION",
        "RRULE",
        "RDATE",
        "EXDATE",
        "RECURRENCE-ID",
        "UID",
        "STATUS",
        "TRANSP",
    }
)


def events_in(content: bytes) -> Iterator[Lines]:
    """Per event its lines about time, by property; whatever lies inside an event is passed over."""
    inside: list[str] = []
    lines: Lines = {}
    for line in _unfolded(content):
        match = _NAME.match(line)
        name = match.group().upper() if match else ""
        if name == "BEGIN":
            inside.append(_component(line))
            lines = {} if inside == ["VCALENDAR", "VEVENT"] else lines
        elif name == "END":
            if not inside or inside.pop() != _component(line):
                raise RosterError(Problem.DAMAGED)
            if inside == ["VCALENDAR"] and _component(line) == "VEVENT":
                yield lines
        elif name in _ABOUT_TIME and inside == ["VCALENDAR", "VEVENT"]:
            lines.setdefault(name, []).append(line)
    if inside:
        raise RosterError(Problem.DAMAGED)


def _unfolded(content: bytes) -> list[str]:
    # Everything we read is plain ASCII; Latin-1 lets any other byte pass without harm.
    text = content.removeprefix(b"\xef\xbb\xbf").decode("latin-1").lstrip()
    if not text[:15].upper().startswith("BEGIN:VCALENDAR"):
        raise RosterError(Problem.NOT_A_CALENDAR)
    return re.split(r"[\r\n]+", _FOLD.sub("", text))


def _component(line: str) -> str:
    return line.partition(":")[2].strip().upper()
