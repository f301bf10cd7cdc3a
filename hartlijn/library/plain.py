"""From the bytes of a file to tidy TOML. Hostile bytes end in a sentence, never in a crash."""

import re
import tomllib
import unicodedata
from typing import Any, Final

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.plain_text import hidden
from hartlijn.library.problems import Path, Problem, problem, shown

LARGEST: Final = 256 * 1024  # bytes; the longest shipped file has some ten thousand
LONGEST_LINE: Final = 4_000  # reading TOML takes the square of a line's dots
MOST_DOTS: Final = 100  # in one line: many long lines of dots would hold a worker for long
DEEPEST: Final = 8
SPACE: Final = re.compile(r"[ \t\r\n]+")
AT_LINE: Final = re.compile(r" \(at line (\d+), column \d+\)$| \(at end of document\)$")


class BrokenError(Exception):
    """The file cannot be read; carries the line (from 1) and the sentence."""

    def __init__(self, line: int, sentence: Any) -> None:
        """Note where and why."""
        super().__init__(str(sentence))
        self.line, self.sentence = line, sentence


def decode(raw: bytes) -> str:
    """UTF-8, with or without the mark Windows puts before it; no hidden characters."""
    if len(raw) > LARGEST:
        raise BrokenError(
            1, _("Dit bestand is groter dan 256 kB. Verdeel het over meer bestanden.")
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        sentence = _("Dit is geen UTF-8. Bewaar het bestand opnieuw en kies daarbij UTF-8.")
        raise BrokenError(line, sentence) from error
    for number, row in enumerate(text.split("\n"), 1):
        if row.count(".") > MOST_DOTS:
            sentence = _(
                "Op deze regel staan te veel punten. Maak hem korter, of minder diep genest."
            )
            raise BrokenError(number, sentence)
        if len(row) > LONGEST_LINE:
            raise BrokenError(number, _("Deze regel is te lang. Maak de tekst korter."))
        if any(hidden(one) and one not in "\t\r" for one in row):
            raise BrokenError(number, _("Hier staat een onzichtbaar teken. Typ de regel opnieuw."))
    return text


def parse(text: str) -> dict[str, Any]:
    """The tables of a file."""
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        rows = text.split("\n")
        deepest = max(range(len(rows)), key=lambda row: rows[row].count("[") + rows[row].count("{"))
        raise BrokenError(
            deepest + 1, _("Dit bestand is te diep genest. Maak het platter.")
        ) from error
    except ValueError as error:
        said = str(error)
        found = AT_LINE.search(said)
        last = text.rstrip().count("\n") + 1
        line = int(found[1]) if found and found[1] else last
        reason = shown(AT_LINE.sub("", said))
        sentence = _(
            "Deze regel klopt niet als TOML. Kijk of elk aanhalingsteken en haakje ook sluit, "
            "en of elke naam er één keer staat. ({reason})"
        )
        raise BrokenError(line, format_lazy(sentence, reason=reason)) from error


def tidy(value: Any, path: Path, found: list[Problem]) -> Any:
    """The same value with each text in one form: NFC, single spaces, nothing at the ends.

    What cannot be tidied is added to ``found``.
    """
    if len(path) > DEEPEST:
        found.append(problem(path[:2], _("“{where}” is te diep genest. Maak het platter.")))
        return None
    if isinstance(value, dict):
        return {key: tidy(one, (*path, key), found) for key, one in value.items()}
    if isinstance(value, list):
        return [tidy(one, (*path, place), found) for place, one in enumerate(value)]
    if isinstance(value, str):
        return SPACE.sub(" ", unicodedata.normalize("NFC", value)).strip()
    return value
