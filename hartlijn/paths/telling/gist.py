"""What a folded part of a board says already: where it is often late, and who says so.

It knows the figures that passed the door and nothing else, so that what is said, in which order
and what stands open are the same whatever a number below the threshold is.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _

OFTEN: Final = ("half", "many", "most")
"""From about half on, the least first."""
SELDOM: Final = ("few", "some")

Cell = Mapping[str, Any]
Places = Sequence[tuple[str | None, str]]


@dataclass(frozen=True)
class Gist:
    """A sentence, and how late the latest place is: 0 where none is often late."""

    said: str
    lateness: int = 0


def of_promises(said: Mapping[tuple[str, str], Cell], places: Places) -> Gist:
    """Where a promise is often kept late by the words of either side, or seldom kept."""
    late, seldom, lateness = [], [], 0
    for pk, name in told(said.values(), places):
        shares = {key: share(cell, pk) for key, cell in said.items()}
        if who := [one for one in SIDES if shares[one, "late"] in OFTEN]:
            late.append(_by(name, who))
            lateness = max(lateness, *(_rank(shares[one, "late"]) for one in who))
        elif who := [one for one in SIDES if shares[one, "kept"] in SELDOM]:
            seldom.append(_by(name, who))
    sentences = [
        _("Vaak later nagekomen: %(places)s.") % {"places": ", ".join(late)} if late else "",
        _("Minder dan de helft nagekomen: %(places)s.") % {"places": ", ".join(seldom)}
        if seldom
        else "",
    ]
    return Gist(" ".join(filter(None, sentences)) or _("Vaak nagekomen."), lateness)


def of_steps(cell: Cell, places: Places) -> Gist:
    """Where steps are often late."""
    shares = [(name, share(cell, pk)) for pk, name in told([cell], places)]
    late = [name for name, one in shares if one in OFTEN]
    if not late:
        return Gist(_("Meestal op tijd."))
    lateness = max(_rank(one) for _name, one in shares)
    return Gist(_("Vaak laat: %(places)s.") % {"places": ", ".join(late)}, lateness)


def of_answers(words: Sequence[str], cells: Sequence[Cell], places: Places) -> Gist:
    """By place the words that about half or more chose. No word is late: they only are said."""
    chosen = [
        (name, [word for word, cell in zip(words, cells, strict=True) if share(cell, pk) in OFTEN])
        for pk, name in told(cells, places)
    ]
    return Gist("; ".join(f"{name}: {', '.join(found)}" for name, found in chosen if found))


SIDES: Final = ("organisation", "starter")


def told(cells: Iterable[Cell], places: Places) -> Places:
    """The locations something is said of; all of them together only where there is none."""
    held = list(cells)
    known = [one for one in places if any(share(cell, one[0]) for cell in held)]
    return [one for one in known if one[0] is not None] or known


def share(cell: Cell, place: str | None) -> str | None:
    """What passed the door for a place, or for all of them; None where nothing did."""
    found = cell["whole"] if place is None else cell["places"].get(place)
    return found["share"] if found else None


def _rank(found: str | None) -> int:
    return OFTEN.index(found) + 1 if found in OFTEN else 0


def _by(name: str, who: Sequence[str]) -> str:
    """Where only one of the two says so, which: neither is right above the other."""
    if len(who) == len(SIDES):
        return name
    by = _("zeggen starters") if "starter" in who else _("zegt de organisatie")
    return f"{name} ({by})"
