"""Who has a copy of the database cannot make anybody's codes."""

import json
from collections.abc import Iterator
from importlib import import_module
from types import SimpleNamespace

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.apps import apps
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from hartlijn.people.closed_seeds import is_closed, opened
from hartlijn.people.models import Person
from hartlijn.people.tests.ways_in import code_of, is_in, sign_in, with_code_app, with_password

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("still_clock")]

PLAIN = {"totp": {"secret": "JBSWY3DPEHPK3PXP"}, "recovery_codes": {"seed": "ab" * 40}}


@pytest.fixture(autouse=True)
def clock_stands_still() -> Iterator[None]:
    """A code of an app is good for half a minute."""
    with time_machine.travel(timezone.now(), tick=False):
        yield


def kept() -> str:
    return json.dumps(list(Authenticator.objects.order_by("pk").values_list("data", flat=True)))


def comes_in(person: Person, code: str) -> bool:
    client = Client()
    sign_in(client, person.email)
    client.post(reverse("mfa_authenticate"), {"code": code})
    return is_in(client)


@pytest.fixture
def noor(noor: Person) -> Person:
    """Noor, who signs in with a password."""
    return with_password(noor)


def test_the_database_does_not_tell_what_codes_are_made_from(noor: Person) -> None:
    secret = with_code_app(noor)
    codes = RecoveryCodes.activate(noor)

    assert secret not in kept()
    assert all(is_closed(value) for row in json.loads(kept()) for value in row.values() if value)
    assert comes_in(noor, code_of(secret))
    assert comes_in(noor, codes.generate_codes()[0])


def test_a_code_app_of_before_still_works(noor: Person) -> None:
    Authenticator.objects.create(user=noor, type="totp", data={**PLAIN["totp"]})

    assert comes_in(noor, code_of("JBSWY3DPEHPK3PXP"))


def test_what_is_of_before_is_closed_and_can_be_opened_again(noor: Person) -> None:
    for kind, data in PLAIN.items():
        Authenticator.objects.create(user=noor, type=kind, data={**data})
    migration = import_module("hartlijn.people.migrations.0005_close_the_seeds_of_codes")

    editor = SimpleNamespace(connection=connection)

    migration.close_all(apps, editor)
    closed = kept()
    migration.close_all(apps, editor)
    assert kept() == closed
    assert "JBSW" not in closed
    assert "ab" * 40 not in closed
    assert comes_in(noor, code_of("JBSWY3DPEHPK3PXP"))
    migration.open_all(apps, editor)

    for kind, data in PLAIN.items():
        assert Authenticator.objects.get(type=kind).data.items() >= data.items()


def test_with_other_secrets_a_code_is_refused_with_a_sentence(
    noor: Person, settings: Settings
) -> None:
    secret = with_code_app(noor)
    settings.SECRET_KEY = "of another installation"
    client = Client()
    sign_in(client, noor.email)

    answer = client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})

    assert answer.status_code == 403
    assert "Je code-app en herstelcodes werken niet meer" in answer.content.decode()
    assert not is_in(client)


def test_what_is_plain_opens_as_it_is() -> None:
    assert opened("JBSWY3DPEHPK3PXP") == "JBSWY3DPEHPK3PXP"
