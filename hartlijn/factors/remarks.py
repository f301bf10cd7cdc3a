"""What is wrong with a map, or worth knowing about it, and where."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.hidden import hidden

LONGEST_SHOWN = 60
COUNTED = {
    "factors": _("factor"),
    "relations": _("relatie"),
    "definitions": _("definitie"),
    "node": _("factor"),
    "edge": _("relatie"),
    "evidence": _("bron"),
    "sources": _("bron"),
}
NAMED = {
    "source": _("bron"),
    "title": _("titel"),
    "title_en": _("titel in het Engels"),
    "name": _("naam"),
    "name_en": _("naam in het Engels"),
    "note": _("toelichting"),
    "note_en": _("toelichting in het Engels"),
    "level": _("niveau"),
    "language": _("taal"),
    "key": _("sleutel"),
    "target": _("naar"),
    "turns": _("wat het laat kantelen"),
    "process": _("soort proces"),
    "place": _("plek in de bron"),
}
"""What the parts of a document are called on a page; any other is called as in the file."""


@dataclass(frozen=True)
class Place:
    """Where: a row and column as a spreadsheet counts them (from 1), or a part of a document."""

    row: int | None = None
    column: int | None = None
    part: str = ""

    @property
    def field(self) -> str:
        """The last part, as a form calls it."""
        return self.part.rpartition(".")[2]

    def __str__(self) -> str:
        """Say it in the language of the reader; empty when it is about the whole."""
        if self.row is None:
            return ", ".join(_part(one, self.part) for one in self.part.split(".") if one)
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


def _part(one: str, whole: str) -> str:
    """One part of a place, such as "relations 3", in the words of the page."""
    name, _space, number = one.partition(" ")
    if number:
        return f"{COUNTED.get(name, shown(name))} {number}"
    if name == "source" and whole.startswith("relations") and "evidence" not in whole:
        return str(_("van"))
    return str(NAMED.get(name, shown(name)))


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
        return ", ".join(f"“{word}”" for word in one)
    return shown(one) if isinstance(one, str) else one


def shown(text: str) -> str:
    """Somebody else's text, fit for a page and a terminal: short, without hidden characters."""
    seen = "".join("?" if hidden(one) else one for one in text[: LONGEST_SHOWN + 1])
    return f"{seen[:LONGEST_SHOWN]}…" if len(seen) > LONGEST_SHOWN else seen
