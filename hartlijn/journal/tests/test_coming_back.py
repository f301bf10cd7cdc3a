"""A parked thought comes back with the next work, never in the work of now and never in between."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings

from conftest import AT_NIGHT
from hartlijn.journal.coming_back import Return, next_working_moment, working_day
from hartlijn.people.reachable import (
    LONGEST_SHIFT,
    Leave,
    Shift,
    Window,
    WorkingTimes,
    reachable_from,
)
from hartlijn.people.tests.reachable_lives import LIVES, Life
from hartlijn.people.tests.reachable_oracle import SCAN, instant, runs
from hartlijn.people.tests.times_told import AMSTERDAM, hours, local

OFFICE = WorkingTimes(AMSTERDAM)
NIGHT = hours("22:45-07:15")
NIGHTS = WorkingTimes(AMSTERDAM, weekly=tuple(Window(n, *NIGHT) for n in range(7)))
SPLIT = WorkingTimes(
    AMSTERDAM,
    weekly=tuple(
        Window(n, *hours(text)) for n in range(5) for text in ("07:00-10:00", "16:00-20:00")
    ),
)
NEVER = WorkingTimes(AMSTERDAM, weekly=())


@pytest.mark.parametrize(
    ("times", "parked", "back"),
    [
        (OFFICE, "2026-11-28T19:00", "2026-11-30T08:30"),  # on Saturday
        (OFFICE, "2026-11-23T07:00", "2026-11-23T08:30"),  # before work
        (OFFICE, "2026-11-23T10:00", "2026-11-24T08:30"),  # at work: not today any more
        (OFFICE, "2026-11-27T16:59", "2026-11-30T08:30"),  # on Friday, at work
        (OFFICE, "2026-11-27T17:00", "2026-11-30T08:30"),  # the minute work is over
        (SPLIT, "2026-11-23T09:00", "2026-11-24T07:00"),  # a break is not the next working day
        (SPLIT, "2026-11-23T12:00", "2026-11-23T16:00"),  # in the break
        (NIGHTS, "2026-11-23T23:30", "2026-11-24T22:45"),  # in the night shift of Monday
        (NIGHTS, "2026-11-24T02:00", "2026-11-24T22:45"),  # in it, after midnight
        (OFFICE, "2026-10-24T23:00", "2026-10-26T08:30"),  # the clock goes back that night
        (OFFICE, "2027-03-27T23:00", "2027-03-30T08:30"),  # it goes forward; Monday is Easter
    ],
)
def test_it_comes_back_with_the_next_work(times: WorkingTimes, parked: str, back: str) -> None:
    times = WorkingTimes(
        times.zone, weekly=times.weekly, public_holidays=frozenset({date(2027, 3, 29)})
    )

    found = next_working_moment(local(parked), times)

    assert found == Return(local(back).date(), local(back))


def test_leave_comes_first() -> None:
    away = WorkingTimes(AMSTERDAM, leave=(Leave(date(2026, 11, 23), date(2026, 12, 4)),))

    assert next_working_moment(local("2026-11-25T10:00"), away).on == date(2026, 12, 7)


def test_who_has_no_work_gets_it_back_with_the_first_there_is_after_all() -> None:
    parked = local("2026-11-28T19:00")
    found = next_working_moment(parked, NEVER)

    assert found == Return(date(2026, 11, 28), None)
    assert working_day(parked, NEVER) is None
    called_in = WorkingTimes(
        AMSTERDAM,
        weekly=(),
        shifts=(Shift(datetime(2026, 12, 2, 9), datetime(2026, 12, 2, 12)),),  # noqa: DTZ001 - wall
    )
    assert working_day(local("2026-12-02T09:00"), called_in) == date(2026, 12, 2)


def test_after_the_last_shift_there_is_it_waits_for_tomorrow_at_least() -> None:
    last = WorkingTimes(
        AMSTERDAM,
        weekly=(),
        shifts=(Shift(datetime(2026, 11, 23, 9), datetime(2026, 11, 23, 12)),),  # noqa: DTZ001 - wall
    )

    found = next_working_moment(local("2026-11-23T10:00"), last)

    assert found == Return(date(2026, 11, 24), None)


def test_who_always_works_gets_it_back_too() -> None:
    always = WorkingTimes(
        AMSTERDAM, weekly=tuple(Window(n, *hours("00:00-00:00")) for n in range(7))
    )

    found = next_working_moment(local("2026-11-23T10:00"), always)

    assert found.on == date(2026, 11, 24)


def test_a_night_shift_belongs_to_the_day_it_begins() -> None:
    assert working_day(local("2026-11-24T02:00"), NIGHTS) == date(2026, 11, 23)
    assert working_day(local("2026-11-24T07:15"), NIGHTS) is None


@settings(max_examples=600 if AT_NIGHT else 100, derandomize=True, deadline=None)
@given(LIVES)
def test_in_every_life_it_comes_back_at_that_work_and_not_before(life: Life) -> None:
    """Held against the slow second opinion, around midnights and clocks that jump."""
    stretches = runs(life.scene, bytearray(life.works))
    assume(all(end - start <= LONGEST_SHIFT for start, end in stretches))
    zone, parked = life.times.zone, life.at

    def day(at: datetime) -> date:
        return at.astimezone(zone).date()

    now = [start for start, end in stretches if start <= parked < end]
    to_come = [
        start for start, _end in stretches if start > parked or (start == parked and not now)
    ]
    later = [start for start in to_come if not now or day(start) > day(now[0])]
    found = next_working_moment(parked, life.times)

    assert working_day(parked, life.times) == (day(now[0]) if now else None)
    if later:
        assert found == Return(day(later[0]), later[0])
        assert working_day(later[0], life.times) == found.on
        before = [*now, *(start for start in to_come if start < later[0])]
        assert all(day(start) < found.on for start in before)
    else:
        beyond = instant(life.scene, SCAN - 3 * 24 * 60)
        assert found.at is None or found.at >= beyond


@settings(max_examples=300, derandomize=True, deadline=None)
@given(LIVES)
def test_who_is_free_gets_it_back_at_the_first_reachable_instant(life: Life) -> None:
    first = reachable_from(life.at, life.times)
    assume(first != life.at)

    assert next_working_moment(life.at, life.times).at == first


def test_the_rule_tells_night_from_day_by_the_own_clock() -> None:
    """A thought parked in one zone comes back on the day of another."""
    tokyo = WorkingTimes(ZoneInfo("Asia/Tokyo"))

    found = next_working_moment(local("2026-11-29T20:00"), tokyo)  # Monday 4.00 there

    assert found.on == date(2026, 11, 30)
    assert found.at == local("2026-11-30T00:30")
    assert found.at - local("2026-11-29T20:00") < timedelta(hours=5)
