"""What waits for somebody on a path reaches who must act, once, and is taken back when it does not."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine

from hartlijn.delivery.models import Delivery
from hartlijn.lib.civil_day import civil_day
from hartlijn.paths.actions import handing_over, moving, promises, templates
from hartlijn.paths.actions import meeting as meetings
from hartlijn.paths.actions.notices import tell_what_waits
from hartlijn.paths.models import HandOver, Notice, Promise
from hartlijn.paths.tests.conftest import Work
from hartlijn.paths.tests.factories import a_body, a_step, begun, given
from hartlijn.paths.tests.test_meeting import AtTable, at_table
from hartlijn.people.models import Organisation, Person, Role
from hartlijn.people.tests.factories import a_person, a_place, an_organisation

pytestmark = pytest.mark.django_db
__all__ = ["at_table"]
NIGHT = datetime(2026, 12, 8, 3, 35, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture(autouse=True)
def at_night() -> Iterator[None]:
    """A week after Noor began."""
    with time_machine.travel(NIGHT, tick=False):
        yield


def heard() -> set[tuple[str, str]]:
    """Who will hear of what, as it waits in delivery."""
    tell_what_waits()
    found = set()
    for one in Delivery.objects.held().select_related("receiver"):
        found.add((one.receiver.name, Notice.objects.get(pk=one.occasion).kind))
    return found


def test_a_newer_version_waits_for_the_starter_alone(work: Work) -> None:
    side = begun(work.template, work.noor, work.ines, unit=work.team)
    templates.change(work.template, a_body(steps=[a_step("talk")]), by=work.ines)
    templates.publish(work.template, by=work.ines)
    templates.offer(work.template, by=work.ines)

    assert heard() == {("Noor", "newer")}
    assert heard() == {("Noor", "newer")}
    side.refresh_from_db()
    moving.leave(side, by=work.noor)
    assert not Delivery.objects.exists()
    assert heard() == set()


def test_a_proposal_about_a_promise_waits_for_the_other_side(work: Work) -> None:
    begun(work.template, work.noor, work.ines, unit=work.team)
    promise = Promise.objects.get()
    said: dict[str, Any] = {
        "reason": "Vakantie",
        "amount": 2,
        "from_on": promise.terms.all()[0].starts_on,
    }

    change = promises.propose(promise, **said, by=work.sam)
    assert heard() == {("Noor", "promise")}
    promises.decline(change, by=work.noor)
    assert not Delivery.objects.exists()
    change = promises.propose(promise, **said, by=work.noor)
    assert heard() == {("Sam", "promise")}
    promises.withdraw(change, by=work.noor)
    assert heard() == set()


def test_a_hand_over_waits_for_the_starter_and_then_for_who_gets_it(work: Work) -> None:
    side = begun(work.template, work.noor, work.ines, unit=work.team)
    there, lotte = an_organisation("HZ", Organisation.Kind.EDUCATION), a_person("Lotte")
    a_place(lotte, there, Role.COORDINATOR)
    a_place(work.noor, there, Role.STARTER)
    over = handing_over.prepare(side, [], "Zij leert door mee te kijken.", by=work.ines)
    assert heard() == set()

    handing_over.propose(over, by=work.ines)
    assert heard() == {("Noor", "hand_over")}
    handing_over.pick(over, list(over.items.all()), to=there, added="", by=work.noor)
    given(over, by=work.noor)
    assert not Delivery.objects.exists()
    assert heard() == {("Lotte", "hand_over")}
    handing_over.accept(over, by=lotte)
    assert not Delivery.objects.exists()
    assert heard() == set()


def test_a_meeting_waits_for_who_is_asked_and_its_outcome_for_who_said_no_yes(
    work: Work, at_table: AtTable
) -> None:
    meeting = at_table.meeting
    meeting.day = civil_day() + timedelta(days=3)
    meeting.save()
    assert heard() == {("Joost", "meeting"), ("Sam", "meeting")}

    meetings.write(meeting, "work", "Elke week een uur", date(2027, 1, 1), by=work.noor)
    meetings.agree(meeting, meetings.as_it_reads(meeting), by=work.noor)
    with time_machine.travel(NIGHT + timedelta(days=4), tick=False):
        assert heard() == {("Joost", "outcome"), ("Sam", "outcome")}
        meetings.agree(meeting, meetings.as_it_reads(meeting), by=work.sam)
        assert heard() == {("Joost", "outcome")}
        meetings.drop(meeting, by=work.noor)
        assert not Delivery.objects.exists()
        assert heard() == set()


def test_who_left_and_whose_account_is_closed_hears_nothing(work: Work, at_table: AtTable) -> None:
    at_table.meeting.day = civil_day() + timedelta(days=3)
    at_table.meeting.save()
    heard()
    Person.objects.filter(pk=at_table.joost.pk).update(is_active=False)
    work.sam.memberships.all().delete()

    assert heard() == set()


def test_a_desk_never_hears_what_waits_for_a_person(work: Work, at_table: AtTable) -> None:
    heard()

    told = set(Notice.objects.values_list("person__name", flat=True))
    assert told.isdisjoint({"Ines", "Lotte", "Fatima"})


def test_a_draft_nobody_proposes_goes_after_ninety_days(work: Work) -> None:
    side = begun(work.template, work.noor, work.ines, unit=work.team)
    handing_over.prepare(side, [], "Iets.", by=work.ines)
    waits = handing_over.prepare(side, [], "Iets anders.", by=work.fatima)
    handing_over.propose(waits, by=work.fatima)

    with time_machine.travel(NIGHT + timedelta(days=90), tick=False):
        handing_over.forget_old_drafts()
        assert HandOver.objects.count() == 2
    with time_machine.travel(NIGHT + timedelta(days=91), tick=False):
        handing_over.forget_old_drafts()
        assert list(HandOver.objects.all()) == [waits]
