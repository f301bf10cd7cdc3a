"""What must hold for every life, held against a slow second opinion."""

from datetime import timedelta

import pytest
from hypothesis import Phase, given, settings

from hartlijn.people.reachable import is_reachable, reachable_from, windows_between
from hartlijn.people.tests.reachable_lives import LIVES, Life
from hartlijn.people.tests.reachable_oracle import SCAN, instant, leave_span, runs

NIGHTLY_ROUNDS = 10


def everything_holds(life: Life) -> None:
    the_answer_is_the_first_minute_at_work(life)
    windows_are_exactly_the_minutes_at_work(life)
    asking_again_changes_nothing(life)
    nothing_reachable_is_skipped(life)
    who_asks_later_is_never_told_earlier(life)
    more_leave_never_makes_earlier(life)
    leave_always_wins(life)


def the_answer_is_the_first_minute_at_work(life: Life) -> None:
    works = life.works
    asked = (life.at - life.scene.begin) // timedelta(minutes=1)
    answer = reachable_from(life.at, life.times)

    assert is_reachable(life.at, life.times) == works[asked]
    if works[asked]:
        assert answer == life.at
    elif (first := works.find(1, asked)) >= 0:
        assert answer == instant(life.scene, first)
    else:
        assert answer is None or answer >= instant(life.scene, SCAN - 3 * 24 * 60)


def windows_are_exactly_the_minutes_at_work(life: Life) -> None:
    """Which also makes them sorted, apart from each other, and as long as can be."""
    margin = 3 * 24 * 60  # work that reaches over the edges of the scan
    works = bytearray(life.works)
    works[:margin] = works[-margin:] = bytes(margin)
    first, end = instant(life.scene, margin), instant(life.scene, SCAN - margin)

    assert list(windows_between(first, end, life.times)) == runs(life.scene, works)


def asking_again_changes_nothing(life: Life) -> None:
    answer = reachable_from(life.at, life.times)
    if answer is not None:
        assert reachable_from(answer, life.times) == answer
        assert is_reachable(answer, life.times)


def nothing_reachable_is_skipped(life: Life) -> None:
    answer = reachable_from(life.at, life.times)
    if answer is not None:
        assert answer >= life.at
        assert windows_between(life.at, answer, life.times) == ()


def who_asks_later_is_never_told_earlier(life: Life) -> None:
    earlier, later = sorted((life.at, life.another))
    first, second = reachable_from(earlier, life.times), reachable_from(later, life.times)
    if first is not None and second is not None:
        assert first <= second


def more_leave_never_makes_earlier(life: Life) -> None:
    before, after = reachable_from(life.at, life.times), reachable_from(life.at, life.on_more_leave)
    if after is not None:
        assert before is not None
        assert after >= before


def leave_always_wins(life: Life) -> None:
    first, end = leave_span(life.scene, life.more_leave)

    assert not windows_between(
        instant(life.scene, first), instant(life.scene, end), life.on_more_leave
    )


@settings(max_examples=2_000, derandomize=True, deadline=None)
@given(LIVES)
def test_every_life_gets_the_answer_the_clock_on_the_wall_gives(life: Life) -> None:
    everything_holds(life)


@pytest.mark.nightly
@pytest.mark.parametrize("part", range(NIGHTLY_ROUNDS))
def test_a_hundred_thousand_lives_get_the_answer_the_clock_gives(part: int) -> None:
    """In parts, so that they can share the work; each part draws its own lives."""

    @settings(
        max_examples=100_000 // NIGHTLY_ROUNDS,
        phases=[Phase.generate, Phase.shrink],
        deadline=None,
    )
    @given(LIVES)
    def a_part(life: Life) -> None:
        everything_holds(life)

    a_part()
