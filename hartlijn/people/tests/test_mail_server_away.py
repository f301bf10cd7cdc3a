"""A mail server that does not answer: a sentence, nothing typed is lost, and no page breaks."""

from collections.abc import Callable
from smtplib import SMTPServerDisconnected

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.urls import reverse

from conftest import SignIn
from hartlijn.people.models import Invitation, Person
from hartlijn.people.tests.ways_in import PASSWORD, confirm, is_in, sign_in, with_password

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sqlite]

GUEST = "gast@thuis.example"
AWAY = "De mailserver antwoordt niet."


@pytest.fixture
def away(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Let the mail server go; what comes back lets it return."""

    def silent(*_letters: object, **_options: object) -> int:
        raise SMTPServerDisconnected("Connection unexpectedly closed")

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", silent)
    return monkeypatch.undo


@pytest.mark.parametrize(
    ("page", "typed"),
    [
        ("people:welcome_starter", {"email": GUEST}),
        ("people:ask_companion", {"email": GUEST, "kind": "buddy"}),
    ],
)
def test_a_personal_invitation_waits_to_be_sent_again(
    as_: SignIn,
    stranger: Person,
    page: str,
    typed: dict[str, str],
    away: Callable[[], None],
) -> None:
    client = as_(stranger)

    told = client.post(reverse(page), typed, follow=True).content.decode()

    assert f"De uitnodiging voor {GUEST} staat klaar, maar de mailserver antwoordt niet." in told
    assert "is onderweg" not in told
    assert f"<strong>{GUEST}</strong>" in told

    away()
    again = reverse("people:send_invitation_again", args=[Invitation.objects.get().pk])
    client.post(again)
    assert mail.outbox[-1].to == [GUEST]


@pytest.mark.parametrize("is_known", [True, False])
def test_a_letter_for_a_new_password_can_be_asked_again(
    client: Client, noor: Person, away: Callable[[], None], *, is_known: bool
) -> None:
    email = with_password(noor).email if is_known else GUEST
    page = reverse("account_reset_password")

    answer = client.post(page, {"email": email})

    assert answer.status_code == 503
    assert AWAY in answer.content.decode()
    assert email in answer.content.decode()

    away()
    assert client.post(page, {"email": email}).status_code == 302
    assert mail.outbox[-1].to == [email]


def test_an_address_can_be_added_again(
    client: Client, noor: Person, away: Callable[[], None]
) -> None:
    sign_in(client, with_password(noor).email)
    confirm(client)
    page, typed = reverse("account_email"), {"email": GUEST, "action_add": "1"}

    answer = client.post(page, typed)

    assert answer.status_code == 503
    assert AWAY in answer.content.decode()
    assert GUEST in answer.content.decode()
    assert not EmailAddress.objects.filter(email=GUEST).exists()

    away()
    assert client.post(page, typed).status_code == 302
    assert mail.outbox[-1].to == [GUEST]


@pytest.mark.usefixtures("away")
def test_a_change_that_is_made_is_no_error_when_only_its_letter_fails(
    client: Client, noor: Person
) -> None:
    sign_in(client, with_password(noor).email)
    new = "een andere zin voor thuis"

    answer = client.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
    )

    assert answer.status_code == 302
    later = Client()
    sign_in(later, noor.email, new)
    assert is_in(later)
