"""Decks and assignments as they are now, in the order in which a page shows them."""

from dataclasses import dataclass
from typing import Final

from hartlijn.learning.definitions import ASSIGNMENT, DECK, THEMES, YEARS, Assignment, Deck
from hartlijn.library import shelf

_ORDER: Final = list(THEMES)


@dataclass(frozen=True)
class Listed:
    """An assignment with its key."""

    key: str
    content: Assignment


def decks() -> list[tuple[str, Deck]]:
    """Every deck with its key."""
    found = [(one.key, one.content) for one in shelf.every(DECK)]
    return sorted(found, key=lambda one: (one[1].order, one[0]))


def assignments() -> dict[str, Listed]:
    """Every assignment by its key: by year, and in each year by theme."""
    found = [Listed(one.key, one.content) for one in shelf.every(ASSIGNMENT)]
    found.sort(key=lambda one: (one.content.year, _ORDER.index(one.content.theme), one.key))
    return {one.key: one for one in found}


def by_year() -> list[tuple[int, list[Listed]]]:
    """The four years, each with what it has."""
    found = assignments().values()
    return [(year, [one for one in found if one.content.year == year]) for year in YEARS]
