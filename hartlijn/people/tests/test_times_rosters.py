"""Rosters from a file, as stories."""

from collections.abc import Iterator

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from conftest import SignIn
from hartlijn.people.known_times import reachable_now
from hartlijn.people.models import Person, Roster, RosterShift
from hartlijn.people.tests.times_told import MONDAY, NOW, ics, local

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
ROSTERS = "/me/times/rosters/"
LATE = ("20261123T150000", "20261123T230000")
NIGHT = ("20261124T224500", "20261125T071500")


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    """It is Monday 23 November 2026, ten o'clock in Amsterdam."""
    with time_machine.travel(NOW, tick=False):
        yield


def test_noor_brings_her_roster_and_only_its_times_are_kept(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    response = client.post(
        ROSTERS, {"name": "Ziekenhuis", "file": ics(LATE, NIGHT, name="geheim.ics")}, follow=True
    )

    page = response.content.decode()
    assert "2 diensten gelezen." in page
    assert "23 november 2026 tot en met 24 november 2026, 2 diensten" in page
    assert "eheim" not in page
    assert reachable_now(noor, NOW) == (False, local("2026-11-23 15:00"))
    assert RosterShift.objects.count() == 2


def test_a_file_under_a_name_that_is_there_replaces_the_roster(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    client.post(ROSTERS, {"name": "Ziekenhuis", "file": ics(LATE)})
    client.post(ROSTERS, {"name": "ziekenhuis", "file": ics(NIGHT)})
    client.post(ROSTERS, {"name": "Ziekenhuis", "file": ics(NIGHT)})

    assert Roster.objects.get().name == "Ziekenhuis"
    assert RosterShift.objects.get().starts_on == MONDAY.replace(day=24)


def test_she_replaces_a_roster_on_its_own_page(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    client.post(ROSTERS, {"name": "Ziekenhuis", "file": ics(LATE)})
    address = f"{ROSTERS}{Roster.objects.get().pk}/"

    assert "Nieuw bestand voor Ziekenhuis" in client.get(address).content.decode()
    assert client.post(address, {"file": ics(NIGHT)}).status_code == 302

    assert RosterShift.objects.get().starts_on == MONDAY.replace(day=24)
    assert client.post(address, {}).status_code == 422


def test_a_roster_goes_with_its_times(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    client.post(ROSTERS, {"name": "Ziekenhuis", "file": ics(LATE)})
    address = f"{ROSTERS}{Roster.objects.get().pk}/forget/"

    page = client.post(address, follow=True).content.decode()

    assert "Rooster “Ziekenhuis” is weg." in page
    assert not RosterShift.objects.exists()
    assert client.post(address).status_code == 404
    assert reachable_now(noor, NOW)[0]


def test_two_people_may_call_their_rosters_the_same(as_: SignIn, noor: Person, sam: Person) -> None:
    as_(noor).post(ROSTERS, {"name": "Werk", "file": ics(LATE)})
    as_(sam).post(ROSTERS, {"name": "Werk", "file": ics(NIGHT)})

    assert Roster.objects.count() == 2
    assert reachable_now(noor, NOW)[1] == local("2026-11-23 15:00")


def test_names_that_only_look_alike_are_two_rosters(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    for name in ("k", "\N{KELVIN SIGN}", "100%", "100_", "🏥", "ß", "ẞ"):
        assert client.post(ROSTERS, {"name": name, "file": ics(LATE)}).status_code == 302


def test_shifts_that_could_not_be_read_are_named_with_what_to_do(as_: SignIn, noor: Person) -> None:
    too_long = [(f"202612{day:02}T080000", f"202612{day + 2:02}T090000") for day in range(1, 8)]

    page = (
        as_(noor)
        .post(ROSTERS, {"name": "Werk", "file": ics(LATE, *too_long)}, follow=True)
        .content.decode()
    )

    assert "1 dienst gelezen." in page
    assert "1 december 2026, 2 december 2026" in page
    assert "en nog 2: " in page
    assert "duurt langer dan 36 uur" in page


def test_a_shift_without_a_readable_day_is_told_too(as_: SignIn, noor: Person) -> None:
    file = ics(LATE, ("morgen", "overmorgen"))
    page = as_(noor).post(ROSTERS, {"name": "Werk", "file": file}, follow=True).content.decode()

    assert "De tijd van deze dienst kunnen we niet lezen." in page


BIG = b"BEGIN:VCALENDAR\r\n" + b"X" * 1_000_000


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"%PDF-1.7", "Dit is geen agendabestand."),
        (b"\xff\xfe\x00\x00", "Dit is geen agendabestand."),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "Dit agendabestand is niet heel."),
        (BIG, "Dit bestand is groter dan 1 MB."),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "In dit bestand staan geen diensten"),
        (b"", "Dit bestand is leeg."),
        (None, "Kies eerst het bestand uit je roosterprogramma."),
    ],
)
def test_a_file_that_is_no_roster_is_refused_with_what_to_do(
    as_: SignIn, noor: Person, content: bytes | None, sentence: str
) -> None:
    file = {} if content is None else {"file": SimpleUploadedFile("rooster.ics", content)}
    response = as_(noor).post(ROSTERS, {"name": "Werk", **file})

    assert response.status_code == 422
    page = response.content.decode()
    assert sentence in page
    assert 'value="Werk"' in page
    assert not Roster.objects.exists()


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "Geef het rooster een naam."),
        ("x" * 61, "60"),
        ("Werk\u202e", "Hier staat een onzichtbaar teken in."),
        ("\x00", "Hier staat een onzichtbaar teken in."),
    ],
)
def test_a_name_that_cannot_be_is_refused(
    as_: SignIn, noor: Person, name: str, sentence: str
) -> None:
    response = as_(noor).post(ROSTERS, {"name": name, "file": ics(LATE)})

    assert response.status_code == 422
    assert sentence in response.content.decode()


def test_twenty_rosters_are_enough(as_: SignIn, noor: Person) -> None:
    for number in range(20):
        Roster.objects.create(person=noor, name=f"Rooster {number}").spans.create(
            first=MONDAY, last=MONDAY
        )
    client = as_(noor)

    one_more = client.post(ROSTERS, {"name": "Nog een", "file": ics(LATE)})
    replaced = client.post(ROSTERS, {"name": "Rooster 3", "file": ics(LATE)})

    assert "Haal er eerst een weg, of vervang er een." in one_more.content.decode()
    assert replaced.status_code == 302
