"""Signing in leaves no trail."""

from datetime import timedelta

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.utils import timezone

from hartlijn.lib.background.schedules import PLANNED, discover
from hartlijn.people import tasks
from hartlijn.people.models import Person
from hartlijn.people.tests.ways_in import is_in, sign_in, with_password

pytestmark = pytest.mark.django_db


def counted() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM cache")
        return int(cursor.fetchone()[0])


def test_what_is_over_is_forgotten_and_what_still_counts_stays(noor: Person) -> None:
    with_password(noor)
    with time_machine.travel(timezone.now(), tick=False) as clock:
        sign_in(Client(), noor.email)
        sign_in(Client(), noor.email, "a wrong password")
        clock.shift(timedelta(hours=11))
        today = Client()
        sign_in(today, noor.email)
        sign_in(Client(), noor.email, "a wrong password")
        fresh = counted()
        clock.shift(timedelta(hours=2))
        tasks.forget_sign_ins.call()

        assert is_in(today)
        assert UserSession.objects.count() == 1
        assert Session.objects.count() == 1
        assert counted() == 0
        assert fresh > 0


def test_tries_of_this_minute_are_not_forgotten(noor: Person) -> None:
    with_password(noor)
    for _ in range(5):
        sign_in(Client(), noor.email, "a wrong password")
    tasks.forget_sign_ins.call()
    client = Client()
    sign_in(client, noor.email)

    assert not is_in(client)


def test_it_is_done_every_hour() -> None:
    discover()

    assert tasks.forget_sign_ins.module_path in PLANNED
