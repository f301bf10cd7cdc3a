"""Signing in leaves no trail, and letters and times go when they are long past."""

import os
from datetime import date, time, timedelta
from pathlib import Path

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from hartlijn.lib.background.schedules import PLANNED, discover
from hartlijn.people import tasks
from hartlijn.people.models import Invitation, Person
from hartlijn.people.models.working_times import (
    HolidayChoice,
    LeavePeriod,
    Roster,
    RosterShift,
    RosterSpan,
    SkippedWeek,
    ToldDay,
    WeeklyPattern,
)
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


def test_a_letter_is_forgotten_a_month_after_it_stopped_working(ines: Person) -> None:
    now = timezone.now()
    long_ago, lately = now - timedelta(days=31), now - timedelta(days=29)
    for number, fields in enumerate(
        (
            {"used_at": long_ago},
            {"withdrawn_at": long_ago},
            {"expires_at": long_ago},
            {"used_at": lately},
            {"withdrawn_at": lately},
            {"expires_at": lately},
            {},
        )
    ):
        Invitation.objects.create(
            email="els@voorbeeld.nl", token_digest=str(number), invited_by=ines, **fields
        )

    tasks.forget_what_is_past.call()

    left = Invitation.objects.order_by("token_digest").values_list("token_digest", flat=True)
    assert list(left) == ["3", "4", "5", "6"]


def test_times_are_forgotten_a_year_after_they_passed(noor: Person, today: date) -> None:
    past, kept = today - timedelta(days=367), today - timedelta(days=366)
    for day in (past, kept):
        ToldDay.objects.create(person=noor, day=day)
        LeavePeriod.objects.create(person=noor, first=past, last=day)
        HolidayChoice.objects.create(person=noor, day=day, works=True)
        SkippedWeek.objects.create(person=noor, monday=day)
        roster = Roster.objects.create(person=noor, name=str(day))
        RosterSpan.objects.create(roster=roster, first=past, last=day)
        RosterShift.objects.create(
            roster=roster, starts_on=day, starts_at=time(9), ends_on=day, ends_at=time(17)
        )
    WeeklyPattern.objects.create(person=noor)

    tasks.forget_what_is_past.call()

    assert ToldDay.objects.get().day == kept
    assert LeavePeriod.objects.get().last == kept
    assert HolidayChoice.objects.get().day == kept
    assert SkippedWeek.objects.get().monday == kept
    assert Roster.objects.get().name == str(kept)
    assert RosterShift.objects.get().ends_on == kept
    assert WeeklyPattern.objects.exists()


def test_it_is_done_every_day() -> None:
    discover()

    assert tasks.forget_what_is_past.module_path in PLANNED


def test_a_kept_letter_is_forgotten_after_a_month(
    db: None, settings: Settings, tmp_path: Path
) -> None:
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    tasks.forget_what_is_past.call()  # no letter was ever kept
    settings.EMAIL_FILE_PATH.mkdir()
    for name, days in (("old", 31), ("late", 29)):
        letter = settings.EMAIL_FILE_PATH / f"{name}.log"
        letter.write_text("To: els@voorbeeld.nl")
        then = (timezone.now() - timedelta(days=days)).timestamp()
        os.utime(letter, (then, then))

    tasks.forget_what_is_past.call()

    assert [file.name for file in settings.EMAIL_FILE_PATH.iterdir()] == ["late.log"]
