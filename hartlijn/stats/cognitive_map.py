"""What follows in a map of factors when some of them are held: fuzzy cognitive maps.

A map is a square matrix of weights between -1 and 1; row i, column j says how factor i acts on
factor j. Every step each factor gets a new value out of those that act on it, until nothing
moves any more. Many maps run side by side: a scenario is never told from one map alone.

The rules: Kosko (1986), doi:10.1016/S0020-7373(86)80040-2; modified Kosko, by which a factor keeps
what it was (Stylios and Groumpos 2004, doi:10.1109/TSMCA.2003.818878); rescaled, by which the
middle of the scale says nothing (Papageorgiou 2011, doi:10.1016/j.asoc.2009.12.010).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

AT_ONCE: Final = 128
"""So many maps run together: their weights stay near the processor, and a step costs little."""


PATIENCE: Final = 16
"""Most runs stand still before this step; only what goes on is looked at for a cycle."""


class Rule(StrEnum):
    """How the values of one step become the sums of the next."""

    KOSKO = "kosko"
    MODIFIED = "modified"
    RESCALED = "rescaled"


class Function(StrEnum):
    """How a sum becomes a value again."""

    SIGMOID = "sigmoid"
    TANH = "tanh"
    BIVALENT = "bivalent"
    TRIVALENT = "trivalent"


class Outcome(StrEnum):
    """How a run ended."""

    FIXED_POINT = "fixed point"
    LIMIT_CYCLE = "limit cycle"
    NO_CONVERGENCE = "no convergence"


@dataclass(frozen=True)
class Inference:
    """How a map is run. The run stops when no value moves by ``tolerance`` any more."""

    rule: Rule = Rule.KOSKO
    function: Function = Function.SIGMOID
    slope: float = 1.0
    """Lambda: how steep the sigmoid and the hyperbolic tangent are."""
    tolerance: float = 1e-9
    most_steps: int = 1000

    def __post_init__(self) -> None:
        """Refuse what cannot be run; ValueError says what."""
        if not self.slope > 0:
            raise ValueError("The slope (lambda) is a number above 0.")
        if not self.tolerance > 0:
            raise ValueError("The threshold is a number above 0.")
        if self.most_steps < 1:
            raise ValueError("A run has at least one step.")

    @property
    def start(self) -> float:
        """The value in the middle of the function, with which every factor begins."""
        return 0.5 if self.function is Function.SIGMOID else 0.0


@dataclass(frozen=True)
class Runs:
    """How runs of several maps ended."""

    values: Numbers
    """(maps, factors)"""
    steps: NDArray[np.int64]
    """(maps,): after how many steps each stood still; ``most_steps`` when it did not."""
    is_still: NDArray[np.bool_]
    """(maps,)"""
    repeats: NDArray[np.bool_]
    """(maps,): whether what does not stand still comes back to where it was, again and again."""

    def outcome(self, map_: int = 0) -> Outcome:
        """How one of them ended."""
        if self.is_still[map_]:
            return Outcome.FIXED_POINT
        return Outcome.LIMIT_CYCLE if self.repeats[map_] else Outcome.NO_CONVERGENCE


def joined(parts: Sequence[Runs]) -> Runs:
    """Runs that were made bit by bit, as one."""
    return Runs(
        np.concatenate([one.values for one in parts]),
        np.concatenate([one.steps for one in parts]),
        np.concatenate([one.is_still for one in parts]),
        np.concatenate([one.repeats for one in parts]),
    )


def run(
    weights: Numbers,
    held: Mapping[int, float | Numbers],
    how: Inference,
    start: Numbers | None = None,
) -> Runs:
    """Run every map with the same factors held at a value.

    ``weights``: (maps, factors, factors); ``held``: value by number of the factor, one for all maps
    or one for each; ``start``: (factors,), where each begins when that is not the middle.
    """
    maps, factors, _factors = weights.shape
    begin = np.full((maps, factors), how.start)
    if start is not None:
        begin[:] = start
    for number, value in held.items():
        begin[:, number] = value
    ended = Runs(
        values=np.empty((maps, factors)),
        steps=np.empty(maps, dtype=np.int64),
        is_still=np.zeros(maps, dtype=np.bool_),
        repeats=np.zeros(maps, dtype=np.bool_),
    )
    where = np.fromiter(held, dtype=np.int64, count=len(held))
    for some in _portions(maps):
        _run_some(weights[some], (begin[some], where), how, ended, some)
    return ended


def _portions(maps: int) -> Iterator[slice]:
    for first in range(0, maps, AT_ONCE):
        yield slice(first, min(first + AT_ONCE, maps))


def _run_some(
    weights: Numbers,
    begin: tuple[Numbers, NDArray[np.int64]],
    how: Inference,
    ended: Runs,
    some: slice,
) -> None:
    """Run a portion; whatever stands still leaves it, so that the rest goes on alone.

    A cycle is found as Brent (1980) does: now and then a state is remembered, after 1, 2, 4, ...
    steps; who comes back to it without standing still goes round. Who comes back to it to the last
    bit goes round for ever, so that rounds are skipped: after ``last`` it stands where it ends.
    """
    values, held = begin
    fixed = values[:, held]
    going = np.arange(some.start, some.stop)
    remembered, at, repeats = values, 0, np.zeros(len(going), dtype=np.bool_)
    last = np.full(len(going), how.most_steps)
    for step in range(1, how.most_steps + 1):
        before, values = values, _next(values, weights, how)
        values[:, held] = fixed
        still = np.abs(values - before).max(axis=1, initial=0) < how.tolerance
        if step > PATIENCE:
            back = np.abs(values - remembered).max(axis=1, initial=0)
            repeats |= back < how.tolerance
            last[back == 0] = step + (how.most_steps - step) % (step - at)
        if step & (step - 1) == 0:
            remembered, at = values, step
        done = still | (last == step)
        if done.any():
            ended.repeats[going] = repeats & ~still
            _put(ended, going[still], values[still], step, is_still=True)
            _put(ended, going[done & ~still], values[done & ~still], how.most_steps, is_still=False)
            left = ~done
            going, values, weights, fixed = going[left], values[left], weights[left], fixed[left]
            remembered, repeats, last = remembered[left], repeats[left], last[left]
            if not len(going):
                return


def _put(
    ended: Runs, which: NDArray[np.int64], values: Numbers, steps: int, *, is_still: bool
) -> None:
    ended.values[which] = values
    ended.steps[which] = steps
    ended.is_still[which] = is_still


def _next(values: Numbers, weights: Numbers, how: Inference) -> Numbers:
    """One step: (maps, factors) out of the same."""
    acting = 2 * values - 1 if how.rule is Rule.RESCALED else values
    sums = np.matmul(acting[:, None, :], weights)[:, 0, :]
    if how.rule is not Rule.KOSKO:
        sums += acting
    return _value_of(sums, how)


def _value_of(sums: Numbers, how: Inference) -> Numbers:
    match how.function:
        case Function.SIGMOID:
            return _sigmoid(-how.slope * sums)
        case Function.TANH:
            return np.tanh(how.slope * sums)
        case Function.BIVALENT:
            return (sums > 0).astype(np.float64)
        case _:
            return np.sign(sums)


def _sigmoid(minus: Numbers) -> Numbers:
    """1 / (1 + e^minus), in the array that is given; far out it is 0, and nothing is amiss."""
    with np.errstate(over="ignore"):
        np.exp(minus, out=minus)
    minus += 1
    return np.reciprocal(minus, out=minus)
