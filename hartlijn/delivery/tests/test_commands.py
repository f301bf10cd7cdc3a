"""What whoever runs the machine can ask: how much waits, and why something waits."""

from datetime import date, time
from io import StringIO
from uuid import uuid4

import pytest
import time_machine
from django.core.mail import EmailMessage
from django.core.management import CommandError, call_command
from pytest_django import Settings

from hartlijn.delivery.actions import attempts
from hartlijn.delivery.actions.letters import send_letters
from hartlijn.delivery.actions.planning import plan
from hartlijn.delivery.actions.releasing import release
from hartlijn.delivery.models import Attempt, Delivery
from hartlijn.delivery.tests.conftest import PRIVATE, over_smtp, wants_letters, wants_signs
from hartlijn.delivery.tests.servers import mail_server
from hartlijn.people.actions import duty as actions
from hartlijn.people.actions import reaching, working_times
from hartlijn.people.models import (
    Circle,
    CirclePlace,
    DutyLine,
    DutyShift,
    Membership,
    Organisation,
    Person,
    Unit,
)
from hartlijn.people.models.default_times import DefaultHours, DefaultWeek
from hartlijn.people.tests.times_told import duty, local

FIRST, SECOND = uuid4(), uuid4()
SATURDAY_NIGHT = local("2026-11-21T23:40")
MONDAY = local("2026-11-23T08:30")


def said(*words: str) -> str:
    """What a command prints."""
    out = StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


def test_the_queue_counts_and_names_nobody(noor: Person, sam: Person) -> None:
    plan(FIRST, [noor], at=SATURDAY_NIGHT)
    release(MONDAY)
    plan(SECOND, [noor, sam], at=SATURDAY_NIGHT)
    working_times.set_usual_week({}, by=sam)
    with time_machine.travel(local("2026-11-23T08:42"), tick=False):
        shown = said("queue")

    assert shown.splitlines() == [
        "waiting for their moment  2",
        "of these due now          1 (the first for 12 minutes)",
        "of these without a moment 1",
        "arrived                   1",
        "letters                   0 waiting, 0 sent, 0 uncertain (onzeker), 0 refused",
        "signs                     0 waiting, 0 sent, 0 uncertain (onzeker), 0 refused",
    ]
    for word in (noor.name, sam.name, noor.email, str(SECOND)):
        assert word not in shown


def test_the_queue_says_how_letters_and_signs_go(
    noor: Person, sam: Person, settings: Settings
) -> None:
    with mail_server() as gone:
        over_smtp(settings, gone.port)
    wants_letters(noor)
    wants_signs(sam, "https://push.voorbeeld.nl/phone")
    plan(FIRST, [noor, sam], at=SATURDAY_NIGHT)
    release(MONDAY)
    attempts.mark(Attempt.objects.get(receiver=sam).pk, MONDAY)
    send_letters(MONDAY)
    with time_machine.travel(local("2026-11-23T08:42"), tick=False):
        shown = said("queue")

    assert shown.splitlines()[-3:] == [
        "letters                   1 waiting, 0 sent, 0 uncertain (onzeker), 0 refused",
        "the mail server has taken nothing for 11 minutes; nothing is lost",
        "signs                     0 waiting, 0 sent, 1 uncertain (onzeker), 0 refused",
    ]
    for word in (noor.name, PRIVATE, "push.voorbeeld.nl"):
        assert word not in shown


def test_the_ways_somebody_chose_are_explained(noor: Person) -> None:
    wants_letters(noor)
    wants_signs(noor, "https://push.voorbeeld.nl/phone")

    assert said("explain", noor.email, "2026-11-23T10:00").splitlines()[-1] == (
        "Within that working time, once for all that arrives in it: one letter to an address "
        "they chose, an empty sign to 1 devices (0 of them silent)."
    )


DEFAULT = "the default of this installation; they said no week of their own"


def test_a_saturday_night_is_explained(noor: Person) -> None:
    steps = said("explain", noor.email, "2026-11-21T23:40").splitlines()

    assert steps == [
        "A message of 2026-11-21 23:40 (Europe/Amsterdam).",
        f"Work that begins that day: none (known from: {DEFAULT}).",
        "It is not marked as what cannot wait: no duty counts for it.",
        (
            "The first working time after it: 2026-11-23 08:30 until 2026-11-23 17:00 "
            f"(known from: {DEFAULT})."
        ),
        "It arrives at the first look of the worker from 2026-11-23 08:30 on.",
        "Nothing else goes out: this person chose no letter and no sign.",
    ]


def test_working_time_leave_and_nothing_known_are_explained(noor: Person) -> None:
    assert "it arrives at once" in said("explain", noor.email, "2026-11-23T10:00")
    working_times.take_leave(MONDAY.date(), MONDAY.date(), by=noor)
    assert "leave wins over everything" in said("explain", noor.email, "2026-11-23T10:00")
    working_times.set_usual_week({}, by=noor)
    assert "No working time is known" in said("explain", noor.email)


def test_where_the_hours_come_from_is_explained(noor: Person, employer: Organisation) -> None:
    week = DefaultWeek.objects.create(organisation=employer)
    DefaultHours.objects.create(week=week, weekday=0, start=time(7), end=time(15))
    shown = said("explain", noor.email, "2026-11-23T07:30")
    assert "07:00-15:00 (known from: the default of their organisation" in shown

    working_times.set_usual_week({0: ((time(10), time(12)),)}, by=noor)
    shown = said("explain", noor.email, "2026-11-23T07:30")
    assert "10:00-12:00 (known from: their own usual week)" in shown


def test_leave_and_holidays_on_the_way_are_counted_and_nothing_more(noor: Person) -> None:
    working_times.take_leave(date(2026, 12, 28), date(2026, 12, 30), by=noor)
    shown = said("explain", noor.email, "2026-12-24T18:00")

    # The first day of Christmas is a holiday, as is the second; then three days of leave.
    assert "Passed over: 3 days of leave, 2 public holidays." in shown
    assert "The first working time after it: 2026-12-31 08:30" in shown
    assert "free" in said("explain", noor.email, "2026-12-25T10:00")


@pytest.fixture
def line(team: Unit, fatima: Person, noor: Person) -> DutyLine:
    """Fatima has the line of Noor's team on Saturday night."""
    Membership.objects.update(starts_on=date(2026, 9, 1))
    line = DutyLine.objects.create(unit=team, name="Achterwacht", phone="0118 12 34 56")
    actions.put_on_duty(line, fatima, [duty("2026-11-21T22:00", "2026-11-22T08:00")], by=fatima)
    return line


def test_the_line_on_duty_is_explained(line: DutyLine, noor: Person, fatima: Person) -> None:
    wants_letters(fatima)
    asked = ("explain", fatima.email, "2026-11-21T23:40", "--from", noor.email)

    assert "until 2026-11-23 17:00" in said(*asked)
    steps = said(*asked, "--cannot-wait").splitlines()

    assert steps[1] == "The sender may write to this person: the same unit."
    assert steps[3:] == [
        "It is marked as what cannot wait. Its reason is inside the seal, unknown here.",
        "At that instant this person is on duty on the line Achterwacht: it may use that.",
        "It is outside working time and inside the duty, which is over at 2026-11-22 08:00.",
        "It arrives at once, over the declared line; that is the only exception there is.",
        ("Within that duty, at most once in 30 minutes: one letter to an address they chose."),
    ]


def test_what_is_explained_is_what_is_planned(line: DutyLine, fatima: Person) -> None:
    at = local("2026-11-21T23:40")
    plan(FIRST, [fatima], at=at, cannot_wait_on=[line])
    row = Delivery.objects.get()
    assert row.closes_at is not None

    shown = said("explain", fatima.email, "2026-11-21T23:40", "--cannot-wait")

    assert f"over at {row.closes_at.astimezone(at.tzinfo):%Y-%m-%d %H:%M}" in shown


def test_a_duty_that_does_not_count_is_explained(line: DutyLine, fatima: Person) -> None:
    asked = ("explain", fatima.email, "2026-11-21T23:40", "--cannot-wait")
    working_times.take_leave(date(2026, 11, 21), date(2026, 11, 21), by=fatima)
    assert "but none that counts" in said(*asked)

    DutyShift.objects.all().delete()
    assert "This person is not on duty then: it waits as any message." in said(*asked)


def test_ties_are_explained_and_a_block_reads_as_no_tie(
    noor: Person, sam: Person, stranger: Person
) -> None:
    asked = ("explain", sam.email, "2026-11-23T10:00", "--from")
    circle = Circle.objects.create(name="Lunchclub")
    for one in (noor, sam):
        CirclePlace.objects.create(circle=circle, person=one, accepted_on=MONDAY.date())
    shown = said(*asked, noor.email)
    assert "The sender may write to this person: they walk along, the same circle." in shown
    assert "Lunchclub" not in shown

    reaching.block(noor, by=sam)
    blocked = said(*asked, noor.email)
    assert blocked == said(*asked, stranger.email)
    assert "Nothing is sent." in blocked


def test_a_closed_account_is_explained(noor: Person) -> None:
    noor.is_active = False
    noor.save()

    assert "The account is closed" in said("explain", noor.email)


def test_who_is_unknown_and_what_is_no_instant_is_said(noor: Person) -> None:
    with pytest.raises(CommandError, match="Nobody here has the address"):
        said("explain", "niemand@voorbeeld.nl")
    with pytest.raises(CommandError, match="2026-11-21T23:40"):
        said("explain", noor.email, "zaterdag")


def test_a_letter_tries_the_mail_server(mailoutbox: list[EmailMessage]) -> None:
    assert "took a letter" in said("mail", "beheer@voorbeeld.nl")
    assert mailoutbox[0].to == ["beheer@voorbeeld.nl"]
