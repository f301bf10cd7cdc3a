"""To the second: where a reading of the wall clock begins and ends, around each change."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hartlijn.people.reachable import Shift, WorkingTimes, windows_between

HOURS = 8
CHANGES = {
    "Europe/Amsterdam": ["2026-10-25T01:00", "2027-03-28T01:00"],
    "Australia/Lord_Howe": ["2027-04-03T15:00", "2026-10-03T15:30"],
    "America/St_Johns": ["2010-11-07T02:31", "2011-03-13T03:31"],
    "America/Havana": ["2026-11-01T05:00"],
    "Antarctica/Troll": ["2027-03-28T01:00", "2026-10-25T01:00"],
}
CASES = [(place, change) for place, changes in CHANGES.items() for change in changes]
READINGS = st.integers(-2 * 3600, 2 * 3600).map(lambda seconds: timedelta(seconds=seconds))


@cache
def clock(place: str, change: str) -> list[tuple[datetime, datetime]]:
    """Every second of eight hours around the change: the instant and what the wall reads."""
    begin = datetime.fromisoformat(change).replace(tzinfo=UTC) - timedelta(hours=HOURS / 2)
    instants = [begin + timedelta(seconds=second) for second in range(HOURS * 3600)]
    zone = ZoneInfo(place)
    return [(at, at.astimezone(zone).replace(tzinfo=None, fold=0)) for at in instants]


@pytest.mark.parametrize(("place", "change"), CASES)
@settings(max_examples=40, derandomize=True, deadline=None)
@given(READINGS, READINGS)
def test_a_shift_runs_from_its_first_second_on_the_wall_to_its_last(
    place: str, change: str, start: timedelta, end: timedelta
) -> None:
    seconds = clock(place, change)
    middle = seconds[len(seconds) // 2][1]
    start, end = sorted((start, end + timedelta(seconds=1)))
    if start == end:
        return
    shift = Shift(middle + start, middle + end)
    times = WorkingTimes(ZoneInfo(place), weekly=(), shifts=(shift,))

    found = windows_between(seconds[0][0], seconds[-1][0], times)

    first = next(at for at, reading in seconds if reading >= shift.start)
    last = next(at for at, reading in reversed(seconds) if reading < shift.end)
    after_last = last + timedelta(seconds=1)
    assert found == (((first, after_last),) if first < after_last else ())


def test_half_a_second_into_the_spring_gap_is_still_the_moment_of_the_change() -> None:
    amsterdam = ZoneInfo("Europe/Amsterdam")
    gap = datetime.combine(date(2027, 3, 28), time(2, 30, 0, 500_000))
    shift = Shift(gap, datetime.combine(date(2027, 3, 28), time(4)))
    day = datetime(2027, 3, 28, tzinfo=UTC)

    ((opening, _closing),) = windows_between(
        day, day + timedelta(days=1), WorkingTimes(amsterdam, weekly=(), shifts=(shift,))
    )

    assert opening == datetime(2027, 3, 28, 1, tzinfo=UTC)


def test_on_an_ordinary_day_a_shift_may_begin_at_any_moment() -> None:
    amsterdam = ZoneInfo("Europe/Amsterdam")
    noon = datetime.combine(date(2026, 11, 4), time(12, 0, 0, 500_000))
    shift = Shift(noon, noon + timedelta(microseconds=1))
    day = datetime(2026, 11, 4, tzinfo=UTC)

    found = windows_between(
        day, day + timedelta(days=1), WorkingTimes(amsterdam, weekly=(), shifts=(shift,))
    )

    opening = datetime(2026, 11, 4, 11, 0, 0, 500_000, tzinfo=UTC)
    assert found == ((opening, opening + timedelta(microseconds=1)),)
