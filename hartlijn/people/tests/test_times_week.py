"""Noor taps her week, as stories."""

from collections.abc import Iterator

import pytest
import time_machine
from django.urls import reverse

from conftest import SignIn
from hartlijn.people.known_times import due_question, reachable_now, working_times_of
from hartlijn.people.models import Person, SkippedWeek, ToldDay, ToldShift
from hartlijn.people.reachable import is_reachable, reachable_from
from hartlijn.people.tests.times_told import MONDAY, NOW, hours, ics, local, taps

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
WEEK = "/me/times/week/"
ORDINARY = taps(
    monday="early",
    tuesday="late",
    wednesday="free",
    thursday="night",
    friday="free",
    saturday="free",
    sunday="day",
)


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    """It is Monday 23 November 2026, ten o'clock in Amsterdam."""
    with time_machine.travel(NOW, tick=False):
        yield


def test_noor_taps_her_week_in_one_form(as_: SignIn, noor: Person) -> None:
    response = as_(noor).post(WEEK, ORDINARY)

    assert response.status_code == 302
    assert response.headers["Location"] == reverse("people:times")
    times = working_times_of(noor, MONDAY)
    assert is_reachable(local("2026-11-24 22:00"), times)
    assert reachable_from(local("2026-11-24 23:00"), times) == local("2026-11-26 22:45")


def test_her_night_shift_lasts_until_the_next_morning(as_: SignIn, noor: Person) -> None:
    as_(noor).post(WEEK, ORDINARY)

    times = working_times_of(noor, MONDAY)

    assert is_reachable(local("2026-11-27 07:14"), times)
    assert reachable_from(local("2026-11-27 07:15"), times) == local("2026-11-29 08:30")


def test_the_next_time_she_sees_what_she_tapped(as_: SignIn, noor: Person) -> None:
    as_(noor).post(WEEK, ORDINARY | taps(friday="09:00-12:15,13:00-16:45"))

    form = as_(noor).get(WEEK).context["form"]

    assert form["day-0"].value() == "early"
    assert form["day-3"].value() == "night"
    assert form["day-4"].value() == "own"
    assert form["day-4-from-2"].value() == hours("13:00-16:45")[0]
    assert form["day-5"].value() == "free"


def test_who_said_nothing_yet_finds_an_open_form(as_: SignIn, noor: Person) -> None:
    form = as_(noor).get(WEEK).context["form"]

    assert [form[f"day-{number}"].value() for number in range(7)] == [""] * 7


def test_a_day_she_leaves_open_stays_as_it_was(as_: SignIn, noor: Person) -> None:
    as_(noor).post(WEEK, taps(monday="free"))

    times = working_times_of(noor, MONDAY)

    assert not is_reachable(NOW, times)
    assert is_reachable(local("2026-11-24 10:00"), times)


def test_sending_the_week_twice_is_sending_it_once(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    client.post(WEEK, ORDINARY)
    client.post(WEEK, ORDINARY)

    assert ToldDay.objects.count() == 7
    assert ToldShift.objects.count() == 4


def test_she_changes_one_day_of_a_week_she_tapped(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    client.post(WEEK, ORDINARY)
    client.post(WEEK, ORDINARY | taps(monday="late"))

    assert not reachable_now(noor, NOW)[0]
    assert reachable_now(noor, NOW)[1] == local("2026-11-23 14:30")


def test_an_exception_in_the_week_stays_one_when_she_saves_the_week(
    as_: SignIn, noor: Person
) -> None:
    client = as_(noor)
    client.post("/me/times/exception/", {"day": "2026-11-25", "hours": "free"})
    client.post(WEEK, ORDINARY)

    sources = dict(ToldDay.objects.values_list("day", "source"))

    assert sources[MONDAY.replace(day=25)] == "exception"
    assert sources[MONDAY] == "tapped"


def test_she_looks_a_week_ahead_and_back(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    client.post(f"{WEEK}?week=2026-W49", taps(monday="late"))

    page = client.get(f"{WEEK}?week=2026-W49").content.decode()

    assert "?week=2026-W48" in page
    assert "?week=2026-W50" in page
    assert "30 november – 6 december" in page
    assert "Wanneer werk je volgende week?" in page
    assert ToldDay.objects.get().day == MONDAY.replace(day=30)


def test_a_week_with_christmas_says_so_and_leaves_the_day_to_her(as_: SignIn, noor: Person) -> None:
    response = as_(noor).get(f"{WEEK}?week=2026-W52")

    page = response.content.decode()
    assert "Wanneer werk je in week 52?" in page
    assert "Eerste kerstdag" in page
    assert response.context["form"]["day-4"].value() == ""


def test_a_shift_too_long_to_tap_is_said_in_words(as_: SignIn, noor: Person) -> None:
    file = ics(("20261124T200000", "20261126T060000"))
    as_(noor).post("/me/times/rosters/", {"name": "Reis", "file": file})

    response = as_(noor).get(WEEK)

    assert "Uit je rooster: 20.00 – donderdag 6.00" in response.content.decode()
    assert response.context["form"]["day-1"].value() == ""


@pytest.mark.parametrize(
    "name", ["2026-W54", "2026-48", "morgen", "2031-W01", "0001-W01", "9999-W53", "२०२६-W48", "-W"]
)
def test_a_week_that_does_not_exist_or_is_too_far_away_is_no_page(
    as_: SignIn, noor: Person, name: str
) -> None:
    assert as_(noor).get(WEEK, {"week": name}).status_code == 404
    assert as_(noor).post(f"{WEEK}skip/", {"week": name}).status_code == 404


def test_a_week_without_a_tap_is_refused_with_what_to_do(as_: SignIn, noor: Person) -> None:
    response = as_(noor).post(WEEK, {})

    assert response.status_code == 422
    assert "Tik minstens één dag aan, of sla deze week over." in response.content.decode()


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        (taps(monday="own"), "Vul in van hoe laat tot hoe laat je werkt, of kies vrij."),
        (taps(monday="09:00-"), "Vul ook in tot hoe laat."),
        (taps(monday="-17:00"), "Vul ook in van hoe laat."),
        (taps(monday="half negen-17:00"), "Dit is geen tijd. Schrijf hem als 8.30."),
        (taps(monday="25:00-🕔"), "Dit is geen tijd. Schrijf hem als 8.30."),
        (taps(monday="vacation"), "Kies een van de soorten dag die hier staan."),
    ],
)
def test_bad_hours_are_refused_with_a_sentence_and_nothing_typed_is_lost(
    as_: SignIn, noor: Person, sent: dict[str, str], sentence: str
) -> None:
    response = as_(noor).post(WEEK, sent | taps(sunday="night"))

    assert response.status_code == 422
    page = response.content.decode()
    assert sentence in page
    assert response.context["form"]["day-6"].value() == "night"
    assert all(value in page for value in sent.values() if value not in {"own", "vacation"})
    assert not ToldDay.objects.exists()


@pytest.mark.parametrize("typed", ["8:30", "8.30", "0830", "08:30:00", " 8:30 "])
def test_a_time_may_be_typed_as_people_do(as_: SignIn, noor: Person, typed: str) -> None:
    sent = {"day-0": "own", "day-0-from-1": typed, "day-0-to-1": "17"}
    as_(noor).post(WEEK, sent)

    assert ToldShift.objects.values_list("start", "end").get() == hours("08:30-17:00")


def test_hours_under_another_tap_do_not_count(as_: SignIn, noor: Person) -> None:
    as_(noor).post(WEEK, taps(monday="half negen-") | {"day-0": "free"})

    assert ToldDay.objects.get().shifts.count() == 0


def test_hours_without_a_tap_count(as_: SignIn, noor: Person) -> None:
    sent = {"day-0-from-1": "09:00", "day-0-to-1": "12:00"}
    as_(noor).post(WEEK, sent)

    assert ToldShift.objects.values_list("start", "end").get() == hours("09:00-12:00")


# Asking for the week


def test_vandaag_asks_noor_for_this_week_until_she_told_something(
    as_: SignIn, noor: Person
) -> None:
    assert due_question(noor, MONDAY)

    as_(noor).post(WEEK, taps(friday="free"))

    assert not due_question(noor, MONDAY)


def test_she_skips_this_week_and_is_asked_again_the_next(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    client.post(f"{WEEK}skip/", {"week": "2026-W48"})
    response = client.post(f"{WEEK}skip/", {"week": "2026-W48"})

    assert response.headers["Location"] == reverse("today:today")

    assert SkippedWeek.objects.count() == 1
    assert not due_question(noor, MONDAY.replace(day=29))
    assert due_question(noor, MONDAY.replace(day=30))
    assert is_reachable(NOW, working_times_of(noor, MONDAY))


def test_tapping_a_week_that_she_skipped_ends_the_skipping(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    client.post(f"{WEEK}skip/", {"week": "2026-W48"})
    assert "Deze week sla je over" in client.get(WEEK).content.decode()

    client.post(WEEK, ORDINARY)

    assert not SkippedWeek.objects.exists()


def test_she_takes_a_tapped_week_back_and_is_asked_again(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    client.post(WEEK, ORDINARY)
    client.post(f"{WEEK}clear/", {"week": "2026-W48"})

    assert due_question(noor, MONDAY)


def test_an_exception_stays_when_she_takes_a_tapped_week_back(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    client.post("/me/times/exception/", {"day": "2026-11-25", "hours": "free"})
    client.post(WEEK, ORDINARY)
    client.post(f"{WEEK}clear/", {"week": "2026-W48"})

    assert [day.source for day in ToldDay.objects.all()] == ["exception"]


def test_sams_week_says_nothing_about_noors(as_: SignIn, noor: Person, sam: Person) -> None:
    as_(sam).post(WEEK, taps(monday="free"))

    assert due_question(noor, MONDAY)
    assert reachable_now(noor, NOW) == (True, NOW)
    assert not reachable_now(sam, NOW)[0]


# What the words mean where she works


def test_at_noors_work_the_early_shift_begins_earlier(as_: SignIn, noor: Person) -> None:
    shifts = {"early": "06:45-15:15", "day": "09:00-17:30", "late": "15:00-23:30"}
    sent = {
        f"{kind}-{side}": value
        for kind, text in (shifts | {"night": "23:15-07:00"}).items()
        for side, value in zip(("from", "to"), text.split("-"), strict=True)
    }
    client = as_(noor)
    client.post("/me/times/shifts/", sent)
    client.post("/me/times/shifts/", sent)
    client.post(WEEK, taps(tuesday="early"))

    assert ToldShift.objects.values_list("start", "end").get() == hours("06:45-15:15")
    assert "6.45–15.15" in client.get(WEEK).content.decode()


def test_a_shift_without_an_end_is_refused(as_: SignIn, noor: Person) -> None:
    response = as_(noor).post("/me/times/shifts/", {"early-from": "06:45"})

    assert response.status_code == 422
    assert "Vul een tijd in, bijvoorbeeld 8.30." in response.content.decode()
