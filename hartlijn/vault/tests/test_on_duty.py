"""What cannot wait reaches who is on duty, at night too; without a duty it is not taken."""

from collections.abc import Iterator
from datetime import date
from http import HTTPStatus
from typing import Any

import pytest
import time_machine
from django.apps import apps

from conftest import SignIn
from hartlijn.consent.models import Grant
from hartlijn.people.actions import duty as actions
from hartlijn.people.models import DutyLine, DutyShift, Membership, Person, Unit
from hartlijn.people.tests.times_told import duty, local
from hartlijn.vault.tests.sealed import envelope, keeps, line, parcel, post, save

AT_NIGHT = local("2026-11-22T03:00")  # a Sunday


@pytest.fixture(autouse=True)
def night(noor: Person, sam: Person, fatima: Person, team: Unit) -> Iterator[None]:
    """Fatima has the line of Noor's team; everybody keeps a line of their own."""
    Membership.objects.update(starts_on=date(2026, 9, 1))
    with time_machine.travel(AT_NIGHT, tick=False):
        keeps(noor, sam, fatima)
        made = DutyLine.objects.create(unit=team, name="Achterwacht", phone="0118 12 34 56")
        night = duty("2026-11-21T22:00", "2026-11-22T08:00")
        actions.put_on_duty(made, fatima, [night], by=fatima)
        yield


def test_it_may_arrive_at_once_and_what_can_wait_waits(
    as_: SignIn, noor: Person, fatima: Person
) -> None:
    save(as_(noor), envelope(readers=2), to=str(fatima.pk), urgent=True)
    save(as_(noor), envelope(readers=2), to=str(fatima.pk))

    waiting: Any = apps.get_model("delivery", "Delivery").objects
    urgent, other = waiting.order_by("opens_at")
    assert (urgent.duty_line.name, other.duty_line) == ("Achterwacht", None)
    assert urgent.opens_at <= AT_NIGHT < urgent.closes_at <= other.opens_at


@pytest.mark.parametrize("who", ["noor", "sam", "after"])
def test_without_a_duty_on_a_line_of_ones_own_unit_it_is_refused(
    as_: SignIn, noor: Person, sam: Person, fatima: Person, who: str
) -> None:
    writer, reader = {"noor": (noor, sam), "sam": (sam, noor), "after": (noor, fatima)}[who]
    if who == "after":
        actions.take_off_duty(DutyShift.objects.get(), by=fatima)
    content = envelope(readers=2)
    about = line(content, to=str(reader.pk), urgent=True)

    answer = post(as_(writer), "store", parcel((about, content)))

    assert answer.status_code == HTTPStatus.CONFLICT
    assert "heeft nu geen dienst op een lijn van jouw team" in answer.json()["sentence"]
    assert not Grant.objects.exists()


def test_sent_twice_is_sent_once_also_when_the_duty_is_over(
    as_: SignIn, noor: Person, fatima: Person
) -> None:
    content = envelope(readers=2)
    sent = parcel((line(content, to=str(fatima.pk), urgent=True), content))
    assert post(as_(noor), "store", sent).status_code == HTTPStatus.OK

    actions.take_off_duty(DutyShift.objects.get(), by=fatima)

    assert post(as_(noor), "store", sent).status_code == HTTPStatus.OK
    assert Grant.objects.count() == 1


@pytest.mark.parametrize("says", [{"urgent": "yes"}, {"urgent": 1}, {"urgent": None}])
def test_anything_but_yes_or_no_is_refused(
    as_: SignIn, noor: Person, fatima: Person, says: dict[str, object]
) -> None:
    content = envelope(readers=2)
    answer = post(as_(noor), "store", parcel((line(content, to=str(fatima.pk), **says), content)))
    assert answer.status_code == HTTPStatus.BAD_REQUEST


def test_what_is_for_nobody_else_has_no_haste(as_: SignIn, noor: Person) -> None:
    content = envelope()
    answer = post(as_(noor), "store", parcel((line(content, urgent=True), content)))
    assert answer.status_code == HTTPStatus.BAD_REQUEST
