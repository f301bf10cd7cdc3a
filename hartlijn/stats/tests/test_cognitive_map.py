"""A map runs as it does in the programs others publish with, and says how the run ended."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hartlijn.stats.cognitive_map import AT_ONCE, Function, Inference, Outcome, Rule, Runs, run

PUBLISHED = json.loads(Path(__file__).with_name("published_maps.json").read_text("utf-8"))
OF_PACKAGE_FCM = "example of the package fcm"


def weights(*rows: Any) -> Any:
    return np.array([rows], dtype=np.float64)


def again(one: dict[str, Any]) -> Runs:
    published = PUBLISHED["maps"][one["map"]]
    how = Inference(
        *(Rule(one["rule"]), Function(one["function"]), one["slope"]),
        *(one["threshold"], one["most_steps"]),
    )
    return run(weights(*published["weights"]), {}, how, np.array(published["start"]))


@pytest.mark.parametrize(
    "one",
    PUBLISHED["runs"],
    ids=lambda one: f"{one['map']}, {one['rule']}, {one['function']}, {one['threshold']}",
)
def test_a_published_map_gives_what_fcmpy_gives(one: dict[str, Any]) -> None:
    found = again(one)

    assert found.steps[0] == one["steps"]
    assert np.abs(found.values[0] - one["values"]).max() < 1e-9


@pytest.mark.parametrize(
    ("rule", "printed"),
    [
        ("kosko", "0.5481291 0.6004012 0.5814756 0.620872 0.6279569 0.6653852 0.7617789 0.8416584"),
        ("modified", "0.7258851 0.7907061 0.7694508 0.8124733 0.8192938 0.8399006 0.9099403 0.9557739"),
        ("rescaled", "0.4998427 0.4985174 0.4989474 0.4984212 0.4980938 0.4885541 0.4855651 0.4853266"),
    ],
)  # fmt: skip
def test_it_gives_what_the_r_package_prints(rule: str, printed: str) -> None:
    found = again(
        {"map": OF_PACKAGE_FCM, "rule": rule, "function": "sigmoid", "slope": 1}
        | {"threshold": 0.001, "most_steps": 50}
    )

    assert found.values[0] == pytest.approx([float(one) for one in printed.split()], abs=6e-8)


def test_the_health_of_a_city_goes_round_when_factors_only_grow_or_shrink() -> None:
    city = PUBLISHED["maps"]["health of a city"]
    map_, begin = weights(*city["weights"]), np.array(city["start"])

    round_ = run(map_, {}, Inference(function=Function.TRIVALENT), begin)
    rest = run(map_, {}, Inference(function=Function.SIGMOID), begin)

    assert round_.outcome() is Outcome.LIMIT_CYCLE
    assert round_.steps[0] == 1000
    assert rest.outcome() is Outcome.FIXED_POINT


def test_two_that_hold_each_other_back_swing() -> None:
    swing = run(weights((0, 1), (-1, 0)), {0: 1.0}, Inference(function=Function.BIVALENT))
    free = run(
        weights((0, 1), (-1, 0)), {}, Inference(function=Function.TRIVALENT), np.array([1.0, 0])
    )

    assert swing.outcome() is Outcome.FIXED_POINT
    assert free.outcome() is Outcome.LIMIT_CYCLE


def test_a_cycle_is_seen_however_long_it_is() -> None:
    """A ring of factors in which one is awake goes round once in as many steps."""
    ring = np.roll(np.eye(30), 1, axis=1)[None]
    begin = np.zeros(30)
    begin[0] = 1

    found = run(ring, {}, Inference(function=Function.BIVALENT), begin)

    assert found.outcome() is Outcome.LIMIT_CYCLE


@pytest.mark.parametrize("steps", [100, 101, 102, 103])
def test_what_goes_round_ends_where_every_step_would_have_brought_it(steps: int) -> None:
    """Rounds are skipped once a map is back to the last bit; that changes no number."""
    luck = np.random.default_rng(3)
    maps = luck.uniform(-1, 1, (60, 5, 5))
    values = np.full((60, 5), 0.0)
    values[:, 0] = 1
    for _step in range(steps):
        values = np.tanh(10 * np.matmul(values[:, None, :], maps)[:, 0, :])
        values[:, 0] = 1

    how = Inference(function=Function.TANH, slope=10, most_steps=steps)
    found = run(maps, {0: 1.0}, how)

    assert found.repeats.sum() > 5
    assert (found.steps[found.repeats] == steps).all()
    assert not (found.repeats & found.is_still).any()
    assert np.abs(found.values - values)[~found.is_still].max() < 1e-12


def test_an_empty_map_is_at_rest_at_once() -> None:
    found = run(np.zeros((3, 0, 0)), {}, Inference())

    assert found.is_still.all()
    assert found.values.shape == (3, 0)


def test_what_wanders_and_never_comes_back_is_said_so() -> None:
    """Steep slopes and signs against each other: the values neither rest nor repeat."""
    tank = PUBLISHED["maps"]["two valves and a tank"]
    how = Inference(rule=Rule.MODIFIED, function=Function.TANH)

    found = run(weights(*tank["weights"]), {}, how, np.array(tank["start"]))

    assert found.outcome() is Outcome.NO_CONVERGENCE
    assert not found.is_still[0]


def test_a_run_that_is_cut_short_did_not_come_to_rest() -> None:
    map_ = weights(*PUBLISHED["maps"][OF_PACKAGE_FCM]["weights"])

    found = run(map_, {}, Inference(most_steps=3))

    assert found.outcome() is Outcome.NO_CONVERGENCE
    assert found.steps[0] == 3


def test_a_factor_on_which_nothing_acts_says_nothing_by_the_rule_of_kosko() -> None:
    alone = weights((0, 0.8), (0, 0))

    assert run(alone, {}, Inference()).values[0][0] == 0.5


def test_a_slope_makes_the_hyperbolic_tangent_steeper_too() -> None:
    found = run(weights((0, 0.5), (0, 0)), {0: 1.0}, Inference(function=Function.TANH, slope=3))

    assert found.values[0][1] == pytest.approx(np.tanh(1.5), abs=1e-15)


def test_the_steepest_slope_does_not_overflow() -> None:
    found = run(weights((0, -1), (0, 0)), {0: 1.0}, Inference(slope=1e300))

    assert found.values[0].tolist() == [1, 0]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"slope": 0}, "slope"),
        ({"slope": float("nan")}, "slope"),
        ({"tolerance": -1}, "threshold"),
        ({"most_steps": 0}, "one step"),
    ],
)
def test_what_cannot_be_run_is_refused(wrong: Any, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        Inference(**wrong)


sizes = some.integers(1, 6)


@settings(deadline=None, max_examples=60)
@given(sizes, some.sampled_from(Rule), some.sampled_from(Function), some.integers(0, 2**32))
def test_maps_side_by_side_are_as_each_alone(
    size: int, rule: Rule, function: Function, seed: int
) -> None:
    """Many more than run at once, with one factor held, against the plainest loop there is."""
    luck = np.random.default_rng(seed)
    maps = luck.uniform(-1, 1, (AT_ONCE + 3, size, size)).round(2)
    how = Inference(rule, function, tolerance=1e-6, most_steps=40)

    found = run(maps, {0: 1.0}, how)

    for number in (0, AT_ONCE - 1, AT_ONCE, AT_ONCE + 2):
        alone = run(maps[number][None], {0: 1.0}, how)
        assert found.steps[number] == alone.steps[0]
        assert found.outcome(number) is alone.outcome()
        assert np.abs(found.values[number] - alone.values[0]).max() < 1e-9


@settings(deadline=None, max_examples=60)
@given(sizes, some.sampled_from(Rule), some.sampled_from(Function), some.integers(0, 2**32))
def test_values_stay_on_their_scale_and_what_is_held_stays(
    size: int, rule: Rule, function: Function, seed: int
) -> None:
    luck = np.random.default_rng(seed)
    lowest = -1 if function in {Function.TANH, Function.TRIVALENT} else 0

    found = run(luck.uniform(-1, 1, (4, size, size)), {0: 0.25}, Inference(rule, function))

    assert (found.values >= lowest).all()
    assert (found.values <= 1).all()
    assert (found.values[:, 0] == 0.25).all()


@settings(deadline=None, max_examples=60)
@given(sizes, some.floats(0.1, 0.9), some.integers(0, 2**32))
def test_where_it_rests_another_step_changes_nothing(size: int, slope: float, seed: int) -> None:
    luck = np.random.default_rng(seed)
    map_ = luck.uniform(-0.5, 0.5, (1, size, size))

    found = run(map_, {}, Inference(slope=slope))

    assert found.outcome() is Outcome.FIXED_POINT
    once_more = 1 / (1 + np.exp(-slope * (found.values[0] @ map_[0])))
    assert np.abs(once_more - found.values[0]).max() < 1e-8
