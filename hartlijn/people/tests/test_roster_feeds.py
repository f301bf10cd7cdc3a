"""A roster that comes by itself, from an address that somebody gave."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from conftest import SignIn
from hartlijn.lib.public_fetch import Rules, fetch
from hartlijn.lib.tests.calendar_server import CalendarServer, calendar_server
from hartlijn.people import roster_feeds
from hartlijn.people.actions.working_times import follow_roster, forget
from hartlijn.people.models import Person, Roster, RosterShift
from hartlijn.people.tasks import read_rosters
from hartlijn.people.tests.times_told import NOW, ics

PAGE = "/me/times/rosters/follow/"
NIGHT = ("20261124T220000", "20261125T070000")
NO_END_TO_READ = (
    b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261124T220000\nDTEND:mor\n gen\n"
    b"END:VEVENT\nEND:VCALENDAR\n"
)
DAY = ("20261126T083000", "20261126T170000")


@pytest.fixture
def calendars() -> Iterator[CalendarServer]:
    """A roster program with an address for each calendar."""
    with calendar_server() as server:
        yield server


def calendar(*shifts: tuple[str, str]) -> bytes:
    """A calendar file with these shifts."""
    found: bytes = ics(*shifts).read()
    return found


def read(roster: Roster, rules: Rules) -> str:
    """Read it on the day of the stories."""
    return roster_feeds.read(roster.pk, NOW, rules)


def test_times_come_from_the_address_and_follow_it(noor: Person, calendars: CalendarServer) -> None:
    roster = follow_roster("Werk", calendars.serve(calendar(NIGHT)), by=noor)

    assert read(roster, calendars.rules) == ""
    assert RosterShift.objects.get(roster=roster).starts_on == date(2026, 11, 24)
    calendars.serve(calendar(DAY))
    read(roster, calendars.rules)

    roster.refresh_from_db()
    assert RosterShift.objects.get(roster=roster).starts_on == date(2026, 11, 26)
    assert (roster.read_on, roster.problem) == (date(2026, 11, 23), "")


@pytest.mark.parametrize(
    ("body", "status", "problem", "line"),
    [
        (b"\n\ngeen agenda", 200, Roster.Problem.CALENDAR, 3),
        (b"", 410, Roster.Problem.ANSWER, None),
        (b"x" * (2 * 1024 * 1024 + 1), 200, Roster.Problem.LARGE, None),
        (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n", 200, Roster.Problem.DAMAGED, 2),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", 200, Roster.Problem.EMPTY, 1),
        (NO_END_TO_READ, 200, Roster.Problem.HOURS, 4),
    ],
)
def test_what_goes_wrong_is_said_and_the_old_times_stay(
    as_: SignIn,
    noor: Person,
    calendars: CalendarServer,
    body: bytes,
    status: int,
    problem: str,
    line: int | None,
) -> None:
    roster = follow_roster("Werk", calendars.serve(calendar(NIGHT)), by=noor)
    read(roster, calendars.rules)

    calendars.serve(body, status)

    assert read(roster, calendars.rules) == problem
    roster.refresh_from_db()
    assert (roster.problem, roster.problem_line) == (problem, line)
    page = as_(noor).get(reverse("people:times_rosters")).content.decode()
    assert ("Regel " in page) is (line is not None)
    assert RosterShift.objects.get(roster=roster).starts_on == date(2026, 11, 24)
    calendars.serve(calendar(DAY))
    assert read(roster, calendars.rules) == ""


def test_a_name_inside_the_network_is_not_asked(noor: Person, calendars: CalendarServer) -> None:
    roster = follow_roster("Werk", calendars.serve(calendar(NIGHT)), by=noor)
    ordinary = Rules(port=calendars.rules.port, trust=calendars.rules.trust)

    assert read(roster, ordinary) == Roster.Problem.INSIDE
    assert calendars.asked == 0


def test_a_roster_that_was_removed_meanwhile_stays_away(
    noor: Person, calendars: CalendarServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    roster = follow_roster("Werk", calendars.serve(calendar(NIGHT)), by=noor)

    def fetch_slowly(url: str, rules: Rules | None) -> bytes:
        found = fetch(url, rules)
        forget(roster, by=noor)  # in the very moment between fetching and keeping
        return found

    monkeypatch.setattr(roster_feeds, "fetch", fetch_slowly)
    read(roster, calendars.rules)

    assert not Roster.objects.filter(person=noor).exists()


def test_noor_gives_her_address_and_hears_how_it_goes(noor: Person, as_: SignIn) -> None:
    client = as_(noor)

    answer = client.post(PAGE, {"name": "Werk", "address": "webcal://rooster.voorbeeld.nl/n.ics"})

    assert answer.status_code == 302
    roster = Roster.objects.get(person=noor)
    assert roster.address == "https://rooster.voorbeeld.nl/n.ics"
    assert DBTaskResult.objects.filter(task_path__endswith="read_roster").count() == 1
    waiting = client.get("/me/times/rosters/").text
    assert "Wordt opgehaald" in waiting
    assert "0 diensten" not in waiting, "nothing is known of it yet"
    Roster.objects.update(problem=Roster.Problem.SILENT)
    assert "antwoordde niet" in client.get("/me/times/rosters/").text
    Roster.objects.update(problem="", read_on=timezone.localdate())
    assert "Komt vanzelf" in client.get("/me/times/rosters/").text


@pytest.mark.parametrize(
    "address", ["", "http://a.nl/x", "https://a.nl:8080/x", "rooster", "x" * 3000]
)
def test_what_is_no_address_is_refused_with_a_sentence(
    noor: Person, as_: SignIn, address: str
) -> None:
    answer = as_(noor).post(PAGE, {"name": "Werk", "address": address})

    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text
    assert not Roster.objects.exists()


def test_a_file_in_its_place_ends_the_following(noor: Person, as_: SignIn) -> None:
    roster = follow_roster("Werk", "https://rooster.voorbeeld.nl/n.ics", by=noor)

    as_(noor).post(f"/me/times/rosters/{roster.pk}/", {"file": ics(NIGHT)})

    roster.refresh_from_db()
    assert roster.address == ""


def test_each_followed_roster_is_read_in_its_turn(noor: Person, sam: Person) -> None:
    follow_roster("Werk", "https://rooster.voorbeeld.nl/n.ics", by=noor)
    follow_roster("Werk", "https://rooster.voorbeeld.nl/s.ics", by=sam)
    Roster.objects.create(person=noor, name="Uit een bestand")

    read_rosters.func()

    queued = DBTaskResult.objects.filter(task_path__endswith="read_roster")
    assert queued.count() == 2
