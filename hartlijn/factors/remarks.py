"""What is wrong with a map, or worth knowing about it, and where."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.hidden import hidden

LONGEST_SHOWN = 60


@dataclass(frozen=True)
class Place:
    """Where: a row and column as a spreadsheet counts them (from 1), or a part of a document."""

    row: int | None = None
    column: int | None = None
    part: str = ""

    def __str__(self) -> str:
        """Say it in the language of the reader; empty when it is about the whole."""
        if self.row is None:
            return shown(self.part)
        if self.column is None:
            return str(format_lazy(_("rij {row}"), row=self.row))
        return str(format_lazy(_("rij {row}, kolom {column}"), row=self.row, column=self.column))


@dataclass(frozen=True)
class Remark:
    """One thing, with its place. A map in which one ``stops`` cannot be used."""

    sentence: str | Promise
    place: Place = Place()
    stops: bool = True

    def __str__(self) -> str:
        """Say it in the language of the reader."""
        if not (where := str(self.place)):
            return str(self.sentence)
        return f"{where[0].upper()}{where[1:]}: {self.sentence}"


class UnusableError(ValueError):
    """This is no map. ``remarks`` say why; at least one stops."""

    def __init__(self, remarks: Iterable[Remark]) -> None:
        """Take all that was found."""
        self.remarks = tuple(remarks)
        super().__init__(*self.remarks)

    def __str__(self) -> str:
        """Say what stops, one line each, in the language of the reader."""
        return "\n".join(str(one) for one in self.remarks if one.stops)


def remark(
    sentence: Any, place: Place | None = None, *, stops: bool = True, **details: Any
) -> Remark:
    """A remark whose sentence names details as ``{name}``.

    What others wrote is shown short; a tuple of our own words is shown whole.
    """
    told = {name: _detail(one) for name, one in details.items()}
    return Remark(format_lazy(sentence, **told), place or Place(), stops)


def _detail(one: Any) -> Any:
    if isinstance(one, tuple):
        return ", ".join(f'"{word}"' for word in one)
    return shown(one) if isinstance(one, str) else one


def shown(text: str) -> str:
    """Somebody else's text, fit for a page and a terminal: short, without hidden characters."""
    seen = "".join("?" if hidden(one) else one for one in text[: LONGEST_SHOWN + 1])
    return f"{seen[:LONGEST_SHOWN]}…" if len(seen) > LONGEST_SHOWN else seen
