"""What was told, put together: which word wins, and what it costs to know."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hartlijn.people.actions import working_times as actions
from hartlijn.people.known_rows import told_by
from hartlijn.people.known_times import (
    due_question,
    known_times,
    reachable_now,
    working_times_of,
)
from hartlijn.people.models import Person, ToldDay, WeeklyHours, WeeklyPattern
from hartlijn.people.reachable import is_reachable, reachable_from
from hartlijn.people.roster import shifts_from_ical
from hartlijn.people.tests.times_told import AMSTERDAM, MONDAY, NOW, hours, ics, local
from hartlijn.people.week import Week

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
A_DAY = timedelta(days=1)
TUESDAY = MONDAY + A_DAY


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    """It is Monday 23 November 2026, ten o'clock in Amsterdam."""
    with time_machine.travel(NOW, tick=False):
        yield


def roster_of(person: Person, *shifts: tuple[str, str], name: str = "Rooster") -> None:
    found = shifts_from_ical(ics(*shifts).read(), AMSTERDAM, MONDAY)
    actions.keep_roster(name, found, by=person)


def usual_week(person: Person, text: str, *weekdays: int) -> None:
    actions.set_usual_week({day: (hours(text),) for day in weekdays}, by=person)


def reached(person: Person, text: str) -> bool:
    return is_reachable(local(text), working_times_of(person, date.fromisoformat(text[:10])))


def test_who_said_nothing_has_the_installations_default(noor: Person) -> None:
    assert reachable_now(noor, NOW) == (True, NOW)
    assert reachable_now(noor, local("2026-11-27 17:00")) == (False, local("2026-11-30 08:30"))


def test_the_usual_week_replaces_the_default(noor: Person) -> None:
    usual_week(noor, "22:00-07:00", 0, 2)

    assert not reached(noor, "2026-11-23 10:00")
    assert reached(noor, "2026-11-24 06:59")
    assert not reached(noor, "2026-11-24 22:00")


def test_no_fixed_times_means_only_what_is_told(noor: Person) -> None:
    actions.set_usual_week({}, by=noor)
    assert reachable_now(noor, NOW) == (False, None)

    actions.tell_exception(TUESDAY, (hours("09:00-12:00"),), by=noor)

    assert reachable_now(noor, NOW)[1] == local("2026-11-24 09:00")


def test_taking_the_usual_week_back_brings_the_default_back(noor: Person) -> None:
    usual_week(noor, "22:00-07:00", 0)
    actions.forget_usual_week(by=noor)

    assert reached(noor, "2026-11-23 10:00")


def test_between_the_first_and_last_shift_of_a_roster_only_its_shifts_count(noor: Person) -> None:
    roster_of(noor, ("20261124T140000", "20261124T220000"), ("20261127T220000", "20261128T070000"))

    assert not reached(noor, "2026-11-24 10:00")
    assert reached(noor, "2026-11-24 14:00")
    assert not reached(noor, "2026-11-26 10:00")
    assert reached(noor, "2026-11-28 06:00")
    assert reached(noor, "2026-11-30 10:00")


def test_a_tapped_day_wins_over_the_roster(noor: Person) -> None:
    roster_of(noor, ("20261124T140000", "20261124T220000"))
    actions.tell_week(Week.of(MONDAY), {TUESDAY: (hours("07:00-15:30"),)}, by=noor)

    assert reached(noor, "2026-11-24 08:00")
    assert not reached(noor, "2026-11-24 16:00")


def test_a_day_told_free_wins_over_the_roster(noor: Person) -> None:
    roster_of(noor, ("20261124T140000", "20261124T220000"))
    actions.tell_exception(TUESDAY, (), by=noor)

    assert not reached(noor, "2026-11-24 16:00")


def test_the_night_before_a_tapped_day_is_worked_to_its_end(noor: Person) -> None:
    roster_of(noor, ("20261123T224500", "20261124T071500"))
    actions.tell_exception(TUESDAY, (), by=noor)

    assert reached(noor, "2026-11-24 07:00")


def test_two_rosters_count_together(noor: Person) -> None:
    roster_of(noor, ("20261124T080000", "20261124T120000"), name="Ziekenhuis")
    roster_of(noor, ("20261124T130000", "20261124T170000"), name="School")

    assert reached(noor, "2026-11-24 09:00")
    assert not reached(noor, "2026-11-24 12:30")
    assert reached(noor, "2026-11-24 14:00")


def test_leave_wins_over_everything(noor: Person) -> None:
    roster_of(noor, ("20261124T080000", "20261124T120000"))
    actions.tell_week(Week.of(MONDAY), {MONDAY: (hours("07:00-15:30"),)}, by=noor)
    actions.take_leave(MONDAY, MONDAY + 8 * A_DAY, by=noor)

    assert reachable_now(noor, NOW) == (False, local("2026-12-02 08:30"))


def test_leave_that_began_long_ago_counts(noor: Person) -> None:
    actions.take_leave(date(2026, 1, 5), date(2026, 12, 31), by=noor)

    assert reachable_now(noor, NOW)[1] == local("2027-01-04 08:30")


def test_on_a_public_holiday_the_usual_week_is_free_and_a_shift_is_not(noor: Person) -> None:
    assert not reached(noor, "2026-12-25 10:00")

    roster_of(noor, ("20261225T080000", "20261225T120000"))

    assert reached(noor, "2026-12-25 10:00")


def test_noor_chooses_her_own_public_holidays(noor: Person) -> None:
    good_friday = date(2027, 3, 26)
    assert reached(noor, "2027-03-26 10:00")

    actions.choose_holidays({good_friday: False, date(2026, 12, 25): True}, by=noor)

    assert not reached(noor, "2027-03-26 10:00")
    assert reached(noor, "2026-12-25 10:00")


def test_her_hours_are_wall_time_wherever_she_lives(noor: Person) -> None:
    noor.time_zone = "America/Curacao"
    noor.save()

    assert reachable_now(noor, NOW) == (False, local("2026-11-23 13:30"))


def test_the_clock_change_does_not_move_her_shift(noor: Person) -> None:
    usual_week(noor, "08:00-16:00", *range(7))
    saturday = working_times_of(noor, date(2026, 10, 24))

    assert reachable_from(local("2026-10-25 04:00"), saturday) == local("2026-10-25 08:00")
    assert reachable_from(local("2026-10-24 17:00"), saturday) == local("2026-10-25 08:00")


def test_each_day_says_where_its_hours_come_from(noor: Person) -> None:
    usual_week(noor, "08:00-16:00", 0, 1, 2)
    roster_of(noor, ("20261126T080000", "20261126T120000"))
    actions.tell_week(Week.of(MONDAY), {MONDAY: ()}, by=noor)
    actions.tell_exception(TUESDAY, (), by=noor)
    known = known_times(noor, MONDAY, days=40)

    sources = [known.day(day).source for day in Week.of(MONDAY).days[:4]]

    assert sources == ["tapped", "exception", "pattern", "roster"]
    assert known.day(date(2026, 12, 25)).source == "holiday"


# Asking for the week


def test_who_has_a_usual_week_is_not_asked(noor: Person) -> None:
    usual_week(noor, "08:00-16:00", 0)

    assert not due_question(noor, MONDAY)


def test_who_has_a_roster_for_the_days_that_are_left_is_not_asked(noor: Person) -> None:
    roster_of(noor, ("20261125T080000", "20261125T120000"))

    assert not due_question(noor, MONDAY)
    assert due_question(noor, MONDAY + 3 * A_DAY)


def test_who_is_on_leave_for_the_rest_of_the_week_is_not_asked(noor: Person) -> None:
    actions.take_leave(TUESDAY, MONDAY + 9 * A_DAY, by=noor)

    assert due_question(noor, MONDAY)
    assert not due_question(noor, TUESDAY)
    assert due_question(noor, MONDAY + 7 * A_DAY)


# Whose it is


def test_nothing_that_sam_told_is_told_by_noor(noor: Person, sam: Person) -> None:
    fill(sam, 1)
    actions.tell_week(Week.of(MONDAY), {TUESDAY: ()}, by=sam)
    actions.choose_holidays({TUESDAY: False, date(2026, 12, 25): True}, by=sam)
    actions.skip_week(Week.of(MONDAY), by=sam)
    days = (date(2026, 1, 1), date(2027, 12, 31))

    kinds = {row.kind for row in told_by(sam, *days)}

    everything = "week tapped exception shift span leave works free skipped"
    assert kinds == set(everything.split())
    assert told_by(noor, *days) == []


# What it costs


def fill(person: Person, number: int) -> None:
    """So many of everything."""
    pattern, _made = WeeklyPattern.objects.get_or_create(person=person)
    for step in range(number):
        day = MONDAY + step * A_DAY
        WeeklyHours.objects.get_or_create(
            pattern=pattern, weekday=step % 7, start=hours(f"0{step // 7}:00-23:00")[0], end="23:00"
        )
        actions.tell_exception(day, (hours("07:00-15:30"), hours("18:00-20:00")), by=person)
        actions.take_leave(day, day, by=person)
        start = f"{day:%Y%m%d}"
        roster_of(person, (f"{start}T080000", f"{start}T120000"), name=f"Rooster {step}")
    actions.choose_holidays({date(2026, 12, 25): True}, by=person)


@pytest.mark.parametrize("number", [0, 1, 30])
def test_knowing_takes_one_query_however_much_was_told(noor: Person, number: int) -> None:
    fill(noor, number)

    with CaptureQueriesContext(
        connection,
    ) as asked:
        reachable_now(noor, NOW)
    with CaptureQueriesContext(connection) as due:
        due_question(noor, MONDAY)

    assert (len(asked), len(due)) == (1, 1)


def test_with_the_account_everything_goes(noor: Person, sam: Person) -> None:
    fill(noor, 2)
    fill(sam, 1)

    noor.delete()

    assert set(ToldDay.objects.values_list("person", flat=True)) == {sam.pk}
    assert WeeklyPattern.objects.count() == 1
