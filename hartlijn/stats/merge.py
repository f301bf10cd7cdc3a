"""One map out of what several people think of it, and where they differ."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from hartlijn.stats.cognitive_map import Numbers
from hartlijn.stats.what_if import HIGH, LOW, Ranges

WIDE: Final = 0.4
"""People differ when their weights lie further apart: two words of five."""


@dataclass(frozen=True)
class Merged:
    """What people think of every relation; (factors, factors) each, NaN where nobody said a thing."""

    middle: Numbers
    low: Numbers
    high: Numbers
    """Their median, and the percentiles between which eight in ten lie."""
    people: NDArray[np.int64]
    """How many said something about it."""
    opposite: NDArray[np.bool_]
    """Whether some say it makes more and others that it makes less."""

    @property
    def differ(self) -> NDArray[np.bool_]:
        """Where people differ so much that it is worth talking about."""
        with np.errstate(invalid="ignore"):
            return self.opposite | (self.high - self.low > WIDE + 1e-9)


def merge(weighed: Numbers) -> Merged:
    """Bring the maps of several people together.

    ``weighed``: (people, factors, factors), NaN where somebody did not say anything.
    """
    said = ~np.isnan(weighed)
    low, middle, high = _percentiles(weighed, said)
    return Merged(
        middle=middle,
        low=low,
        high=high,
        people=said.sum(axis=0, dtype=np.int64),
        opposite=np.logical_and((weighed > 0).any(axis=0), (weighed < 0).any(axis=0)),
    )


def _percentiles(weighed: Numbers, said: NDArray[np.bool_]) -> Numbers:
    """Low, middle and high of what was said of each relation: (3, factors, factors)."""
    found = np.full((3, *weighed.shape[1:]), np.nan)
    for row, column in zip(*np.nonzero(said.any(axis=0)), strict=True):
        here = weighed[said[:, row, column], row, column]
        found[:, row, column] = np.percentile(here, (LOW, 50, HIGH))
    return found


def ranges_of(merged: Merged, otherwise: Ranges) -> Ranges:
    """The map of the group; of a relation nobody weighed, what ``otherwise`` says."""
    unsaid = merged.people == 0
    return Ranges(
        np.where(unsaid, otherwise.low, merged.low), np.where(unsaid, otherwise.high, merged.high)
    )


def own_maps(weighed: Numbers, otherwise: Ranges) -> Numbers:
    """Everybody's own map; what somebody did not weigh stands in the middle of its range."""
    return np.where(np.isnan(weighed), otherwise.middle, weighed)
