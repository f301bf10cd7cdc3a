"""Noor brings the roster file of her organisation; the shifts in it become her working times."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from hartlijn.people.reachable import WorkingTimes, reachable_from
from hartlijn.people.roster import Problem, Refusal, Span, shifts_from_ical
from hartlijn.people.tests.roster_files import (
    AMSTERDAM,
    LATE,
    TODAY,
    VTIMEZONE,
    event,
    ical,
    read,
    walls,
)


def test_a_late_shift_is_read() -> None:
    assert walls(read(LATE)) == [("10-20 14:00", "10-20 22:30")]


@pytest.mark.parametrize(
    "lines",
    [
        ("DTSTART:20261020T200000Z", "DTEND:20261021T050000Z"),
        ("DTSTART;TZID=Europe/Amsterdam:20261020T220000", "DURATION:PT9H"),
        ("DTSTART;TZID=Europe/London:20261020T210000", "DTEND:20261021T050000Z"),
        (
            "DTSTART;TZID=GMT Standard Time:20261020T210000",
            "DTEND;TZID=W. Europe Standard Time:20261021T070000",
        ),
        ('DTSTART;TZID="/software/20070129_1/Europe/London":20261020T210000', "DURATION:PT9H"),
        ("DTSTART;TZID=Customized Time Zone:20261020T220000", "DURATION:PT9H"),
        ("DTSTART:20261020T220000", "DTEND:20261021T0700", " 00"),
        ("dtstart;value=date-time:20261020T220000", "dtend:20261021T070000"),
    ],
)
def test_a_night_shift_is_the_same_in_whatever_way_its_times_are_written(
    lines: tuple[str, ...],
) -> None:
    assert walls(read(VTIMEZONE, event(*lines))) == [("10-20 22:00", "10-21 07:00")]


def test_times_are_told_by_the_persons_own_clock() -> None:
    content = ical(event("DTSTART:20261020T120000Z", "DTEND:20261020T200000Z"))

    roster = shifts_from_ical(content, ZoneInfo("America/Curacao"), TODAY)

    assert walls(roster) == [("10-20 08:00", "10-20 16:00")]


def test_nothing_but_times_is_kept() -> None:
    kept = repr(read(LATE, event("UID:geheim", "DTSTART:20261021", "TRANSP:OPAQUE")))

    for word in ("Sam", "Nachtdienst", "Wilgen", "fatima", "geheim"):
        assert word not in kept


@pytest.mark.parametrize("line", ["STATUS:CANCELLED", "TRANSP:TRANSPARENT", "status:cancelled"])
def test_what_is_cancelled_or_takes_up_no_time_is_passed_over(line: str) -> None:
    roster = read(LATE, event("DTSTART:20261021T090000", "DURATION:PT8H", line))

    assert walls(roster) == [("10-20 14:00", "10-20 22:30")]
    assert roster.refusals == ()


def test_the_same_shift_twice_counts_once() -> None:
    assert len(read(LATE, LATE).shifts) == 1


def test_the_night_the_clock_goes_back_is_ten_hours_by_the_stopwatch_and_nine_on_the_wall() -> None:
    by_the_wall = event("DTSTART:20261024T220000", "DTEND:20261025T070000")
    by_the_stopwatch = event("DTSTART:20261024T220000", "DURATION:PT9H")

    assert walls(read(by_the_wall)) == [("10-24 22:00", "10-25 07:00")]
    assert walls(read(by_the_stopwatch)) == [("10-24 22:00", "10-25 06:00")]


# Which days the roster speaks about


def test_free_days_inside_the_roster_are_free_and_the_rest_follows_the_week() -> None:
    friday = event("DTSTART:20261023T140000", "DURATION:PT8H")
    roster = read(LATE, friday)
    times = WorkingTimes(AMSTERDAM, shifts=roster.shifts, explicit_days=roster.explicit_days)

    assert roster.spans == (Span(date(2026, 10, 20), date(2026, 10, 23)),)
    wednesday = datetime(2026, 10, 21, 10, tzinfo=UTC)
    assert reachable_from(wednesday, times) == datetime(2026, 10, 23, 12, tzinfo=UTC)
    saturday = datetime(2026, 10, 24, 10, tzinfo=UTC)
    assert reachable_from(saturday, times) == datetime(2026, 10, 26, 7, 30, tzinfo=UTC)


def test_one_training_next_year_does_not_make_the_winter_free() -> None:
    on_the_edge = event("DTSTART:20261110T090000", "DURATION:PT8H")
    training = event("DTSTART:20270301T090000", "DURATION:PT8H")

    assert read(LATE, on_the_edge, training).spans == (
        Span(date(2026, 10, 20), date(2026, 11, 10)),
        Span(date(2027, 3, 1), date(2027, 3, 1)),
    )


def test_a_whole_day_belongs_to_the_roster_without_a_shift_and_is_named() -> None:
    two_days = event("DTSTART;VALUE=DATE:20261022", "DTEND;VALUE=DATE:20261024")
    roster = read(LATE, two_days)

    assert len(roster.shifts) == 1
    assert roster.spans == (Span(date(2026, 10, 20), date(2026, 10, 23)),)
    assert roster.refusals == (
        Refusal(date(2026, 10, 22), Problem.ALL_DAY),
        Refusal(date(2026, 10, 23), Problem.ALL_DAY),
    )


@pytest.mark.parametrize("end", ["20261022", "20261020"])
def test_a_whole_day_that_ends_where_it_starts_or_before_is_that_day(end: str) -> None:
    roster = read(LATE, event("DTSTART;VALUE=DATE:20261022", f"DTEND;VALUE=DATE:{end}"))

    assert roster.refusals == (Refusal(date(2026, 10, 22), Problem.ALL_DAY),)


def test_what_lies_more_than_a_week_back_is_passed_over() -> None:
    old = event("DTSTART:20261011T090000", "DURATION:PT8H")
    last_week = event("DTSTART:20261012T090000", "DURATION:PT8H")
    old_day = event("DTSTART;VALUE=DATE:20261001")

    assert walls(read(old, last_week, old_day)) == [("10-12 09:00", "10-12 17:00")]


# Shifts that are left out, and why


@pytest.mark.parametrize(
    ("lines", "day", "problem"),
    [
        (("DTSTART:20261021T090000",), 21, Problem.NO_END),
        (("DTSTART:20261021T090000", "DTEND:20261021T090000"), 21, Problem.ENDS_TOO_EARLY),
        (("DTSTART:20261021T090000", "DURATION:-PT1H"), 21, Problem.ENDS_TOO_EARLY),
        (("DTSTART:20261021T090000", "DTEND:20261022T210100"), 21, Problem.TOO_LONG),
        (("DTSTART:20261021T090000", "DTEND:morgen"), None, Problem.NOT_READABLE),
        (("DTEND:20261021T090000",), None, Problem.NOT_READABLE),
        (("DTSTART:20261021T090000,20261022T090000",), None, Problem.NOT_READABLE),
        (("DTSTART:20261021T090000", "DURATION:P99999999W"), None, Problem.NOT_READABLE),
        (("DTSTART:PT1H", "DURATION:PT1H"), None, Problem.NOT_READABLE),
        (
            ("DTSTART:20261021T090000", "DURATION:PT8H", "RRULE:FREQ=SECONDLY"),
            21,
            Problem.TOO_INTRICATE,
        ),
    ],
)
def test_a_shift_that_cannot_be_used_is_named_and_the_others_are_used(
    lines: tuple[str, ...], day: int | None, problem: Problem
) -> None:
    roster = read(LATE, event(*lines))

    assert ("10-20 14:00", "10-20 22:30") in walls(roster)
    assert [refusal.problem for refusal in roster.refusals] == [problem]
    named = roster.refusals[0].day
    assert named == (date(2026, 10, day) if day else None) or problem is Problem.NOT_READABLE


def test_a_shift_of_36_hours_is_read() -> None:
    day_and_a_half = event("DTSTART:20261021T090000", "DTEND:20261022T210000")

    assert walls(read(day_and_a_half)) == [("10-21 09:00", "10-22 21:00")]


def test_a_year_ahead_is_read_and_a_day_more_is_not() -> None:
    last = event("DTSTART:20271019T090000", "DURATION:PT8H")
    too_far = event("DTSTART:20271020T090000", "DURATION:PT8H")
    roster = read(last, too_far)

    assert [shift.start.date() for shift in roster.shifts] == [date(2027, 10, 19)]
    assert roster.refusals == (Refusal(date(2027, 10, 20), Problem.TOO_FAR),)
