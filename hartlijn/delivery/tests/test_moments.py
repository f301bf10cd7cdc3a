"""Whatever somebody's life looks like: nothing arrives outside it, and nothing arrives late."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from hartlijn.delivery.moments import arrival, next_moment
from hartlijn.people.reachable import WorkingTimes, is_reachable
from hartlijn.people.tests.reachable_lives import SCENES, Life, lives_at
from hartlijn.people.tests.reachable_oracle import Scene

NIGHTLY_ROUNDS = 10
GAPS = st.lists(
    st.sampled_from([timedelta(minutes=minutes) for minutes in (1, 1, 7, 55, 360, 1500)]),
    min_size=1,
    max_size=8,
)


@dataclass(frozen=True)
class Story:
    """A message at an instant; then other working times; and when the worker looked."""

    written: datetime
    times: WorkingTimes
    changed: datetime
    other_times: WorkingTimes
    looks: list[datetime]


def stories_at(scene: Scene) -> st.SearchStrategy[Story]:
    """Two lives of one person, and a worker that looks each minute, or is away for hours."""

    def told(first: Life, second: Life, gaps: list[timedelta]) -> Story:
        looks = [first.at + since for since in accumulate(gaps)]
        return Story(first.at, first.times, first.another, second.times, looks)

    return st.builds(told, lives_at(scene), lives_at(scene), GAPS)


STORIES = st.one_of([stories_at(scene) for scene in SCENES])


def arrives_in_working_time_at_the_first_look(story: Story) -> None:
    """The same steps as `releasing.release` takes: a missed moment, then one that holds."""
    times = story.times
    moment = next_moment(story.written, times)
    changed = story.changed < story.written  # a change of before is no change
    for look in story.looks:
        if not changed and story.changed <= look:
            times, changed = story.other_times, True
            moment = next_moment(max(story.changed, story.written), times)
        if moment and moment.closes <= look:
            moment = next_moment(look, times)
        if moment and moment.holds(look):
            assert is_reachable(look, times)
            return
        assert not is_reachable(look, times), "it could have arrived"


def every_message_of_one_stretch_looks_the_same(story: Story) -> None:
    moment = next_moment(story.written, story.times)
    if moment and moment.opens <= story.written:
        later = story.written + (moment.closes - story.written) / 2
        again = next_moment(later, story.times)
        is_short = moment.closes - moment.opens < timedelta(days=1)
        assert again == moment or not is_short


def a_sender_hears_what_will_be(story: Story) -> None:
    said = arrival(story.written, story.times)
    moment = next_moment(story.written, story.times)
    if said.at is None:
        assert moment is None or moment.opens - story.written > timedelta(days=7)
    else:
        assert moment is not None
        assert said.at == max(moment.opens, story.written)
        assert said.is_now == is_reachable(story.written, story.times)


@settings(max_examples=2_000, deadline=None)
@given(story=STORIES)
def test_nothing_arrives_outside_working_time_or_later_than_it_could(story: Story) -> None:
    arrives_in_working_time_at_the_first_look(story)
    every_message_of_one_stretch_looks_the_same(story)
    a_sender_hears_what_will_be(story)


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(NIGHTLY_ROUNDS))
def test_a_hundred_thousand_lives(seed: int) -> None:
    @settings(max_examples=10_000, deadline=None, database=None, phases=[Phase.generate])
    @given(story=STORIES)
    def hold(story: Story) -> None:
        arrives_in_working_time_at_the_first_look(story)
        a_sender_hears_what_will_be(story)

    hold()
