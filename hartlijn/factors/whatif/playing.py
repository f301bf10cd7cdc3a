"""Play what-if with a map on a page: hold factors lower or higher than they are, and see what moves.

Words here are relative to where a factor comes to rest by itself: with most rules that is not the
middle of the scale, and "higher" has to mean higher. The table stands in `docs/what-if.md`.
Pure: no database, no clock.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from functools import partial
from typing import Any, Final, Self

import numpy as np
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hartlijn.factors.whatif.telling import ended
from hartlijn.factors.whatif.values import LOWEST, STEPS
from hartlijn.stats.cognitive_map import Function, Inference, Numbers, Outcome, Rule, Runs
from hartlijn.stats.what_if import (
    NOTHING,
    Change,
    Holds,
    Ranges,
    Scenario,
    draws_of,
    hinges,
    over_draws,
)
from hartlijn.stats.what_if import what_if as over_maps

QUICK: Final = 200
FULL: Final = 10_000
AT_FULL: Final = 60
"""Maps of so many factors are drawn in full; larger ones less often, so that nobody waits long."""
HINGE_DRAWS: Final = 1024
HINGES: Final = 3
EXPLAINED: Final = 5
"""Of so many factors, those that move most, we say what it hinges on."""
SOON: Final = 100
"""Most maps rest within a third of so many steps; one that does not costs much to draw in full."""


class Held(StrEnum):
    """Where a factor is held, beside where it comes to rest by itself."""

    MUCH_LOWER = "much_lower"
    LOWER = "lower"
    AS_NOW = "as_now"
    HIGHER = "higher"
    MUCH_HIGHER = "much_higher"


HELD_WORDS: Final[dict[Held, str | Promise]] = {
    Held.MUCH_LOWER: _("veel lager"),
    Held.LOWER: _("lager"),
    Held.AS_NOW: _("zoals nu"),
    Held.HIGHER: _("hoger"),
    Held.MUCH_HIGHER: _("veel hoger"),
}
_TO_THE_END: Final = {
    Held.MUCH_LOWER: 1.0,
    Held.LOWER: 0.5,
    Held.HIGHER: 0.5,
    Held.MUCH_HIGHER: 1.0,
}


@dataclass(frozen=True)
class Settings:
    """How it is reckoned; only researchers change this."""

    rule: Rule = Rule.KOSKO
    function: Function = Function.SIGMOID
    slope: float = 1.0
    seed: int = 1

    @property
    def how(self) -> Inference:
        """As the mathematics knows it."""
        return Inference(self.rule, self.function, self.slope)

    @property
    def scale(self) -> float:
        """From the lowest value of a factor to the highest."""
        return 1 - LOWEST[self.function]

    def as_json(self) -> dict[str, Any]:
        """To keep."""
        return asdict(self)

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Self:
        """Read what was kept."""
        return cls(
            Rule(kept["rule"]), Function(kept["function"]), float(kept["slope"]), int(kept["seed"])
        )


@dataclass(frozen=True)
class Unrest:
    """How runs ended, and how many of them did not stand still."""

    outcome: Outcome
    moving: int

    @classmethod
    def of(cls, runs: Runs) -> Self:
        """Look at all of them."""
        return cls(ended(runs), int((~runs.is_still).sum()))


@dataclass(frozen=True)
class Played:
    """What a scenario said: to show now, or to keep beside another."""

    draws: int
    """How many maps were looked at."""
    people: bool
    """Whether those are the maps of people, and not draws."""
    changes: Mapping[str, Change]
    """By the key of a factor; what is held is not among them."""
    without: Unrest
    with_held: Unrest
    hinges: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """By the key of a factor that moves: the relations it hinges on, most first."""
    steps: int = 0
    """Of the longest run."""

    @property
    def rests_soon(self) -> bool:
        """Whether every map did."""
        return self.steps <= SOON

    def as_json(self) -> dict[str, Any]:
        """To keep."""
        return asdict(self)

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Self:
        """Read what was kept."""
        return cls(
            draws=kept["draws"],
            people=kept["people"],
            changes={key: Change(**one) for key, one in kept["changes"].items()},
            without=_unrest(kept["without"]),
            with_held=_unrest(kept["with_held"]),
            hinges={
                key: tuple((source, target) for source, target in on)
                for key, on in kept["hinges"].items()
            },
            steps=kept.get("steps", 0),
        )


def _unrest(kept: Mapping[str, Any]) -> Unrest:
    return Unrest(Outcome(kept["outcome"]), kept["moving"])


def full_draws(factors: int) -> int:
    """How many draws a map of so many factors gets; they cost its square."""
    if factors <= AT_FULL:
        return FULL
    return int(FULL * (AT_FULL / factors) ** 2) // 100 * 100


def quick_draws(factors: int) -> int:
    """How many while a slider moves."""
    return max(50, min(QUICK, full_draws(factors) * QUICK // FULL))


def play(
    keys: Sequence[str],
    maps: Ranges | Numbers,
    held: Mapping[str, Held],
    settings: Settings,
    draws: int,
) -> Played:
    """Run it. ``keys``: of the factors, as they stand in the maps; what they do not name is left."""
    where = {key: number for number, key in enumerate(keys)}
    fixed: Holds = {
        where[key]: partial(value_at, word, settings.function)
        for key, word in held.items()
        if key in where
    }
    if isinstance(maps, Ranges):
        scenario = over_draws(maps, fixed, settings.how, draws, settings.seed)
    else:
        scenario = over_maps(maps, fixed, settings.how)
    number = len(scenario.without.is_still)
    return Played(
        draws=number,
        people=not isinstance(maps, Ranges),
        changes={key: scenario.changes[at] for key, at in where.items() if at not in fixed},
        without=Unrest.of(scenario.without),
        with_held=Unrest.of(scenario.with_held),
        hinges=_hinges(keys, maps, scenario, set(fixed), settings.seed) if number > QUICK else {},
        steps=int(max(scenario.without.steps.max(), scenario.with_held.steps.max())),
    )


def value_at(word: Held, function: Function, at_rest: Numbers) -> Numbers:
    """Beside where it rests in each map: there, halfway to the end of the scale, or all the way."""
    if word is Held.AS_NOW:
        return at_rest
    end = 1.0 if word in {Held.HIGHER, Held.MUCH_HIGHER} else LOWEST[function]
    if function in STEPS:
        return np.full_like(at_rest, end)
    return at_rest + (end - at_rest) * _TO_THE_END[word]


def _hinges(
    keys: Sequence[str], maps: Ranges | Numbers, scenario: Scenario, fixed: set[int], seed: int
) -> dict[str, tuple[tuple[str, str], ...]]:
    """Of the factors that move most."""
    if not isinstance(maps, Ranges) or not fixed:
        return {}
    far = np.abs(scenario.moved).mean(axis=0)
    far[list(fixed)] = 0
    some = draws_of(maps, min(HINGE_DRAWS, len(scenario.moved)), seed)
    found = {}
    for one in np.argsort(-far, kind="stable")[:EXPLAINED]:
        if far[one] > NOTHING:
            on = hinges(some, scenario.moved[: len(some)], int(one), fixed, HINGES)
            found[keys[one]] = tuple((keys[row], keys[column]) for row, column, _much in on)
    return found
