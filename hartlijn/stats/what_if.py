"""What if some factors were held: what moves, how far, and how sure that is.

No strength in a map is known as one number. A relation has a range; a scenario is run over many
draws from all ranges, each time beside the same draw without anything held. Told is the range of
change of each factor, in how many draws its direction holds, and which relations it hinges on.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from hartlijn.stats.cognitive_map import Inference, Numbers, Runs, joined, run

Truths = NDArray[np.bool_]

LOW: Final = 10
HIGH: Final = 90
"""Percentiles of the draws between which a range is told: eight draws in ten lie there."""
PORTION: Final = 128
"""Draws that are made together, each portion by its own key, so that order changes nothing."""
NOTHING: Final = 1e-6
"""A change below this is none; runs stand still to a thousandth of it."""
LEAST: Final = 0.1
"""A change does not hinge on a relation with a rank correlation below this."""
BY_LUCK: Final = 3.0
"""Nor on one that is no further from 0 than so many standard errors of so few draws."""

Holds = Mapping[int, float | Callable[[Numbers], Numbers]]
"""By number of the factor: a value, or what makes one out of where each map rests by itself."""


@dataclass(frozen=True)
class Ranges:
    """A map whose weights lie between two numbers; (factors, factors) each."""

    low: Numbers
    high: Numbers

    def __post_init__(self) -> None:
        """Refuse what is no map; ValueError says what."""
        if self.low.shape != self.high.shape or self.low.ndim != 2:  # noqa: PLR2004 - a square
            raise ValueError("A map is a square of weights.")
        if self.low.shape[0] != self.low.shape[1]:
            raise ValueError("A map has as many rows as columns.")
        if not (np.isfinite(self.low).all() and np.isfinite(self.high).all()):
            raise ValueError("A weight is a number.")
        if (self.low > self.high).any() or (abs(self.low) > 1).any() or (abs(self.high) > 1).any():
            raise ValueError("A weight lies between -1 and 1, its low end first.")

    @property
    def middle(self) -> Numbers:
        """The map with every weight in the middle of its range."""
        return (self.low + self.high) / 2


@dataclass(frozen=True)
class Change:
    """What happens to one factor, over all draws."""

    baseline: float
    scenario: float
    """Medians of its values without and with what is held."""
    low: float
    high: float
    """The range of its change."""
    direction_share: float
    """The share of draws in which it moves the way most of them move it; 0 when none does."""


@dataclass(frozen=True)
class Scenario:
    """What a scenario says."""

    changes: tuple[Change, ...]
    without: Runs
    with_held: Runs

    @property
    def moved(self) -> Numbers:
        """(maps, factors): how far each factor moves in each map."""
        return self.with_held.values - self.without.values


def draws_of(ranges: Ranges, draws: int, seed: int) -> Numbers:
    """Maps out of the ranges, each weight evenly: (draws, factors, factors).

    The same ``seed`` gives the same draws, and more draws begin with the same ones.
    """
    return np.concatenate(list(portions(ranges, draws, seed)))


def portions(ranges: Ranges, draws: int, seed: int) -> Iterator[Numbers]:
    """The same draws bit by bit, so that a large map does not fill the memory."""
    width = ranges.high - ranges.low
    rows, columns = np.nonzero(width > 0)
    low, width = ranges.low[rows, columns], width[rows, columns]
    for number, first in enumerate(range(0, draws, PORTION)):
        key = np.random.SeedSequence(seed, spawn_key=(number,))
        some = np.random.default_rng(key).random((PORTION, len(rows)))[: draws - first]
        maps = np.tile(ranges.low, (len(some), 1, 1))
        maps[:, rows, columns] = low + width * some
        yield maps


def what_if(maps: Numbers, held: Holds, how: Inference) -> Scenario:
    """Run every map with and without what is held; ``maps``: (maps, factors, factors)."""
    without, with_held = _both(maps, held, how)
    return told([without], [with_held])


def over_draws(ranges: Ranges, held: Holds, how: Inference, draws: int, seed: int) -> Scenario:
    """The same over draws from the ranges."""
    runs = [_both(maps, held, how) for maps in portions(ranges, draws, seed)]
    return told([without for without, _held in runs], [with_held for _without, with_held in runs])


def _both(maps: Numbers, held: Holds, how: Inference) -> tuple[Runs, Runs]:
    without = run(maps, {}, how)
    at = {
        number: value(without.values[:, number]) if callable(value) else value
        for number, value in held.items()
    }
    return without, run(maps, at, how)


def told(without: Sequence[Runs], with_held: Sequence[Runs]) -> Scenario:
    """What runs say: the range of each change, and in how many of them its direction holds."""
    before, after = joined(without), joined(with_held)
    moved = after.values - before.values
    low, high = np.percentile(moved, (LOW, HIGH), axis=0)
    up, down = (moved > NOTHING).mean(axis=0), (moved < -NOTHING).mean(axis=0)
    numbers = (
        *(np.median(before.values, axis=0), np.median(after.values, axis=0)),
        *(low, high, np.maximum(up, down)),
    )
    changes = tuple(Change(*map(float, one)) for one in zip(*numbers, strict=True))
    return Scenario(changes, before, after)


def hinges(
    maps: Numbers, moved: Numbers, factor: int, held: Collection[int], most: int
) -> list[tuple[int, int, float]]:
    """On which relations the change of one factor hinges: row, column and how much, most first.

    ``moved``: (maps, factors), the change in each. How much is Spearman's rank correlation between
    the weight and the change, between -1 and 1. Relations that are the same in all maps say
    nothing, nor does one through which nothing comes from what is held to the factor.
    """
    spread = maps.max(axis=0) - maps.min(axis=0) > 0
    rows, columns = np.nonzero(spread & _on_the_way((maps != 0).any(axis=0), held, factor))
    if not len(rows) or np.ptp(moved[:, factor]) <= NOTHING:
        return []
    ranks = _ranks(maps[:, rows, columns])
    change = _ranks(moved[:, [factor]])[:, 0]
    much = ranks.T @ change / np.sqrt((ranks**2).sum(axis=0) * (change**2).sum())
    least = max(LEAST, BY_LUCK / np.sqrt(len(maps)))
    order: Sequence[int] = np.argsort(-np.abs(much), kind="stable")[:most].tolist()
    return [
        (int(rows[one]), int(columns[one]), float(much[one]))
        for one in order
        if abs(much[one]) >= least
    ]


def _on_the_way(there: Truths, held: Collection[int], factor: int) -> Truths:
    """The relations on a way from what is held to a factor; nothing acts on what is held."""
    open_ = there.copy()
    open_[:, list(held)] = False
    return open_ & _reached(open_, held)[:, None] & _reached(open_.T, [factor])


def _reached(there: Truths, begin: Collection[int]) -> Truths:
    """Which factors can be come to, row to column."""
    found = np.zeros(len(there), dtype=np.bool_)
    found[list(begin)] = True
    while (more := found | there[found].any(axis=0)).sum() > found.sum():
        found = more
    return found


def _ranks(columns: Numbers) -> Numbers:
    """Ranks down each column, centred; ties in the order they came (draws hardly ever tie)."""
    order = columns.argsort(axis=0, kind="stable").argsort(axis=0, kind="stable")
    return order.astype(np.float64) - (len(columns) - 1) / 2
