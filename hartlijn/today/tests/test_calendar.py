"""The own calendar shows on which days something comes back, and nothing else."""

from datetime import date, time, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from hartlijn.delivery.actions.ways import open_calendar
from hartlijn.journal.models import Due
from hartlijn.paths.tests.conftest import Work, work
from hartlijn.paths.tests.factories import a_body, a_promise, a_template, begun
from hartlijn.people.actions import working_times
from hartlijn.people.models import Person
from hartlijn.people.tests.times_told import local
from hartlijn.today.calendar import coming_back
from hartlijn.vault.models import Envelope

__all__ = ["work"]
pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]

SATURDAY = local("2026-11-21T23:40")
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


def comes_back(person: Person, *days: date) -> None:
    for day in days:
        letter = Envelope.objects.create(
            id=uuid4(), author=person, content=b"closed", digest=uuid4().hex, size=6
        )
        Due.objects.create(envelope=letter, owner=person, due_on=day)


def test_a_day_with_much_is_one_moment_at_its_first_work(noor: Person) -> None:
    comes_back(noor, MONDAY, MONDAY, TUESDAY, date(2026, 11, 28))

    assert coming_back(noor, SATURDAY) == [
        local("2026-11-23T08:30"),
        local("2026-11-24T08:30"),
        local("2026-11-30T08:30"),
    ]


def test_what_was_there_already_is_not_repeated_and_after_leave_it_is_there(noor: Person) -> None:
    comes_back(noor, date(2026, 11, 18), date(2026, 11, 20))
    working_times.take_leave(date(2026, 11, 19), MONDAY, by=noor)

    assert coming_back(noor, SATURDAY) == [local("2026-11-24T08:30")]


def test_a_night_shift_belongs_to_the_day_on_which_it_begins(noor: Person) -> None:
    night = ((time(22), time(7)),)
    working_times.set_usual_week({0: night, 1: night}, by=noor)
    comes_back(noor, TUESDAY)

    assert coming_back(noor, SATURDAY) == [local("2026-11-24T22:00")]


def test_without_any_work_there_is_nothing(noor: Person) -> None:
    working_times.set_usual_week({}, by=noor)
    comes_back(noor, MONDAY)

    assert coming_back(noor, SATURDAY) == []


@time_machine.travel(SATURDAY, tick=False)
def test_the_file_says_hartlijn_and_no_more(client: Client, noor: Person, sam: Person) -> None:
    comes_back(noor, MONDAY)
    comes_back(sam, TUESDAY)
    address = reverse("today:calendar", args=[open_calendar(by=noor)])

    answer = client.get(address)

    (event,) = Calendar.from_ical(answer.content).events
    assert event["summary"] == "Hartlijn"
    assert event.start == local("2026-11-23T08:30")
    assert event.duration == timedelta(minutes=15)
    assert set(event) == {
        "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "URL", "CLASS", "TRANSP",
    }  # fmt: skip
    assert noor.name not in answer.content.decode()
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "no-store" in answer.headers["Cache-Control"]
    assert "noindex" in answer.headers["X-Robots-Tag"]


@time_machine.travel(SATURDAY, tick=False)
def test_what_did_not_change_is_not_sent_again(client: Client, noor: Person) -> None:
    comes_back(noor, MONDAY)
    address = reverse("today:calendar", args=[open_calendar(by=noor)])
    etag = client.get(address).headers["ETag"]

    assert client.get(address, headers={"If-None-Match": etag}).status_code == 304
    comes_back(noor, TUESDAY)
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 200


def test_a_blocked_account_has_no_calendar(client: Client, noor: Person) -> None:
    address = reverse("today:calendar", args=[open_calendar(by=noor)])
    noor.is_active = False
    noor.save()

    assert client.get(address).status_code == 404


@time_machine.travel(SATURDAY + timedelta(days=14), tick=False)
def test_hours_that_were_promised_are_blocks_with_a_neutral_name(
    client: Client, work: Work
) -> None:
    hours = {"kind": "onboarding_time", "measure": "hours_a_week", "amount": 2}
    body = a_body(promises=[a_promise("weekly-hours", **hours)])
    template = a_template(work.organisation, work.ines, body)
    begun(template, work.noor, work.ines, unit=work.team, first_day=date(2026, 12, 7))

    found = client.get(reverse("today:calendar", args=[open_calendar(by=work.noor)]))
    events = Calendar.from_ical(found.content).events

    assert {str(one["summary"]) for one in events} == {"Beschermde tijd"}
    assert {str(one["transp"]) for one in events} == {"OPAQUE"}
    assert events[0].start == local("2026-12-07T15:00")
    assert events[0].duration == timedelta(hours=2)
    assert len({str(one["uid"]) for one in events}) == len(events) == 12
    assert "weekly-hours" not in found.content.decode()
