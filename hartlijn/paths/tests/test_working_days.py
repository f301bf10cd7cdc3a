"""Day five is the fifth day one works, whatever week somebody has."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hartlijn.paths.days.working_days import (
    FURTHEST,
    Works,
    months_from,
    nth_working_day,
    on_or_after,
)

MONDAY = date(2026, 11, 30)
DAY = timedelta(days=1)


def weekdays(*numbers: int) -> Works:
    return lambda day: day.weekday() in numbers


def but_not(works: Works, first: date, last: date) -> Works:
    """The same, with leave."""
    return lambda day: works(day) and not first <= day <= last


@pytest.mark.parametrize(
    ("works", "number", "day"),
    [
        (weekdays(0, 1, 2, 3, 4), 0, MONDAY),
        (weekdays(0, 1, 2, 3, 4), 5, MONDAY + 7 * DAY),
        (weekdays(0, 1, 2, 3, 4), -1, MONDAY - 3 * DAY),
        (weekdays(1, 3), 0, MONDAY + DAY),  # who works on Tuesdays and Thursdays
        (weekdays(1, 3), 3, MONDAY + 10 * DAY),
        (weekdays(5, 6), 1, MONDAY + 6 * DAY),  # at weekends
        (but_not(weekdays(0, 1, 2, 3, 4), MONDAY + DAY, MONDAY + 20 * DAY), 1, MONDAY + 21 * DAY),
    ],
)
def test_days_are_counted_as_somebody_works(works: Works, number: int, day: date) -> None:
    assert nth_working_day(MONDAY, number, works) == day


def test_without_work_nothing_is_guessed() -> None:
    assert nth_working_day(MONDAY, 3, weekdays()) is None
    assert on_or_after(MONDAY, weekdays()) is None


def test_work_that_is_too_far_is_not_known() -> None:
    far = MONDAY + (FURTHEST + 1) * DAY

    assert on_or_after(MONDAY, lambda day: day == far) is None
    assert on_or_after(MONDAY, lambda day: day == far - DAY) == far - DAY


lives: some.SearchStrategy[Callable[[date], bool]] = some.builds(
    lambda numbers, first, length: but_not(
        weekdays(*numbers), MONDAY + first * DAY, MONDAY + (first + length) * DAY
    ),
    some.sets(some.integers(0, 6), min_size=1),
    some.integers(-60, 60),
    some.integers(0, 60),
)


@given(lives, some.integers(-20, 20))
def test_the_day_is_worked_and_so_many_lie_between(works: Works, number: int) -> None:
    day = nth_working_day(MONDAY, number, works)

    assert day is not None
    assert works(day)
    if number >= 0:
        first = on_or_after(MONDAY, works)
        assert first is not None
        worked = [one for n in range((day - first).days) if works(one := first + n * DAY)]
        assert len(worked) == number
    else:
        between = [one for n in range((MONDAY - day).days) if works(one := day + n * DAY)]
        assert len(between) == -number


def test_a_short_month_ends_earlier() -> None:
    assert months_from(date(2026, 8, 31), 1) == date(2026, 9, 30)
    assert months_from(date(2026, 8, 31), -6) == date(2026, 2, 28)
