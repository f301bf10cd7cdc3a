from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hartlijn.lib.background.policy import LONGEST_WAIT, Policy


def test_each_wait_is_longer_than_the_one_before() -> None:
    waits = [Policy().wait_after(tries, spread=0.5) for tries in (1, 2, 3, 4)]

    assert waits == [timedelta(seconds=seconds) for seconds in (10, 30, 90, 270)]


@given(tries=st.integers(1, 10_000), spread=st.floats(0, 1))
def test_a_wait_is_never_longer_than_an_hour_and_a_half(tries: int, spread: float) -> None:
    assert timedelta(0) < Policy().wait_after(tries, spread) <= LONGEST_WAIT * 1.5


@pytest.mark.parametrize("tries", [1, 3, 8])
def test_tasks_that_failed_together_return_apart(tries: int) -> None:
    early, late = (Policy().wait_after(tries, spread) for spread in (0.0, 1.0))

    assert late == 3 * early
