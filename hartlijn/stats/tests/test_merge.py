"""The map of a group holds what its people think, and shows where they differ."""

import numpy as np

from hartlijn.stats.cognitive_map import Inference
from hartlijn.stats.merge import merge, own_maps, ranges_of
from hartlijn.stats.what_if import Ranges, what_if

UNSAID = np.nan
NOOR = [[UNSAID, 0.7], [UNSAID, UNSAID]]
SAM = [[UNSAID, 0.3], [-0.5, UNSAID]]
FATIMA = [[UNSAID, 0.5], [0.1, UNSAID]]
GROUP = np.array([NOOR, SAM, FATIMA])
BEFORE = Ranges(np.array([[0, 0.0], [0.2, 0]]), np.array([[0, 1.0], [0.4, 0]]))


def test_the_middle_is_what_half_of_them_say_more_than() -> None:
    group = merge(GROUP)

    assert group.middle[0, 1] == 0.5
    assert group.people.tolist() == [[0, 3], [2, 0]]
    assert np.isnan(group.middle[0, 0])


def test_they_differ_when_they_lie_apart_or_point_opposite_ways() -> None:
    group = merge(GROUP)

    assert group.opposite.tolist() == [[False, False], [True, False]]
    assert group.differ.tolist() == [[False, False], [True, False]]
    wide = merge(np.array([[[0.0, 0.1]], [[0.0, 0.9]]]))
    assert wide.differ.tolist() == [[False, True]]


def test_of_what_nobody_weighed_the_map_is_as_it_was() -> None:
    ranges = ranges_of(merge(np.array([NOOR, FATIMA])), BEFORE)

    assert (ranges.low[0, 0], ranges.high[0, 0]) == (0, 0)
    assert 0.5 < ranges.low[0, 1] < ranges.high[0, 1] < 0.7
    assert ranges.low[1, 0] == ranges.high[1, 0] == 0.1
    nobody = ranges_of(merge(np.full((2, 2, 2), UNSAID)), BEFORE)
    assert (nobody.high == BEFORE.high).all()


def test_a_scenario_runs_over_the_maps_of_each_of_them() -> None:
    maps = own_maps(GROUP, BEFORE)

    found = what_if(maps, {0: 1.0}, Inference())

    assert maps[0].tolist() == [[0, 0.7], [0.30000000000000004, 0]]
    assert found.moved.shape == (3, 2)
    assert found.changes[1].direction_share == 1
