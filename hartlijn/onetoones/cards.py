"""The cards as a stack: one lies on top, the others are one press away."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hartlijn.library import shelf
from hartlijn.library.definition import Definition
from hartlijn.onetoones.definitions import Card

THEMES: Final[dict[str, str | Promise]] = {
    "work": _("Hoe gaat het werk?"),
    "energy": _("Wat gaf je energie?"),
    "need": _("Wat heb je nodig?"),
    "boundaries": _("Grenzen"),
    "learning": _("Leren"),
    "belonging": _("Erbij horen"),
}


@dataclass(frozen=True)
class Stack:
    """The cards of one theme, with one on top."""

    theme: str
    card: Card | None
    next_key: str
    """The card that comes after it; the first again after the last."""


def stack(theme: str, key: str, today: date) -> Stack:
    """The card that was asked for; else one that changes with the day, so no week begins alike."""
    chosen = theme if theme in THEMES else _of_the_day(list(THEMES), today)
    cards = [one for one in _all() if one.content.theme == chosen]
    if not cards:
        return Stack(chosen, None, "")
    keys = [one.key for one in cards]
    place = keys.index(key) if key in keys else today.toordinal() % len(cards)
    return Stack(chosen, cards[place].content, keys[(place + 1) % len(keys)])


def _of_the_day(found: list[str], today: date) -> str:
    return found[today.toordinal() % len(found)]


def _all() -> list[Definition]:
    return shelf.every("card")
