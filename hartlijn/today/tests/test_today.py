"""Everybody finds what is there for them today, and nothing of anybody's state."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from hartlijn.journal.tests.waiting import waiting
from hartlijn.people.models import (
    Companionship,
    Invitation,
    LeavePeriod,
    Membership,
    Organisation,
    Person,
    Role,
    Unit,
    WeeklyHours,
    WeeklyPattern,
)
from hartlijn.people.tests.factories import a_person, a_place, walking_along

pytestmark = pytest.mark.django_db

SignIn = Callable[[Person], Client]
TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)  # 11.00 in Amsterdam
SATURDAY = datetime(2026, 11, 28, 19, 0, tzinfo=UTC)
DAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _tuesday() -> Iterator[None]:
    with time_machine.travel(TUESDAY, tick=False):
        yield


def page(client: Client) -> str:
    response = client.get(reverse("today:today"))
    assert response.status_code == 200
    return response.content.decode()


def usual_week(person: Person) -> None:
    pattern = WeeklyPattern.objects.create(person=person)
    for weekday in range(5):
        WeeklyHours.objects.create(
            pattern=pattern, weekday=weekday, start=time(8, 30), end=time(17)
        )


# ------------------------------------------------------------------- the starter


def test_noor_is_greeted_and_sees_who_walks_along(noor: Person, sam: Person, as_: SignIn) -> None:
    shown = page(as_(noor))

    assert "Goedemorgen, Noor" in shown
    assert "<strong>Sam Jansen</strong>, werkbegeleider" in shown
    assert "Zeeuwse Jeugdzorg" in shown
    assert "Hogeschool Delta" in shown


def test_the_greeting_goes_by_her_own_clock(noor: Person, as_: SignIn) -> None:
    noor.time_zone = "Asia/Tokyo"  # 19.00 there
    noor.save()

    assert "Goedenavond, Noor" in page(as_(noor))


def test_on_saturday_noor_is_free(noor: Person, as_: SignIn) -> None:
    usual_week(noor)

    with time_machine.travel(SATURDAY, tick=False):
        assert "Je bent vrij. Wat binnenkomt, wacht tot maandag 8.30." in page(as_(noor))


def test_while_noor_is_free_no_button_calls_her_to_work(noor: Person, as_: SignIn) -> None:
    at_work = page(as_(noor))
    with time_machine.travel(SATURDAY, tick=False):
        free = page(as_(noor))

    assert "Voor vandaag" in at_work
    assert "button heart" in at_work
    assert "Dit mag wachten" in free
    assert "button heart" not in free


def test_while_she_works_nothing_is_said_about_it(noor: Person, as_: SignIn) -> None:
    usual_week(noor)

    assert "Je bent vrij" not in page(as_(noor))


def test_leave_counts_as_free_without_a_reason(noor: Person, as_: SignIn) -> None:
    usual_week(noor)
    LeavePeriod.objects.create(person=noor, first=DAY, last=DAY + timedelta(days=1))

    assert "wacht tot donderdag 8.30." in page(as_(noor))


def test_noor_is_asked_for_this_week_and_may_skip(noor: Person, as_: SignIn) -> None:
    assert "Wanneer werk je deze week?" in page(as_(noor))

    as_(noor).post(reverse("people:times_week_skip"), {"week": "2026-W48"})

    assert "Wanneer werk je deze week?" not in page(as_(noor))


def test_who_told_a_usual_week_is_not_asked(noor: Person, as_: SignIn) -> None:
    usual_week(noor)

    assert "Wanneer werk je deze week?" not in page(as_(noor))


def test_an_unanswered_question_says_so_without_hurry(
    noor: Person, stranger: Person, as_: SignIn
) -> None:
    walking_along(noor, stranger, accepted=False)

    assert "gevraagd op 24 november, nog geen antwoord" in page(as_(noor))


def test_a_place_that_ends_soon_is_told_in_time(
    noor: Person, employer: Organisation, as_: SignIn
) -> None:
    place = Membership.objects.get(person=noor, organisation=employer)
    place.ends_on = DAY + timedelta(days=8)
    place.save()

    assert "je laatste dag is dinsdag 1 december" in page(as_(noor))
    assert "Je account en je lijn blijven van jou." in page(as_(noor))


def test_a_place_that_begins_soon_is_told_too(as_: SignIn, employer: Organisation) -> None:
    noor = a_person("Noor de Wit")
    a_place(noor, employer, starts_on=DAY + timedelta(days=1))

    assert "Je begint morgen bij Zeeuwse Jeugdzorg." in page(as_(noor))


def test_an_account_of_the_employer_alone_is_told(
    noor: Person, employer: Organisation, as_: SignIn
) -> None:
    employer.email_domain = "zeeuwse.example"
    employer.save()
    noor.email = "noor@zeeuwse.example"
    noor.set_password("een lang geheim")
    noor.save()
    EmailAddress.objects.create(user=noor, email=noor.email, verified=True, primary=True)

    shown = page(as_(noor))

    assert "Je komt hier binnen met een account van Zeeuwse Jeugdzorg." in shown
    assert "Wanneer werk je deze week?" not in shown


@pytest.mark.parametrize(("days", "is_first"), [(60, True), (61, False), (None, False)])
def test_a_way_in_that_closes_soon_comes_before_all_else(
    employer: Organisation, as_: SignIn, days: int | None, *, is_first: bool
) -> None:
    employer.email_domain = "zeeuwse.example"
    employer.save()
    noor = a_person("Noor de Wit", email="noor@zeeuwse.example")
    a_place(noor, employer, ends_on=DAY + timedelta(days=days) if days else None)
    for number in range(3):
        walking_along(a_person(f"Vrager{number}"), noor, Companionship.Kind.PEER, accepted=False)

    shown = page(as_(noor))

    assert ("Je komt hier binnen met een account van Zeeuwse Jeugdzorg." in shown) == is_first
    assert shown.count("vraagt of je wilt meelopen") == (2 if is_first else 3)


def test_no_more_than_three_things_matter_on_one_day(noor: Person, as_: SignIn) -> None:
    for number in range(5):
        walking_along(a_person(f"Vrager{number}"), noor, Companionship.Kind.PEER, accepted=False)

    shown = page(as_(noor))

    assert shown.count("vraagt of je wilt meelopen") == 3


def test_a_person_with_nothing_is_welcomed(stranger: Person, as_: SignIn) -> None:
    shown = page(as_(stranger))

    assert "Hier komt jouw lijn" in shown
    assert reverse("people:ask_companion") in shown
    assert reverse("people:times") in shown


def test_who_came_today_is_welcomed_and_tomorrow_no_more(noor: Person, as_: SignIn) -> None:
    welcome = "Welkom, fijn dat je er bent."
    assert welcome in page(as_(noor))

    with time_machine.travel(TUESDAY + timedelta(days=1), tick=False):
        assert welcome not in page(as_(noor))


def test_at_school_a_starter_is_called_a_student(noor: Person, as_: SignIn) -> None:
    shown = page(as_(noor))

    assert "student sinds november 2026" in shown
    assert "starter sinds november 2026" in shown


# --------------------------------------------------------------- who walks along


def test_sam_sees_with_whom_he_walks_along_and_who_asks(
    sam: Person, stranger: Person, as_: SignIn
) -> None:
    walking_along(stranger, sam, Companionship.Kind.BUDDY, accepted=False)

    shown = page(as_(sam))

    assert "<strong>Noor de Wit</strong>, als werkbegeleider" in shown
    assert "Vreemde Vogel vraagt of je wilt meelopen, als buddy." in shown


def test_joost_whom_nobody_asked_reads_where_a_question_comes(joost: Person, as_: SignIn) -> None:
    shown = page(as_(joost))

    assert "Hogeschool Delta" in shown
    assert "Vraagt een starter of je wilt meelopen?" in shown


def test_an_ended_companionship_is_gone_from_both_pages(
    noor: Person, sam: Person, as_: SignIn
) -> None:
    Companionship.objects.update(ended_on=DAY)

    assert "Sam Jansen" not in page(as_(noor))
    assert "Noor de Wit" not in page(as_(sam))


# ---------------------------------------------------------------- the team leader


def test_fatima_sees_her_team_by_name_and_who_comes(
    fatima: Person, noor: Person, employer: Organisation, team: Unit, as_: SignIn
) -> None:
    coming = a_person("Bas Nieuw")
    a_place(coming, employer, unit=team, starts_on=DAY + timedelta(days=7))
    gone = a_person("Tess Weg")
    a_place(
        gone,
        employer,
        unit=team,
        starts_on=DAY - timedelta(days=90),
        ends_on=DAY - timedelta(days=1),
    )

    shown = page(as_(fatima))

    assert "Team Oost" in shown
    assert "Noor de Wit" in shown
    assert "<strong>Bas Nieuw</strong>, dinsdag 1 december" in shown
    assert "Tess Weg" not in shown


def test_fatima_reads_nothing_about_how_anybody_is(
    fatima: Person, noor: Person, sam: Person, as_: SignIn
) -> None:
    LeavePeriod.objects.create(person=noor, first=DAY, last=DAY)

    shown = page(as_(fatima))

    assert "verlof" not in shown
    assert "Sam Jansen" not in shown  # who walks along with Noor is Noor's own


def test_a_starter_of_the_team_does_not_read_who_comes(
    noor: Person, employer: Organisation, team: Unit, as_: SignIn
) -> None:
    a_place(a_person("Bas Nieuw"), employer, unit=team, starts_on=DAY + timedelta(days=7))

    assert "Bas Nieuw" not in page(as_(noor))


def test_who_no_longer_leads_the_team_no_longer_reads_its_names(
    fatima: Person, noor: Person, as_: SignIn
) -> None:
    Membership.objects.filter(person=fatima).update(starts_on=DAY - timedelta(days=9), ends_on=DAY)

    assert "Noor de Wit" not in page(as_(fatima))


# ---------------------------------------------------------------- the coordinator


def test_ines_sees_what_lies_ahead_by_place_and_nobodys_name(
    ines: Person, noor: Person, employer: Organisation, team: Unit, as_: SignIn
) -> None:
    for number in range(2):
        a_place(
            a_person(f"Nieuw{number} Mens"),
            employer,
            unit=team,
            starts_on=DAY + timedelta(days=7),
        )

    shown = page(as_(ines))

    told = " ".join(shown.split())
    assert "<strong>dinsdag 1 december</strong>: 2 starters, Team Oost, Middelburg" in told
    assert "Mens" not in shown
    assert "Noor de Wit" not in shown


def test_ines_sees_how_many_invitations_wait_and_expired(
    ines: Person, employer: Organisation, school: Organisation, as_: SignIn
) -> None:
    now = TUESDAY
    for number, (days, at_school) in enumerate([(3, False), (5, False), (-2, False), (3, True)]):
        Invitation.objects.create(
            email=f"gast{number}@voorbeeld.nl",
            organisation=school if at_school else employer,
            role=Role.STARTER,
            token_digest=str(number),
            invited_by=ines,
            expires_at=now + timedelta(days=days),
        )

    shown = page(as_(ines))

    assert "2 wachten nog op antwoord." in shown
    assert "1 werkt niet meer." in shown
    assert "gast" not in shown


def test_a_desk_does_not_read_another_desk(
    ines: Person, lotte: Person, employer: Organisation, as_: SignIn
) -> None:
    a_place(a_person("Nieuw"), employer, starts_on=DAY + timedelta(days=7))

    assert "1 starter" in page(as_(ines))
    assert "1 starter" not in page(as_(lotte))


def test_at_a_school_students_begin(lotte: Person, school: Organisation, as_: SignIn) -> None:
    a_place(a_person("Nieuw"), school, starts_on=DAY + timedelta(days=7))

    assert "1 student" in page(as_(lotte))


# ------------------------------------------------------------- what comes back

BACK = "Iets van jezelf komt vandaag terug."


def test_what_is_due_is_told_in_one_calm_line_without_a_count(noor: Person, as_: SignIn) -> None:
    for _ in range(3):
        waiting(noor, DAY)

    shown = page(as_(noor))

    assert shown.count(BACK) == 1
    assert reverse("journal:back") in shown
    assert "3" not in shown.split(BACK)[1].split("</p>")[0]


def test_nothing_comes_back_outside_working_time(noor: Person, as_: SignIn) -> None:
    usual_week(noor)
    waiting(noor, DAY)

    for at in (SATURDAY, TUESDAY.replace(hour=7, minute=29), TUESDAY.replace(hour=16)):
        with time_machine.travel(at, tick=False):
            shown = page(as_(noor))
            assert BACK not in shown
            assert reverse("journal:park") in shown
    with time_machine.travel(SATURDAY + timedelta(days=2), tick=False):  # Monday, still free
        assert BACK not in page(as_(noor))
    with time_machine.travel(TUESDAY + timedelta(days=1), tick=False):
        assert BACK in page(as_(noor))


def test_what_is_for_a_later_day_waits(noor: Person, as_: SignIn) -> None:
    waiting(noor, DAY + timedelta(days=1))

    assert BACK not in page(as_(noor))


def test_in_the_night_shift_it_is_still_the_day_it_began(noor: Person, as_: SignIn) -> None:
    pattern = WeeklyPattern.objects.create(person=noor)
    WeeklyHours.objects.create(pattern=pattern, weekday=1, start=time(22, 45), end=time(7, 15))
    row = waiting(noor, DAY)

    for hour, told in ((21, False), (22, True), (25, True)):  # 22.30, 23.30 and 2.30 there
        with time_machine.travel(TUESDAY + timedelta(hours=hour - 10, minutes=30), tick=False):
            assert (BACK in page(as_(noor))) == told
    row.due_on += timedelta(days=1)
    row.save()
    with time_machine.travel(TUESDAY + timedelta(hours=15), tick=False):
        assert BACK not in page(as_(noor))


@pytest.mark.parametrize("name", ["sam", "fatima", "ines", "otto"])
def test_it_comes_back_to_everybody_who_writes_and_to_nobody_else(
    name: str, noor: Person, as_: SignIn, request: pytest.FixtureRequest
) -> None:
    person: Person = request.getfixturevalue(name)
    waiting(noor, DAY)

    assert BACK not in page(as_(person))
    waiting(person, DAY)
    assert BACK in page(as_(person))


def test_the_verbs_are_at_hand(noor: Person, as_: SignIn) -> None:
    usual_week(noor)
    at_work = page(as_(noor)).split("</nav>")[1]
    with time_machine.travel(SATURDAY, tick=False):
        free = page(as_(noor)).split("</nav>")[1]

    assert 0 < at_work.index(">Schrijven<") < at_work.index(">Parkeren<")
    assert 0 < free.index(">Parkeren<") < free.index(">Schrijven<")
    assert "Hulp vragen" not in at_work + free


# ------------------------------------------------------- researcher and operator


def test_rosa_reads_honestly_that_nothing_runs_yet(rosa: Person, as_: SignIn) -> None:
    assert "Er loopt nog geen dialoog en geen onderzoek." in page(as_(rosa))


def test_otto_reads_whether_it_is_healthy_and_nothing_about_people(
    otto: Person, noor: Person, sam: Person, as_: SignIn
) -> None:
    shown = page(as_(otto))

    assert "Alle taken zijn gelukt." in shown
    assert "Versie" in shown
    for word in ("Noor", "Sam Jansen", "Zeeuwse", "starter", "Je bent vrij"):
        assert word not in shown


# ------------------------------------------------------------------------- budget


@pytest.fixture
def everything(employer: Organisation, school: Organisation, team: Unit) -> Person:
    """Somebody who is all there is to be, as far as one page can bear."""
    person = a_person("Alles Tegelijk", is_operator=True)
    for role in Role.values:
        a_place(person, employer, role, unit=team)
    a_place(person, school, Role.COORDINATOR)
    walking_along(person, a_person("Mee"))
    walking_along(a_person("Vraag"), person, accepted=False)
    return person


def test_who_is_everything_at_once_costs_no_more_than_fifteen_queries(
    everything: Person, as_: SignIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = as_(everything)
    waiting(everything, DAY)

    with django_assert_max_num_queries(15):
        page(client)


def test_a_leader_who_starts_and_walks_along_costs_no_more_than_twelve_queries(
    noor: Person,
    sam: Person,
    employer: Organisation,
    team: Unit,
    as_: SignIn,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    a_place(noor, employer, Role.TEAM_LEADER, unit=team)
    walking_along(a_person("Ander"), noor)
    waiting(noor, DAY)
    client = as_(noor)

    with django_assert_max_num_queries(12):
        page(client)


def more(person: Person, employer: Organisation, team: Unit) -> None:
    """One more of everything that Vandaag lists."""
    waiting(person, DAY)
    walking_along(person, a_person("Mee"))
    walking_along(a_person("Starter"), person)
    walking_along(a_person("Vraag"), person, accepted=False)
    a_place(a_person("Nu"), employer, unit=team)
    a_place(a_person("Straks"), employer, unit=team, starts_on=DAY + timedelta(days=7))
    number = Invitation.objects.count()
    Invitation.objects.create(
        email="gast@voorbeeld.nl",
        organisation=employer,
        role=Role.STARTER,
        token_digest=str(number),
        expires_at=TUESDAY + timedelta(days=3),
    )


@pytest.mark.parametrize("name", ["noor", "sam", "fatima", "joost", "ines", "rosa", "otto"])
def test_the_number_of_queries_does_not_grow_with_the_rows(
    name: str, request: pytest.FixtureRequest, employer: Organisation, team: Unit, as_: SignIn
) -> None:
    person: Person = request.getfixturevalue(name)
    client = as_(person)
    page(client)  # that all is well with the ways in, is remembered from here on
    counts = []
    for times in (3, 3):
        for _time in range(times):
            more(person, employer, team)
        with CaptureQueriesContext(connection) as queries:
            page(client)
        counts.append(len(queries))

    assert counts[0] == counts[1] <= 12
