"""Seeing, changing and ending somebody's place, and what the organisation is made of."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from conftest import SignIn
from hartlijn.people.models import Invitation, Membership, Organisation, Person, Role, Unit
from hartlijn.people.tests.factories import a_person, a_place, a_unit, an_organisation
from hartlijn.people.tests.test_desk import MOST_QUERIES, a_letter, queries

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


@pytest.fixture
def place(noor: Person, employer: Organisation) -> Membership:
    """Noor's place in the team."""
    return Membership.objects.get(person=noor, organisation=employer)


@pytest.fixture
def page(place: Membership) -> str:
    return reverse("people:membership", args=[place.pk])


@pytest.fixture
def end(place: Membership) -> str:
    return reverse("people:end_membership", args=[place.pk])


def filled(place: Membership, **other: object) -> dict[str, object]:
    """The form as it is shown, with something changed."""
    return {"unit": place.unit_id or "", "starts_on": place.starts_on, "ends_on": "", **other}


# ------------------------------------------------------------------------- seeing, changing


def test_another_team_and_another_end(
    as_: SignIn, ines: Person, noor: Person, employer: Organisation, place: Membership, page: str
) -> None:
    west, end = a_unit(employer, "Team West"), place.starts_on + timedelta(days=90)

    response = as_(ines).post(page, filled(place, unit=west.pk, ends_on=end))

    assert response.status_code == 302
    place.refresh_from_db()
    assert (place.unit, place.ends_on) == (west, end)


def test_a_unit_of_another_organisation_is_refused(
    as_: SignIn, ines: Person, school: Organisation, place: Membership, page: str
) -> None:
    theirs = a_unit(school, "Cohort 2026")

    response = as_(ines).post(page, filled(place, unit=theirs.pk))

    assert response.status_code == 422
    assert "Cohort 2026" not in response.content.decode()


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"ends_on": "2000-01-01"}, "Kies een dag vanaf"),
        ({"starts_on": "31-2-2026"}, "Deze dag bestaat niet."),
        ({"starts_on": ""}, "Kies een dag."),
    ],
)
def test_a_wrong_day_gets_a_sentence_and_stays(
    as_: SignIn, ines: Person, place: Membership, page: str, other: dict[str, str], sentence: str
) -> None:
    response = as_(ines).post(page, filled(place, **other))

    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert next(iter(other.values())) in response.content.decode()


def test_an_end_before_the_beginning_is_refused(
    as_: SignIn, ines: Person, today: date, place: Membership, page: str
) -> None:
    response = as_(ines).post(page, filled(place, ends_on=place.starts_on))

    assert "Dit ligt niet na de begindag." in response.content.decode()


def test_ending_today_has_a_page_of_its_own(
    as_: SignIn, ines: Person, today: date, place: Membership, page: str
) -> None:
    begun = today - timedelta(days=9)

    response = as_(ines).post(page, filled(place, starts_on=begun, ends_on=today))

    assert "Deze plek beëindigen" in response.content.decode()
    assert response.status_code == 422


def test_the_same_place_twice_is_refused(
    as_: SignIn, ines: Person, noor: Person, employer: Organisation, place: Membership, page: str
) -> None:
    west = a_unit(employer, "Team West")
    a_place(noor, employer, unit=west)

    response = as_(ines).post(page, filled(place, unit=west.pk))

    assert response.status_code == 422
    assert "heeft deze plek al" in response.content.decode()


def test_what_is_over_is_not_reopened(
    as_: SignIn, ines: Person, place: Membership, page: str, today: date
) -> None:
    Membership.objects.filter(pk=place.pk).update(ends_on=today)

    response = as_(ines).post(page, filled(place))

    place.refresh_from_db()
    assert response.status_code == 422
    assert "Nodig deze persoon opnieuw uit." in response.content.decode()
    assert place.ends_on == today


def test_the_last_coordinator_does_not_start_later_either(
    as_: SignIn, ines: Person, employer: Organisation
) -> None:
    own = Membership.objects.get(person=ines)
    address = reverse("people:membership", args=[own.pk])

    response = as_(ines).post(address, filled(own, starts_on=own.starts_on + timedelta(days=9)))

    assert response.status_code == 422
    assert "Dit is de laatste coördinator." in response.content.decode()


# ---------------------------------------------------------------------------------- ending


def test_before_ending_the_page_says_what_happens(as_: SignIn, ines: Person, end: str) -> None:
    page = as_(ines).get(end).content.decode()

    assert "Wat er gebeurt" in page
    assert "Noor de Wit houdt het eigen account" in page


def test_a_place_ends_today_and_ending_twice_is_ending_once(
    as_: SignIn, ines: Person, place: Membership, end: str, today: date
) -> None:
    for _ in range(2):
        assert as_(ines).post(end).status_code == 302

    place.refresh_from_db()
    assert place.ends_on == today


def test_a_place_that_never_began_is_over_at_once(
    as_: SignIn, ines: Person, place: Membership, end: str, today: date
) -> None:
    Membership.objects.filter(pk=place.pk).update(starts_on=today + timedelta(days=30))

    as_(ines).post(end)

    assert Membership.objects.not_over().filter(pk=place.pk).count() == 0
    assert Membership.objects.over().filter(pk=place.pk).count() == 1


def test_the_last_coordinator_stays(as_: SignIn, ines: Person) -> None:
    own = Membership.objects.get(person=ines)

    response = as_(ines).post(reverse("people:end_membership", args=[own.pk]))

    own.refresh_from_db()
    assert response.status_code == 422
    assert "Nodig eerst een andere coördinator uit." in response.content.decode()
    assert own.ends_on is None


def test_a_coordinator_whose_account_is_closed_does_not_count(
    as_: SignIn, ines: Person, employer: Organisation
) -> None:
    a_place(a_person("Karel", is_active=False), employer, Role.COORDINATOR)
    own = Membership.objects.get(person=ines)

    response = as_(ines).post(reverse("people:end_membership", args=[own.pk]))

    assert response.status_code == 422


def test_ending_your_own_place_leads_home(
    as_: SignIn, ines: Person, employer: Organisation
) -> None:
    a_place(a_person("Karel"), employer, Role.COORDINATOR)
    own = Membership.objects.get(person=ines)

    response = as_(ines).post(reverse("people:end_membership", args=[own.pk]))

    assert response.headers["Location"] == reverse("today:today")


# ---------------------------------------------------------------------------------- units


@pytest.fixture
def units(employer: Organisation) -> str:
    return reverse("people:desk_units", args=[employer.pk])


def test_the_tree_shows_kinds_and_how_many_belong_where(
    as_: SignIn, ines: Person, noor: Person, fatima: Person, units: str
) -> None:
    page = as_(ines).get(units).content.decode()

    assert page.index("Middelburg") < page.index("Team Oost")
    assert "team, 2 personen" in page


def test_a_new_team_below_a_location(as_: SignIn, ines: Person, team: Unit, units: str) -> None:
    as_(ines).post(units, {"name": "Team West", "parent": str(team.parent_id)})

    assert Unit.objects.get(name="Team West").parent_id == team.parent_id


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("team oost", "Er is al een onderdeel met deze naam."),
        ("A > B", "Laat het teken &gt; weg."),
        ("", "Vul dit in, dan kun je verder."),
    ],
)
def test_a_name_that_cannot_be_gets_a_sentence(
    as_: SignIn, ines: Person, team: Unit, units: str, name: str, sentence: str
) -> None:
    response = as_(ines).post(units, {"name": name, "parent": str(team.parent_id)})

    assert response.status_code == 422
    assert sentence in response.content.decode()


def test_nothing_goes_below_a_team(as_: SignIn, ines: Person, team: Unit, units: str) -> None:
    response = as_(ines).post(units, {"name": "Groepje", "parent": str(team.pk)})

    assert "Hier kan geen onderdeel onder." in response.content.decode()


def test_a_unit_gets_another_name(as_: SignIn, ines: Person, team: Unit) -> None:
    as_(ines).post(reverse("people:desk_unit", args=[team.pk]), {"name": "Team Noord"})

    team.refresh_from_db()
    assert team.name == "Team Noord"


def test_an_empty_unit_goes(as_: SignIn, ines: Person, team: Unit, units: str) -> None:
    response = as_(ines).post(reverse("people:desk_unit_remove", args=[team.pk]), follow=True)

    assert "Team Oost is weg." in response.content.decode()
    assert not Unit.objects.filter(pk=team.pk).exists()


def test_a_unit_with_people_parts_or_guests_stays(
    as_: SignIn, ines: Person, employer: Organisation, team: Unit, today: date
) -> None:
    later = a_unit(employer, "Later")
    a_place(a_person("Bas"), employer, unit=later, starts_on=today + timedelta(days=30))
    awaited, expired = a_unit(employer, "Verwacht"), a_unit(employer, "Verlopen")
    a_letter(employer, unit=awaited)
    long_ago = timezone.now() - timedelta(days=1)
    a_letter(employer, 2, unit=expired, expires_at=long_ago)  # sent again it would be for all
    assert team.parent is not None

    for unit, sentence in (
        (team.parent, "Verplaats ze eerst"),
        (later, "Verplaats ze eerst"),
        (awaited, "Trek die eerst in"),
        (expired, "Trek die eerst in"),
    ):
        address = reverse("people:desk_unit_remove", args=[unit.pk])
        page = as_(ines).post(address, follow=True).content.decode()
        assert sentence in page
        assert Unit.objects.filter(pk=unit.pk).exists()


def test_a_letter_that_was_taken_back_goes_along_with_its_unit(
    as_: SignIn, ines: Person, employer: Organisation
) -> None:
    """Sent again, it would give a place in the organisation as a whole."""
    unit = a_unit(employer, "Verwacht")
    a_letter(employer, unit=unit, withdrawn_at=timezone.now())

    as_(ines).post(reverse("people:desk_unit_remove", args=[unit.pk]))

    assert not Unit.objects.filter(pk=unit.pk).exists()
    assert not Invitation.objects.exists()


# ---------------------------------------------------------------------------------- about


@pytest.fixture
def about(employer: Organisation) -> str:
    return reverse("people:desk_about", args=[employer.pk])


def test_name_and_domain_are_kept(
    as_: SignIn, ines: Person, employer: Organisation, about: str
) -> None:
    as_(ines).post(about, {"name": "Jeugdzorg Zeeland", "email_domain": "@Jeugdzorg.Example"})

    employer.refresh_from_db()
    assert (employer.name, employer.email_domain) == ("Jeugdzorg Zeeland", "jeugdzorg.example")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": "huis van delta"}, "Er is al een organisatie met deze naam."),
        ({"email_domain": "gmail.com"}, "Bij gmail.com hebben mensen hun eigen adres."),
        ({"email_domain": "school"}, "Schrijf wat achter de @ staat"),
        ({"email_domain": "a" * 64 + ".nl"}, "Schrijf wat achter de @ staat"),
    ],
)
def test_what_cannot_be_gets_a_sentence(
    as_: SignIn, ines: Person, about: str, typed: dict[str, str], sentence: str
) -> None:
    an_organisation("Huis van Delta")

    response = as_(ines).post(about, {"name": "Zeeuwse Jeugdzorg", "email_domain": "", **typed})

    assert response.status_code == 422
    assert sentence in response.content.decode()


def test_pages_about_one_place_ask_little(
    as_: SignIn, ines: Person, page: str, end: str, about: str, team: Unit
) -> None:
    for address in (page, end, about, reverse("people:desk_unit", args=[team.pk])):
        assert queries(as_, ines, address) <= MOST_QUERIES, address
