"""Who has to act hears of it in the week of the step, when they work, and nobody else does."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine

from hartlijn.delivery.actions.releasing import release
from hartlijn.delivery.models import Delivery
from hartlijn.paths.actions import beginning, moving, steps, templates
from hartlijn.paths.actions.reminders import remind_ahead
from hartlijn.paths.models import Reminder, Side, Step
from hartlijn.paths.tests.conftest import Work
from hartlijn.paths.tests.factories import a_body, a_step, begun
from hartlijn.people.actions import working_times
from hartlijn.people.models import Membership, Person

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
FRIDAY = datetime(2026, 11, 27, 3, 20, tzinfo=AMSTERDAM)
MONDAY = date(2026, 11, 30)


@pytest.fixture(autouse=True)
def at_night() -> Any:
    """Before the week in which Noor begins."""
    with time_machine.travel(FRIDAY, tick=False):
        yield


@pytest.fixture
def side(work: Work) -> Side:
    """The welcome on Tuesday with Fatima; Sam's talk that Friday."""
    return begun(work.template, work.noor, work.ines, unit=work.team)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), AMSTERDAM)


def held(person: Person) -> dict[str, datetime | None]:
    """What waits for somebody, by step, and when it opens."""
    found = {}
    for one in Delivery.objects.held().filter(receiver=person):
        found[Reminder.objects.get(pk=one.occasion).step.key] = one.opens_at
    return found


def test_each_is_reminded_of_what_they_do_from_the_monday_of_that_week(
    work: Work, side: Side
) -> None:
    del side
    remind_ahead()

    monday = at(MONDAY, 8, 30)
    assert held(work.noor) == dict.fromkeys(("welcome", "talk", "look-back"), monday)
    assert held(work.sam) == {"talk": monday}
    assert held(work.fatima) == {"welcome": monday}
    assert held(work.ines) == {}


def test_at_their_own_working_time(work: Work, side: Side) -> None:
    del side
    working_times.set_usual_week({2: ((time(13), time(17)),)}, by=work.sam)

    remind_ahead()

    assert held(work.sam) == {"talk": at(date(2026, 12, 2), 13)}


def test_asked_every_night_it_is_planned_once(work: Work, side: Side) -> None:
    del side
    remind_ahead()
    first = set(Reminder.objects.values_list("pk", flat=True))
    remind_ahead()
    with time_machine.travel(at(MONDAY, 9), tick=False):
        release(at(MONDAY, 9))
        Delivery.objects.visible_to(work.sam).delete()  # Sam looked
        remind_ahead()

    assert set(Reminder.objects.values_list("pk", flat=True)) == first
    assert held(work.sam) == {}


def test_what_was_done_does_not_arrive_and_is_not_planned_again(work: Work, side: Side) -> None:
    remind_ahead()
    talk = Step.objects.get(side=side, key="talk")

    steps.mark_done(talk, by=work.sam)
    remind_ahead()

    assert held(work.sam) == {}
    assert "talk" not in held(work.noor)
    steps.reopen(talk, by=work.sam)
    remind_ahead()
    assert "talk" in held(work.sam)


def test_when_its_day_moves_it_moves_along(work: Work, side: Side) -> None:
    remind_ahead()
    later = {"unit": "days", "number": 6, "anchor": "first_day"}
    far = {"unit": "days", "number": 60, "anchor": "first_day"}
    body = a_body(
        steps=[
            a_step("talk", when=later),
            a_step("welcome", who=["team_leader", "starter"], when=far),
        ]
    )
    templates.change(work.template, body, by=work.ines)
    templates.publish(work.template, by=work.ines)
    templates.offer(work.template, by=work.ines)
    side.refresh_from_db()

    with time_machine.travel(at(MONDAY, 3), tick=False):
        moving.take(side, by=work.noor)
        assert held(work.sam) == {}
        remind_ahead()

    assert held(work.sam) == {"talk": at(date(2026, 12, 7), 8, 30)}
    assert held(work.fatima) == {}
    assert set(held(work.noor)) == {"talk"}  # the step that went took its reminder along


def test_who_left_is_not_reminded_and_who_came_is(work: Work, side: Side) -> None:
    del side
    remind_ahead()
    Membership.objects.filter(person=work.fatima).update(
        starts_on=MONDAY - timedelta(days=30), ends_on=MONDAY - timedelta(days=10)
    )

    remind_ahead()

    assert held(work.fatima) == {}


def test_of_a_side_that_ended_nothing_arrives(work: Work, side: Side) -> None:
    remind_ahead()

    beginning.end(side, by=work.ines)
    remind_ahead()

    assert not Delivery.objects.exists()
    assert not Reminder.objects.exists()


def test_who_takes_the_own_account_along_leaves_nothing_that_waits(work: Work, side: Side) -> None:
    del side
    remind_ahead()

    work.noor.delete()

    assert not Delivery.objects.exists()


def test_a_closed_account_and_a_step_of_long_ago_wake_nobody(work: Work, side: Side) -> None:
    Step.objects.filter(side=side, key="talk").update(due_on=MONDAY - timedelta(days=9))
    work.fatima.is_active = False
    work.fatima.save()

    remind_ahead()

    assert held(work.sam) == {}
    assert held(work.fatima) == {}


def test_what_it_reminded_of_long_ago_is_forgotten(work: Work, side: Side) -> None:
    del side
    remind_ahead()

    with time_machine.travel(FRIDAY + timedelta(days=60), tick=False):
        remind_ahead()

    assert not Reminder.objects.exists()


def test_nobody_sees_of_another_that_they_were_reminded(work: Work, side: Side) -> None:
    del side
    remind_ahead()

    assert {one.person for one in Reminder.objects.visible_to(work.sam)} == {work.sam}
