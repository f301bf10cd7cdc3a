"""What somebody says of one relation: which way it works and how strongly, or that she cannot say."""

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Self

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hartlijn.factors import saying
from hartlijn.factors.weights import Weight
from hartlijn.factors.words import Sign, Strength


class Way(StrEnum):
    """What the first factor does to the second. Not knowing is an answer of its own."""

    MORE = "more"
    LESS = "less"
    NOTHING = "nothing"
    DONT_KNOW = "dont_know"


SIGNS: Final = {Way.MORE: Sign.MORE, Way.LESS: Sign.LESS}
STRENGTHS: Final[dict[Strength, str | Promise]] = {
    key: words for key, words in saying.STRENGTHS.items() if key is not Strength.UNKNOWN
}
"""Those that can be said, weakest first."""
WAYS: Final[dict[Way, str | Promise]] = {
    Way.MORE: saying.SIGNS[Sign.MORE],
    Way.LESS: saying.SIGNS[Sign.LESS],
    Way.NOTHING: _("doet niets"),
    Way.DONT_KNOW: _("weet ik niet"),
}
_CODES: Final = {Way.NOTHING: "0", Way.DONT_KNOW: "?"}


@dataclass(frozen=True)
class Answer:
    """One answer. A strength stands beside a direction, and beside nothing else."""

    way: Way
    strength: Strength = Strength.UNKNOWN

    def __post_init__(self) -> None:
        """Refuse half an answer; ValueError says what is missing."""
        if (self.way in SIGNS) is (self.strength is Strength.UNKNOWN):
            raise ValueError("A direction has a strength, and nothing else has.")

    @property
    def code(self) -> str:
        """How it is kept: "+ strong", "0", "?"."""
        return _CODES.get(self.way) or f"{SIGNS[self.way]} {self.strength}"

    @classmethod
    def of(cls, code: str) -> Self:
        """Read what was kept; ValueError when it is no answer."""
        for way, short in _CODES.items():
            if code == short:
                return cls(way)
        sign, _space, strength = code.partition(" ")
        way = next((one for one, of_it in SIGNS.items() if of_it == sign), Way.DONT_KNOW)
        return cls(way, Strength(strength))

    @property
    def number(self) -> float:
        """The middle of the word, 0 for no effect; NaN when somebody cannot say."""
        if self.way is Way.NOTHING:
            return 0.0
        if self.way is Way.DONT_KNOW:
            return math.nan
        return Weight(SIGNS[self.way], self.strength).middle

    @property
    def words(self) -> str:
        """In the language of the reader: "versterkt (sterk)"."""
        said = str(WAYS[self.way])
        return f"{said} ({STRENGTHS[self.strength]})" if self.way in SIGNS else said


def read_answer(way: str, strength: str) -> Answer:
    """Two choices of a form as one answer; a strength beside "I do not know" says nothing.

    ValueError when a choice is not one of ours or a direction has no strength.
    """
    chosen = Way(way)
    return Answer(chosen, Strength(strength) if chosen in SIGNS else Strength.UNKNOWN)


def as_words(number: float) -> str:
    """A number of a group in the words people weighed with."""
    way = Way.MORE if number > 0 else Way.LESS
    if abs(number) < 0.05:  # noqa: PLR2004 - nearer to nothing than to the weakest word
        return str(WAYS[Way.NOTHING])
    return Answer(way, Weight.of_number(max(-1.0, min(1.0, number))).strength).words
