"""The kinds of words of this app: decks of cards, and the assignments of the learning line.

The only numbers are an order, a year of study, and minutes of a lesson. Nothing here can hold
what an assignment is worth.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hartlijn.library.kinds import Kind, register
from hartlijn.library.problems import Problem, problem
from hartlijn.library.schema import Between, Longest, Refers
from hartlijn.library.text import Text

DECK: Final = "deck"
ASSIGNMENT: Final = "assignment"
YEARS: Final = (1, 2, 3, 4)

SETTINGS: Final[dict[str, str | Promise]] = {
    "lesson": _("In een les"),
    "team_meeting": _("In een teamoverleg"),
    "one_to_one": _("Met z’n tweeën"),
}
THEMES: Final[dict[str, str | Promise]] = {
    "drives": _("Drijfveren"),
    "success_and_vulnerability": _("Wat lukte en wat kwetsbaar was"),
    "circle_of_influence": _("Waar je invloed op hebt"),
    "boundaries": _("Grenzen"),
    "asking_for_help": _("Hulp vragen"),
}


@dataclass(frozen=True)
class Card:
    """One open question to talk about."""

    key: Annotated[str, Longest(60)]
    text: Annotated[Text, Longest(160)]
    hint: Annotated[Text | None, Longest(200)] = None  # to whoever asks


@dataclass(frozen=True)
class Way:
    """How to use a deck in one setting: for whoever guides the talk."""

    setting: Literal["lesson", "team_meeting", "one_to_one"]
    minutes: Annotated[int, Between(5, 120)]
    steps: Annotated[tuple[Text, ...], Between(2, 8), Longest(240)]

    @property
    def name(self) -> str | Promise:
        """The setting in words."""
        return SETTINGS[self.setting]


@dataclass(frozen=True)
class Deck:
    """Cards about one subject, with notes for whoever guides the talk."""

    order: Annotated[int, Between(1, 1000)]
    title: Annotated[Text, Longest(80)]
    about: Annotated[Text, Longest(300)]
    cards: Annotated[tuple[Card, ...], Between(4, 30)]
    ways: Annotated[tuple[Way, ...], Between(1, 3)]
    careful: Annotated[tuple[Text, ...], Between(1, 6), Longest(240)]
    source: Annotated[str, Longest(400)]
    licence: Annotated[str, Longest(60)]

    def problems(self) -> Iterator[Problem]:
        """Each card and each setting once."""
        twice = _("“{key}” staat er twee keer. Houd er één.")
        for key in _doubled(one.key for one in self.cards):
            yield problem(("cards",), twice, key=key)
        for key in _doubled(one.setting for one in self.ways):
            yield problem(("ways",), twice, key=key)


@dataclass(frozen=True)
class Guidance:
    """The page of an assignment for the teacher."""

    aim: Annotated[Text, Longest(240)]
    steps: Annotated[tuple[Text, ...], Between(1, 6), Longest(240)]
    careful: Annotated[Text, Longest(240)]


@dataclass(frozen=True)
class Assignment:
    """Something small to do, talk about and take along. It is never marked."""

    year: Annotated[int, Between(YEARS[0], YEARS[-1])]
    theme: Literal[
        "drives",
        "success_and_vulnerability",
        "circle_of_influence",
        "boundaries",
        "asking_for_help",
    ]
    title: Annotated[Text, Longest(80)]
    about: Annotated[Text, Longest(240)]
    minutes: Annotated[int, Between(5, 90)]
    steps: Annotated[tuple[Text, ...], Between(1, 6), Longest(240)]
    take_along: Annotated[Text, Longest(240)]
    teacher: Guidance
    source: Annotated[str, Longest(400)]
    licence: Annotated[str, Longest(60)]
    deck: Annotated[str | None, Refers(DECK)] = None

    @property
    def theme_name(self) -> str | Promise:
        """The theme in words."""
        return THEMES[self.theme]


def _doubled(keys: Iterator[str]) -> list[str]:
    return [key for key, times in Counter(keys).items() if times > 1]


register(Kind(DECK, "decks", Deck))
register(Kind(ASSIGNMENT, "learning-line", Assignment))
