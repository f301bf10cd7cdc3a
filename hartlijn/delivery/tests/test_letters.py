"""A letter that something arrived: one for an opening, in working time, marked before it leaves."""

import random
from datetime import time, timedelta
from smtplib import SMTPServerDisconnected
from uuid import UUID, uuid4

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.mail import EmailMessage
from pytest_django import Settings

from hartlijn.delivery.actions import attempts
from hartlijn.delivery.actions.knocking import knock
from hartlijn.delivery.actions.letters import send_letters
from hartlijn.delivery.actions.moving import plan_anew
from hartlijn.delivery.actions.planning import plan
from hartlijn.delivery.actions.releasing import look_again, release
from hartlijn.delivery.actions.ways import choose_letters
from hartlijn.delivery.models import Attempt, Delivery
from hartlijn.delivery.moments import Moment
from hartlijn.delivery.queue import tried
from hartlijn.delivery.tests.conftest import PRIVATE, over_smtp, wants_letters
from hartlijn.delivery.tests.servers import MailServer, mail_server
from hartlijn.people.actions import working_times
from hartlijn.people.known_times import working_times_of
from hartlijn.people.models import Person
from hartlijn.people.reachable import is_reachable
from hartlijn.people.tests.times_told import local

SATURDAY_NIGHT = local("2026-11-21T23:40")
MONDAY = local("2026-11-23T08:30")
CLOSES = local("2026-11-23T17:00")
TUESDAY = local("2026-11-24T08:30")
A_MINUTE, AN_HOUR = timedelta(minutes=1), timedelta(hours=1)
State = Attempt.State
DAY, NIGHT = ((time(9), time(17)),), ((time(22), time(6)),)


def arrives(person: Person, occasion: UUID | None = None) -> None:
    """Written on Saturday night, there on Monday."""
    plan(occasion or uuid4(), [person], at=SATURDAY_NIGHT)
    release(MONDAY)


def test_one_letter_for_all_that_arrives_and_it_says_nothing(
    noor: Person, mailoutbox: list[EmailMessage]
) -> None:
    wants_letters(noor)
    for _number in range(3):
        plan(uuid4(), [noor], at=SATURDAY_NIGHT)

    assert send_letters(SATURDAY_NIGHT) == 0
    release(MONDAY)
    assert send_letters(MONDAY) == 1
    arrives(noor)
    assert send_letters(MONDAY + AN_HOUR) == 0

    (letter,) = mailoutbox
    assert (letter.to, letter.subject) == ([PRIVATE], "Er staat iets voor je klaar")
    assert noor.name.split()[0] not in f"{letter.subject} {letter.body}"
    assert str(letter.body).count("http") == 1
    assert f"{settings.SITE_URL}/\n" in str(letter.body)
    assert Attempt.objects.get().state == State.SENT


def test_the_next_day_brings_the_next_letter(noor: Person, mailoutbox: list[EmailMessage]) -> None:
    wants_letters(noor)
    arrives(noor)
    send_letters(MONDAY)
    plan(uuid4(), [noor], at=CLOSES + AN_HOUR)
    release(TUESDAY)

    assert send_letters(TUESDAY) == 1
    assert len(mailoutbox) == 2


def test_in_english_for_who_reads_english(noor: Person, mailoutbox: list[EmailMessage]) -> None:
    noor.language = "en"
    noor.save()
    wants_letters(noor)
    arrives(noor)
    send_letters(MONDAY)

    assert mailoutbox[0].subject == "Something is waiting for you"


def test_who_chose_nothing_gets_nothing(noor: Person, mailoutbox: list[EmailMessage]) -> None:
    arrives(noor)

    assert send_letters(MONDAY) == 0
    assert not Attempt.objects.exists()


def test_an_address_that_is_not_proven_gets_none(
    noor: Person, mailoutbox: list[EmailMessage]
) -> None:
    wants_letters(noor)
    arrives(noor)
    EmailAddress.objects.update(verified=False)

    assert send_letters(MONDAY) == 0
    assert mailoutbox == []
    arrives(noor)
    assert not Attempt.objects.exists()


def test_who_wants_none_any_more_gets_none_that_was_planned(
    noor: Person, mailoutbox: list[EmailMessage]
) -> None:
    wants_letters(noor)
    arrives(noor)
    choose_letters(None, by=noor)

    assert send_letters(MONDAY) == 0
    assert not Attempt.objects.exists()


def test_what_was_missed_comes_in_the_next_working_time_and_once(
    noor: Person, mailoutbox: list[EmailMessage]
) -> None:
    wants_letters(noor)
    arrives(noor)

    assert send_letters(CLOSES + AN_HOUR) == 0
    plan(uuid4(), [noor], at=CLOSES + AN_HOUR)
    release(TUESDAY)

    assert send_letters(TUESDAY) == 1
    assert send_letters(TUESDAY + A_MINUTE) == 0
    assert len(mailoutbox) == 1


def test_leave_taken_meanwhile_holds_the_letter_too(
    noor: Person, mailoutbox: list[EmailMessage]
) -> None:
    wants_letters(noor)
    arrives(noor)
    working_times.take_leave(MONDAY.date(), MONDAY.date(), by=noor)
    plan_anew(noor.pk, MONDAY + A_MINUTE)  # the listener did this by the clock of the test

    assert send_letters(MONDAY + AN_HOUR) == 0
    assert send_letters(TUESDAY) == 1


def test_without_any_working_time_it_waits_until_there_is_some(
    noor: Person, mailoutbox: list[EmailMessage]
) -> None:
    wants_letters(noor)
    arrives(noor)
    working_times.set_usual_week({}, by=noor)
    plan_anew(noor.pk, MONDAY)
    assert Attempt.objects.get().opens_at is None

    working_times.forget_usual_week(by=noor)
    Attempt.objects.update(opens_at=None, closes_at=None)
    look_again(MONDAY)

    assert send_letters(MONDAY + A_MINUTE) == 1


def test_times_that_move_a_little_bring_no_second_letter(
    noor: Person, mailoutbox: list[EmailMessage]
) -> None:
    wants_letters(noor)
    arrives(noor)
    send_letters(MONDAY)

    knock({noor.pk: Moment(MONDAY - AN_HOUR, CLOSES)})

    assert Attempt.objects.count() == 1


def test_two_that_meet_in_one_working_time_become_one(noor: Person) -> None:
    wants_letters(noor)
    arrives(noor)
    knock({noor.pk: Moment(TUESDAY, TUESDAY + AN_HOUR)})
    assert Attempt.objects.count() == 2

    plan_anew(noor.pk, MONDAY)

    assert Attempt.objects.get().opens_at == MONDAY


def test_a_clock_set_back_an_hour_sends_no_second_one(
    noor: Person, mailoutbox: list[EmailMessage]
) -> None:
    wants_letters(noor)
    arrives(noor)
    send_letters(MONDAY + AN_HOUR)

    arrives(noor)
    send_letters(MONDAY)
    send_letters(MONDAY + AN_HOUR)

    assert len(mailoutbox) == 1


def test_a_marked_one_that_was_never_concluded_is_uncertain_and_not_repeated(
    noor: Person, mailoutbox: list[EmailMessage]
) -> None:
    wants_letters(noor)
    arrives(noor)
    attempts.mark(Attempt.objects.get().pk, MONDAY)

    assert tried(MONDAY, by_mail=True).uncertain == 1
    for minutes in (0, 1, 11, 60):
        assert send_letters(MONDAY + minutes * A_MINUTE) == 0
    assert Attempt.objects.get().state == State.UNCERTAIN
    assert mailoutbox == []


def test_a_mail_server_that_is_down_loses_nothing(noor: Person, settings: Settings) -> None:
    with mail_server() as gone:
        port = gone.port
    over_smtp(settings, port)
    wants_letters(noor)
    arrives(noor)

    for minutes in range(30):
        assert send_letters(MONDAY + minutes * A_MINUTE) == 0
    waiting = Attempt.objects.get()
    assert (waiting.state, waiting.tries) == (State.PLANNED, 5)  # after 1, 2, 4, 8 minutes …
    away = tried(MONDAY + AN_HOUR, by_mail=True).away
    assert away is not None
    assert AN_HOUR - A_MINUTE < away <= AN_HOUR

    with mail_server(port) as back:
        assert send_letters(MONDAY + AN_HOUR) == 1
        assert back.at(PRIVATE) == 1
    assert tried(MONDAY + AN_HOUR, by_mail=True).away is None


def test_down_for_the_whole_day_it_comes_the_next_day(noor: Person, settings: Settings) -> None:
    with mail_server() as gone:
        port = gone.port
    over_smtp(settings, port)
    wants_letters(noor)
    arrives(noor)
    send_letters(CLOSES - A_MINUTE)

    with mail_server(port) as back:
        assert send_letters(CLOSES + AN_HOUR) == 0
        assert send_letters(TUESDAY) == 1
        assert back.at(PRIVATE) == 1


@pytest.mark.parametrize(
    ("step", "answer", "state"),
    [
        ("MAIL", "451 later", State.PLANNED),
        ("RCPT", "450 busy", State.PLANNED),
        ("RCPT", "550 unknown", State.REFUSED),
        ("END", "452 full", State.PLANNED),
        ("END", "554 no", State.REFUSED),
        ("DATA", "", State.UNCERTAIN),
    ],
)
def test_what_a_mail_server_says(
    noor: Person, post: MailServer, step: str, answer: str, state: str
) -> None:
    wants_letters(noor)
    arrives(noor)
    post.says[step] = answer

    assert send_letters(MONDAY) == 0
    assert Attempt.objects.get().state == state
    post.says.clear()
    send_letters(MONDAY + AN_HOUR)
    assert post.at(PRIVATE) == (state == State.PLANNED)


def test_one_that_hangs_up_after_taking_it_gets_no_second_letter(
    noor: Person, post: MailServer
) -> None:
    wants_letters(noor)
    arrives(noor)
    post.says["END"] = ""

    send_letters(MONDAY)
    post.says.clear()
    send_letters(MONDAY + AN_HOUR)

    assert post.at(PRIVATE) == 1
    assert Attempt.objects.get().state == State.UNCERTAIN


def test_others_wait_when_a_line_breaks(noor: Person, sam: Person, post: MailServer) -> None:
    wants_letters(noor)
    wants_letters(sam, "sam@thuis.example")
    plan(uuid4(), [noor, sam], at=SATURDAY_NIGHT)
    release(MONDAY)
    post.says["DATA"] = ""

    send_letters(MONDAY)
    states = sorted(Attempt.objects.values_list("state", flat=True))
    assert states == [State.PLANNED, State.UNCERTAIN]
    post.says.clear()

    assert send_letters(MONDAY + AN_HOUR) == 1


def test_a_server_that_cannot_close_took_it_all_the_same(
    noor: Person, mailoutbox: list[EmailMessage], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise SMTPServerDisconnected

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.close", broken)
    wants_letters(noor)
    arrives(noor)

    assert send_letters(MONDAY) == 1


def test_a_week_later_nothing_is_left(noor: Person, mailoutbox: list[EmailMessage]) -> None:
    wants_letters(noor)
    arrives(noor)
    send_letters(MONDAY)

    attempts.forget_past(CLOSES + timedelta(days=6))
    assert Attempt.objects.exists()
    attempts.forget_past(CLOSES + timedelta(days=8))
    assert not Attempt.objects.exists()
    assert Delivery.objects.visible_to(noor).exists()


@pytest.mark.parametrize("seed", range(12))
def test_whatever_happens_no_letter_goes_outside_working_time(
    noor: Person, mailoutbox: list[EmailMessage], seed: int
) -> None:
    """Messages, other times and standstills in any order; a look each few minutes, or hours."""
    dice = random.Random(seed)
    wants_letters(noor)
    at = SATURDAY_NIGHT
    weeks = [{}, {0: NIGHT, 2: DAY}, {0: DAY, 1: DAY, 6: NIGHT}, {1: NIGHT}]
    for _step in range(40):
        at += timedelta(minutes=dice.choice([1, 7, 55, 240, 900]))
        happens = dice.random()
        if happens < 0.4:
            plan(uuid4(), [noor], at=at)
        elif happens < 0.6:
            working_times.set_usual_week(dice.choice(weeks), by=noor)
            plan_anew(noor.pk, at)  # the listener did this by the clock of the test
        release(at)
        went = send_letters(at)
        assert went <= 1
        assert not went or is_reachable(at, working_times_of(noor, at.date()))

    ahead = local("2027-02-01T10:00")  # a Monday after all of it: what still waited goes, once
    working_times.set_usual_week({0: DAY}, by=noor)
    plan_anew(noor.pk, ahead)
    plan(uuid4(), [noor], at=ahead)
    release(ahead)
    assert send_letters(ahead) == 1
    assert not Attempt.objects.planned().exists()
