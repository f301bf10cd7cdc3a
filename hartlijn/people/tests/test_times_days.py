"""Leave, one day that is different, public holidays and the overview, as stories."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conftest import SignIn
from hartlijn.people.actions import working_times as actions
from hartlijn.people.known_times import reachable_now
from hartlijn.people.models import HolidayChoice, LeavePeriod, Person, Roster, ToldDay
from hartlijn.people.tests.test_known_times import fill
from hartlijn.people.tests.times_told import MONDAY, NOW, hours, local, taps

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
LEAVE = "/me/times/leave/"
PAGES = (
    "/me/times/",
    "/me/times/week/",
    "/me/times/pattern/",
    "/me/times/shifts/",
    "/me/times/exception/",
    LEAVE,
    "/me/times/holidays/",
    "/me/times/rosters/",
)


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    """It is Monday 23 November 2026, ten o'clock in Amsterdam."""
    with time_machine.travel(NOW, tick=False):
        yield


# Leave


def test_noor_takes_leave_up_to_and_including_a_day(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    client.post(LEAVE, {"first": "2026-11-23", "last": "2026-11-25"})

    assert reachable_now(noor, NOW) == (False, local("2026-11-26 08:30"))
    assert "23 november 2026 tot en met 25 november 2026" in client.get(LEAVE).content.decode()


def test_saying_the_same_leave_twice_is_saying_it_once(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    client.post(LEAVE, {"first": "2026-11-23", "last": "2026-11-25"})
    client.post(LEAVE, {"first": "2026-11-23", "last": "2026-11-25"})

    assert LeavePeriod.objects.count() == 1


def test_she_takes_her_leave_back(as_: SignIn, noor: Person) -> None:
    actions.take_leave(MONDAY, MONDAY, by=noor)
    client = as_(noor)
    address = f"{LEAVE}{LeavePeriod.objects.get().pk}/forget/"

    assert client.get(address).status_code == 405
    assert client.post(address).status_code == 302
    assert client.post(address).status_code == 404
    assert reachable_now(noor, NOW)[0]


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        ("2026-11-25", "2026-11-24", "Deze dag ligt vóór je eerste dag. Kies een dag vanaf 25 november 2026."),
        ("2027-01-32", "2027-02-02", "Deze dag bestaat niet."),
        ("2027-02-01", "2027-02-30", "Deze dag bestaat niet."),
        ("2026-11-24", "99999-01-01", "Deze dag bestaat niet."),
        ("2026-11-24", "9999-12-31", "Deze dag ligt te ver weg. Kies een dag tot en met 22 november 2029."),
        ("0001-01-01", "2026-11-24", "Deze dag ligt te ver terug. Kies een dag vanaf 23 november 2025."),
        ("2026-11-20", "2026-11-22", "Deze dag ligt te ver terug. Kies een dag vanaf 23 november 2026."),
        ("🌴", "2026-11-24", "Deze dag bestaat niet."),
        ("2026-11-24" * 500, "2026-11-24", "Deze dag bestaat niet."),
        ("\x00", "\u202e", "Deze dag bestaat niet."),
        ("", "", "Kies een dag."),
    ],
)  # fmt: skip
def test_wrong_days_are_refused_with_what_to_do_and_stay_on_the_page(
    as_: SignIn, noor: Person, first: str, last: str, sentence: str
) -> None:
    response = as_(noor).post(LEAVE, {"first": first, "last": last})

    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert response.context["form"]["first"].value() == first
    assert not LeavePeriod.objects.exists()


def test_a_page_of_leave_has_an_end(as_: SignIn, noor: Person) -> None:
    for number in range(60):
        LeavePeriod.objects.create(
            person=noor, first=MONDAY, last=MONDAY.replace(year=2027 + number)
        )

    response = as_(noor).post(LEAVE, {"first": "2026-11-24", "last": "2026-11-24"})

    assert response.status_code == 422
    assert "Haal eerst een periode weg." in response.content.decode()


# One day


def test_one_day_is_different_and_becomes_usual_again(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    sent = {"day": "23-11-2026", "hours": "own", "hours-from-1": "13:00", "hours-to-1": "21:00"}
    client.post("/me/times/exception/", sent)
    client.post("/me/times/exception/", sent)
    assert reachable_now(noor, NOW) == (False, local("2026-11-23 13:00"))
    page = client.get("/me/times/exception/").content.decode()
    assert "Maandag 23 november: 13.00–21.00" in page

    client.post(f"/me/times/exception/{ToldDay.objects.get().pk}/forget/")

    assert reachable_now(noor, NOW)[0]


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Kies een dag."),
        ({"day": "2026-11-24"}, "Kies wat voor dag het wordt, of vul je eigen tijden in."),
        ({"day": "2026-11-22", "hours": "free"}, "Kies een dag vanaf 23 november 2026."),
        ({"day": "2029-01-01", "hours": "free"}, "Kies een dag tot en met 23 november 2027."),
        ({"day": "2026-11-24", "hours": "own"}, "Vul in van hoe laat tot hoe laat je werkt"),
        ({"day": "2026-11-24", "hours": "🎉"}, "Kies een van de soorten dag die hier staan."),
    ],
)
def test_a_day_that_is_not_clear_is_refused_with_what_to_do(
    as_: SignIn, noor: Person, sent: dict[str, str], sentence: str
) -> None:
    response = as_(noor).post("/me/times/exception/", sent)

    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert not ToldDay.objects.exists()


# The usual week


def test_noor_says_her_usual_week_with_two_stretches_on_a_day(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    sent = taps(monday="13:00-17:00,09:00-12:00", tuesday="night")
    client.post("/me/times/pattern/", sent)
    client.post("/me/times/pattern/", sent)

    assert not reachable_now(noor, local("2026-11-23 12:30"))[0]
    assert reachable_now(noor, local("2026-11-25 07:00"))[0]
    form = client.get("/me/times/pattern/").context["form"]
    assert form["day-1"].value() == "night"
    assert form["day-2"].value() == "free"
    assert form["day-0-to-2"].value() == hours("13:00-17:00")[1]
    assert "maandag 9.00–12.00, 13.00–17.00" in client.get("/me/times/").content.decode()

    client.post("/me/times/pattern/forget/")

    assert reachable_now(noor, local("2026-11-23 12:30"))[0]


def test_an_empty_usual_week_is_a_slip_and_seven_free_days_are_not(
    as_: SignIn, noor: Person
) -> None:
    client = as_(noor)
    refused = client.post("/me/times/pattern/", {})

    assert refused.status_code == 422
    assert "Heb je geen vaste tijden?" in refused.content.decode()

    client.post("/me/times/pattern/", {f"day-{number}": "free" for number in range(7)})

    assert reachable_now(noor, NOW) == (False, None)
    assert "Geen vaste tijden." in client.get("/me/times/").content.decode()


# Public holidays


def test_noor_works_at_christmas_and_is_free_on_good_friday(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    form = client.get("/me/times/holidays/").context["form"]
    sent = {name: form[name].value() for name in form.fields}
    assert sent["2026-12-25"] == "free"
    assert sent["2027-03-26"] == "works"

    sent |= {"2026-12-25": "works", "2027-03-26": "free"}
    client.post("/me/times/holidays/", sent)
    client.post("/me/times/holidays/", sent)

    assert HolidayChoice.objects.count() == 2
    assert reachable_now(noor, local("2026-12-25 10:00"))[0]
    assert not reachable_now(noor, local("2027-03-26 10:00"))[0]

    client.post("/me/times/holidays/", sent | {"2026-12-25": "free", "2027-03-26": "works"})

    assert not HolidayChoice.objects.exists()


def test_an_unknown_choice_for_a_holiday_is_refused(as_: SignIn, noor: Person) -> None:
    response = as_(noor).post("/me/times/holidays/", {"2026-12-25": "misschien"})

    assert response.status_code == 422
    assert "Kies vrij of gewone dag." in response.content.decode()


# The overview, and what it costs


def test_the_overview_says_what_counts_and_who_sees_it(as_: SignIn, noor: Person) -> None:
    fill(noor, 1)
    actions.take_leave(MONDAY.replace(day=27), MONDAY.replace(day=27), by=noor)

    page = as_(noor).get("/me/times/").content.decode()

    for words in (
        "Alleen jij. Wie jou mag schrijven, ziet alleen wanneer iets aankomt, nooit waarom.",
        "maandag 23 november",
        "verlof",
        "27 november 2026 tot en met 27 november 2026",
        "Rooster 0",
        "Tweede kerstdag",
        "Europe/Amsterdam",
    ):
        assert words in page
    assert "Eerste kerstdag" not in page  # she works then


def test_only_hours_that_are_not_the_ordinary_ones_say_where_they_come_from(
    as_: SignIn, noor: Person
) -> None:
    client = as_(noor)
    assert not any(day.source for day in client.get("/me/times/").context["days"])
    client.post("/me/times/pattern/", taps(monday="09:00-12:00"))
    client.post("/me/times/week/", taps(tuesday="night"))
    actions.take_leave(MONDAY.replace(day=27), MONDAY.replace(day=27), by=noor)

    shown = client.get("/me/times/").context["days"]

    assert [str(day.source) for day in shown] == ["", "door jou aangetikt", "", "", "", "", ""]


def test_the_overview_says_how_long_times_are_kept(as_: SignIn, noor: Person) -> None:
    page = as_(noor).get("/me/times/").content.decode()

    assert "Wat langer dan een jaar geleden is, halen we weg." in page


def test_in_english_the_clock_has_a_colon(as_: SignIn, noor: Person) -> None:
    noor.language = "en"
    noor.save()

    assert "8:30–17:00" in as_(noor).get("/me/times/").content.decode()


def test_a_page_asks_the_database_no_more_when_there_is_more(as_: SignIn, noor: Person) -> None:
    client = as_(noor)

    def counts() -> dict[str, int]:
        found = {}
        for page in PAGES:
            with CaptureQueriesContext(connection) as queries:
                assert client.get(page).status_code == 200
            found[page] = len(queries)
        return found

    fill(noor, 1)
    with_one = counts()
    fill(noor, 30)

    assert counts() == with_one
    assert max(with_one.values()) <= 12


# Nobody else


@pytest.mark.parametrize("page", PAGES)
def test_sam_sees_nothing_of_noors_times(as_: SignIn, noor: Person, sam: Person, page: str) -> None:
    actions.tell_exception(MONDAY, (hours("03:33-04:44"),), by=noor)
    actions.set_usual_week({0: (hours("03:33-04:44"),)}, by=noor)
    actions.take_leave(MONDAY, MONDAY.replace(year=2028), by=noor)
    Roster.objects.create(person=noor, name="Noors rooster")
    actions.set_usual_shifts({"day": hours("03:33-04:44")}, by=noor)

    text = as_(sam).get(page).content.decode()

    assert not any(trace in text for trace in ("3.33", "03:33", "2028", "Noors rooster"))


def test_ids_of_somebody_else_or_of_nothing_do_not_exist(
    as_: SignIn, noor: Person, sam: Person
) -> None:
    actions.tell_exception(MONDAY, (), by=noor)
    actions.take_leave(MONDAY, MONDAY, by=noor)
    roster = Roster.objects.create(person=noor, name="Noors rooster")
    client = as_(sam)
    addresses = [
        address
        for pk in (
            (ToldDay.objects.get().pk, LeavePeriod.objects.get().pk, roster.pk),
            [uuid4()] * 3,
        )
        for address in (
            f"/me/times/exception/{pk[0]}/forget/",
            f"/me/times/leave/{pk[1]}/forget/",
            f"/me/times/rosters/{pk[2]}/",
            f"/me/times/rosters/{pk[2]}/forget/",
        )
    ]

    assert [client.post(address).status_code for address in addresses] == [404] * 8
    assert ToldDay.objects.count() == LeavePeriod.objects.count() == Roster.objects.count() == 1
