"""Noor writes on Saturday night and sees when it arrives; never why it waits."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import date, datetime, time, timedelta
from typing import Any, Protocol
from uuid import uuid4

import pytest
import time_machine
from django.http import HttpResponse

from conftest import SignIn
from hartlijn.people.actions import reaching, working_times
from hartlijn.people.actions.duty import put_on_duty
from hartlijn.people.models import DutyLine, Organisation, Person, Unit
from hartlijn.people.tests.factories import a_person, a_place, walking_along
from hartlijn.people.tests.times_told import duty, local

pytestmark = pytest.mark.django_db
SATURDAY_NIGHT = local("2026-11-21T23:40")
MONDAY_NOON = local("2026-11-23T12:00")


@pytest.fixture(autouse=True)
def that_week() -> Iterator[None]:
    """Everybody has their place by then."""
    with time_machine.travel(SATURDAY_NIGHT - timedelta(days=7)):
        yield


class Counting(Protocol):
    """As pytest-django counts queries."""

    def __call__(self, count: int) -> AbstractContextManager[Any]: ...


def asked(as_: SignIn, who: Person, *receivers: Any, at: datetime = SATURDAY_NIGHT) -> Any:
    """What the page of somebody is told."""
    to = [str(getattr(one, "pk", one)) for one in receivers]
    with time_machine.travel(at, tick=False):
        answer: HttpResponse = as_(who).get("/delivery/arrival/", {"to": to})  # type: ignore[assignment]
    return answer


def said(as_: SignIn, who: Person, receiver: Person, at: datetime) -> tuple[str, bool]:
    (found,) = asked(as_, who, receiver, at=at).json()["arrivals"]
    return found["sentence"], found["now"]


def test_on_saturday_night_it_is_monday_morning(as_: SignIn, noor: Person, sam: Person) -> None:
    assert asked(as_, noor, sam).json() == {
        "arrivals": [{"to": str(sam.pk), "sentence": "maandag om 8.30 uur", "now": False}],
        "others": [],
        "duty": [],
    }


def test_in_working_time_it_is_at_once(as_: SignIn, noor: Person, sam: Person) -> None:
    assert said(as_, noor, sam, MONDAY_NOON) == ("meteen", True)


def test_today_tomorrow_and_later_in_words(as_: SignIn, noor: Person, sam: Person) -> None:
    assert said(as_, noor, sam, local("2026-11-23T06:00")) == ("vandaag om 8.30 uur", False)
    assert said(as_, noor, sam, local("2026-11-23T19:00")) == ("morgen om 8.30 uur", False)
    with time_machine.travel(MONDAY_NOON, tick=False):
        working_times.take_leave(date(2026, 11, 23), date(2026, 12, 20), by=sam)
    assert said(as_, noor, sam, MONDAY_NOON) == ("later dan volgende week", False)


def test_in_english_and_on_the_clock_of_the_sender(as_: SignIn, noor: Person, sam: Person) -> None:
    Person.objects.filter(pk=noor.pk).update(language="en", time_zone="America/Paramaribo")
    noor.refresh_from_db()

    assert said(as_, noor, sam, SATURDAY_NIGHT) == ("Monday at 4:30", False)


REASONS = ("leave", "a day off", "quiet hours", "a roster without a shift")


def busy(person: Person, reason: str) -> None:
    """Not to be reached on Monday, for another reason each; on Tuesday from 8:30."""
    monday = date(2026, 11, 23)
    if reason == "leave":
        working_times.take_leave(monday, monday, by=person)
    elif reason == "a day off":
        working_times.tell_exception(monday, (), by=person)
    elif reason == "quiet hours":
        week = {day: ((time(8, 30), time(17)),) for day in (1, 2, 3)}
        working_times.set_usual_week(week, by=person)
    else:
        working_times.choose_holidays({monday: False}, by=person)


def test_leave_a_day_off_and_quiet_hours_read_the_same(
    as_: SignIn,
    noor: Person,
    employer: Organisation,
    team: Unit,
    django_assert_num_queries: Counting,
) -> None:
    bodies, pk = set[bytes](), None
    for reason in REASONS:
        one = a_person("Els")
        a_place(one, employer, unit=team)
        with time_machine.travel(SATURDAY_NIGHT, tick=False):
            busy(one, reason)
        with time_machine.travel(SATURDAY_NIGHT, tick=False):
            client = as_(noor)
            with django_assert_num_queries(9):
                answer = client.get("/delivery/arrival/", {"to": [str(one.pk)]})
        pk = str(one.pk).encode()
        bodies.add(answer.content.replace(pk, b"-"))
        assert answer.json()["arrivals"][0]["sentence"] == "dinsdag om 8.30 uur"
        one.delete()

    assert len(bodies) == 1


def test_twelve_take_as_many_questions_as_one(
    as_: SignIn,
    noor: Person,
    employer: Organisation,
    team: Unit,
    django_assert_max_num_queries: Counting,
) -> None:
    many = [a_person("Collega") for _ in range(12)]
    for one in many:
        a_place(one, employer, unit=team)
    for some in (many[:1], many):
        with time_machine.travel(MONDAY_NOON, tick=False):
            client = as_(noor)
            with django_assert_max_num_queries(10):
                answer = client.get("/delivery/arrival/", {"to": [str(one.pk) for one in some]})
        assert len(answer.json()["arrivals"]) == len(some)


def test_whoever_blocked_reads_as_somebody_who_does_not_exist(
    as_: SignIn, noor: Person, sam: Person, fatima: Person
) -> None:
    walking_along(noor, fatima, "buddy")
    nobody = asked(as_, noor, uuid4())
    reaching.block(noor, by=fatima)

    for out_of_reach in (fatima, a_person("Vreemde"), noor, uuid4()):
        answer = asked(as_, noor, out_of_reach)
        assert answer.content == nobody.content
        assert {**answer.headers} == {**nobody.headers}


def test_others_who_work_now_are_named(
    as_: SignIn, noor: Person, sam: Person, fatima: Person
) -> None:
    with time_machine.travel(MONDAY_NOON, tick=False):
        working_times.take_leave(date(2026, 11, 23), date(2026, 11, 23), by=sam)

    assert asked(as_, noor, sam, at=MONDAY_NOON).json()["others"] == [
        {"person": str(fatima.pk), "name": fatima.name, "as": "Team Oost"}
    ]
    assert asked(as_, noor, sam, fatima, at=MONDAY_NOON).json()["others"] == []
    assert asked(as_, noor, sam, at=MONDAY_NOON + timedelta(hours=9)).json()["others"] == []


def test_at_most_five_others_and_companions_first(
    as_: SignIn, noor: Person, sam: Person, employer: Organisation, team: Unit
) -> None:
    for _number in range(8):
        a_place(a_person("Collega"), employer, unit=team)

    others = asked(as_, noor, at=MONDAY_NOON).json()["others"]

    assert len(others) == 5
    assert others[0]["name"] == sam.name


@pytest.mark.parametrize("to", [["zaterdag"], [""], [str(uuid4()) for _ in range(13)]])
def test_what_cannot_be_read_is_said(as_: SignIn, noor: Person, to: list[str]) -> None:
    answer = as_(noor).get("/delivery/arrival/", {"to": to})

    assert answer.status_code == 422
    assert answer.json()["sentence"]


def test_the_lines_one_can_call_come_along_with_who_has_them(
    as_: SignIn, noor: Person, fatima: Person, sam: Person, team: Unit
) -> None:
    line = DutyLine.objects.create(unit=team, name="Achterwacht", phone="0118 12 34 56")
    night = duty("2026-11-21T22:00", "2026-11-22T08:00")
    put_on_duty(line, fatima, [night], by=fatima)
    there = {"line": "Achterwacht", "phone": "0118 12 34 56"}

    assert asked(as_, noor, sam).json()["duty"] == [
        there | {"person": str(fatima.pk), "name": fatima.name}
    ]
    assert asked(as_, sam, noor).json()["duty"] == []

    reaching.block(noor, by=fatima)
    nobody = there | {"person": None, "name": ""}
    assert asked(as_, noor, sam).json()["duty"] == [nobody]
    assert asked(as_, noor, sam, at=MONDAY_NOON).json()["duty"] == [nobody]
