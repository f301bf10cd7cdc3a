"""Letters about the account: in the reader's own language, calm, and naming nobody."""

from datetime import UTC, datetime
from pathlib import Path

import allauth
import pytest
import time_machine
from allauth.account.adapter import get_adapter
from allauth.core import context
from django.contrib.messages.storage.fallback import FallbackStorage
from django.core import mail
from django.test import Client, RequestFactory
from django.test.signals import template_rendered
from django.urls import reverse
from django.utils import translation

from hartlijn.people.models import Person
from hartlijn.people.tests.ways_in import with_password

pytestmark = pytest.mark.django_db

TEMPLATES = Path(__file__).parents[1] / "templates"
LETTERS = sorted(
    str(path.relative_to(TEMPLATES)).removesuffix("_message.txt")
    for path in TEMPLATES.glob("*/email/*_message.txt")
    if not path.name.startswith("base_")
)
UNUSED = {"account/email/login_code", "account/email/password_reset_code"}


def send(letter: str, person: Person) -> str:
    """Send one letter as allauth does; its text."""
    request = RequestFactory().get("/", HTTP_USER_AGENT="Firefox 123", REMOTE_ADDR="203.0.113.9")
    request.user = person
    request.session = {}  # type: ignore[assignment]
    request._messages = FallbackStorage(request)  # type: ignore[attr-defined]  # noqa: SLF001
    with context.request_context(request):
        get_adapter().send_notification_mail(
            letter,
            person,
            {
                "code": "ABC-DEF",
                "password_reset_url": "http://localhost:8000/x/",
                "from_email": "oud@voorbeeld.nl",
                "to_email": "nieuw@voorbeeld.nl",
                "deleted_email": "weg@voorbeeld.nl",
            },
        )
    return f"{mail.outbox[-1].subject}\n{mail.outbox[-1].body}"


@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_speaks_our_language_and_names_nobody(
    letter: str, noor: Person, employer: object
) -> None:
    with_password(noor)

    text = send(letter, noor)

    assert mail.outbox[-1].subject.strip() == mail.outbox[-1].subject
    assert text.rstrip().endswith("Hartlijn")
    assert "Hallo," in text
    for word in (
        "You",
        "your",
        "{{",
        "Noor",
        "Zeeuwse",
        "starter",
        "Team",
        "Firefox",
        "203.0",
        "[",
    ):
        assert word not in text


def test_every_letter_allauth_can_send_is_ours() -> None:
    theirs = Path(allauth.__file__).parent / "templates"
    sent = {
        str(path.relative_to(theirs)).removesuffix("_message.txt")
        for path in theirs.glob("*/email/*_message.txt")
        if not path.name.startswith("base_")
    }

    assert sent - UNUSED == set(LETTERS)


def test_a_letter_is_in_the_language_of_its_reader_not_of_who_asks(noor: Person) -> None:
    with_password(noor)
    day = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    with time_machine.travel(day, tick=False), translation.override("en"):
        in_dutch = send("account/email/password_changed", noor)
    noor.language, noor.time_zone = Person.Language.EN, "Europe/London"
    with time_machine.travel(day, tick=False), translation.override("nl"):
        in_english = send("account/email/password_changed", noor)

    assert "24 november 2026" in in_dutch
    assert "0.30" in in_dutch
    assert "23 November 2026" in in_english
    assert "23.30" in in_english


def test_who_asks_for_a_new_password_on_a_dutch_phone_reads_the_own_language(noor: Person) -> None:
    noor.language = Person.Language.EN
    with_password(noor)
    reading: list[str] = []

    def note(**kwargs: object) -> None:
        reading.append(str(translation.get_language()))

    template_rendered.connect(note)
    Client().post(reverse("account_reset_password"), {"email": noor.email})
    template_rendered.disconnect(note)

    assert set(reading) == {"en"}
