"""Somebody plays what-if on a page, keeps two of them, and lays them side by side."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from conftest import SignIn
from hartlijn.factors.actions import weighing
from hartlijn.factors.document import MapDocument
from hartlijn.factors.models import FactorMap, KeptScenario, WeighingRound
from hartlijn.factors.tests.factories import a_map
from hartlijn.factors.weighed import read_answer
from hartlijn.factors.whatif.turns import in_turn
from hartlijn.people.actions.erasure import erase
from hartlijn.people.models import Organisation, Person
from hartlijn.people.tests.factories import a_person, a_place

pytestmark = pytest.mark.django_db
DECIMALS = re.compile(r"\d[.,]\d(?!\d\d\b)")


@pytest.fixture
def map_(employer: Organisation, ines: Person) -> FactorMap:
    """Time helps calm, strongly; of pressure and calm the strength is not known."""
    return a_map(employer, ines)


@pytest.fixture
def told(map_: FactorMap, ines: Person) -> WeighingRound:
    """A closed round in which six people weighed."""
    round_ = weighing.open_round(map_.newest, by=ines, asked=["tijd-rust", "druk-rust"])
    for number in range(6):
        one = a_person(f"Collega {number}")
        a_place(one, map_.organisation)
        weighing.weigh(round_, "tijd-rust", read_answer("more", "very strong"), weigher=one)
        weighing.weigh(round_, "druk-rust", read_answer("less", "weak"), weigher=one)
    return weighing.close_round(round_, by=ines)


def play(client: Client, map_: FactorMap, name: str = "what_if", **asked: str) -> str:
    """The page with something held; a double underscore stands for a point."""
    query = {key.replace("__", "."): value for key, value in asked.items()}
    answer = client.get(reverse(f"factors:{name}", args=[map_.pk]), query)
    assert answer.status_code == 200
    return answer.content.decode()


def text_of(html: str) -> str:
    """What a person reads."""
    main = html[html.index("<main") : html.index("</main")]
    return re.sub(r"<[^>]*>", " ", re.sub(r"(?s)<(svg|select|details).*?</\1>", " ", main))


def test_a_map_that_does_not_know_asks_the_group_first(
    as_: SignIn, map_: FactorMap, noor: Person
) -> None:
    shown = play(as_(noor), map_)

    assert "Eerst aan de groep vragen" in shown
    assert reverse("factors:weighing", args=[map_.pk]) in shown
    assert "telt daarom alles mee" in shown


def test_after_a_round_it_plays_with_the_map_of_the_group(
    as_: SignIn, map_: FactorMap, told: WeighingRound, noor: Person
) -> None:
    shown = play(as_(noor), map_, at__tijd="2")

    assert "Eerst aan de groep vragen" not in shown
    assert f'value="group:{told.pk}" selected' in shown
    assert re.search(r"Rust gaat omhoog, [a-z ]+, in 10 van de 10 kaarten", shown)
    assert "10.000 kaarten" in shown
    assert "geen kans dat het lukt" in shown
    assert not DECIMALS.search(text_of(shown))


def test_over_the_maps_of_the_participants_shares_are_words(
    as_: SignIn, map_: FactorMap, told: WeighingRound, noor: Person
) -> None:
    shown = play(as_(noor), map_, at__tijd="2", **{"from": f"own:{told.pk}"})

    assert "in bijna alle kaarten" in shown
    assert "uit de kaarten van de deelnemers zelf" in shown
    assert "van de 10 kaarten" not in text_of(shown)


def test_when_people_left_their_own_maps_are_not_offered(
    as_: SignIn, map_: FactorMap, told: WeighingRound, noor: Person
) -> None:
    for one in Person.objects.filter(name__in=["Collega 0", "Collega 1"]):
        erase(one)

    shown = play(as_(noor), map_, at__tijd="2", **{"from": f"own:{told.pk}"})

    assert f"own:{told.pk}" not in shown
    assert f'value="group:{told.pk}" selected' in shown


def test_a_factor_is_added_and_let_go_without_script(
    as_: SignIn, map_: FactorMap, noor: Person
) -> None:
    added = play(as_(noor), map_, add="tijd", at__druk="-1")
    assert 'name="at.tijd"' in added
    assert 'name="at.druk"' in added
    assert added.count('class="slider"') == 2

    assert 'name="at.tijd"' not in play(as_(noor), map_, at__tijd="1", drop="tijd")


@pytest.mark.parametrize("name", ["what_if", "what_if_moves"])
def test_in_an_empty_map_there_is_nothing_to_hold_and_the_page_says_so(
    as_: SignIn, employer: Organisation, ines: Person, noor: Person, name: str
) -> None:
    empty = a_map(employer, ines, MapDocument("Nog niets"))

    for full in ("", "yes"):
        shown = play(as_(noor), empty, name, at__tijd="2", full=full)

        assert "Deze kaart is nog leeg" in shown
        assert reverse("factors:map", args=[empty.pk]) in shown
        assert "Kijk wat er meebeweegt" not in shown


@pytest.mark.parametrize("value", ["", "3", "1.5", "veel", "\x00", "-2" * 9000, "\u202e2"])
def test_nonsense_holds_nothing(as_: SignIn, map_: FactorMap, noor: Person, value: str) -> None:
    shown = play(as_(noor), map_, at__tijd=value, at__weg="1", add="weg", drop="weg")

    assert 'class="slider"' not in shown


def test_while_a_slider_moves_the_answer_is_quick_and_then_it_is_full(
    as_: SignIn, map_: FactorMap, noor: Person
) -> None:
    quick = play(as_(noor), map_, "what_if_moves", at__tijd="2")
    assert "Dit zijn 200 kaarten" in quick
    assert "full=yes" in quick
    assert "Laat het hierbij" in quick

    full = play(as_(noor), map_, "what_if_moves", at__tijd="2", full="yes")
    assert "Dit zijn 10.000 kaarten" in full
    assert "full=yes" not in full
    assert "<html" not in full


def test_who_gets_no_turn_gets_the_quick_answer(
    as_: SignIn, map_: FactorMap, noor: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hartlijn.factors.whatif.turns.PATIENCE", 0.01)
    with in_turn() as has_turn:
        assert has_turn
        shown = play(as_(noor), map_, "what_if_moves", at__tijd="2", full="yes")

    assert "Dit zijn 200 kaarten" in shown


def test_a_researcher_chooses_rule_function_and_lambda(
    as_: SignIn, map_: FactorMap, noor: Person
) -> None:
    asked = {"rule": "rescaled", "function": "tanh", "slope": "2,5", "seed": "7"}
    shown = play(as_(noor), map_, at__tijd="2", **asked)
    assert '<option value="tanh" selected' in shown

    wrong = {"at.tijd": "2", "slope": "heel steil", "rule": "eigen"}
    refused = as_(noor).get(reverse("factors:what_if", args=[map_.pk]), wrong)
    assert refused.status_code == 422
    assert "Dit is geen getal" in refused.content.decode()
    assert "heel steil" in refused.content.decode()


def test_a_map_that_keeps_moving_says_so(
    as_: SignIn, map_: FactorMap, told: WeighingRound, noor: Person
) -> None:
    shown = play(as_(noor), map_, at__tijd="2", function="tanh", slope="10", rule="kosko")

    assert "Rust" in shown
    assert not DECIMALS.search(text_of(shown))


def test_noor_keeps_two_and_lays_them_side_by_side(
    as_: SignIn, map_: FactorMap, told: WeighingRound, noor: Person
) -> None:
    client, address = as_(noor), reverse("factors:what_if_keep", args=[map_.pk])
    for name, value in (("Beschermde inwerktijd", "2"), ("Minder tijd", "-2")):
        form = {"name": name, "at.tijd": value, "from": f"group:{told.pk}"}
        for _again in "ab":  # pressed twice is kept once
            assert client.post(address, form).status_code == 302

    one, other = KeptScenario.objects.order_by("name")
    shown = client.get(reverse("factors:scenario", args=[one.pk])).content.decode()
    assert "Inwerktijd: veel hoger" in shown
    assert "Weghalen" in shown
    pair = {"one": str(one.pk), "other": str(other.pk)}
    both = client.get(reverse("factors:what_if_two", args=[map_.pk]), pair).content.decode()
    assert "Beschermde inwerktijd" in both
    assert "omhoog" in both
    assert "omlaag" in both
    assert "niet uit dezelfde kaarten" not in both
    assert not DECIMALS.search(text_of(both))


def test_without_a_name_nothing_is_kept_and_what_is_held_stays(
    as_: SignIn, map_: FactorMap, noor: Person
) -> None:
    form = {"name": "a\u202eb", "at.tijd": "2"}

    answer = as_(noor).post(reverse("factors:what_if_keep", args=[map_.pk]), form)

    assert answer.status_code == 422
    assert "onzichtbaar teken" in answer.content.decode()
    assert 'name="at.tijd"' in answer.content.decode()
    assert not KeptScenario.objects.exists()


def test_who_kept_it_or_keeps_the_map_lets_go_of_it(
    as_: SignIn, map_: FactorMap, noor: Person, sam: Person, ines: Person
) -> None:
    keep = reverse("factors:what_if_keep", args=[map_.pk])
    as_(noor).post(keep, {"name": "Van Noor", "at.tijd": "2"})
    gone = reverse("factors:scenario_drop", args=[KeptScenario.objects.get().pk])

    assert as_(sam).post(gone).status_code == 403
    assert as_(ines).post(gone).status_code == 302
    assert not KeptScenario.objects.exists()


def test_when_noor_leaves_what_she_kept_stays_without_her(
    as_: SignIn, map_: FactorMap, noor: Person
) -> None:
    keep = reverse("factors:what_if_keep", args=[map_.pk])
    as_(noor).post(keep, {"name": "Meer tijd", "at.tijd": "2"})

    erase(noor)

    assert KeptScenario.objects.get().kept_by is None


def test_two_of_which_one_is_gone_asks_to_choose(
    as_: SignIn, map_: FactorMap, noor: Person
) -> None:
    address = reverse("factors:what_if_two", args=[map_.pk])

    for query in ({}, {"one": "geen", "other": "\x00"}):
        assert "Kies twee" in as_(noor).get(address, query).content.decode()


def test_a_public_map_anybody_plays_with_and_sees_no_group(
    map_: FactorMap, told: WeighingRound
) -> None:
    closed = Client().get(reverse("factors:what_if", args=[map_.pk]))
    assert closed.status_code in {302, 404}
    FactorMap.objects.update(is_public=True)

    shown = play(Client(), map_, at__tijd="2")

    assert "Rust gaat omhoog" in shown
    assert str(told.pk) not in shown
    assert "Bewaren om te vergelijken" not in shown


def test_when_nothing_moves_it_says_why(as_: SignIn, map_: FactorMap, noor: Person) -> None:
    """There is a way from time to calm; from calm there is none once pressure is held too."""
    client = as_(noor)
    still = play(client, map_, at__tijd="0")
    assert "Er loopt wel een weg verder" in still
    assert "geen weg verder" not in still

    assert "geen weg verder" in play(client, map_, at__rust="2", at__druk="1")


@pytest.mark.parametrize("name", ["what_if", "what_if_moves"])
def test_what_keeps_moving_is_drawn_in_full_for_members_only(
    as_: SignIn, map_: FactorMap, noor: Person, name: str
) -> None:
    FactorMap.objects.update(is_public=True)
    asked = {"at.tijd": "2", "rule": "modified", "function": "tanh", "full": "yes"}
    usual = {"at.tijd": "2", "full": "yes"}

    outside = play(Client(), map_, name, **asked)
    assert "200 kaarten" in outside
    assert "full=yes" not in outside
    assert "kijken we naar weinig kaarten" in outside

    inside = play(as_(noor), map_, name, **asked)
    assert "10.000 kaarten" in inside
    assert "weinig kaarten" not in inside
    assert "10.000 kaarten" in play(Client(), map_, name, **usual)
