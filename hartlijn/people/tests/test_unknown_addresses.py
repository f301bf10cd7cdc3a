"""No answer tells whether somebody has an account: not by words, and not by time."""

import re
import statistics
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from hartlijn.people import even_answers
from hartlijn.people.models import Person
from hartlijn.people.tests.ways_in import Answer, confirm, sign_in, with_password

pytestmark = pytest.mark.django_db

SECRETS = re.compile(r'(name="csrfmiddlewaretoken" value|nonce|data-token)="[^"]*"')
Ask = Callable[[str], list[Answer]]


def ask_for_password(email: str) -> list[Answer]:
    client = Client()
    answer = client.post(reverse("account_reset_password"), {"email": email})
    return [answer, client.get(answer.headers.get("Location", "/account/login/"))]


def try_password(email: str) -> list[Answer]:
    return [sign_in(Client(), email, "a wrong password")]


def sign_up(email: str) -> list[Answer]:
    client = Client()
    data = {"email": email, "name": "Iemand", "password1": "regenjas op de fiets"}
    answer = client.post(reverse("account_signup"), data)
    return [answer, client.get(answer.headers.get("Location", "/account/login/"))]


def add_address(email: str, *, person: Person) -> list[Answer]:
    client = Client()
    sign_in(client, person.email)
    confirm(client)
    data = {"email": email, "action_add": ""}
    answer = client.post(reverse("account_email"), data)
    return [answer, client.get(answer.headers.get("Location", "/account/email/"))]


def told(answers: list[Answer], email: str) -> list[object]:
    """What somebody outside gets to see, without what differs each time."""
    return [
        (
            answer.status_code,
            answer.headers.get("Location"),
            sorted(set(answer.headers) - {"Content-Length"}),
            sorted(answer.cookies),
            SECRETS.sub("", answer.content.decode()).replace(email, "…"),
        )
        for answer in answers
    ]


@pytest.fixture
def unknown(noor: Person) -> str:
    """An address of the same length, of nobody."""
    with_password(noor)
    name, _at, domain = noor.email.partition("@")
    return f"{name[::-1]}@{domain}"


@pytest.mark.parametrize("ask", [ask_for_password, try_password, sign_up])
@pytest.mark.parametrize("sign_up_is", ["open", "closed"])
def test_a_known_and_an_unknown_address_get_the_same_answer(
    noor: Person, unknown: str, ask: Ask, sign_up_is: str, settings: Settings
) -> None:
    settings.OPEN_SIGN_UP = sign_up_is == "open"

    known = told(ask(noor.email), noor.email)

    assert known == told(ask(unknown), unknown)


def test_a_blocked_account_gets_the_same_answer(noor: Person, unknown: str) -> None:
    noor.is_active = False
    noor.save()

    for ask in (ask_for_password, try_password):
        assert told(ask(noor.email), noor.email) == told(ask(unknown), unknown)


def test_adding_an_address_does_not_tell_whose_it_is(
    noor: Person, unknown: str, stranger: Person
) -> None:
    with_password(stranger)
    ask = partial(add_address, person=stranger)

    assert told(ask(noor.email), noor.email) == told(ask(unknown), unknown)


def test_both_get_a_letter_so_that_the_mail_server_tells_nothing(
    noor: Person, unknown: str, settings: Settings
) -> None:
    settings.OPEN_SIGN_UP = True
    for ask in (ask_for_password, sign_up):
        for email in (noor.email, unknown):
            ask(email)

    assert [letter.to[0] for letter in mail.outbox] == [noor.email, unknown] * 2
    subjects = [letter.subject for letter in mail.outbox]
    assert subjects[0] == subjects[1]
    assert subjects[2] == subjects[3]


def test_no_account_comes_of_a_closed_sign_up(unknown: str) -> None:
    sign_up(unknown)

    assert not Person.objects.filter(email=unknown).exists()
    assert mail.outbox == []


def test_open_sign_up_never_overwrites_an_account(
    noor: Person, unknown: str, settings: Settings
) -> None:
    settings.OPEN_SIGN_UP = True
    before = noor.password

    sign_up(noor.email)

    noor.refresh_from_db()
    assert noor.password == before
    assert Person.objects.filter(email__iexact=noor.email).count() == 1


# --------------------------------------------------------------------------- time


def marked(answers: list[Answer]) -> list[bool]:
    """Which of these answers wait for the beat (tests/test_serving.py shows that they do)."""
    return [even_answers.HEADER in answer for answer in answers]


@pytest.mark.parametrize("ask", [ask_for_password, try_password, sign_up])
def test_an_answer_about_an_address_leaves_on_the_beat(
    noor: Person, unknown: str, ask: Ask, settings: Settings
) -> None:
    settings.OPEN_SIGN_UP = True

    for email in (noor.email, unknown):
        first, *others = marked(ask(email))
        assert first
        assert not any(others)


def test_nobody_waits_for_what_was_not_looked_up(noor: Person) -> None:
    no_address = Client().post(reverse("account_reset_password"), {"email": "no address"})
    no_password = sign_in(Client(), noor.email, "")
    right = sign_in(Client(), with_password(noor).email)

    assert not any(marked([no_address, no_password, right]))


@pytest.fixture
def as_served(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the test's client wait as the server does."""
    plain = Client.request

    def request(self: Client, **environ: Any) -> Answer:
        start = time.perf_counter()
        answer = plain(self, **environ)
        if even_answers.HEADER in answer:
            time.sleep(even_answers.until_the_beat(time.perf_counter() - start))
        return answer

    monkeypatch.setattr(Client, "request", request)


def seconds(ask: Ask, email: str) -> float:
    start = time.perf_counter()
    ask(email)
    return time.perf_counter() - start


@pytest.mark.nightly
@pytest.mark.usefixtures("as_served")
@pytest.mark.parametrize(
    ("ask", "times"), [(ask_for_password, 60), (try_password, 60), (sign_up, 60)]
)
def test_a_known_and_an_unknown_address_take_as_long(
    noor: Person, unknown: str, ask: Ask, times: int, settings: Settings
) -> None:
    settings.OPEN_SIGN_UP = True
    settings.ACCOUNT_RATE_LIMITS = False  # we ask more often than anybody may
    known_times, unknown_times = [], []
    for number in range(times):
        known_times.append(seconds(ask, noor.email))
        unknown_times.append(seconds(ask, f"{number}{unknown}"))  # each time somebody new

    known, other = statistics.median(known_times), statistics.median(unknown_times)
    print(f"{ask.__name__}: {known * 1000:.1f} ms and {other * 1000:.1f} ms")
    assert abs(known - other) < 0.005 or 0.95 < known / other < 1.05
