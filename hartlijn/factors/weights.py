"""Between words and numbers: a strength in words is a range, and a number is an estimate.

The table stands in `docs/what-if.md`; both say the same, and a test holds them to it.
"""

import math
import re
from dataclasses import dataclass
from typing import Final, Self

from hartlijn.factors.words import Sign, Strength

BANDS: Final = {
    Strength.VERY_WEAK: (0.0, 0.2),
    Strength.WEAK: (0.2, 0.4),
    Strength.MEDIUM: (0.4, 0.6),
    Strength.STRONG: (0.6, 0.8),
    Strength.VERY_STRONG: (0.8, 1.0),
    Strength.UNKNOWN: (0.0, 1.0),
}
AROUND: Final = 0.1
"""A number is drawn from as far around it as a word reaches around its middle."""
WORDS: Final = {
    "very weak": Strength.VERY_WEAK,
    "zeer zwak": Strength.VERY_WEAK,
    "weak": Strength.WEAK,
    "zwak": Strength.WEAK,
    "medium": Strength.MEDIUM,
    "matig": Strength.MEDIUM,
    "gemiddeld": Strength.MEDIUM,
    "strong": Strength.STRONG,
    "sterk": Strength.STRONG,
    "very strong": Strength.VERY_STRONG,
    "zeer sterk": Strength.VERY_STRONG,
    "unknown": Strength.UNKNOWN,
    "onbekend": Strength.UNKNOWN,
    "": Strength.UNKNOWN,
}
_NUMBER: Final = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?", re.IGNORECASE)
_WORD: Final = re.compile(r"([+±?-]?)\s*([a-z ]*)", re.IGNORECASE)


class UnclearError(ValueError):
    """This is neither a number nor a word we know."""


class TooFarError(ValueError):
    """This number does not lie between -1 and 1."""


@dataclass(frozen=True)
class Weight:
    """How one factor acts on another: in words, and as a number when somebody gave one."""

    sign: Sign
    strength: Strength
    number: float | None = None

    @classmethod
    def of_number(cls, number: float) -> Self:
        """A weight out of a table; 0 is no weight."""
        if not math.isfinite(number):
            raise UnclearError
        if not -1 <= number <= 1:
            raise TooFarError
        far = next(word for word, (_low, high) in BANDS.items() if abs(number) <= high + 1e-12)
        return cls(Sign.MORE if number > 0 else Sign.LESS, far, number)

    @property
    def is_known(self) -> bool:
        """Whether both its way and its strength are known."""
        return self.strength is not Strength.UNKNOWN and self.sign is not Sign.UNKNOWN

    @property
    def range(self) -> tuple[float, float]:
        """Between which numbers it lies; a number never changes its sign."""
        low, high = BANDS[self.strength]
        if self.number is not None:
            low, high = max(0.0, abs(self.number) - AROUND), min(1.0, abs(self.number) + AROUND)
        match self.sign:
            case Sign.MORE:
                return low, high
            case Sign.LESS:
                return -high, -low
            case _:
                return -high, high

    @property
    def middle(self) -> float:
        """One number for it: the given one, or the middle of its range."""
        if self.number is not None:
            return self.number
        low, high = self.range
        return round((low + high) / 2, 3)


def read_weight(text: str, *, decimal_comma: bool = False) -> Weight | None:
    """Read a cell: a number, or words such as "- sterk", "very weak" and "?"; None when it is empty."""
    text = " ".join(text.replace("\u2212", "-").split())
    number = text.replace(",", ".") if decimal_comma else text
    if _NUMBER.fullmatch(number):
        value = float(number)
        return Weight.of_number(value) if value else None
    found = _WORD.fullmatch(text)
    if not text:
        return None
    if not found or (word := found[2].strip().lower()) not in WORDS:
        raise UnclearError
    sign = Sign(found[1]) if found[1] else (Sign.MORE if word else Sign.UNKNOWN)
    return Weight(sign, WORDS[word])


def written(weight: Weight) -> str:
    """What `read_weight` reads back: a number where it is known, else words."""
    if weight.number is not None:
        return repr(float(weight.number))
    if weight.is_known and weight.sign is not Sign.BOTH:
        return repr(weight.middle)
    return f"{weight.sign} {weight.strength}"
