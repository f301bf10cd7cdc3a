"""Signing in and out, and changing how you do it."""

import json
import re
from datetime import timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from conftest import AT_NIGHT
from hartlijn.people.models import Person
from hartlijn.people.tests.ways_in import (
    LOGIN,
    PASSWORD,
    code_of,
    confirm,
    is_in,
    sign_in,
    with_code_app,
    with_password,
)

pytestmark = pytest.mark.django_db

NEW = "een ander goed wachtwoord"


@pytest.fixture
def noor(noor: Person) -> Person:
    """Noor, who signs in with a password."""
    return with_password(noor)


@pytest.fixture
def phone(noor: Person) -> Client:
    """Noor's phone, signed in."""
    client = Client(HTTP_USER_AGENT="Mozilla/5.0 (Android 16; Mobile; rv:140.0) Firefox/140.0")
    sign_in(client, noor.email)
    return client


@pytest.fixture
def laptop(noor: Person) -> Client:
    """Noor's laptop, signed in."""
    client = Client(
        HTTP_USER_AGENT="Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 Version/18 Safari/605.1.15"
    )
    sign_in(client, noor.email)
    return client


# --------------------------------------------------------------------- in and out


def test_noor_signs_in_whatever_the_capitals(noor: Person) -> None:
    client = Client()

    assert sign_in(client, noor.email.upper()).status_code == 302
    assert is_in(client)


def test_nobody_keeps_when_noor_was_here(noor: Person, phone: Client) -> None:
    noor.refresh_from_db()

    assert noor.last_login is None


def test_a_new_session_at_every_sign_in(noor: Person) -> None:
    client = Client()
    client.get(LOGIN)
    client.cookies["session"] = "chosen-by-somebody-else"
    sign_in(client, noor.email)

    assert client.cookies["session"].value != "chosen-by-somebody-else"
    assert is_in(client)


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_only_the_button_signs_out(phone: Client, method: str) -> None:
    getattr(phone, method)(reverse("account_logout"))
    assert is_in(phone)

    phone.post(reverse("account_logout"))
    assert not is_in(phone)


def test_a_blocked_account_is_out_at_the_next_request(noor: Person, phone: Client) -> None:
    noor.is_active = False
    noor.save()

    assert not is_in(phone)
    sign_in(phone, noor.email)
    assert not is_in(phone)


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_signing_in_never_leads_elsewhere(noor: Person, target: str) -> None:
    data = {"login": noor.email, "password": PASSWORD, "next": target}

    assert Client().post(f"{LOGIN}?next={target}", data)["Location"] == "/"


# ------------------------------------------------------------------------ sessions


def test_noor_sees_where_she_is_signed_in_and_signs_out_there(
    phone: Client, laptop: Client
) -> None:
    page = phone.get(reverse("usersessions_list")).content.decode()
    assert "Firefox" in page
    assert "Safari" in page

    phone.post(reverse("usersessions_list"))

    assert is_in(phone)
    assert not is_in(laptop)
    assert UserSession.objects.count() == 1


def test_the_own_device_stays_signed_in_for_a_working_day_and_not_longer(noor: Person) -> None:
    with time_machine.travel("2026-11-02 08:00+01:00", tick=False) as clock:
        client = Client()
        sign_in(client, noor.email)
        for _hour in range(11):
            clock.shift(timedelta(hours=1))
            assert is_in(client)  # using it does not make the day longer
        clock.shift(timedelta(minutes=59, seconds=59))
        assert is_in(client)
        clock.shift(timedelta(seconds=1))
        assert not is_in(client)


def test_changing_the_session_does_not_make_the_day_longer(noor: Person) -> None:
    with time_machine.travel("2026-11-02 08:00+01:00", tick=False) as clock:
        client = Client()
        sign_in(client, noor.email)
        clock.shift(timedelta(hours=11))
        confirm(client)  # writes in the session, so its cookie is renewed
        clock.shift(timedelta(hours=1))

        assert not is_in(client)


def test_a_shared_device_is_signed_out_after_half_an_hour_of_nothing(noor: Person) -> None:
    with time_machine.travel("2026-11-02 08:00+01:00", tick=False) as clock:
        client = Client()
        sign_in(client, noor.email, own_device=False)
        assert client.cookies["session"]["max-age"] == ""  # gone with the browser too
        for _ in range(3):
            clock.shift(timedelta(minutes=29))
            assert is_in(client)
        clock.shift(timedelta(minutes=30))
        assert not is_in(client)


def test_what_was_typed_when_the_session_ended_comes_back(noor: Person) -> None:
    with time_machine.travel("2026-11-02 08:00+01:00", tick=False) as clock:
        client = Client()
        sign_in(client, noor.email)
        clock.shift(timedelta(hours=13))

        answer = client.post(reverse("people:profile"), {"name": "Noor, bijna klaar"})

    assert answer.status_code == 403
    assert "Noor, bijna klaar" in answer.content.decode()


# ------------------------------------------------------------------------ password


def test_a_new_password_signs_out_everywhere_else(
    noor: Person, phone: Client, laptop: Client
) -> None:
    phone.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW},
    )

    assert is_in(phone)
    assert not is_in(laptop)
    assert "Op andere apparaten ben je afgemeld" in mail.outbox[-1].body
    assert not is_in_with(noor, PASSWORD)
    assert is_in_with(noor, NEW)


def is_in_with(person: Person, password: str) -> bool:
    client = Client()
    sign_in(client, person.email, password)
    return is_in(client)


def reset(client: Client, email: str) -> str:
    """Ask for a new password; the link in the letter."""
    client.post(reverse("account_reset_password"), {"email": email})
    return str(re.findall(r"http://\S+", str(mail.outbox[-1].body))[0])


def choose(client: Client, link: str) -> None:
    """Open the link and choose a password."""
    page = client.get(link.removeprefix("http://localhost:8000"))
    client.post(page["Location"], {"password1": NEW, "password2": NEW})


def test_a_forgotten_password_is_replaced_once(noor: Person, laptop: Client) -> None:
    link = reset(Client(HTTP_HOST="localhost:666"), noor.email)
    assert link.startswith("http://localhost:8000/")  # our address, whatever we are called
    choose(Client(), link)

    assert is_in_with(noor, NEW)
    assert not is_in(laptop)
    again = Client().get(link.removeprefix("http://localhost:8000"))
    assert again.status_code == 200
    assert 'name="password1"' not in again.content.decode()


def test_a_link_for_a_new_password_dies_when_the_address_changes(noor: Person) -> None:
    link = reset(Client(), noor.email)
    EmailAddress.objects.create(user=noor, email="noor@thuis.nl", verified=True)

    choose_answer = Client().get(link.removeprefix("http://localhost:8000"))

    assert choose_answer.status_code == 200
    assert 'name="password1"' not in choose_answer.content.decode()


def test_who_comes_in_by_passkey_alone_keeps_the_letter_as_a_way_in(stranger: Person) -> None:
    EmailAddress.objects.create(user=stranger, email=stranger.email, verified=True, primary=True)

    choose(Client(), reset(Client(), stranger.email))

    assert is_in_with(stranger, NEW)


# ------------------------------------------------------------------------- address


def code() -> str:
    """The code in the last letter."""
    found = re.findall(r"^[A-Z0-9]{3,}-?[A-Z0-9]{3,}$", str(mail.outbox[-1].body), re.MULTILINE)
    return str(found[0])


def test_a_new_address_counts_once_proven_and_the_old_one_until_then(
    noor: Person, phone: Client
) -> None:
    old = noor.email
    confirm(phone)
    phone.post(reverse("account_email"), {"email": "noor@thuis.nl", "action_add": ""})
    assert mail.outbox[-1].to == ["noor@thuis.nl"]
    assert not EmailAddress.objects.filter(email="noor@thuis.nl", verified=True).exists()
    assert sign_in(Client(), "noor@thuis.nl").status_code == 422  # not yet
    phone.post(reverse("account_email_verification_sent"), {"code": code()})
    phone.post(reverse("account_email"), {"email": "noor@thuis.nl", "action_primary": ""})

    noor.refresh_from_db()
    assert noor.email == "noor@thuis.nl"
    assert mail.outbox[-1].to == [old]  # the old mailbox is told
    assert sign_in(Client(), "noor@thuis.nl").status_code == 302
    phone.post(reverse("account_email"), {"email": old, "action_remove": ""})
    assert not EmailAddress.objects.filter(email=old).exists()


def test_three_wrong_codes_prove_nothing(noor: Person, phone: Client) -> None:
    confirm(phone)
    phone.post(reverse("account_email"), {"email": "noor@thuis.nl", "action_add": ""})
    right = code()
    for _ in range(3):
        phone.post(reverse("account_email_verification_sent"), {"code": "AAAAAA"})
    phone.post(reverse("account_email_verification_sent"), {"code": right})

    assert not EmailAddress.objects.filter(email="noor@thuis.nl", verified=True).exists()


@pytest.mark.parametrize("action", ["action_remove", "action_primary"])
def test_the_last_address_stays(noor: Person, phone: Client, action: str) -> None:
    confirm(phone)
    phone.post(reverse("account_email"), {"email": noor.email, action: ""})

    assert EmailAddress.objects.get(user=noor).verified
    assert is_in_with(noor, PASSWORD)


def test_an_unproven_address_never_becomes_the_main_one(noor: Person, phone: Client) -> None:
    EmailAddress.objects.create(user=noor, email="fatima@werk.nl", verified=False)
    confirm(phone)
    phone.post(reverse("account_email"), {"email": "fatima@werk.nl", "action_primary": ""})

    noor.refresh_from_db()
    assert noor.email != "fatima@werk.nl"


# ------------------------------------------------------------------- a second step


@pytest.mark.django_db(transaction=True)  # the letter leaves after the commit
@pytest.mark.usefixtures("still_clock")
def test_noor_adds_a_code_app_and_gets_recovery_codes(noor: Person, phone: Client) -> None:
    confirm(phone)
    phone.get(reverse("mfa_activate_totp"))
    secret = phone.session["mfa.totp.secret"]

    wrong = phone.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert wrong.status_code in {200, 422}
    assert not Authenticator.objects.exists()

    phone.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    kinds = set(Authenticator.objects.filter(user=noor).values_list("type", flat=True))
    assert kinds == {"totp", "recovery_codes"}
    assert "Er is een code-app toegevoegd" in mail.outbox[-1].body
    shown = phone.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert len(set(re.findall(r"\b\d{8}\b", shown))) == 10


@pytest.mark.usefixtures("still_clock")
def test_the_password_alone_no_longer_opens_the_account(noor: Person) -> None:
    secret = with_code_app(noor)
    client = Client()

    answer = sign_in(client, noor.email)
    assert answer["Location"].startswith(reverse("mfa_authenticate"))
    assert not is_in(client)
    client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert not is_in(client)
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    assert is_in(client)


def test_a_code_opens_once(noor: Person) -> None:
    with time_machine.travel(timezone.now(), tick=False):
        shown = code_of(with_code_app(noor))
        first, second = Client(), Client()
        for client in (first, second):
            sign_in(client, noor.email)
            client.post(reverse("mfa_authenticate"), {"code": shown})

        assert is_in(first)
        assert not is_in(second)


@pytest.mark.usefixtures("still_clock")
def test_a_recovery_code_opens_once(noor: Person, phone: Client) -> None:
    confirm(phone)
    phone.get(reverse("mfa_activate_totp"))
    phone.post(reverse("mfa_activate_totp"), {"code": code_of(phone.session["mfa.totp.secret"])})
    codes = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    for client, expected in ((Client(), True), (Client(), False)):
        sign_in(client, noor.email)
        client.post(reverse("mfa_authenticate"), {"code": codes[0]})
        assert is_in(client) is expected


def test_wrong_codes_are_limited_too(noor: Person) -> None:
    with time_machine.travel(timezone.now(), tick=False) as clock:
        secret = with_code_app(noor)
        client = Client()
        sign_in(client, noor.email)
        for _ in range(5):
            client.post(reverse("mfa_authenticate"), {"code": "000000"})
        client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
        assert not is_in(client)

        clock.shift(timedelta(minutes=15, seconds=1))
        client = Client()
        sign_in(client, noor.email)
        client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
        assert is_in(client)


def test_a_change_asks_for_the_password_again(phone: Client) -> None:
    for route in ("mfa_activate_totp", "mfa_add_webauthn", "mfa_generate_recovery_codes"):
        answer = phone.get(reverse(route))
        assert answer.status_code == 302, route
        assert reverse("account_reauthenticate") in answer["Location"], route
    answer = phone.post(reverse("account_email"), {"email": "a@b.nl", "action_add": ""})
    assert reverse("account_reauthenticate") in answer["Location"]


# ------------------------------------------------------------------------ passkeys


def test_passkey_options_say_nothing_about_anybody(noor: Person) -> None:
    Authenticator.objects.create(user=noor, type="webauthn", data={"name": "x", "credential": {}})

    options = Client().get(
        reverse("mfa_login_webauthn"), {"email": noor.email}, headers={"accept": "application/json"}
    )

    public_key = options.json()["request_options"]["publicKey"]
    assert not public_key.get("allowCredentials")
    assert public_key["userVerification"] == "required"


ANSWER = {
    "id": "eA",
    "rawId": "eA",
    "type": "public-key",
    "response": {
        "clientDataJSON": "e30",
        "attestationObject": "oA",
        "authenticatorData": "eA",
        "signature": "eA",
        "userHandle": "eA",
    },
}
RUBBISH: list[object] = [None, 1, "", "\x00", "oA", [], {"x": {}}]
FORGED = [
    *("", "x", "null", "[]", "0", "1", "false", '"x"', "{}", "{", "9" * 5000, "NaN"),
    *("[" * 2000 + "]" * 2000, '{"response":' * 900 + "{}" + "}" * 900),
    json.dumps(ANSWER),
    *(json.dumps({**ANSWER, name: bad}) for name in [*ANSWER, "other"] for bad in RUBBISH),
    *(
        json.dumps({**ANSWER, "response": {**ANSWER["response"], name: bad}})  # type: ignore[dict-item]
        for name in ANSWER["response"]
        for bad in RUBBISH
    ),
]
FAILED = "Dat lukte niet, of je stopte."


def test_a_forged_passkey_signs_in_nobody(db: None) -> None:
    client = Client()
    client.get(reverse("mfa_login_webauthn"), headers={"accept": "application/json"})

    for credential in FORGED:
        cache.clear()  # so many tries would not be let in
        answer = client.post(reverse("mfa_login_webauthn"), {"credential": credential})
        assert answer["Location"] == LOGIN, credential
    assert not is_in(client)


@pytest.mark.once
def test_a_forged_passkey_is_not_added(noor: Person, phone: Client) -> None:
    confirm(phone)
    address = reverse("mfa_add_webauthn")
    phone.get(address)

    for credential in FORGED if AT_NIGHT else FORGED[::3]:
        answer = phone.post(address, {"credential": credential, "name": "mijn telefoon"})
        assert answer.status_code == 422, credential
        assert "mijn telefoon" in answer.content.decode()
    assert FAILED in phone.post(address, {"credential": "false"}).content.decode()
    assert not Authenticator.objects.filter(user=noor).exists()


def test_a_forged_passkey_is_no_second_step(noor: Person) -> None:
    with_code_app(noor)
    client = Client()
    sign_in(client, noor.email)

    for credential in FORGED[:15]:
        cache.clear()
        answer = client.post(reverse("mfa_authenticate"), {"credential": credential})
        assert answer.status_code == 422, credential
    assert not is_in(client)
