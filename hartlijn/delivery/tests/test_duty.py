"""What cannot wait reaches who is on duty, at any hour; everybody else hears it when they work."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from hartlijn.delivery.actions.moving import plan_anew
from hartlijn.delivery.actions.planning import plan
from hartlijn.delivery.actions.releasing import release
from hartlijn.delivery.models import Delivery
from hartlijn.delivery.signals import arrived
from hartlijn.people.actions import duty as actions
from hartlijn.people.models import DutyLine, DutyShift, Membership, Person, Unit
from hartlijn.people.tests.times_told import duty, local

FIRST, SECOND = uuid4(), uuid4()
AT_NIGHT = local("2026-11-22T03:00")  # a Sunday
MONDAY = local("2026-11-23T08:30")
NIGHT = duty("2026-11-21T22:00", "2026-11-22T08:00")


@pytest.fixture
def heard() -> Iterator[list[UUID]]:
    """What arrived, in order."""
    occasions: list[UUID] = []

    def hear(deliveries: list[Delivery], **_: object) -> None:
        occasions.extend(one.occasion for one in deliveries)

    arrived.connect(hear)
    yield occasions
    arrived.disconnect(hear)


@pytest.fixture
def line(team: Unit, noor: Person, fatima: Person) -> DutyLine:
    """Fatima has the line of Noor's team on Saturday night."""
    Membership.objects.update(starts_on=date(2026, 9, 1))
    line = DutyLine.objects.create(unit=team, name="Achterwacht", phone="0118 12 34 56")
    actions.put_on_duty(line, fatima, [NIGHT], by=fatima)
    return line


def test_on_duty_it_is_there_at_once_and_any_other_message_waits(
    line: DutyLine, fatima: Person, heard: list[UUID]
) -> None:
    plan(FIRST, [fatima], at=AT_NIGHT, cannot_wait_on=[line])
    plan(SECOND, [fatima], at=AT_NIGHT)

    release(AT_NIGHT)
    assert heard == [FIRST]
    release(MONDAY)
    assert heard == [FIRST, SECOND]


def test_who_is_not_on_duty_has_it_when_they_work(
    line: DutyLine, noor: Person, fatima: Person, heard: list[UUID]
) -> None:
    plan(FIRST, [noor], at=AT_NIGHT, cannot_wait_on=[line])
    plan(SECOND, [fatima], at=AT_NIGHT + timedelta(hours=6), cannot_wait_on=[line])

    release(AT_NIGHT + timedelta(hours=6))

    assert heard == []
    assert not Delivery.objects.exclude(duty_line=None).exists()


def test_a_line_the_sender_may_not_call_opens_nothing(
    line: DutyLine, fatima: Person, heard: list[UUID]
) -> None:
    other = DutyLine.objects.create(unit=line.unit, name="Andere", phone="1")

    plan(FIRST, [fatima], at=AT_NIGHT, cannot_wait_on=[other])
    release(AT_NIGHT)

    assert heard == []


def test_taken_off_duty_after_it_was_sent_it_waits_for_work(
    line: DutyLine, fatima: Person, heard: list[UUID]
) -> None:
    plan(FIRST, [fatima], at=AT_NIGHT, cannot_wait_on=[line])

    actions.take_off_duty(DutyShift.objects.get(), by=fatima)
    plan_anew(fatima.pk, AT_NIGHT)  # the listener did this by the clock of the test
    release(AT_NIGHT)
    assert heard == []
    release(MONDAY)

    assert heard == [FIRST]


def test_with_the_line_itself_gone_it_waits_for_work_too(
    line: DutyLine, fatima: Person, heard: list[UUID]
) -> None:
    plan(FIRST, [fatima], at=AT_NIGHT, cannot_wait_on=[line])

    actions.remove_line(line, by=fatima)
    plan_anew(fatima.pk, AT_NIGHT)
    release(AT_NIGHT)
    assert heard == []
    release(MONDAY)

    assert heard == [FIRST]


def test_missed_while_nothing_ran_it_comes_with_the_next_duty_or_work(
    line: DutyLine, fatima: Person, heard: list[UUID]
) -> None:
    evening = duty("2026-11-22T20:00", "2026-11-22T23:00")
    actions.put_on_duty(line, fatima, [evening], by=fatima)
    plan(FIRST, [fatima], at=AT_NIGHT, cannot_wait_on=[line])

    release(AT_NIGHT + timedelta(hours=10))
    assert heard == []
    release(local("2026-11-22T20:00"))

    assert heard == [FIRST]


def test_nothing_of_it_is_left_after_it_arrived(line: DutyLine, fatima: Person) -> None:
    plan(FIRST, [fatima], at=AT_NIGHT, cannot_wait_on=[line])
    release(AT_NIGHT)

    there = Delivery.objects.get()
    assert (there.duty_line, there.opens_at, there.closes_at) == (None, None, None)


def test_in_working_time_the_row_has_the_stretch_of_any_other(
    line: DutyLine, fatima: Person
) -> None:
    actions.put_on_duty(line, fatima, [duty("2026-11-23T06:00", "2026-11-23T12:00")], by=fatima)
    plan(FIRST, [fatima], at=MONDAY, cannot_wait_on=[line])
    plan(SECOND, [fatima], at=MONDAY)

    one, other = Delivery.objects.all()
    assert (one.opens_at, one.closes_at) == (other.opens_at, other.closes_at)
