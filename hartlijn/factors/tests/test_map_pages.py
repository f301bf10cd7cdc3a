"""The pages of a map: for who keeps it, who belongs to it, and who only has the address."""

import pytest
from django.test import Client
from django.urls import reverse

from conftest import SignIn
from hartlijn.factors.actions import maps
from hartlijn.factors.shipped import first_map
from hartlijn.factors.tests.factories import a_map
from hartlijn.people.models import Organisation, Person

pytestmark = pytest.mark.django_db
PAGES = (
    "factors:map",
    "factors:map_show",
    "factors:map_versions",
    "factors:map_difference",
    "factors:map_definitions",
)


def test_everything_of_the_first_map_can_be_read(
    as_: SignIn, school: Organisation, rosa: Person, joost: Person
) -> None:
    map_ = a_map(school, rosa, first_map("resilience"))

    for reader in (rosa, joost):
        client = as_(reader)
        for page in PAGES:
            answer = client.get(reverse(page, args=[map_.pk]))
            assert answer.status_code == 200, page
        for key in ("resilience", "meaning", "secondary-trauma"):
            for page in ("factors:factor", "factors:circle"):
                assert client.get(reverse(page, args=[map_.pk, key])).status_code == 200
        page = client.get(reverse("factors:map", args=[map_.pk])).content.decode()
        assert page.count('class="factor"') == 42
        assert page.count('class="way"') >= 49


def test_who_only_has_the_address_reads_a_public_one(school: Organisation, rosa: Person) -> None:
    map_, nobody = a_map(school, rosa), Client()

    assert nobody.get(reverse("factors:map", args=[map_.pk])).status_code == 404
    maps.publish(map_, by=rosa)
    for page in PAGES:
        shown = nobody.get(reverse(page, args=[map_.pk]))
        assert shown.status_code == 200
        assert rosa.name not in shown.content.decode()
        assert "Aanpassen" not in shown.content.decode()


def test_a_part_of_it_shows_what_came_until_then(
    as_: SignIn, school: Organisation, rosa: Person
) -> None:
    map_ = a_map(school, rosa)
    address = reverse("factors:map_show", args=[map_.pk])

    def drawn(part: str) -> tuple[int, int]:
        page = as_(rosa).get(address, {"show": part}).content.decode()
        drawing = page[page.index("<svg") : page.index("</factor-map>")]
        return drawing.count('class="factor"'), drawing.count('class="way"')

    assert [drawn(one) for one in ("macro", "meso", "micro", "transforming", "x")] == [
        (1, 0), (2, 0), (3, 1), (3, 2), (3, 2),
    ]  # fmt: skip


def test_what_a_part_is_about_comes_in_sight_and_stands_in_words(
    as_: SignIn, school: Organisation, rosa: Person
) -> None:
    map_ = a_map(school, rosa)
    address = reverse("factors:map_show", args=[map_.pk])

    def come(part: str) -> tuple[int, bool]:
        page = as_(rosa).get(address, {"show": part}).content.decode()
        words = page[page.index("beamer-bar") : page.index("<factor-map")]
        return page.count("data-come"), "Inwerktijd" in words

    assert [come(one) for one in ("macro", "meso", "transforming", "x")] == [
        (1, False), (1, True), (2, False), (0, False),
    ]  # fmt: skip
    circle = as_(rosa).get(reverse("factors:circle", args=[map_.pk, "rust"])).content.decode()
    assert circle.count("data-come") == 1


def test_the_circle_says_who_can_act(as_: SignIn, school: Organisation, rosa: Person) -> None:
    client, first = as_(rosa), a_map(school, rosa, first_map("resilience"))

    def words(key: str) -> str:
        address = reverse("factors:circle", args=[first.pk, key])
        return client.get(address).content.decode()

    assert "Reflectie in de opleiding werkt op Zelfkennis: meso" in words("self-knowledge")
    assert "nog niet gezegd wie er iets aan kan doen" in words("meaning")
