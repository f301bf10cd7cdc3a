"""Playing what-if on a page: higher is higher, words can be kept, and large maps do not keep one waiting."""

import json

import numpy as np
import pytest

from hartlijn.factors.whatif.playing import (
    FULL,
    QUICK,
    Held,
    Played,
    Settings,
    full_draws,
    play,
    value_at,
)
from hartlijn.factors.whatif.telling import Way, move
from hartlijn.stats.cognitive_map import Function, Outcome, Rule
from hartlijn.stats.what_if import Ranges

KEYS = ("time", "calm", "team")
LOW = np.array([[0, 0.6, 0], [0, 0, 0.2], [0, 0, 0.0]])
MAP = Ranges(LOW, LOW + np.where(LOW > 0, 0.2, 0))


@pytest.mark.parametrize("function", Function)
def test_higher_is_higher_than_where_it_rests(function: Function) -> None:
    at_rest = np.array([0.0, 0.2, 0.5, 0.9])
    low, lower, now, higher, high = (value_at(word, function, at_rest) for word in Held)

    assert (low <= lower).all()
    assert (lower <= now).all()
    assert (now <= higher).all()
    assert (higher <= high).all()
    assert (low < high).all()


def test_what_is_held_higher_lifts_what_hangs_on_it() -> None:
    up = play(KEYS, MAP, {"time": Held.MUCH_HIGHER}, Settings(), QUICK)
    down = play(KEYS, MAP, {"time": Held.LOWER}, Settings(), QUICK)

    assert set(up.changes) == {"calm", "team"}
    assert up.changes["calm"].low > 0
    assert down.changes["calm"].high < 0
    assert up.with_held.outcome is Outcome.FIXED_POINT
    assert up.draws == QUICK
    assert not up.people


def test_held_as_it_is_nothing_much_moves() -> None:
    """Also where the maps do not agree on where it rests."""
    unknown = Ranges(np.where(LOW > 0, -1.0, 0), np.where(LOW > 0, 1.0, 0))

    for map_ in (MAP, unknown, np.stack([MAP.low, -MAP.high, MAP.high])):
        found = play(KEYS, map_, {"calm": Held.AS_NOW}, Settings(), QUICK)
        assert move(found.changes["team"], draws=found.draws).way is Way.SAME


def test_what_was_played_can_be_kept() -> None:
    found = play(KEYS, MAP, {"time": Held.HIGHER}, Settings(), 512)

    assert found.hinges["calm"][0] == ("time", "calm")
    assert Played.of(json.loads(json.dumps(found.as_json()))) == found
    other = Settings(Rule.RESCALED, Function.TANH, 2.0, 7)
    assert Settings.of(json.loads(json.dumps(other.as_json()))) == other


def test_the_same_seed_says_the_same() -> None:
    one, two = (play(KEYS, MAP, {"time": Held.HIGHER}, Settings(seed=5), 300) for _again in "ab")

    assert one == two


def test_a_factor_that_is_gone_is_left_out() -> None:
    assert set(play(KEYS, MAP, {"gone": Held.HIGHER}, Settings(), QUICK).changes) == set(KEYS)


def test_over_the_maps_of_people_each_of_them_counts_once() -> None:
    maps = np.stack([MAP.low, MAP.high, -MAP.high, MAP.low, MAP.high])

    found = play(KEYS, maps, {"time": Held.MUCH_HIGHER}, Settings(), FULL)

    assert found.people
    assert found.draws == 5
    assert found.changes["calm"].direction_share == pytest.approx(0.8)
    assert found.hinges == {}


def test_a_large_map_is_drawn_less_often() -> None:
    assert full_draws(42) == full_draws(60) == FULL
    assert full_draws(100) == 3600
    assert QUICK < full_draws(200) < 1000
