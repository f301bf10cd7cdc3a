"""Where in a TOML file a value stands. Only for pointing at it: tomllib decides what it says."""

import re
from collections.abc import Iterator

from hartlijn.library.problems import Path

HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]=]+?)\s*\]")
KEY = re.compile(
    r"\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*="
)


class Lines:
    """The line (from 1) of each table and key in a text."""

    def __init__(self, text: str) -> None:
        """Walk through the text once."""
        self.known: dict[Path, int] = {}
        self._count: dict[Path, int] = {}
        table: Path = ()
        for number, line in _outside_long_texts(text):
            if header := HEADER.match(line):
                table = self._table(_names(header[2]), listed=header[1] == "[[")
                self.known.setdefault(table, number)
            elif key := KEY.match(line):
                names = _names(key[1])
                for upto in range(1, len(names) + 1):
                    self.known.setdefault((*table, *names[:upto]), number)

    def of(self, path: Path) -> int:
        """The line of a value; of what surrounds it when it has no line of its own."""
        for upto in range(len(path), 0, -1):
            if path[:upto] in self.known:
                return self.known[path[:upto]]
        return 1

    def has(self, path: Path) -> bool:
        """Whether exactly this stands somewhere."""
        return path in self.known

    def _table(self, names: Path, *, listed: bool) -> Path:
        """The way to a table, with its position where a name is a list of tables."""
        path: Path = ()
        for place, name in enumerate(names, 1):
            path = (*path, name)
            if listed and place == len(names):
                self._count[path] = self._count.get(path, -1) + 1
            if path in self._count:
                path = (*path, self._count[path])
        return path


def _names(dotted: str) -> Path:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))


def _outside_long_texts(text: str) -> Iterator[tuple[int, str]]:
    """The lines that do not begin inside a text of several lines."""
    inside = ""
    for number, line in enumerate(text.split("\n"), 1):
        if not inside:
            yield number, line
        for mark in ('"""', "'''"):
            if inside in ("", mark) and line.count(mark) % 2:
                inside = "" if inside else mark
                break
