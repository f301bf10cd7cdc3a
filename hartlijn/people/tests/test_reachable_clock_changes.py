"""Working times on the nights that the clock goes back or ahead."""

from dataclasses import replace
from datetime import time, timedelta
from zoneinfo import ZoneInfo

from hartlijn.people.reachable import Window, WorkingTimes, is_reachable, reachable_from
from hartlijn.people.tests.reachable_words import (
    AMSTERDAM,
    NIGHTS,
    NO_WEEK,
    hours,
    leave,
    local,
    shift,
)


def test_noors_night_shift_lasts_ten_hours_when_the_clock_goes_back() -> None:
    nights = WorkingTimes(AMSTERDAM, weekly=NIGHTS)

    assert hours(nights, "2026-10-24 12:00", "2026-10-25 12:00") == 10


def test_noors_night_shift_lasts_eight_hours_when_the_clock_goes_ahead() -> None:
    nights = WorkingTimes(AMSTERDAM, weekly=NIGHTS)

    assert hours(nights, "2027-03-27 12:00", "2027-03-28 12:00") == 8


def test_a_start_that_the_spring_leaves_out_is_the_moment_of_the_change() -> None:
    times = replace(NO_WEEK, shifts=(shift("2027-03-28 02:30", "2027-03-28 06:00"),))

    assert reachable_from(local("2027-03-28 00:00"), times) == local("2027-03-28 03:00")


def test_a_shift_that_falls_into_the_spring_gap_does_not_exist() -> None:
    times = replace(NO_WEEK, shifts=(shift("2027-03-28 02:10", "2027-03-28 02:50"),))

    assert reachable_from(local("2027-03-28 00:00"), times) is None


def test_a_time_that_comes_twice_opens_the_first_time_and_closes_the_second() -> None:
    opens = replace(NO_WEEK, shifts=(shift("2026-10-25 02:30", "2026-10-25 06:00"),))
    closes = replace(NO_WEEK, shifts=(shift("2026-10-25 01:00", "2026-10-25 02:30"),))

    assert reachable_from(local("2026-10-25"), opens) == local("2026-10-25 02:30", fold=0)
    assert hours(closes, "2026-10-25", "2026-10-25 12:00") == 2.5


def test_work_until_the_hour_to_which_the_clock_goes_back_does_not_last_an_hour_longer() -> None:
    times = replace(NO_WEEK, shifts=(shift("2026-10-25 00:00", "2026-10-25 02:00"),))

    assert hours(times, "2026-10-24", "2026-10-26") == 2


def test_where_the_clock_goes_back_over_midnight_leave_covers_the_evening_that_returns() -> None:
    st_johns = ZoneInfo("America/St_Johns")  # 0.01 on 7 November 2010 became 23.01 on the 6th
    always = tuple(Window(day, time(0), time(0)) for day in range(7))
    times = WorkingTimes(st_johns, weekly=always, leave=(leave("2010-11-06", "2010-11-06"),))

    assert reachable_from(local("2010-11-06 12:00", st_johns), times) == local(
        "2010-11-07 00:00", st_johns, fold=1
    )


def test_an_evening_that_returns_after_midnight_stops_where_leave_begins() -> None:
    st_johns = ZoneInfo("America/St_Johns")
    late = shift("2010-11-06 22:00", "2010-11-06 23:30")
    times = WorkingTimes(st_johns, (), shifts=(late,), leave=(leave("2010-11-07", "2010-11-07"),))
    midnight = local("2010-11-07 00:00", st_johns, fold=0)

    assert is_reachable(midnight - timedelta(seconds=1), times)
    assert reachable_from(midnight, times) is None


def test_a_day_that_a_country_leaves_out_does_no_harm() -> None:
    apia = ZoneInfo("Pacific/Apia")  # there was no 30 December 2011
    times = WorkingTimes(apia, leave=(leave("2011-12-30", "2011-12-30"),))

    assert reachable_from(local("2011-12-29 17:00", apia), times) == local("2012-01-02 08:30", apia)
