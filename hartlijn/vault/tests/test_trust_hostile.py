"""A trusted contact, an owner's stolen session and whoever runs the server: none opens anything."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine

from conftest import SignIn
from hartlijn.people.models import Person
from hartlijn.vault.models import Recovery, TrustedContact
from hartlijn.vault.tests.sealed import b64, envelope, post
from hartlijn.vault.tests.trusting import (
    HALF,
    ask,
    choose,
    fresh,
    help_with,
    helping,
    kept,
    open_,
    own,
)

pytestmark = pytest.mark.django_db
NOW = datetime.fromisoformat("2026-11-27T12:00:00+00:00")
WAIT = timedelta(days=3)


@pytest.fixture(autouse=True)
def clock() -> Iterator[Any]:
    with time_machine.travel(NOW, tick=False) as turned:
        yield turned


@pytest.fixture(autouse=True)
def chosen(as_: SignIn, noor: Person, sam: Person) -> None:
    """Noor chose Sam."""
    kept(as_(noor))
    kept(as_(sam))
    assert choose(as_(noor), sam).status_code == 200


def question() -> str:
    return str(Recovery.objects.get().pk)


def test_a_contact_alone_gets_no_half_at_all(as_: SignIn, sam: Person, clock: Any) -> None:
    """Not the own one before somebody asks, and never that of the server."""
    assert [one["letter"] for one in helping(as_(sam))] == [None]
    assert own(as_(sam)) is None
    assert ask(fresh(as_(sam))).status_code == 404  # of whom? Sam chose nobody
    clock.shift(WAIT)
    assert open_(as_(sam)).status_code == 404
    assert not Recovery.objects.exists()


def test_a_contact_who_is_asked_gets_the_own_half_and_no_more(
    as_: SignIn, noor: Person, sam: Person, clock: Any
) -> None:
    ask(fresh(as_(noor)))
    assert help_with(as_(sam), question()).status_code == 200
    clock.shift(WAIT)

    assert open_(as_(sam)).status_code == 404
    said = as_(sam).get("/vault/api/trust/helping/").content.decode()
    assert b64(HALF) not in said


def test_a_contact_who_helps_twice_shortens_nothing_and_the_last_answer_counts(
    as_: SignIn, noor: Person, sam: Person, clock: Any
) -> None:
    ask(fresh(as_(noor)))
    opens_at = Recovery.objects.get().opens_at
    answers = [envelope(), envelope()]
    for one in answers:
        assert help_with(as_(sam), question(), one).status_code == 200

    assert Recovery.objects.get().opens_at == opens_at
    assert open_(as_(noor)).status_code == 409
    clock.shift(WAIT)
    assert open_(as_(noor)).json()["answer"] == b64(answers[1])


def test_a_session_that_asks_twice_begins_no_second_wait_and_none_at_another_key(
    as_: SignIn, noor: Person, clock: Any
) -> None:
    ask(fresh(as_(noor)))
    before = Recovery.objects.get()
    clock.shift(timedelta(hours=1))

    assert ask(fresh(as_(noor)), recipient="age1" + "p" * 58).status_code == 409
    after = Recovery.objects.get()
    assert (after.recipient, after.opens_at) == (before.recipient, before.opens_at)


def test_after_a_stop_neither_thief_nor_contact_opens_and_a_new_question_waits_anew(
    as_: SignIn, noor: Person, sam: Person, clock: Any
) -> None:
    ask(fresh(as_(noor)))
    stopped = question()
    assert help_with(as_(sam), stopped).status_code == 200
    clock.shift(WAIT - timedelta(minutes=1))
    assert post(as_(noor), "trust_stop", {}).json() == {"stopped": True}

    clock.shift(timedelta(days=1))
    assert open_(as_(noor)).status_code == 409
    assert help_with(as_(sam), stopped).status_code == 404
    assert [one["letter"] for one in helping(as_(sam))] == [None]
    assert ask(fresh(as_(noor))).status_code == 200
    assert open_(as_(noor)).status_code == 409  # a day on, the new wait has only begun
    clock.shift(WAIT)
    assert open_(as_(noor)).status_code == 409  # and the former answer is gone with the stop


def test_what_the_server_holds_is_one_half_and_a_sealed_one() -> None:
    """That its half alone opens nothing is tried in sealing/tests/test_trusted.py."""
    held = TrustedContact.objects.get()

    assert bytes(held.half) == HALF
    assert bytes(held.letter).startswith(b"age-encryption.org/v1\n-> X25519 ")
    assert HALF not in bytes(held.letter)
