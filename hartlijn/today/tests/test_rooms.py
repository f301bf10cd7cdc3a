"""Everybody finds the rooms that exist for them, and no door that stays shut."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from hartlijn.paths.tests.conftest import Work, work
from hartlijn.paths.tests.factories import begun
from hartlijn.people.models import Companionship, Membership, Organisation, Person, Role
from hartlijn.people.tests.factories import a_person, a_place, walking_along
from hartlijn.today.frame import frame, wings
from hartlijn.today.rooms import WINGS

__all__ = ["work"]
pytestmark = pytest.mark.django_db

SignIn = Callable[[Person], Client]


IN_A_TEAM = {"noor", "fatima"}
ON_A_PATH = ["Wat er beloofd is", "Driehoeksgesprek", "Overdracht"]


def rooms_of(person: Person, path: str = "/") -> dict[str, list[str]]:
    request = RequestFactory().get(path)
    request.user = person
    return {str(wing.name): [str(room.name) for room in wing.rooms] for wing in wings(request)}


def research_of(name: str) -> list[str]:
    dialogues = [] if name == "noor" else ["Dialogen"]
    return ["Kaart van factoren", "Bevindingen", *dialogues, "Na dialogen"]


def test_there_are_four_wings_in_their_order() -> None:
    assert [str(wing.name) for wing in WINGS] == ["Mijn lijn", "Samen", "Traject", "Onderzoek"]


@pytest.mark.parametrize("name", ["noor", "sam", "fatima", "joost", "rosa", "stranger"])
def test_a_wing_without_rooms_is_not_shown(name: str, request: pytest.FixtureRequest) -> None:
    leads = ["Korte gesprekken"] if name == "fatima" else []
    assert rooms_of(request.getfixturevalue(name)) == {
        "Mijn lijn": [
            "Je lijn",
            "Schrijven",
            "Parkeren",
            "Voornemens",
            "Meenemen",
            "Werktijden",
            "Hoe je het hoort",
            "Wie ziet wat",
            "Mijn gegevens",
        ],
        "Samen": [
            "Berichten",
            "Iemand schrijven",
            "Wie met je meeloopt",
            *(["Wie heeft dienst", "Teamafspraak"] if name in IN_A_TEAM else []),
            *(["Signalen"] if name == "noor" else []),
            "Kringen",
            "Wie mag mij schrijven",
            *leads,
            *(["Kaarten voor een gesprek", "Leerlijn"] if name != "stranger" else []),
            "Bij wie kun je terecht?",
            "Na iets heftigs",
        ],
        **({"Traject": ["Deze week op trajecten", *ON_A_PATH]} if name == "fatima" else {}),
        **({"Onderzoek": research_of(name)} if name != "stranger" else {}),
    }


def test_a_coordinator_finds_the_own_organisation(ines: Person) -> None:
    assert rooms_of(ines)["Traject"] == [
        "Deze week op trajecten", *ON_A_PATH, "Lopende trajecten", "Je organisatie",
    ]  # fmt: skip


def test_an_operator_finds_the_installation(otto: Person) -> None:
    assert rooms_of(otto)["Traject"] == ["Beheer"]


def test_a_desk_is_gone_the_day_the_place_ends(ines: Person) -> None:
    place = Membership.objects.get(person=ines)
    place.starts_on -= timedelta(days=10)
    place.ends_on = timezone.localdate()
    place.save()

    assert "Traject" not in rooms_of(ines)


def test_a_desk_is_not_there_before_the_place_begins(
    stranger: Person, school: Organisation
) -> None:
    a_place(
        stranger,
        school,
        Role.COORDINATOR,
        starts_on=timezone.localdate() + timedelta(days=1),
    )

    assert "Traject" not in rooms_of(stranger)


def test_the_room_one_is_in_is_marked(noor: Person) -> None:
    request = RequestFactory().get(reverse("people:times_week"))
    request.user = noor

    current = [room.name for wing in wings(request) for room in wing.rooms if room.current]

    assert current == ["Werktijden"]


def test_the_frame_costs_one_query_and_a_page_without_it_none(
    ines: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    request = RequestFactory().get("/")
    request.user = ines

    with django_assert_num_queries(0):
        context = frame(request)
    with django_assert_num_queries(1):
        assert [wing.name for wing in context["wings"]]
        assert [wing.name for wing in context["wings"]]


def test_without_an_account_there_are_no_rooms(client: Client) -> None:
    assert wings(RequestFactory().get("/")) == []


@pytest.mark.parametrize("name", ["noor", "ines", "otto"])
def test_every_room_that_is_shown_opens(
    name: str, request: pytest.FixtureRequest, as_: SignIn
) -> None:
    person = request.getfixturevalue(name)
    http = RequestFactory().get("/")
    http.user = person

    for wing in wings(http):
        for room in wing.rooms:
            assert as_(person).get(room.url, follow=True).status_code == 200, (
                f"{room.name} stays shut"
            )


@pytest.mark.parametrize(
    "path", ["/organisations/", "/organisations/1/units/", "/units/1/", "/memberships/1/end/"]
)
def test_every_page_of_the_desk_stands_in_its_room(ines: Person, path: str) -> None:
    request = RequestFactory().get(path)
    request.user = ines
    current = [str(room.name) for wing in wings(request) for room in wing.rooms if room.current]

    assert current == ["Je organisatie"]


def test_who_is_on_a_path_and_who_walks_along_there_find_it(work: Work) -> None:
    assert "Traject" not in rooms_of(work.noor)
    begun(work.template, work.noor, work.ines, unit=work.team)

    assert rooms_of(work.noor)["Traject"] == ["Je traject", *ON_A_PATH]
    assert rooms_of(work.sam)["Traject"] == ["Deze week op trajecten", *ON_A_PATH]


def test_the_own_path_is_not_the_room_of_what_lies_below_it(work: Work) -> None:
    begun(work.template, work.noor, work.ines, unit=work.team)
    outside = a_person("Nadia")
    walking_along(work.noor, outside, Companionship.Kind.SUPERVISOR)

    assert rooms_of(outside)["Traject"] == ["Deze week op trajecten", *ON_A_PATH]
    for address, room in (
        ("/paths/", "Je traject"),
        ("/paths/seen/", "Je traject"),
        ("/paths/week/", None),
    ):
        request = RequestFactory().get(address)
        request.user = work.noor
        current = [str(one.name) for wing in wings(request) for one in wing.rooms if one.current]
        assert current == ([room] if room else [])


@pytest.mark.parametrize(
    ("address", "room"),
    [
        ("/learning/", "Leerlijn"),
        ("/learning/assignments/grown/", "Leerlijn"),
        ("/learning/decks/drives/", "Kaarten voor een gesprek"),
    ],
)
def test_a_page_of_the_learning_line_is_in_one_room(noor: Person, address: str, room: str) -> None:
    request = RequestFactory().get(address)
    request.user = noor

    assert [str(one.name) for wing in wings(request) for one in wing.rooms if one.current] == [room]
