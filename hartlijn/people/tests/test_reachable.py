"""Working times as stories: the usual week, never, and what cannot be."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from hartlijn.people.reachable import (
    HORIZON,
    Leave,
    Shift,
    Window,
    WorkingTimes,
    is_reachable,
    reachable_from,
    windows_between,
)
from hartlijn.people.tests.reachable_words import (
    AMSTERDAM,
    NO_WEEK,
    OFFICE,
    day_of,
    hours,
    leave,
    local,
    shift,
)


def test_who_skipped_working_times_is_reached_on_monday_morning_half_past_eight() -> None:
    friday_evening = local("2026-11-06 17:00")

    assert reachable_from(friday_evening, OFFICE) == local("2026-11-09 08:30")


def test_at_work_a_message_arrives_at_once() -> None:
    wednesday = local("2026-11-04 10:07:13.5")

    assert is_reachable(wednesday, OFFICE)
    assert reachable_from(wednesday, OFFICE) == wednesday


def test_the_last_moment_of_work_counts_and_the_end_does_not() -> None:
    end = local("2026-11-04 17:00")

    assert is_reachable(local("2026-11-04 08:30"), OFFICE)
    assert is_reachable(end - timedelta(microseconds=1), OFFICE)
    assert not is_reachable(end, OFFICE)


def test_the_same_week_falls_on_other_instants_in_another_zone() -> None:
    on_curacao = replace(OFFICE, zone=ZoneInfo("America/Curacao"))

    assert reachable_from(local("2026-11-04 05:00"), on_curacao) == datetime(
        2026, 11, 4, 12, 30, tzinfo=UTC
    )


def test_a_window_without_length_is_a_whole_day() -> None:
    on_call = WorkingTimes(AMSTERDAM, weekly=(Window(2, time(9), time(9)),))

    assert hours(on_call, "2026-11-02", "2026-11-09") == 24


def test_windows_that_overlap_or_touch_become_one() -> None:
    times = WorkingTimes(
        AMSTERDAM,
        weekly=(
            Window(2, time(12), time(14)),
            Window(2, time(9), time(12)),
            Window(2, time(13), time(13, 30)),
            Window(2, time(15), time(16)),
        ),
    )

    assert day_of("2026-11-04", times) == [("09:00", "14:00"), ("15:00", "16:00")]


def test_who_has_no_hours_is_never_reached() -> None:
    assert reachable_from(local("2026-11-04"), NO_WEEK) is None


def test_leave_without_an_end_is_never_reached() -> None:
    endless = replace(OFFICE, leave=(Leave(date(2026, 11, 2), date.max),))

    assert reachable_from(local("2026-11-04"), endless) is None


def test_we_look_four_hundred_days_ahead_and_no_further() -> None:
    once = replace(NO_WEEK, shifts=(shift("2027-12-09 09:00", "2027-12-09 10:00"),))
    start = local("2027-12-09 09:00")

    assert reachable_from(start - HORIZON, once) == start
    assert reachable_from(start - HORIZON - timedelta(microseconds=1), once) is None


def test_no_time_at_all_holds_no_windows() -> None:
    noon = local("2026-11-04 12:00")

    assert windows_between(noon, noon, OFFICE) == ()
    assert windows_between(noon, noon - timedelta(days=1), OFFICE) == ()


def test_an_instant_needs_a_zone() -> None:
    with pytest.raises(ValueError, match="aware"):
        reachable_from(datetime.fromisoformat("2026-11-04 12:00"), OFFICE)


@pytest.mark.parametrize("weekday", [-1, 7])
def test_a_week_has_seven_days(weekday: int) -> None:
    with pytest.raises(ValueError, match="0 \\(Monday\\) to 6"):
        Window(weekday, time(9), time(17))


@pytest.mark.parametrize("end", ["2026-11-04 09:00", "2026-11-04 08:00", "2026-11-05 21:01"])
def test_a_shift_ends_after_it_starts_and_within_36_hours(end: str) -> None:
    with pytest.raises(ValueError, match="36 hours"):
        shift("2026-11-04 09:00", end)


def test_a_shift_is_in_wall_time() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        Shift(local("2026-11-04 09:00"), local("2026-11-04 17:00"))


def test_leave_does_not_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="on or after"):
        leave("2026-11-04", "2026-11-03")
