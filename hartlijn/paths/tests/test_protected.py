"""Protected hours fall within the own work, never more than promised, and never on leave."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hartlijn.lib.civil_day import civil_day
from hartlijn.paths.days.protected import Block, Hours, blocks
from hartlijn.paths.days.protected_time import protected_time
from hartlijn.paths.models import Change, Promise, Term
from hartlijn.paths.tests.conftest import Work
from hartlijn.paths.tests.factories import a_body, a_promise, a_template, begun
from hartlijn.people.reachable import Leave, Shift, Window, WorkingTimes, windows_between

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MONDAY = date(2026, 11, 30)
A_DAY = timedelta(days=1)
ALWAYS = Hours(MONDAY - 100 * A_DAY, MONDAY + 100 * A_DAY, 4)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """An instant, so many days from Monday."""
    return datetime.combine(MONDAY + day * A_DAY, time(hour, minute), AMSTERDAM)


def weekly(*weekdays: int, start: time = time(9), end: time = time(17)) -> tuple[Window, ...]:
    return tuple(Window(day, start, end) for day in weekdays)


def a_week(times: WorkingTimes, *promised: Hours) -> list[Block]:
    return list(blocks(promised, times, MONDAY, MONDAY + 7 * A_DAY))


def test_four_hours_are_the_ends_of_the_first_two_days_she_works() -> None:
    times = WorkingTimes(AMSTERDAM, weekly(1, 3, 4))

    assert a_week(times, ALWAYS) == [
        Block(at(1, 15), at(1, 17)),
        Block(at(3, 15), at(3, 17)),
    ]


def test_leave_and_short_days_take_nothing() -> None:
    leave = (Leave(MONDAY + A_DAY, MONDAY + A_DAY),)
    times = WorkingTimes(AMSTERDAM, (*weekly(1, 3), Window(4, time(9), time(10))), leave=leave)

    assert a_week(times, ALWAYS) == [Block(at(3, 15), at(3, 17))]


def test_a_month_that_ends_halfway_stops_there() -> None:
    until = Hours(MONDAY - A_DAY, MONDAY, 4)
    times = WorkingTimes(AMSTERDAM, weekly(0, 1, 2))

    assert a_week(times, until) == [Block(at(0, 15), at(0, 17))]


def test_two_promises_come_together_and_two_months_do_not_double() -> None:
    times = WorkingTimes(AMSTERDAM, weekly(0, 1, 2, 3, 4))
    now = Hours(MONDAY, MONDAY + A_DAY, 2)
    then = Hours(MONDAY + 2 * A_DAY, MONDAY + 9 * A_DAY, 2)
    reflection = Hours(MONDAY, MONDAY + 9 * A_DAY, 1)

    assert sum((one.end - one.start for one in a_week(times, now, then)), timedelta()) == (
        timedelta(hours=2)
    )
    assert sum((one.end - one.start for one in a_week(times, now, reflection)), timedelta()) == (
        timedelta(hours=3)
    )


def test_a_night_shift_ends_with_it() -> None:
    evening, morning = time(22, 45), time(7, 15)
    night = Shift(datetime.combine(MONDAY, evening), datetime.combine(MONDAY + A_DAY, morning))
    times = WorkingTimes(AMSTERDAM, (), (night,), frozenset({MONDAY}))

    assert a_week(times, ALWAYS) == [Block(at(1, 5, 15), at(1, 7, 15))]


def test_without_a_promise_or_work_there_is_nothing() -> None:
    assert a_week(WorkingTimes(AMSTERDAM, weekly(0, 1))) == []
    assert a_week(WorkingTimes(AMSTERDAM, ()), ALWAYS) == []


clock = some.integers(0, 95).map(lambda quarter: time(quarter // 4, quarter % 4 * 15))
windows = some.builds(Window, some.integers(0, 6), clock, clock)
days = some.integers(-10, 20).map(lambda number: MONDAY + number * A_DAY)
months = some.tuples(days, days, some.integers(0, 40)).map(
    lambda said: Hours(min(said[:2]), max(said[:2]), said[2])
)
leaves = some.tuples(days, days).map(lambda two: Leave(min(two), max(two)))


@given(
    some.lists(windows, max_size=9), some.lists(months, max_size=3), some.lists(leaves, max_size=2)
)
def test_it_always_lies_within_work_and_is_never_more_than_promised(
    week: list[Window], promised: list[Hours], leave: list[Leave]
) -> None:
    times = WorkingTimes(AMSTERDAM, tuple(week), leave=tuple(leave))

    found = list(blocks(promised, times, MONDAY, MONDAY + 14 * A_DAY))

    for one in found:
        around = windows_between(one.start, one.end, times)
        assert any(opens <= one.start and one.end <= closes for opens, closes in around)
        assert one.end - one.start <= timedelta(hours=2)
    total = sum((one.end - one.start for one in found), timedelta())
    most = sum(one.amount for one in promised)
    assert total <= 2 * most * timedelta(hours=1)
    assert all(one.start.tzinfo is UTC for one in found)


# ------------------------------------------------------------------ out of the tables


@pytest.mark.django_db
def test_what_was_promised_in_hours_a_week_and_agreed_anew(work: Work) -> None:
    hours = {"kind": "onboarding_time", "measure": "hours_a_week", "amount": 4}
    body = a_body(
        promises=[a_promise("time", **hours), a_promise("talk", amount=9), a_promise("more")]
    )
    template = a_template(work.organisation, work.ines, body)
    today = civil_day()
    side = begun(template, work.noor, work.ines, unit=work.team, first_day=today)

    def hours_of_next_week() -> float:
        monday = today + timedelta(days=7 - today.weekday())
        found = [
            one
            for one in protected_time(work.noor, today)
            if monday <= one.start.date() < monday + timedelta(days=7)
        ]
        return sum((one.end - one.start).total_seconds() for one in found) / 3600

    assert hours_of_next_week() == 4
    assert protected_time(work.sam, today) == []
    Change.objects.create(
        promise=Promise.objects.get(side=side, key="time"),
        reason="Anders",
        amount=1,
        from_on=today,
        proposed_as="organisation",
        agreed_on=today,
        agreed_by=work.noor,
    )
    assert hours_of_next_week() == 1
    Term.objects.filter(promise__side=side).delete()
    assert protected_time(work.noor, today) == []
