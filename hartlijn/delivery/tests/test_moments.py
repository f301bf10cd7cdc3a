"""Whatever somebody's life looks like: nothing arrives outside it, and nothing arrives late."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from hartlijn.delivery.moments import Moment, arrival, first_of, next_moment
from hartlijn.people.reachable import Duty, WorkingTimes, duty_from, is_on_duty, is_reachable
from hartlijn.people.tests.reachable_lives import SCENES, Life, lives_at
from hartlijn.people.tests.reachable_oracle import Scene

NIGHTLY_ROUNDS = 10
GAPS = st.lists(
    st.sampled_from([timedelta(minutes=minutes) for minutes in (1, 1, 7, 55, 360, 1500)]),
    min_size=1,
    max_size=8,
)


Duties = tuple[Duty, ...]
LENGTHS = st.sampled_from([timedelta(minutes=minutes) for minutes in (1, 60, 480, 1440, 10_080)])


@dataclass(frozen=True)
class Story:
    """A message at an instant; then other times and duties; and when the worker looked."""

    written: datetime
    cannot_wait: bool
    times: WorkingTimes
    duties: Duties
    changed: datetime
    other_times: WorkingTimes
    other_duties: Duties
    looks: list[datetime]

    @property
    def is_marked(self) -> bool:
        """As `planning.plan` marks it: it cannot wait, and its reader is on duty at that instant."""
        return self.cannot_wait and is_on_duty(self.written, self.duties, self.times.zone)


def stories_at(scene: Scene) -> st.SearchStrategy[Story]:
    """Two lives of one person, and a worker that looks each minute, or is away for hours."""

    def told(
        first: Life,
        second: Life,
        gaps: list[timedelta],
        spans: list[tuple[timedelta, timedelta]],
        *,
        cannot_wait: bool,
    ) -> Story:
        looks = [first.at + since for since in accumulate(gaps)]
        duties = _around(first, spans[:1]) + _of_shifts(second)
        others = _around(first, spans[1:]) + _of_shifts(first)
        changed = first.another
        return Story(
            first.at, cannot_wait, first.times, duties, changed, second.times, others, looks
        )

    spans = st.lists(st.tuples(LENGTHS, LENGTHS), max_size=2)
    marks = st.booleans()
    return st.builds(told, lives_at(scene), lives_at(scene), GAPS, spans, cannot_wait=marks)


def _around(life: Life, spans: list[tuple[timedelta, timedelta]]) -> Duties:
    """Duties that are on, by the clock on the wall, when the message is written."""
    wall = life.at.astimezone(life.scene.zone).replace(tzinfo=None, fold=0)
    return tuple(Duty(wall - before, wall + after) for before, after in spans)


def _of_shifts(life: Life) -> Duties:
    """The shifts of a life as a duty roster: nights, and clocks that jump."""
    return tuple(Duty(shift.start, shift.end) for shift in life.times.shifts)


STORIES = st.one_of([stories_at(scene) for scene in SCENES])


def arrives_at_the_first_look_that_may_be(story: Story) -> None:
    """The same steps as `releasing.release` takes: a missed moment, then one that holds.

    Outside own times only what cannot wait arrives, and only with somebody on duty then.
    """
    times, duties, zone = story.times, story.duties, story.times.zone
    is_marked = story.is_marked

    def moment_from(at: datetime) -> Moment | None:
        own = next_moment(at, times)
        if not is_marked:
            return own
        return first_of(at, own, [Moment(*one) for one in duty_from(at, duties, zone)])

    moment = moment_from(story.written)
    changed = story.changed < story.written  # a change of before is no change
    for look in story.looks:
        if not changed and story.changed <= look:
            times, duties, changed = story.other_times, story.other_duties, True
            moment = moment_from(max(story.changed, story.written))
        if moment and moment.closes <= look:
            moment = moment_from(look)
        on_duty = is_marked and is_on_duty(look, duties, zone)
        may_arrive = is_reachable(look, times) or on_duty
        if moment and moment.holds(look):
            assert may_arrive, "nobody was there for it"
            return
        assert not may_arrive, "it could have arrived"


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
    arrives_at_the_first_look_that_may_be(story)
    every_message_of_one_stretch_looks_the_same(story)
    a_sender_hears_what_will_be(story)


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(NIGHTLY_ROUNDS))
def test_a_hundred_thousand_lives(seed: int) -> None:
    @settings(max_examples=10_000, deadline=None, database=None, phases=[Phase.generate])
    @given(story=STORIES)
    def hold(story: Story) -> None:
        arrives_at_the_first_look_that_may_be(story)
        a_sender_hears_what_will_be(story)

    hold()
