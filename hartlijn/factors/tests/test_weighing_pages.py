"""Noor weighs on her phone; Ines closes the round; the group sees where it differs."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from conftest import SignIn
from hartlijn.factors.actions import weighing
from hartlijn.factors.models import FactorMap, Weighing, WeighingRound
from hartlijn.factors.tests.factories import a_map
from hartlijn.factors.weighed import read_answer
from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Organisation, Person
from hartlijn.people.tests.factories import a_person, a_place

pytestmark = pytest.mark.django_db


@pytest.fixture
def map_(employer: Organisation, ines: Person) -> FactorMap:
    """Two relations."""
    return a_map(employer, ines)


@pytest.fixture
def round_(map_: FactorMap, ines: Person) -> WeighingRound:
    """Open, over both relations."""
    return weighing.open_round(map_.newest, by=ines, asked=["tijd-rust", "druk-rust"])


def others_weigh(round_: WeighingRound, *said: tuple[str, str]) -> None:
    """Colleagues who each answer one relation."""
    for number, (way, strength) in enumerate(said):
        one = a_person(f"Collega {number}")
        a_place(one, round_.version.map.organisation)
        weighing.weigh(round_, "tijd-rust", read_answer(way, strength), weigher=one)


def page(client: Client, name: str, *ids: object) -> str:
    """What stands on a page."""
    return client.get(reverse(f"factors:{name}", args=ids)).content.decode()


def bare(html: str) -> str:
    """Without tags."""
    return re.sub(r"<[^>]*>", " ", html)


def test_noor_weighs_one_relation_after_another(
    as_: SignIn, round_: WeighingRound, noor: Person
) -> None:
    client = as_(noor)
    assert page(client, "weigh", round_.pk).count("nog niet gewogen") == 2
    first = reverse("factors:weigh_one", args=[round_.pk, "tijd-rust"])

    went = client.post(first, {"way": "more", "strength": "strong"})

    assert went.url.endswith("/druk-rust/")  # type: ignore[attr-defined]
    second = reverse("factors:weigh_one", args=[round_.pk, "druk-rust"])
    done = client.post(second, {"way": "dont_know", "strength": "strong"})
    assert done.url == reverse("factors:weigh", args=[round_.pk])  # type: ignore[attr-defined]
    shown = page(client, "weigh", round_.pk)
    assert "versterkt (sterk)" in shown
    assert "weet ik niet" in shown
    assert "Je hebt alles gewogen" in shown
    assert "checked" in page(client, "weigh_one", round_.pk, "tijd-rust")


def test_not_knowing_looks_different_from_not_having_answered(
    as_: SignIn, round_: WeighingRound, noor: Person
) -> None:
    weighing.weigh(round_, "tijd-rust", read_answer("dont_know", ""), weigher=noor)

    shown = page(as_(noor), "weigh", round_.pk)

    assert 'class="said unsure">weet ik niet' in shown
    assert 'class="unsaid">nog niet gewogen' in shown


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"way": "more"}, "Kies ook hoe sterk"),
        ({}, "Kies wat het doet"),
        ({"way": "\x00", "strength": "x" * 1000}, "Dit staat er niet bij"),
    ],
)
def test_half_an_answer_is_refused_and_kept_on_the_page(
    as_: SignIn, round_: WeighingRound, noor: Person, form: dict[str, str], sentence: str
) -> None:
    answer = as_(noor).post(reverse("factors:weigh_one", args=[round_.pk, "tijd-rust"]), form)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Weighing.objects.exists()


def test_she_takes_an_answer_back(as_: SignIn, round_: WeighingRound, noor: Person) -> None:
    client, address = as_(noor), reverse("factors:weigh_one", args=[round_.pk, "tijd-rust"])
    client.post(address, {"way": "nothing"})
    assert Weighing.objects.exists()

    client.post(address, {"take_back": "yes"})

    assert not Weighing.objects.exists()


def test_a_relation_that_is_not_there_does_not_exist(
    as_: SignIn, round_: WeighingRound, noor: Person
) -> None:
    address = reverse("factors:weigh_one", args=[round_.pk, "iets-anders"])

    assert as_(noor).get(address).status_code == 404
    assert as_(noor).post(address, {"way": "nothing"}).status_code == 404


def test_ines_opens_a_round_and_noor_does_not(
    as_: SignIn, map_: FactorMap, ines: Person, noor: Person
) -> None:
    address = reverse("factors:round_open", args=[map_.pk])
    form = {"which": "all", "until": str(civil_day() + timedelta(days=3))}

    assert "Een ronde openen" not in page(as_(noor), "weighing", map_.pk)
    assert as_(noor).post(address, form).status_code == 403
    assert as_(ines).post(address, form).status_code == 302
    assert WeighingRound.objects.get().asked == ["tijd-rust", "druk-rust"]


@pytest.mark.parametrize("days", [-1, 100, 40_000])
def test_a_round_ends_on_a_day_that_makes_sense(
    as_: SignIn, map_: FactorMap, ines: Person, days: int
) -> None:
    form = {"which": "unknown", "until": str(civil_day() + timedelta(days=days))}

    answer = as_(ines).post(reverse("factors:round_open", args=[map_.pk]), form)

    assert answer.status_code == 422
    assert "drie maanden" in answer.content.decode()


def test_before_it_closes_nobody_sees_a_thing_and_after_it_where_they_differ(
    as_: SignIn, round_: WeighingRound, noor: Person, ines: Person
) -> None:
    others_weigh(round_, ("more", "strong"), ("more", "strong"), ("more", "very strong"))
    assert "Er hebben nog geen 5" in page(as_(ines), "weigh", round_.pk)
    for one in (noor, ines):
        weighing.weigh(round_, "tijd-rust", read_answer("less", "weak"), weigher=one)
    assert "Er hebben minstens 5" in page(as_(ines), "weigh", round_.pk)
    group = reverse("factors:round_group", args=[round_.pk])
    assert as_(ines).get(group).status_code == 404

    assert as_(noor).post(reverse("factors:round_close", args=[round_.pk])).status_code == 403
    closed = as_(ines).post(reverse("factors:round_close", args=[round_.pk]))

    assert closed.url == group  # type: ignore[attr-defined]
    shown = page(as_(noor), "round_group", round_.pk)
    assert "Sommigen zeggen dat het verzwakt, anderen dat het versterkt" in shown
    assert "Minder dan 5 mensen konden er iets over zeggen" in shown
    assert "5 mensen wogen" in shown
    assert "Bekijk de kaart van de groep" in page(as_(noor), "weigh", round_.pk)


def test_with_too_few_it_says_so_and_shows_nothing(
    as_: SignIn, map_: FactorMap, round_: WeighingRound, noor: Person, ines: Person
) -> None:
    weighing.weigh(round_, "tijd-rust", read_answer("less", "weak"), weigher=noor)

    as_(ines).post(reverse("factors:round_close", args=[round_.pk]))

    assert "is weggegooid" in page(as_(noor), "weighing", map_.pk)
    hers = page(as_(noor), "weigh", round_.pk)
    assert "is weggegooid" in hers
    assert "telt mee" not in hers
    assert "Wat je zei" not in hers
    group = reverse("factors:round_group", args=[round_.pk])
    assert as_(ines).get(group).status_code == 404


def test_in_a_closed_round_nothing_can_be_weighed_by_address(
    as_: SignIn, round_: WeighingRound, noor: Person, ines: Person
) -> None:
    weighing.close_round(round_, by=ines)
    address = reverse("factors:weigh_one", args=[round_.pk, "tijd-rust"])

    assert "Bewaren" not in as_(noor).get(address).content.decode()
    assert as_(noor).post(address, {"way": "nothing"}).status_code == 403


def test_after_its_last_day_a_round_promises_no_more_than_is_true(
    as_: SignIn, round_: WeighingRound, noor: Person
) -> None:
    weighing.weigh(round_, "tijd-rust", read_answer("less", "weak"), weigher=noor)
    yesterday = civil_day() - timedelta(days=1)
    WeighingRound.objects.update(opened_on=yesterday, open_until=yesterday)

    shown = page(as_(noor), "weigh", round_.pk)

    assert "Wogen er minstens 5 mensen, dan telt mee wat je zei" in shown
    assert "niet gewogen" in shown


def test_what_a_relation_does_is_heard_too(
    as_: SignIn, round_: WeighingRound, noor: Person, ines: Person
) -> None:
    """A screen reader leaves an arrow out."""
    directed = r"Inwerktijd\W+→\W+werkt op\W+Rust"
    mutual = r"Werkdruk\W+↔\W+en\W+Rust"
    client = as_(noor)

    weigh = bare(page(client, "weigh", round_.pk))
    assert re.search(directed, weigh)
    assert re.search(mutual, weigh)
    assert re.search(directed, bare(page(client, "weigh_one", round_.pk, "tijd-rust")))
    others_weigh(round_, *[("more", "strong")] * 5)
    weighing.close_round(round_, by=ines)
    assert len(re.findall(directed, bare(page(client, "round_group", round_.pk)))) == 2


def test_for_a_stranger_there_is_no_round(
    as_: SignIn, map_: FactorMap, round_: WeighingRound, stranger: Person
) -> None:
    FactorMap.objects.update(is_public=True)

    for name, pk in (("weighing", map_.pk), ("weigh", round_.pk), ("round_group", round_.pk)):
        assert as_(stranger).get(reverse(f"factors:{name}", args=[pk])).status_code == 404


def test_the_map_of_the_group_reads_in_english(
    as_: SignIn, round_: WeighingRound, noor: Person, ines: Person
) -> None:
    others_weigh(round_, *[("more", "strong")] * 5)
    weighing.close_round(round_, by=ines)
    noor.language = "en"
    noor.save()

    shown = page(as_(noor), "round_group", round_.pk)

    assert "You agree: strengthens (strong)." in shown
    assert "Onboarding time" in shown
