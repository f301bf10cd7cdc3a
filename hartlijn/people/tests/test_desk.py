"""The desk: Ines sees who belongs to the employer, and they see that she looked."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import SignIn
from hartlijn.people.models import Invitation, Membership, Organisation, Person, Role, Unit
from hartlijn.people.models.invitation import digest
from hartlijn.people.tests.factories import a_person, a_place, a_unit, an_organisation

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]

MOST_QUERIES = 12


@pytest.fixture
def desk(employer: Organisation) -> str:
    return reverse("people:desk", args=[employer.pk])


def a_letter(organisation: Organisation, number: int = 0, **fields: object) -> Invitation:
    """An invitation of an organisation, sent by its coordinator."""
    desk = organisation.memberships.coordinators().first()
    usual = {
        "email": f"gast{number}@thuis.example",
        "role": Role.STARTER,
        "token_digest": digest(f"{organisation.pk}{number}"),
        "invited_by": desk.person if desk else None,
    }
    return Invitation.objects.create(organisation=organisation, **usual | fields)


def queries(as_: SignIn, person: Person, address: str) -> int:
    """How many questions a page asks the database, the second time it is opened."""
    client = as_(person)
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get(address)
    return len(asked)


# -------------------------------------------------------------------- who sees it


def test_ines_sees_the_people_with_unit_role_and_since_when(
    as_: SignIn, ines: Person, noor: Person, desk: str
) -> None:
    page = as_(ines).get(desk).content.decode()

    assert "Middelburg &gt; Team Oost" in page
    assert "Noor de Wit" in page
    assert noor.email in page
    assert "starter, sinds " in page


def test_a_place_that_ends_or_still_begins_says_when(
    as_: SignIn, ines: Person, employer: Organisation, desk: str
) -> None:
    a_place(a_person("Bas"), employer, starts_on=date(2026, 1, 5), ends_on=date(2099, 3, 1))
    a_place(a_person("Cas"), employer, starts_on=date(2099, 4, 2))

    page = as_(ines).get(desk).content.decode()

    assert "sinds 5 januari 2026, stopt 1 maart 2099" in page
    assert "begint 2 april 2099" in page


def test_who_left_is_shown_when_asked_and_without_a_later_address(
    as_: SignIn, ines: Person, employer: Organisation, desk: str
) -> None:
    tess = a_person("Tess Mulder")
    a_place(tess, employer, starts_on=date(2026, 1, 5), ends_on=date(2026, 2, 1))

    now = as_(ines).get(desk).content.decode()
    before = as_(ines).get(desk, {"state": "over"}).content.decode()

    assert "Tess Mulder" not in now
    assert "Tess Mulder" in before
    assert "tot 1 februari 2026" in before
    assert tess.email not in before


def test_somebody_who_deleted_the_account_has_no_name_here(
    as_: SignIn, ines: Person, employer: Organisation, desk: str
) -> None:
    Membership.objects.create(
        organisation=employer,
        role=Role.STARTER,
        starts_on=date(2026, 1, 5),
        ends_on=date(2026, 2, 1),
    )

    assert "account opgeheven" in as_(ines).get(desk, {"state": "over"}).content.decode()


@pytest.mark.parametrize("page", ["desk", "desk_people_csv", "desk_letters", "desk_units"])
def test_for_everybody_else_the_desk_does_not_exist(
    as_: SignIn,
    employer: Organisation,
    noor: Person,
    fatima: Person,
    lotte: Person,
    otto: Person,
    page: str,
) -> None:
    for person in (noor, fatima, lotte, otto):
        response = as_(person).get(reverse(f"people:{page}", args=[employer.pk]))
        assert response.status_code == 404, person


def test_with_one_desk_you_come_straight_to_it(as_: SignIn, ines: Person, desk: str) -> None:
    assert as_(ines).get(reverse("people:desks")).headers["Location"] == desk


def test_with_two_desks_you_choose(as_: SignIn, ines: Person, school: Organisation) -> None:
    a_place(ines, school, Role.COORDINATOR)

    page = as_(ines).get(reverse("people:desks")).content.decode()

    assert "Zeeuwse Jeugdzorg" in page
    assert "Hogeschool Delta" in page


# ---------------------------------------------------------------------- looking through


def test_a_location_includes_its_teams(
    as_: SignIn, ines: Person, noor: Person, sam: Person, team: Unit, desk: str
) -> None:
    page = as_(ines).get(desk, {"unit": str(team.parent_id)}).content.decode()

    assert "Noor de Wit" in page
    assert "Sam Jansen" not in page


def test_a_role_can_be_chosen(
    as_: SignIn, ines: Person, noor: Person, fatima: Person, desk: str
) -> None:
    page = as_(ines).get(desk, {"role": "team_leader"}).content.decode()

    assert "Fatima Yilmaz" in page
    assert "Noor de Wit" not in page


@pytest.mark.parametrize(
    "query", [{"unit": "x"}, {"unit": "\0"}, {"role": "baas"}, {"state": "?"}, {"page": "9" * 30}]
)
def test_a_forged_choice_filters_nothing(
    as_: SignIn, ines: Person, noor: Person, desk: str, query: dict[str, str]
) -> None:
    assert "Noor de Wit" in as_(ines).get(desk, query).content.decode()


def test_the_next_page_keeps_the_choice(
    as_: SignIn, ines: Person, employer: Organisation, desk: str
) -> None:
    for number in range(51):
        a_place(a_person(f"Starter {number}"), employer)

    page = as_(ines).get(desk, {"role": "starter"}).content.decode()

    assert 'href="?role=starter&amp;page=2"' in page


# ------------------------------------------------------------------------------ the file


@pytest.fixture
def file(employer: Organisation) -> str:
    return reverse("people:desk_people_csv", args=[employer.pk])


def test_the_list_goes_along_as_a_file_that_is_kept_nowhere(
    as_: SignIn, ines: Person, noor: Person, file: str
) -> None:
    response = as_(ines).get(file)

    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert response.headers["Content-Disposition"] == 'attachment; filename="hartlijn.csv"'
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == "no-store"
    header, *rows = response.content.decode("utf-8-sig").splitlines()
    assert header == "naam;e-mail;rol;onderdeel;vanaf;tot"
    day = date.today().isoformat()  # noqa: DTZ011
    assert f"Noor de Wit;{noor.email};starter;Middelburg > Team Oost;{day};" in rows


@pytest.mark.parametrize("sign", list("=+-@\t\r"))
def test_no_name_becomes_a_formula(
    as_: SignIn, ines: Person, employer: Organisation, file: str, sign: str
) -> None:
    bas = a_person("Bas")
    bas.name = f"{sign}cmd|x"
    bas.save()
    a_place(bas, employer)
    a_place(a_person("Cas"), employer, unit=a_unit(employer, f"{sign}team"))

    text = as_(ines).get(file).content.decode("utf-8-sig")

    assert f"'{sign}cmd|x" in text
    assert f"'{sign}team" in text


def test_who_left_is_not_in_the_file(
    as_: SignIn, ines: Person, employer: Organisation, file: str
) -> None:
    a_place(a_person("Tess"), employer, starts_on=date(2026, 1, 5), ends_on=date(2026, 2, 1))

    assert "Tess" not in as_(ines).get(file).content.decode()


# ---------------------------------------------------------------------------- the speed


@pytest.mark.parametrize(
    "page",
    ["desk", "desk_people_csv", "desk_letters", "desk_units", "desk_invite", "desk_invite_many"],
)
def test_a_page_asks_as_much_for_30_rows_as_for_one(
    as_: SignIn, ines: Person, employer: Organisation, page: str
) -> None:
    address = reverse(f"people:{page}", args=[employer.pk])
    asked, made = [], 0
    for rows in (1, 3, 30):
        for number in range(made, rows):
            unit = a_unit(employer, f"Locatie {number}")
            part = a_unit(employer, "Team", parent=unit)
            a_place(a_person(f"Starter {number}"), employer, unit=part)
            a_letter(employer, number, unit=part)
        made = rows
        asked.append(queries(as_, ines, address))

    assert len(set(asked)) == 1, asked
    assert asked[0] <= MOST_QUERIES, asked


def test_choosing_a_desk_asks_as_much_for_30_desks(as_: SignIn, ines: Person, today: date) -> None:
    asked, made = [], 0
    for rows in (1, 3, 30):
        for number in range(made, rows):
            a_place(ines, an_organisation(f"Huis {number}"), Role.COORDINATOR)
        made = rows
        asked.append(queries(as_, ines, reverse("people:desks")))

    assert len(set(asked)) == 1, asked


def test_a_letter_says_how_it_is(
    as_: SignIn, ines: Person, employer: Organisation, desk: str, today: date
) -> None:
    now = Invitation._meta.get_field("expires_at").get_default()
    a_letter(employer, 1)
    a_letter(employer, 2, expires_at=now - timedelta(days=30))
    a_letter(employer, 3, withdrawn_at=now)
    a_letter(employer, 4, used_at=now)

    page = as_(ines).get(reverse("people:desk_letters", args=[employer.pk])).content.decode()
    home = as_(ines).get(desk).content.decode()

    assert "gast1@thuis.example" in page
    assert "wacht op antwoord, tot" in page
    assert "verlopen; stuur de uitnodiging opnieuw" in page
    assert "ingetrokken; de link werkt niet meer" in page
    assert "gast4@thuis.example" not in page
    assert "1 uitnodiging wacht op antwoord." in home
    assert "1 uitnodiging werkt niet meer." in home


def test_a_letter_for_a_place_that_is_over_waits_for_nobody(
    as_: SignIn, ines: Person, employer: Organisation, desk: str, today: date
) -> None:
    a_letter(employer, 1, starts_on=today - timedelta(days=9), ends_on=today)

    page = as_(ines).get(reverse("people:desk_letters", args=[employer.pk])).content.decode()
    home = as_(ines).get(desk).content.decode()

    assert "de plek is al voorbij; nodig opnieuw uit" in page
    assert "wacht op antwoord" not in page + home
    assert "Er staat niets open." in as_(ines).get(reverse("today:today")).content.decode()


def test_sending_again_and_taking_back_leads_back_to_the_letters(
    as_: SignIn, ines: Person, employer: Organisation
) -> None:
    letter = a_letter(employer)
    letters = reverse("people:desk_letters", args=[employer.pk])

    for route in ("people:send_invitation_again", "people:withdraw_invitation"):
        response = as_(ines).post(reverse(route, args=[letter.pk]), {"next": letters})
        assert response.headers["Location"] == letters
