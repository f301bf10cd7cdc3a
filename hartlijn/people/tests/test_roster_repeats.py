"""Shifts that come back: every other Monday, the first Tuesday of the month."""

from datetime import UTC, date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from hartlijn.people.roster import Problem, Refusal
from hartlijn.people.roster.repeats import repeats
from hartlijn.people.tests.roster_files import LATE, event, read, walls


def test_every_other_monday_comes_back_on_the_same_clock_after_the_change() -> None:
    mondays = event(
        "DTSTART;TZID=Europe/Amsterdam:20261019T083000",
        "DTEND;TZID=Europe/Amsterdam:20261019T170000",
        "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=3",
    )

    assert walls(read(mondays)) == [
        ("10-19 08:30", "10-19 17:00"),
        ("11-02 08:30", "11-02 17:00"),
        ("11-16 08:30", "11-16 17:00"),
    ]


@pytest.mark.parametrize(
    "until", ["20261103", "20261103T083000", "20261103T073000Z", "20261109T235959Z"]
)
def test_a_repeat_stops_after_its_last_day(until: str) -> None:
    rule = f"RRULE:FREQ=WEEKLY;UNTIL={until}"
    roster = read(event("DTSTART:20261020T083000", "DURATION:PT8H", rule))

    assert [start for start, _end in walls(roster)] == [
        "10-20 08:30",
        "10-27 08:30",
        "11-03 08:30",
    ]


@pytest.mark.parametrize("until", ["", ";UNTIL=20301231"])
def test_an_endless_repeat_is_followed_for_180_days(until: str) -> None:
    roster = read(event("DTSTART:20200101T083000", "DURATION:PT8H", f"RRULE:FREQ=DAILY{until}"))

    assert walls(roster)[0] == ("10-12 08:30", "10-12 16:30")
    assert walls(roster)[-1] == ("04-17 08:30", "04-17 16:30")
    assert len(roster.shifts) == 7 + 1 + 180
    assert roster.refusals == ()


def test_days_left_out_and_added_are_left_out_and_added() -> None:
    roster = read(
        event(
            "DTSTART:20261019T083000",
            "DURATION:PT8H",
            "RRULE:FREQ=DAILY;COUNT=5",
            "EXDATE:20261020T083000,20261021T063000Z",
            "EXDATE;VALUE=DATE:20261022",
            "RDATE:20261024T100000",
        )
    )

    assert [start for start, _end in walls(roster)] == [
        "10-19 08:30",
        "10-23 08:30",
        "10-24 10:00",
    ]


def test_a_repeat_that_was_moved_or_cancelled_leaves_its_old_place() -> None:
    week = event("UID:a", "DTSTART:20261019T083000", "DURATION:PT8H", "RRULE:FREQ=DAILY;COUNT=4")
    moved = event(
        "UID:a", "RECURRENCE-ID:20261020T083000", "DTSTART:20261020T130000", "DURATION:PT8H"
    )
    cancelled = event(
        "UID:a",
        "RECURRENCE-ID:20261021T063000Z",
        "DTSTART:20261021T083000",
        "DURATION:PT8H",
        "STATUS:CANCELLED",
    )
    of_another = event(
        "UID:b", "RECURRENCE-ID:20261022T083000", "DTSTART:20261025T083000", "DURATION:PT8H"
    )

    assert [start for start, _end in walls(read(week, moved, cancelled, of_another))] == [
        "10-19 08:30",
        "10-20 13:00",
        "10-22 08:30",
        "10-25 08:30",
    ]


def test_the_first_tuesday_of_the_month() -> None:
    rule = "RRULE:FREQ=MONTHLY;BYDAY=1TU;COUNT=3"
    roster = read(event("DTSTART:20261103T090000", "DURATION:PT2H", rule))

    assert [start for start, _end in walls(roster)] == [
        "11-03 09:00",
        "12-01 09:00",
        "01-05 09:00",
    ]


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "FREQ=HOURLY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=-1",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
        "FREQ=MONTHLY;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYDAY=5MO",
        "FREQ=YEARLY;BYWEEKNO=53",
        "FREQ=WEEKLY;BYDAY=",
        "FREQ=WEEKLY;BYDAY=MO;BYHOUR=1",
        "FREQ=WEEKLY;WKST=XX",
        "INTERVAL=2",
        ";;;=",
    ],
)
def test_a_repeat_we_do_not_follow_is_named(rule: str) -> None:
    odd = event("DTSTART:20261021T090000", "DURATION:PT8H", f"RRULE:{rule}")

    assert [refusal.problem for refusal in read(LATE, odd).refusals] == [Problem.TOO_INTRICATE]


def test_a_repeat_that_began_long_ago_and_is_not_followed_is_named_too() -> None:
    odd = event("DTSTART:20200101T090000", "DURATION:PT8H", "RRULE:FREQ=HOURLY")

    assert read(LATE, odd).refusals == (Refusal(date(2020, 1, 1), Problem.TOO_INTRICATE),)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(
    st.integers(0, 60),
    st.integers(1, 5),
    st.sets(st.integers(0, 6), min_size=1),
    st.integers(1, 30),
)
def test_weekly_repeats_are_the_days_one_counts_on_a_calendar(
    start: int, interval: int, weekdays: set[int], count: int
) -> None:
    first = datetime.fromisoformat("2026-10-19 09:00") + timedelta(days=start)
    names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    rule = f"FREQ=WEEKLY;INTERVAL={interval};BYDAY={','.join(names[day] for day in weekdays)}"
    roster = read(
        event(f"DTSTART:{first:%Y%m%dT%H%M%S}", "DURATION:PT8H", f"RRULE:{rule};COUNT={count}")
    )

    monday = first - timedelta(days=first.weekday())
    counted = [
        day
        for day in (first + timedelta(days=offset) for offset in range(1_400))
        if day.weekday() in weekdays and (day - monday).days // 7 % interval == 0
    ][:count]
    last = datetime.fromisoformat("2027-04-17 23:59")
    expected = {first, *counted}
    assert {shift.start for shift in roster.shifts} == {day for day in expected if day <= last}


@settings(max_examples=200, derandomize=True, deadline=None)
@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2026, 10, 1)),  # noqa: DTZ001
    st.sampled_from(
        [
            "FREQ=DAILY",
            "FREQ=WEEKLY",
            "FREQ=WEEKLY;BYDAY=MO,WE,SU;WKST=SU",
            "FREQ=MONTHLY",
            "FREQ=MONTHLY;BYDAY=-1FR",
            "FREQ=MONTHLY;BYMONTHDAY=-28",
            "FREQ=YEARLY",
        ]
    ),
    st.integers(1, 40),
)
def test_a_rhythm_begun_long_ago_comes_on_the_same_days_as_walked_from_its_start(
    start: datetime, rhythm: str, interval: int
) -> None:
    rule = f"{rhythm};INTERVAL={interval}"
    start = start.replace(microsecond=0)
    since, until = datetime(2026, 10, 12), datetime(2029, 4, 17)  # noqa: DTZ001

    found = [day for day in repeats(rule, start, UTC, since, until) if day >= since]

    assert found == rrulestr(rule, dtstart=start).between(since, until, inc=True)
