"""Two scenarios side by side: by factor, most different first."""

from dataclasses import dataclass
from typing import Final

from hartlijn.factors.whatif.showing import Row, Shown

ALIKE: Final = 6
"""On an axis of 200: about a quarter of a word."""


@dataclass(frozen=True)
class Pair:
    """One factor in both; None where it is held, or where the map does not have it."""

    name: str
    one: Row | None
    other: Row | None
    apart: float

    @property
    def both(self) -> tuple[Row | None, Row | None]:
        """In order."""
        return self.one, self.other


@dataclass(frozen=True)
class Compared:
    """What differs, and what hardly does."""

    differ: tuple[Pair, ...]
    alike: tuple[Pair, ...]


def compared(one: Shown, other: Shown) -> Compared:
    """Lay them side by side."""
    first, second = one.by_key, other.by_key
    pairs = []
    for key in dict.fromkeys((*first, *second)):
        left, right = first.get(key), second.get(key)
        apart = abs(_middle(left) - _middle(right)) if left and right else 0.0
        name = next(row.name for row in (left, right) if row)
        pairs.append(Pair(name, left, right, apart))
    pairs.sort(key=lambda pair: -pair.apart)
    return Compared(
        differ=tuple(pair for pair in pairs if pair.apart > ALIKE),
        alike=tuple(pair for pair in pairs if pair.apart <= ALIKE),
    )


def _middle(row: Row) -> float:
    return row.bar.x + row.bar.width / 2
