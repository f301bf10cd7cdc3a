"""Read a list of guests as a spreadsheet saves it, or as somebody pastes it.

Pure: bytes or text in, lines out, and never an exception. What is wrong with the list as a
whole is its ``problem``; what is wrong with one line is found in ``guest_lines``.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

MOST_LINES: Final = 500
LARGEST: Final = 256 * 1024
"""Bytes."""

SEPARATORS: Final = ";,\t"
FORMULAS: Final = tuple("=+-@\t\r\n")
"""A spreadsheet takes a cell that begins with one of these for a formula."""

COLUMNS: Final[Mapping[str, frozenset[str]]] = {
    "name": frozenset({"naam", "name", "volledigenaam", "fullname"}),
    "email": frozenset({"email", "emailadres", "emailaddress", "mail", "mailadres"}),
    "role": frozenset({"rol", "role"}),
    "unit": frozenset({"onderdeel", "unit", "team", "cohort"}),
    "starts_on": frozenset({"vanaf", "from", "startdatum", "startdate"}),
    "ends_on": frozenset({"tot", "until", "einddatum", "enddate"}),
}
"""What a column may be called, in small letters without signs (see ``plain``)."""

TOO_LARGE: Final = _("De lijst is te groot. Maak er kleinere lijsten van, tot 256 kB per keer.")
TOO_MANY: Final = _("Dit zijn meer dan 500 rijen. Verdeel ze over meer lijsten.")
EMPTY: Final = _(
    "De lijst is leeg. Zet in de eerste rij de namen van de kolommen, daaronder de mensen."
)
NOBODY: Final = _("Onder de namen van de kolommen staat nog niemand. Zet daar één rij per persoon.")
NO_HEADER: Final = _(
    "De kolom ‘e-mail’ ontbreekt. Zet in de eerste rij de namen van de kolommen: "
    "naam, e-mail, rol, onderdeel, vanaf, tot. Alleen e-mail moet."
)
TWICE: Final = _("De kolom ‘{column}’ staat er twee keer. Haal er één weg.")
UNREADABLE: Final = _(
    "Deze lijst kunnen we niet lezen. Bewaar de lijst in je rekenblad als CSV en probeer opnieuw."
)


@dataclass(frozen=True)
class Line:
    """One row under the header, as typed; ``number`` is the row a spreadsheet shows."""

    number: int
    name: str = ""
    email: str = ""
    role: str = ""
    unit: str = ""
    starts_on: str = ""
    ends_on: str = ""


@dataclass(frozen=True)
class GuestList:
    """The lines of a list, or what is wrong with it; and the columns nobody asked for."""

    lines: tuple[Line, ...] = ()
    problem: str | Promise = ""
    unused: tuple[str, ...] = ()


def decode(content: bytes) -> str:
    """The text of a file in UTF-8, in UTF-16 with its mark, or else in Windows-1252."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def read(content: bytes) -> GuestList:
    """Read a file."""
    return read_text(decode(content)) if len(content) <= LARGEST else GuestList(problem=TOO_LARGE)


def read_text(text: str) -> GuestList:
    """Read a pasted list."""
    if len(text.encode("utf-8", "surrogatepass")) > LARGEST:
        return GuestList(problem=TOO_LARGE)
    text = text.removeprefix("\ufeff")
    found = max((_read(text, sign) for sign in SEPARATORS), key=_how_well)
    return found.list


@dataclass(frozen=True)
class _Reading:
    """The list as it looks when one sign stands between the columns."""

    list: GuestList
    known: int = 0


def _how_well(reading: _Reading) -> int:
    return reading.known


def _read(text: str, separator: str) -> _Reading:
    try:
        rows = list(_rows(text, separator))
    except csv.Error:
        return _Reading(GuestList(problem=UNREADABLE))
    if not rows:
        return _Reading(GuestList(problem=EMPTY))
    (_number, header), *rest = rows
    places, unused, twice = _columns(header)
    known = len(places)
    if twice:
        return _Reading(GuestList(problem=format_lazy(TWICE, column=twice)), known)
    if "email" not in places:
        return _Reading(GuestList(problem=NO_HEADER), known)
    lines = tuple(_lines(rest, places))
    if not lines or len(lines) > MOST_LINES:
        return _Reading(GuestList(problem=TOO_MANY if lines else NOBODY), known)
    return _Reading(GuestList(lines, unused=unused), known)


def _rows(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Rows with something in them, each with the line of the file it begins on."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    begins = 1
    for row in reader:
        cells = [_tidy(cell) for cell in row]
        is_hint = begins == 1 and re.fullmatch(r"sep=.?", "".join(cells))  # a habit of Excel
        if any(cells) and not is_hint:
            yield begins, cells
        begins = reader.line_num + 1


def _tidy(cell: str) -> str:
    """Without the spaces around it and the mark of our own export; one way to write a letter."""
    cell = unicodedata.normalize("NFC", cell.strip())
    return cell[1:] if cell.startswith("'") and cell[1:2] in FORMULAS else cell


def harmless(cell: str) -> str:
    """A text for a file that a spreadsheet opens: never the start of a formula."""
    return f"'{cell}" if cell[:1] in FORMULAS else cell


def plain(word: str) -> str:
    """Small letters only: without capitals, accents, signs and spaces."""
    spread = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in spread if letter.isalnum() and letter.isascii())


def _columns(header: Iterable[str]) -> tuple[dict[str, int], tuple[str, ...], str]:
    """Where each known column stands, the titles of the others, and one that stands there twice."""
    places: dict[str, int] = {}
    unused, twice = [], ""
    for place, title in enumerate(header):
        name = next((name for name, titles in COLUMNS.items() if plain(title) in titles), "")
        if name in places:
            twice = twice or title
        elif name:
            places[name] = place
        elif title:
            unused.append(title)
    return places, tuple(unused), twice


def _lines(rows: Iterable[tuple[int, list[str]]], places: Mapping[str, int]) -> Iterator[Line]:
    for number, cells in rows:
        typed = {name: cells[at] for name, at in places.items() if at < len(cells)}
        if any(typed.values()):
            yield Line(number, **typed)
