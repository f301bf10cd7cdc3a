"""Who is on duty when: by the clock of the organisation, in the unit, and agreed."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest

from hartlijn.lib.verdict import Refused
from hartlijn.people.actions import duty as actions
from hartlijn.people.actions import memberships
from hartlijn.people.duty import duties_on, duty_of, line_on_duty, lines_for
from hartlijn.people.known_times import reachable_now
from hartlijn.people.models import (
    DutyLine,
    DutyShift,
    Membership,
    Organisation,
    Person,
    Role,
    Unit,
)
from hartlijn.people.reachable import Duty
from hartlijn.people.signals import times_changed
from hartlijn.people.tests.factories import a_person, a_place, a_unit
from hartlijn.people.tests.times_told import duty, local

A_DAY = timedelta(days=1)


NIGHT = duty("2026-11-21T22:00", "2026-11-22T08:00")


@pytest.fixture(autouse=True)
def settled(noor: Person, fatima: Person) -> None:
    """Everybody is here since September; the stories play in autumn."""
    Membership.objects.update(starts_on=date(2026, 9, 1))


@pytest.fixture
def line(team: Unit) -> DutyLine:
    """The line of Noor's team."""
    return DutyLine.objects.create(unit=team, name="Achterwacht", phone="0118 12 34 56")


@pytest.fixture
def leads(fatima: Person) -> Person:
    return fatima


def on_duty(person: Person, at: datetime) -> DutyLine | None:
    own = duty_of(person, at)
    return own.line if own else None


def test_over_midnight_until_its_last_minute(line: DutyLine, noor: Person, leads: Person) -> None:
    actions.put_on_duty(line, noor, [NIGHT], by=leads)

    assert on_duty(noor, local("2026-11-21T21:59")) is None
    assert on_duty(noor, local("2026-11-21T22:00")) == line
    assert on_duty(noor, local("2026-11-22T07:59")) == line
    assert on_duty(noor, local("2026-11-22T08:00")) is None
    own = duty_of(noor, local("2026-11-22T03:00"))
    assert own
    assert own.until == local("2026-11-22T08:00")


def test_a_duty_is_read_by_the_clock_of_the_organisation(
    line: DutyLine, noor: Person, leads: Person
) -> None:
    Organisation.objects.update(time_zone="America/Curacao")
    Person.objects.filter(pk=noor.pk).update(time_zone="Pacific/Auckland")
    actions.put_on_duty(line, noor, [NIGHT], by=leads)

    assert on_duty(noor, local("2026-11-22T02:30")) is None
    assert on_duty(noor, local("2026-11-22T03:00")) == line


def test_in_the_night_that_the_clock_goes_back_the_duty_lasts_an_hour_longer(
    line: DutyLine, noor: Person, leads: Person
) -> None:
    actions.put_on_duty(line, noor, [duty("2026-10-24T22:00", "2026-10-25T08:00")], by=leads)
    (start, end), *rest = duties_on(noor, line.pk, local("2026-10-24T12:00"))

    assert not rest
    assert end - start == timedelta(hours=11)


def test_it_leaves_own_times_as_they_are(line: DutyLine, noor: Person, leads: Person) -> None:
    before = reachable_now(noor, local("2026-11-22T03:00"))

    actions.put_on_duty(line, noor, [NIGHT], by=leads)

    assert reachable_now(noor, local("2026-11-22T03:00")) == before
    assert not before[0]


def test_members_see_the_lines_of_their_units_with_who_has_them_now(
    line: DutyLine, noor: Person, leads: Person, stranger: Person
) -> None:
    actions.put_on_duty(line, noor, [NIGHT], by=leads)

    (now,) = lines_for(leads, local("2026-11-22T03:00"))
    (later,) = lines_for(leads, local("2026-11-22T12:00"))

    assert (now.line, now.people, later.people) == (line, [noor], [])
    assert lines_for(stranger, local("2026-11-22T03:00")) == []


def test_who_leaves_the_team_has_no_duty_there_any_more(
    line: DutyLine, noor: Person, leads: Person, ines: Person
) -> None:
    now = local("2026-11-22T03:00")
    actions.put_on_duty(line, noor, [NIGHT], by=leads)
    place = noor.memberships.get(unit=line.unit)
    place.ends_on = place.starts_on
    place.save()

    assert on_duty(noor, now) is None
    assert duties_on(noor, line.pk, now) == ()
    assert line_on_duty([noor.pk], [line.pk], now) == {}


def test_one_line_is_had_by_one_unless_the_line_says_otherwise(
    line: DutyLine, noor: Person, leads: Person
) -> None:
    actions.put_on_duty(line, noor, [NIGHT], by=leads)
    with pytest.raises(Refused):
        actions.put_on_duty(line, leads, [duty("2026-11-22T07:00", "2026-11-22T09:00")], by=leads)
    actions.put_on_duty(line, leads, [duty("2026-11-22T08:00", "2026-11-22T09:00")], by=leads)

    actions.change_line(line, line.name, line.phone, several=True, by=leads)
    actions.put_on_duty(line, leads, [duty("2026-11-22T06:00", "2026-11-22T08:00")], by=leads)

    (now,) = lines_for(noor, local("2026-11-22T07:00"))
    assert set(now.people) == {noor, leads}
    with pytest.raises(Refused):  # but nobody twice at once
        actions.put_on_duty(line, noor, [NIGHT], by=leads)


def test_only_people_of_the_team_are_put_on_duty(
    line: DutyLine, sam: Person, stranger: Person, leads: Person
) -> None:
    with pytest.raises(Refused):
        actions.put_on_duty(line, stranger, [NIGHT], by=leads)
    assert not DutyShift.objects.exists()


@pytest.mark.parametrize("act", ["declare", "put", "change", "remove"])
def test_only_the_leader_and_the_coordinator_keep_the_roster(
    line: DutyLine, noor: Person, act: str
) -> None:
    acts: dict[str, Callable[[], object]] = {
        "declare": lambda: actions.add_line(line.unit, "Nog een", "1", several=False, by=noor),
        "put": lambda: actions.put_on_duty(line, noor, [NIGHT], by=noor),
        "change": lambda: actions.change_line(line, "Anders", "1", several=False, by=noor),
        "remove": lambda: actions.remove_line(line, by=noor),
    }

    with pytest.raises(Refused):
        acts[act]()


def test_the_coordinator_does_too_and_a_leader_of_another_team_does_not(
    line: DutyLine, noor: Person, ines: Person
) -> None:
    other = a_unit(line.unit.organisation, "Ander team")
    leader = a_person("Ander")
    a_place(leader, line.unit.organisation, Role.TEAM_LEADER, unit=other)

    actions.put_on_duty(line, noor, [NIGHT], by=ines)
    with pytest.raises(Refused):
        actions.put_on_duty(line, noor, [duty("2026-11-23T22:00", "2026-11-24T08:00")], by=leader)
    assert DutyShift.objects.get().put_by == ines


def test_whoever_it_is_about_may_say_no(line: DutyLine, noor: Person, leads: Person) -> None:
    actions.put_on_duty(line, noor, [NIGHT], by=leads)
    milan = a_person("Milan")
    a_place(milan, line.unit.organisation, unit=line.unit)
    shift = DutyShift.objects.get()
    with pytest.raises(Refused):
        actions.take_off_duty(shift, by=milan)

    actions.take_off_duty(shift, by=noor)

    assert not DutyShift.objects.exists()


def test_a_new_roster_takes_the_place_of_what_lies_ahead_or_leaves_it(
    line: DutyLine, noor: Person, leads: Person, today: date
) -> None:
    tomorrow = datetime.combine(today, time(22)) + A_DAY
    night = timedelta(hours=10)
    actions.put_on_duty(line, noor, [Duty(tomorrow, tomorrow + night)], by=leads)
    later = tomorrow + A_DAY
    actions.put_on_duty(line, leads, [Duty(later, later + night)], by=leads)

    with pytest.raises(Refused):
        actions.replace_duties(line, noor, [Duty(later, later + night)], by=leads)
    assert DutyShift.objects.get(person=noor).duty.start == tomorrow

    actions.replace_duties(line, noor, [Duty(later + A_DAY, later + A_DAY + night)], by=leads)
    assert DutyShift.objects.get(person=noor).duty.start == later + A_DAY


def test_everybody_it_concerns_is_planned_anew(
    line: DutyLine, noor: Person, leads: Person, ines: Person
) -> None:
    told: list[Person] = []

    def hear(about: Person, **_: object) -> None:
        told.append(about)

    times_changed.connect(hear)
    actions.put_on_duty(line, noor, [NIGHT], by=leads)
    actions.take_off_duty(DutyShift.objects.get(), by=leads)
    actions.put_on_duty(line, noor, [NIGHT], by=leads)
    actions.remove_line(line, by=ines)
    times_changed.disconnect(hear)

    assert told == [noor] * 4


def test_a_team_has_no_two_lines_of_one_name(line: DutyLine, leads: Person) -> None:
    with pytest.raises(Refused):
        actions.add_line(line.unit, line.name, "1", several=False, by=leads)
    other = actions.add_line(line.unit, "Nacht", "1", several=False, by=leads)
    with pytest.raises(Refused):
        actions.change_line(other, line.name, "1", several=False, by=leads)


def test_with_an_ended_place_also_by_the_coordinator(
    line: DutyLine, noor: Person, leads: Person, ines: Person
) -> None:
    actions.put_on_duty(line, noor, [NIGHT], by=leads)
    memberships.end(noor.memberships.get(unit=line.unit), by=ines)

    assert line_on_duty([noor.pk], [line.pk], local("2026-11-28T03:00")) == {}
