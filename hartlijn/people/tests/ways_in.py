"""Ways in, for stories about signing in."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal import auth as totp
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from hartlijn.people.models import Person

Answer = Any  # of the test client: what it adds to a response has no public type
PASSWORD = "regenjas op de fiets"
LOGIN = "/account/login/"


def with_password(person: Person, password: str = PASSWORD) -> Person:
    """The person signs in with a proven address and a password."""
    person.set_password(password)
    person.save()
    EmailAddress.objects.update_or_create(
        user=person, email=person.email, defaults={"verified": True, "primary": True}
    )
    return person


def sign_in(
    client: Client, email: str, password: str = PASSWORD, *, own_device: bool = True
) -> Answer:
    """Fill in the sign-in page."""
    data = {"login": email, "password": password} | ({"remember": "on"} if own_device else {})
    return client.post(LOGIN, data)


def is_in(client: Client) -> bool:
    """Whether the pages of a person open."""
    return client.get(reverse("people:profile")).status_code == 200


def confirm(client: Client, password: str = PASSWORD) -> None:
    """Give the password once more, as a change of the account asks."""
    client.post(reverse("account_reauthenticate"), {"password": password})


def with_code_app(person: Person) -> str:
    """Give the person a code app; its secret."""
    secret = str(totp.generate_totp_secret())
    totp.TOTP.activate(person, secret)
    return secret


def code_of(secret: str) -> str:
    """What the code app shows."""
    value = totp.hotp_value(secret, int(timezone.now().timestamp()) // 30)
    return str(totp.format_hotp_value(value))
