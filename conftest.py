"""The cast: the same people in every test."""

import gc
import os
from collections.abc import Callable, Iterator
from datetime import date

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.test import Client
from django.utils import timezone

from hartlijn.people import even_answers
from hartlijn.people.models import Organisation, Person, Role, Unit
from hartlijn.people.tests.factories import (
    a_person,
    a_place,
    a_unit,
    an_organisation,
    walking_along,
)

SignIn = Callable[[Person], Client]
AT_NIGHT = "NIGHT" in os.environ
"""`make nightly` says so: then every property gets all its lives."""


def pytest_configure() -> None:
    """Look for garbage seldom: it takes a seventh of the time, and a test run finds little."""
    gc.freeze()
    gc.set_threshold(200_000, 20, 100)


@pytest.fixture(scope="session", autouse=True)
def every_letter_says_why(django_test_environment: None) -> None:
    """Letters of every test leave through delivery too: one without a reason is an error."""
    settings.DELIVERY_MAIL_CARRIER = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "hartlijn.delivery.mail_exit.Backend"


@pytest.fixture(autouse=True)
def quick_passwords(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Little work for Argon2 and no waiting, except where a test measures how long it takes."""
    if request.node.get_closest_marker("nightly") is None:
        monkeypatch.setattr(even_answers, "BEAT", 0)
        monkeypatch.setattr(Argon2PasswordHasher, "time_cost", 1)
        monkeypatch.setattr(Argon2PasswordHasher, "memory_cost", 8)
        monkeypatch.setattr(Argon2PasswordHasher, "parallelism", 1)


@pytest.fixture
def still_clock() -> Iterator[None]:
    """The clock stands still: a code of an app does not pass while a test types it."""
    with time_machine.travel(timezone.now(), tick=False):
        yield


@pytest.fixture
def as_() -> SignIn:
    """Act as somebody: ``as_(noor).get(…)``."""

    def sign_in(person: Person) -> Client:
        client = Client()
        client.force_login(person)
        return client

    return sign_in


@pytest.fixture
def today() -> date:
    """The day of the test."""
    return timezone.localdate()


@pytest.fixture
def employer(db: None) -> Organisation:
    """The organisation where Noor starts."""
    return an_organisation("Zeeuwse Jeugdzorg")


@pytest.fixture
def school(db: None) -> Organisation:
    """The school where Noor studies."""
    return an_organisation("Hogeschool Delta", Organisation.Kind.EDUCATION)


@pytest.fixture
def team(employer: Organisation) -> Unit:
    """The team where Noor starts."""
    return a_unit(employer, "Team Oost", parent=a_unit(employer, "Middelburg"))


@pytest.fixture
def noor(employer: Organisation, school: Organisation, team: Unit) -> Person:
    """Noor starts: in placement, at school and at the employer."""
    noor = a_person("Noor de Wit")
    a_place(noor, employer, unit=team)
    a_place(noor, school)
    return noor


@pytest.fixture
def sam(employer: Organisation, noor: Person) -> Person:
    """Sam is Noor's work mentor; he works elsewhere in the organisation."""
    sam = a_person("Sam Jansen")
    a_place(sam, employer, Role.MEMBER)
    walking_along(noor, sam)
    return sam


@pytest.fixture
def fatima(employer: Organisation, team: Unit) -> Person:
    """Fatima leads Noor's team."""
    fatima = a_person("Fatima Yilmaz")
    a_place(fatima, employer, Role.TEAM_LEADER, unit=team)
    return fatima


@pytest.fixture
def joost(school: Organisation) -> Person:
    """Joost teaches at Noor's school."""
    joost = a_person("Joost Bakker")
    a_place(joost, school, Role.TEACHER)
    return joost


@pytest.fixture
def ines(employer: Organisation) -> Person:
    """Ines coordinates at the employer."""
    ines = a_person("Ines Pereira")
    a_place(ines, employer, Role.COORDINATOR)
    return ines


@pytest.fixture
def lotte(school: Organisation) -> Person:
    """Lotte coordinates at the school."""
    lotte = a_person("Lotte Visser")
    a_place(lotte, school, Role.COORDINATOR)
    return lotte


@pytest.fixture
def rosa(school: Organisation) -> Person:
    """Rosa does research."""
    rosa = a_person("Rosa Meijer")
    a_place(rosa, school, Role.RESEARCHER)
    return rosa


@pytest.fixture
def otto(db: None) -> Person:
    """Otto operates the installation and belongs to no organisation."""
    otto = a_person("Otto Smit", is_operator=True)
    Authenticator.objects.create(user=otto, type=Authenticator.Type.TOTP, data={})
    return otto


@pytest.fixture
def stranger(db: None) -> Person:
    """Somebody signed in whom nobody here knows."""
    return a_person("Vreemde Vogel")
