"""A week that is different: tapped shifts, nights, leave and public holidays."""

from dataclasses import fields, replace

import pytest

from hartlijn.people.reachable import Leave, WorkingTimes, is_reachable, reachable_from
from hartlijn.people.tests.reachable_words import (
    AMSTERDAM,
    NIGHTS,
    NO_WEEK,
    OFFICE,
    day_of,
    days,
    leave,
    local,
    shift,
)


def test_a_tapped_week_replaces_the_usual_one() -> None:
    tapped = replace(
        OFFICE,
        shifts=(shift("2026-11-03 13:00", "2026-11-03 21:00"),),
        explicit_days=days("2026-11-02", "2026-11-03", "2026-11-04"),
    )

    assert day_of("2026-11-02", tapped) == []
    assert day_of("2026-11-03", tapped) == [("13:00", "21:00")]
    assert day_of("2026-11-05", tapped) == [("08:30", "17:00")]


def test_a_shift_on_a_day_that_was_not_tapped_comes_on_top() -> None:
    extra = replace(OFFICE, shifts=(shift("2026-11-03 19:00", "2026-11-03 21:00"),))

    assert day_of("2026-11-03", extra) == [("08:30", "17:00"), ("19:00", "21:00")]


def test_a_night_shift_belongs_to_the_evening_it_starts() -> None:
    free_tuesday = WorkingTimes(AMSTERDAM, weekly=NIGHTS, explicit_days=days("2026-11-03"))

    assert day_of("2026-11-03", free_tuesday) == [("00:00", "07:00")]
    assert day_of("2026-11-04", free_tuesday) == [("22:00", "00:00")]


def test_a_shift_of_a_day_and_a_half_is_seen_from_its_very_end() -> None:
    long = replace(NO_WEEK, shifts=(shift("2026-11-02 23:59", "2026-11-04 11:59"),))

    assert is_reachable(local("2026-11-04 11:58"), long)


def test_leave_wins_over_the_week_and_over_every_shift() -> None:
    away = replace(
        OFFICE,
        shifts=(shift("2026-11-03 19:00", "2026-11-03 21:00"),),
        explicit_days=days("2026-11-03"),
        leave=(leave("2026-11-02", "2026-11-04"),),
    )

    assert reachable_from(local("2026-11-02 09:00"), away) == local("2026-11-05 08:30")


def test_who_skipped_working_times_can_still_be_on_leave_and_have_holidays() -> None:
    off = replace(
        OFFICE, leave=(leave("2026-11-02", "2026-11-03"),), public_holidays=days("2026-11-04")
    )

    assert reachable_from(local("2026-11-02 09:00"), off) == local("2026-11-05 08:30")


def test_a_night_shift_stops_at_midnight_when_leave_begins_and_does_not_come_back() -> None:
    times = replace(
        NO_WEEK,
        shifts=(shift("2026-11-02 22:00", "2026-11-04 08:00"),),
        leave=(leave("2026-11-03", "2026-11-03"),),
    )

    assert day_of("2026-11-02", times) == [("22:00", "00:00")]
    assert day_of("2026-11-04", times) == []


def test_an_ordinary_night_shift_before_leave_ends_at_midnight() -> None:
    nights = WorkingTimes(AMSTERDAM, weekly=NIGHTS, leave=(leave("2026-11-03", "2026-11-03"),))

    assert day_of("2026-11-03", nights) == []


def test_the_night_shift_of_a_day_of_leave_is_gone_to_its_last_hour() -> None:
    nights = WorkingTimes(AMSTERDAM, weekly=NIGHTS, leave=(leave("2026-11-03", "2026-11-03"),))

    assert reachable_from(local("2026-11-03 12:00"), nights) == local("2026-11-04 22:00")


def test_short_leave_inside_long_leave_does_not_end_it() -> None:
    away = replace(
        OFFICE, leave=(leave("2026-11-02", "2026-11-13"), leave("2026-11-04", "2026-11-05"))
    )

    assert reachable_from(local("2026-11-06 09:00"), away) == local("2026-11-16 08:30")


def test_on_a_public_holiday_the_week_is_free_and_a_shift_is_not() -> None:
    christmas = days("2026-12-25")
    rostered = shift("2026-12-25 15:00", "2026-12-25 23:00")

    assert day_of("2026-12-25", replace(OFFICE, public_holidays=christmas)) == []
    assert day_of("2026-12-25", replace(OFFICE, public_holidays=christmas, shifts=(rostered,))) == [
        ("15:00", "23:00")
    ]


def test_the_night_before_a_public_holiday_is_worked_to_its_end() -> None:
    nights = WorkingTimes(AMSTERDAM, weekly=NIGHTS, public_holidays=days("2026-12-25"))

    assert day_of("2026-12-25", nights) == [("00:00", "07:00")]


@pytest.mark.parametrize("hour", range(24))
def test_nobody_can_tell_leave_from_a_free_day_or_a_public_holiday(hour: int) -> None:
    at = local(f"2026-11-04 {hour:02}:15")
    on_leave = replace(OFFICE, leave=(leave("2026-11-04", "2026-11-04"),))
    free = replace(OFFICE, explicit_days=days("2026-11-04"))
    holiday = replace(OFFICE, public_holidays=days("2026-11-04"))

    answers = {reachable_from(at, times) for times in (on_leave, free, holiday)}

    assert answers == {local("2026-11-05 08:30")}


def test_leave_has_no_room_for_a_reason() -> None:
    assert [field.name for field in fields(Leave)] == ["first", "last"]
