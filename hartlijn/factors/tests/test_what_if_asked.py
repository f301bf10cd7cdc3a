"""What somebody asks of a what-if: what cannot be is said, the answer is near, names can be told apart."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from conftest import SignIn
from hartlijn.factors.models import FactorMap, KeptScenario
from hartlijn.factors.tests.factories import a_map
from hartlijn.people.models import Organisation, Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def map_(employer: Organisation, ines: Person) -> FactorMap:
    """Time helps calm; pressure and calm act on each other."""
    return a_map(employer, ines)


def page(client: Client, map_: FactorMap, query: str, name: str = "what_if") -> str:
    """What stands there for an address."""
    answer = client.get(f"{reverse(f'factors:{name}', args=[map_.pk])}?{query}")
    return answer.content.decode()


@pytest.mark.parametrize("query", ["at.tijd=5", "at.tijd=abc&at.druk=", "at.tijd=1.5"])
def test_a_place_that_is_none_is_said_with_the_name_of_the_factor(
    as_: SignIn, map_: FactorMap, noor: Person, query: str
) -> None:
    shown = page(as_(noor), map_, query)

    assert re.search(r"niet vasthouden: Inwerktijd(, Werkdruk)?\. Kies", shown)
    assert 'class="slider"' not in shown


@pytest.mark.parametrize("query", ["at.bestaat-niet=1&at.tijd=1", "add=weg&at.tijd=1"])
def test_a_factor_that_is_not_in_the_map_is_said_and_the_rest_is_held(
    as_: SignIn, map_: FactorMap, noor: Person, query: str
) -> None:
    shown = page(as_(noor), map_, query)

    assert "staat niet in deze kaart" in shown
    assert shown.count('class="slider"') == 1
    assert "staat niet in deze kaart" not in page(as_(noor), map_, "at.tijd=1&add=&drop=")


def test_what_moves_stands_right_under_what_is_held(
    as_: SignIn, map_: FactorMap, noor: Person
) -> None:
    """And the button without script lands on it."""
    shown = page(as_(noor), map_, "at.tijd=2")

    slider, moves, more = (shown.index(one) for one in ('class="slider"', 'id="moves"', 'id="add"'))
    assert slider < moves < more
    assert 'formaction="' + reverse("factors:what_if", args=[map_.pk]) + '#moves"' in shown


def test_settings_that_cannot_be_are_not_reckoned_with_in_silence(
    as_: SignIn, map_: FactorMap, noor: Person
) -> None:
    query = "at.tijd=2&slope=heel+steil"
    refused = page(as_(noor), map_, query)
    assert 'id="moves-title"' not in refused
    assert "Maak dat eerst goed" in refused
    assert "heel steil" in refused

    assert "gerekend zoals gewoonlijk" in page(as_(noor), map_, query, "what_if_moves")


def test_what_researchers_choose_stays_folded_until_they_chose(
    as_: SignIn, map_: FactorMap, noor: Person
) -> None:
    usual = "at.tijd=1&rule=kosko&function=sigmoid&slope=1&seed=1"

    assert "<details open>" not in page(as_(noor), map_, usual)
    assert "<details open>" in page(as_(noor), map_, usual.replace("kosko", "rescaled"))


def test_two_of_one_name_can_be_told_apart(as_: SignIn, map_: FactorMap, noor: Person) -> None:
    client = as_(noor)
    for name, value in (("Meer tijd", "2"), ("Meer tijd", "1"), ("Minder", "-1")):
        form = {"name": name, "at.tijd": value}
        client.post(reverse("factors:what_if_keep", args=[map_.pk]), form)
    one, other = KeptScenario.objects.filter(name="Meer tijd")
    pair = f"one={one.pk}&other={other.pk}"

    for name, query in (("what_if", ""), ("what_if_two", ""), ("what_if_two", pair)):
        shown = page(client, map_, query, name)
        assert "Meer tijd (Inwerktijd: veel hoger; " in shown
        assert "Meer tijd (Inwerktijd: hoger; " in shown
        assert "Minder (" not in shown


def test_how_many_maps_is_written_the_same_everywhere(
    as_: SignIn, map_: FactorMap, noor: Person
) -> None:
    shown = page(as_(noor), map_, "at.tijd=2&rule=modified&function=tanh")

    assert re.search(r"\([\d.]+ van de 10\.000\)", shown)
