"""From bytes to the few lines of each event that speak about time, each with its number."""

import re
from collections.abc import Iterator
from typing import Self

from hartlijn.people.roster.problems import Problem, RosterError


class Line(str):
    """A line of a calendar file put together again; ``number`` is where it begins in the file."""

    __slots__ = ("number",)

    number: int

    def __new__(cls, text: str, number: int) -> Self:
        """Keep the number beside the text; the first line of a file is 1."""
        line = super().__new__(cls, text)
        line.number = number
        return line


Lines = dict[str, list[Line]]

BEGIN = "BEGIN"
"""Under this name stands the line with which the event itself begins."""

_BREAK = re.compile(r"\r\n|\n|\r")
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
    inside: list[Line] = []
    lines: Lines = {}
    for line in _unfolded(content):
        match = _NAME.match(line)
        name = match.group().upper() if match else ""
        if name == BEGIN:
            inside.append(Line(_component(line), line.number))
            lines = {BEGIN: [line]} if inside == ["VCALENDAR", "VEVENT"] else lines
        elif name == "END":
            if not inside or inside.pop() != _component(line):
                raise RosterError(Problem.DAMAGED, line.number)
            if inside == ["VCALENDAR"] and _component(line) == "VEVENT":
                yield lines
        elif name in _ABOUT_TIME and inside == ["VCALENDAR", "VEVENT"]:
            lines.setdefault(name, []).append(line)
    if inside:  # what begins there has no end
        raise RosterError(Problem.DAMAGED, inside[-1].number)


def number_of_lines(content: bytes) -> int:
    """How many lines these bytes begin."""
    return len(_BREAK.split(content.decode("latin-1")))


def _unfolded(content: bytes) -> Iterator[Line]:
    # Everything we read is plain ASCII; Latin-1 lets any other byte pass without harm.
    text = content.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
    begun = text.lstrip()
    before = text[: len(text) - len(begun)]
    first = len(_BREAK.split(before))
    if not begun[:15].upper().startswith("BEGIN:VCALENDAR"):
        raise RosterError(Problem.NOT_A_CALENDAR, first)
    parts: list[str] = []
    began = first
    for number, line in enumerate(_BREAK.split(begun), start=first):
        if parts and line[:1] in {" ", "\t"}:
            parts.append(line[1:])
            continue
        yield Line("".join(parts), began)
        parts, began = [line], number
    yield Line("".join(parts), began)


def _component(line: str) -> str:
    return line.partition(":")[2].strip().upper()
