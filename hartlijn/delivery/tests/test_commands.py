"""What whoever runs the machine can ask: how much waits, and why something waits."""

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
from hartlijn.delivery.models import Attempt
from hartlijn.delivery.tests.conftest import PRIVATE, over_smtp, wants_letters, wants_signs
from hartlijn.delivery.tests.servers import mail_server
from hartlijn.people.actions import working_times
from hartlijn.people.models import Person
from hartlijn.people.tests.times_told import local

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


def test_a_saturday_night_is_explained(noor: Person) -> None:
    steps = said("explain", noor.email, "2026-11-21T23:40").splitlines()

    assert steps == [
        "A message of 2026-11-21 23:40 (Europe/Amsterdam).",
        "Work that begins that day: none (known from: default).",
        (
            "The first working time after it: 2026-11-23 08:30 until 2026-11-23 17:00 "
            "(known from: default)."
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


def test_who_is_unknown_and_what_is_no_instant_is_said(noor: Person) -> None:
    with pytest.raises(CommandError, match="Nobody here has the address"):
        said("explain", "niemand@voorbeeld.nl")
    with pytest.raises(CommandError, match="2026-11-21T23:40"):
        said("explain", noor.email, "zaterdag")


def test_a_letter_tries_the_mail_server(mailoutbox: list[EmailMessage]) -> None:
    assert "took a letter" in said("mail", "beheer@voorbeeld.nl")
    assert mailoutbox[0].to == ["beheer@voorbeeld.nl"]
