"""Trying passwords: five for an account, twenty for an address, in all processes together."""

import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from hartlijn.people.models import Person
from hartlijn.people.tests.factories import a_person
from hartlijn.people.tests.ways_in import is_in, sign_in, with_password

ROOT = Path(__file__).resolve().parents[3]
A_QUARTER = timedelta(minutes=15, seconds=1)


@pytest.fixture
def noor(noor: Person) -> Person:
    """Noor, who signs in with a password."""
    return with_password(noor)


def tries(email: str, times: int, **extra: Any) -> None:
    for _ in range(times):
        sign_in(Client(**extra), email, "a wrong password")


def opens(person: Person, **extra: Any) -> bool:
    client = Client(**extra)
    sign_in(client, person.email)
    return is_in(client)


@pytest.mark.django_db
def test_after_five_wrong_tries_the_account_waits_a_quarter_of_an_hour(noor: Person) -> None:
    with time_machine.travel(timezone.now(), tick=False) as clock:
        tries(noor.email, 5)

        assert not opens(noor)
        assert not opens(noor, REMOTE_ADDR="198.51.100.7")  # wherever they try from
        clock.shift(A_QUARTER)
        assert opens(noor)


@pytest.mark.django_db
def test_four_wrong_tries_harm_nobody(noor: Person) -> None:
    tries(noor.email, 4)

    assert opens(noor)


@pytest.mark.django_db
def test_other_capitals_are_the_same_account(noor: Person) -> None:
    tries(noor.email, 3)
    tries(noor.email.upper(), 2)

    assert not opens(noor)


@pytest.mark.django_db
def test_signing_in_rightly_gives_no_new_tries_at_another_account(noor: Person) -> None:
    own = with_password(a_person("Iemand"))
    for _ in range(2):
        tries(noor.email, 3)
        opens(own)

    assert not opens(noor)


@pytest.mark.django_db
def test_from_one_address_twenty_wrong_tries_at_any_accounts(noor: Person) -> None:
    with time_machine.travel(timezone.now(), tick=False) as clock:
        for number in range(10):
            tries(f"nr{number}@voorbeeld.nl", 2)

        assert not opens(noor)
        assert opens(noor, REMOTE_ADDR="198.51.100.7")
        clock.shift(A_QUARTER)
        assert opens(noor)


@pytest.mark.django_db
def test_who_claims_to_come_from_elsewhere_is_not_believed(noor: Person) -> None:
    for number in range(6):
        tries(noor.email, 1, HTTP_X_FORWARDED_FOR=f"203.0.113.{number}")
    for number in range(20):
        tries(f"nr{number}@voorbeeld.nl", 1, HTTP_X_FORWARDED_FOR=f"203.0.113.{number}")

    assert not opens(with_password(a_person("Ander")), HTTP_X_FORWARDED_FOR="203.0.113.250")


@pytest.mark.django_db
def test_many_tries_at_others_do_not_wash_a_limit_away(noor: Person) -> None:
    tries(noor.email, 5)
    for number in range(400):  # more than a cache of Django holds when nobody says otherwise
        cache.set(f"somebody-else-{number}", 1, 3600)

    assert not opens(noor)


@pytest.mark.django_db
def test_three_letters_for_a_new_password_in_an_hour(noor: Person) -> None:
    for _ in range(5):
        Client().post(reverse("account_reset_password"), {"email": noor.email})

    assert len(mail.outbox) == 3


# ------------------------------------------------------------- across processes

SCRIPT = """
import django, json, sys
django.setup()
from django.core.management import call_command
from django.test import Client
from django.test.utils import setup_test_environment
from hartlijn.people.tests.factories import a_person
from hartlijn.people.tests.ways_in import is_in, sign_in, with_password

def opens():
    client = Client()
    sign_in(client, "noor@voorbeeld.nl")
    return is_in(client)

setup_test_environment()
if sys.argv[1] == "first":
    call_command("migrate", verbosity=0)
    with_password(a_person("Noor", email="noor@voorbeeld.nl"))
    before = opens()
    for _ in range(5):
        sign_in(Client(), "noor@voorbeeld.nl", "a wrong password")
    print(json.dumps([before, opens()]))
else:
    print(json.dumps([opens()]))
"""


def process(folder: Path, which: str) -> list[bool]:
    """Run a program of its own on the database in a folder; when Noor could sign in."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "HARTLIJN_DATA": str(folder),
        "DATABASE_URL": "",
    }
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, which],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout))


@pytest.mark.nightly
def test_wrong_tries_in_one_process_block_another(tmp_path: Path) -> None:
    assert process(tmp_path, "first") == [True, False]
    assert process(tmp_path, "second") == [False]
