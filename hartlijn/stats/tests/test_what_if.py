"""A scenario says how far, which way and how surely; and on what that hinges."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hartlijn.stats.cognitive_map import Function, Inference
from hartlijn.stats.what_if import PORTION, Ranges, draws_of, hinges, what_if

TIME, CALM, ERRORS, WEATHER = range(4)


def ranges(**relations: tuple[int, int, float, float]) -> Ranges:
    low, high = np.zeros((4, 4)), np.zeros((4, 4))
    for row, column, least, most in relations.values():
        low[row, column], high[row, column] = least, most
    return Ranges(low, high)


START = ranges(
    time_calms=(TIME, CALM, 0.6, 0.8), calm_errs_less=(CALM, ERRORS, -0.9, -0.1)
)  # fmt: skip


def test_protected_time_calms_and_fewer_things_go_wrong() -> None:
    found = what_if(draws_of(START, 500, seed=1), {TIME: 1.0}, Inference())

    time, calm, errors, weather = found.changes
    assert (time.baseline, time.scenario) == (0.5, 1.0)
    assert time.low == time.high == 0.5
    assert 0 < calm.low < calm.high
    assert errors.low < errors.high < 0
    assert calm.direction_share == errors.direction_share == 1
    assert (weather.low, weather.high, weather.direction_share) == (0, 0, 0)
    assert found.moved.shape == (500, 4)


def test_where_the_sign_is_not_known_the_direction_holds_in_about_half() -> None:
    unsure = ranges(either=(TIME, CALM, -0.5, 0.5))

    calm = what_if(draws_of(unsure, 2000, seed=3), {TIME: 1.0}, Inference()).changes[CALM]

    assert calm.low < 0 < calm.high
    assert 0.5 <= calm.direction_share < 0.55


def test_the_range_holds_eight_draws_in_ten() -> None:
    found = what_if(draws_of(START, 1000, seed=2), {TIME: 1.0}, Inference())

    moved, told = found.moved[:, ERRORS], found.changes[ERRORS]
    assert 0.79 < ((moved >= told.low) & (moved <= told.high)).mean() < 0.81


def test_it_says_on_which_relations_a_change_hinges_most() -> None:
    maps = draws_of(START, 800, seed=4)
    moved = what_if(maps, {TIME: 1.0}, Inference()).moved

    (first, second) = hinges(maps, moved, ERRORS, {TIME}, most=5)

    assert first[:2] == (CALM, ERRORS)
    assert second[:2] == (TIME, CALM)
    assert first[2] > 0.9, "a weaker brake is a smaller fall"
    assert second[2] < 0, "more calm is a larger one"
    assert hinges(maps, moved, ERRORS, {TIME}, most=1) == [first]


def test_a_relation_off_the_way_is_not_what_a_change_hinges_on() -> None:
    """What goes into the held factor, or out of the one that moves, changes nothing there."""
    aside = ranges(
        way=(TIME, CALM, 0.2, 0.8),
        back=(CALM, TIME, 0.1, 0.9),
        on=(CALM, ERRORS, 0.1, 0.9),
        other=(WEATHER, CALM, -0.9, 0.9),
    )
    maps = draws_of(aside, 800, seed=4)
    moved = what_if(maps, {TIME: 1.0}, Inference()).moved

    assert [one[:2] for one in hinges(maps, moved, CALM, {TIME}, most=5)] == [(TIME, CALM)]
    assert [one[:2] for one in hinges(maps, moved, CALM, {TIME, WEATHER}, most=5)][1:] == [
        (WEATHER, CALM)
    ]


def test_what_is_there_by_luck_alone_is_not_named() -> None:
    """Many parallel ways of which one decides: the others are noise, with few draws even more so."""
    low, high = np.zeros((12, 12)), np.zeros((12, 12))
    low[0, 1:11], high[0, 1:11] = 0.49, 0.51
    low[1:11, 11], high[1:11, 11] = 0.005, 0.007
    high[0, 1], high[1, 11] = 1.0, 1.0
    for draws in (40, 1000):
        maps = draws_of(Ranges(low, high), draws, seed=2)
        found = hinges(maps, what_if(maps, {0: 1.0}, Inference()).moved, 11, {0}, most=9)
        assert {one[:2] for one in found} <= {(0, 1), (1, 11)}
        assert found[0][:2] == (1, 11)


def test_what_nothing_moves_or_nobody_doubts_hinges_on_nothing() -> None:
    maps = draws_of(START, 50, seed=4)
    sure = draws_of(Ranges(START.middle, START.middle), 50, seed=4)
    any_ = np.repeat(np.arange(50.0)[:, None], 4, axis=1)

    assert hinges(maps, np.zeros((50, 4)), ERRORS, {TIME}, most=5) == []
    assert hinges(sure, any_, ERRORS, {TIME}, most=5) == []


def test_a_factor_can_be_held_where_each_map_rests_by_itself() -> None:
    unsure = ranges(unknown=(WEATHER, CALM, -1, 1), on=(CALM, ERRORS, 0.1, 0.9))
    maps = draws_of(unsure, 200, seed=1)

    found = what_if(maps, {CALM: lambda rests: rests}, Inference())
    halfway = what_if(maps, {CALM: lambda rests: (rests + 1) / 2}, Inference())

    assert np.abs(found.moved).max() < 1e-8
    assert np.ptp(found.without.values[:, CALM]) > 0.1
    assert halfway.moved[:, CALM].min() > 0
    assert halfway.changes[ERRORS].direction_share == 1


def test_the_same_seed_gives_the_same_draws_and_more_begin_with_them() -> None:
    few, many = draws_of(START, PORTION - 5, seed=7), draws_of(START, PORTION + 5, seed=7)

    assert (few == many[: PORTION - 5]).all()
    assert (draws_of(START, 9, seed=8) != draws_of(START, 9, seed=7)).any()


@settings(deadline=None, max_examples=40)
@given(some.integers(0, 2**64), some.integers(1, 40))
def test_draws_stay_in_their_ranges(seed: int, draws: int) -> None:
    maps = draws_of(START, draws, seed)

    assert maps.shape == (draws, 4, 4)
    assert (maps >= START.low).all()
    assert (maps <= START.high).all()


@settings(deadline=None, max_examples=30)
@given(some.integers(0, 2**32), some.sampled_from(Function))
def test_holding_nothing_moves_nothing(seed: int, function: Function) -> None:
    found = what_if(draws_of(START, 20, seed), {}, Inference(function=function))

    assert all((one.low, one.high, one.direction_share) == (0, 0, 0) for one in found.changes)


def square(*rows: Any) -> Any:
    return np.array(rows, dtype=np.float64)


@pytest.mark.parametrize(
    ("low", "high", "sentence"),
    [
        (square((0, 0)), square((0, 0)), "as many rows"),
        (np.zeros(3), np.zeros(3), "square"),
        (np.zeros((2, 2)), np.zeros((3, 3)), "square"),
        (square((float("nan"),)), square((0,)), "number"),
        (square((0.5,)), square((0.4,)), "low end first"),
        (square((0,)), square((1.5,)), "between -1 and 1"),
        (square((-1.5,)), square((0,)), "between -1 and 1"),
    ],
)
def test_what_is_no_map_is_refused(low: Any, high: Any, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        Ranges(low, high)
