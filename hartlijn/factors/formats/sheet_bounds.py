"""How far the cells of a sheet may lie from its corner: a map is a square, not an ocean."""

import re
from typing import Final
from xml.parsers import expat

ROWS: Final = 2_000
COLUMNS: Final = 702
"""Up to ZZ: two letters."""
_PLACE: Final = re.compile(r"([A-Za-z]{1,2})[0-9]{1,4}")
_A: Final = ord("A") - 1


class FarError(Exception):
    """A cell lies far outside any map."""


class UnsoundError(Exception):
    """It is no XML, or XML that no spreadsheet writes."""


def require_near(part: bytes) -> None:
    """Refuse a sheet with a cell far away, by what it says or by counting."""
    if b"sheetData" not in part:
        return
    at = _Place()
    parser = expat.ParserCreate()
    parser.StartElementHandler = at.begins
    parser.StartDoctypeDeclHandler = _no_types
    try:
        parser.Parse(part, True)  # noqa: FBT003 - expat names it not
    except expat.ExpatError as error:
        raise UnsoundError from error


class _Place:
    """Where reading is: a cell without a reference comes after the one before."""

    def __init__(self) -> None:
        self.row = 0
        self.column = 0

    def begins(self, name: str, attributes: dict[str, str]) -> None:
        kind, said = name.rpartition(":")[2], attributes.get("r")
        if kind == "row":
            self.row = self.row + 1 if said is None else _number(said)
            self.column = 0
        elif kind == "c":
            self.column = self.column + 1 if said is None else self._column(said)
        if self.row > ROWS or self.column > COLUMNS:
            raise FarError

    def _column(self, said: str) -> int:
        found = _PLACE.fullmatch(said)
        if found is None:
            raise FarError
        letters = found[1].upper()
        self.row = _number(said[len(letters) :])
        column = 0
        for letter in letters:
            column = column * 26 + ord(letter) - _A
        return column


def _number(said: str) -> int:
    if not (said.isascii() and said.isdecimal() and len(said) <= len(str(ROWS))):
        raise FarError
    return int(said)


def _no_types(*_said: object) -> None:
    raise UnsoundError
