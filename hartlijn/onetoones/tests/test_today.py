"""Vandaag tells the leader, and only on a day of work."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client

from conftest import SignIn
from hartlijn.onetoones import actions
from hartlijn.onetoones.due import this_week
from hartlijn.people.models import Person, Unit
from hartlijn.people.models.working_times import LeavePeriod
from hartlijn.people.tests.factories import a_person, a_place

pytestmark = pytest.mark.django_db
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MONDAY = date(2027, 1, 11)


def at(day: date, hour: int = 10) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=AMSTERDAM)


@pytest.fixture
def talk(fatima: Person, noor: Person) -> None:
    """Fatima means to talk with Noor on the Thursday of that week."""
    actions.keep(noor, weeks=3, next_on=MONDAY + timedelta(days=3), by=fatima)


@pytest.mark.parametrize(
    ("days", "told"),
    [(-3, False), (-1, False), (0, True), (3, True), (4, True), (5, False), (6, False), (7, True)],
)
def test_from_monday_of_that_week_on_days_of_work(
    fatima: Person, talk: None, days: int, *, told: bool
) -> None:
    found = this_week(fatima, at(MONDAY + timedelta(days=days)))

    assert found == (["Noor de Wit"] if told else [])


def test_also_in_the_evening_of_such_a_day(fatima: Person, talk: None) -> None:
    assert this_week(fatima, at(MONDAY, 22)) == ["Noor de Wit"]


def test_not_on_leave(fatima: Person, talk: None) -> None:
    LeavePeriod.objects.create(person=fatima, first=MONDAY, last=MONDAY + timedelta(days=6))

    assert this_week(fatima, at(MONDAY)) == []


def test_the_week_is_that_of_ones_own_clock(fatima: Person, talk: None) -> None:
    fatima.time_zone = "Pacific/Auckland"

    assert this_week(fatima, at(MONDAY - timedelta(days=1), 20)) == ["Noor de Wit"]


def test_the_other_hears_nothing(noor: Person, sam: Person, talk: None) -> None:
    for person in (noor, sam):
        assert this_week(person, at(MONDAY)) == []


def shown(client: Client) -> str:
    return client.get("/").content.decode()


def test_vandaag_says_it_in_one_line(as_: SignIn, fatima: Person, team: Unit, talk: None) -> None:
    with time_machine.travel(at(MONDAY), tick=False):
        page = shown(as_(fatima))
        assert "Deze week: een kort gesprek met Noor de Wit." in page
        assert 'href="/one-to-ones/"' in page
        for name in ("Bo", "Cas"):
            other = a_person(name)
            a_place(other, team.organisation, unit=team, starts_on=MONDAY)
            actions.keep(other, weeks=1, next_on=MONDAY, by=fatima)
        assert "een kort gesprek met Bo, Cas en anderen." in shown(as_(fatima))


def test_on_a_free_day_vandaag_says_nothing_of_it(as_: SignIn, fatima: Person, talk: None) -> None:
    with time_machine.travel(at(MONDAY + timedelta(days=5)), tick=False):
        assert "kort gesprek met" not in shown(as_(fatima))


def test_the_leader_finds_a_card_for_today(as_: SignIn, fatima: Person, noor: Person) -> None:
    assert "Een vraag voor een kort gesprek" in shown(as_(fatima))
    assert "Een vraag voor een kort gesprek" not in shown(as_(noor))
