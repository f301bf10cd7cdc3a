"""What somebody ticks at an assignment is her own, and says nothing of how good it was."""

import re

import pytest
from django.apps import apps
from django.db.models import (
    BooleanField,
    DateField,
    DecimalField,
    Field,
    FloatField,
    ForeignKey,
    IntegerField,
)
from django.test import Client
from django.urls import reverse

from conftest import SignIn
from hartlijn.learning.definitions import THEMES, YEARS
from hartlijn.learning.models import OwnWord
from hartlijn.learning.portable import PARTS
from hartlijn.learning.shelves import assignments, by_year, decks
from hartlijn.learning.tests.conftest import ASSIGNMENT, Cohort
from hartlijn.people.models import Person

pytestmark = pytest.mark.django_db
CHANGES = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"|nonce="[^"]+"')


def say(client: Client, *words: str, key: str = ASSIGNMENT) -> int:
    """Tick these words; the status of the answer."""
    return client.post(reverse("learning:say", args=[key]), {"words": words}).status_code


def page(client: Client, route: str, *args: object) -> str:
    """A page, without what differs at every visit."""
    answer = client.get(reverse(route, args=args))
    assert answer.status_code == 200
    return CHANGES.sub("", answer.content.decode())


def test_noor_ticks_and_reads_it_back(as_: SignIn, noor: Person) -> None:
    client = as_(noor)

    assert say(client, "done", "taken_along") == 302

    assert "gedaan, neem ik mee" in page(client, "learning:line")
    assert page(client, "learning:assignment", ASSIGNMENT).count("checked") == 2


def test_a_tick_can_be_taken_off_and_twice_is_once(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    for words in (("done",), ("done",), ("discussed",)):
        say(client, *words)

    assert list(OwnWord.objects.values_list("word", flat=True)) == ["discussed"]
    say(client)
    assert not OwnWord.objects.exists()


def test_the_pages_of_others_are_the_same_whatever_noor_ticks(as_: SignIn, cohort: Cohort) -> None:
    pages = [
        ("learning:line",),
        ("learning:assignment", ASSIGNMENT),
        ("learning:teacher", ASSIGNMENT),
    ]
    others = [as_(one) for one in (cohort.joost, cohort.lotte, cohort.milan)]
    before = [page(one, *which) for one in others for which in pages]

    say(as_(cohort.noor), "done", "discussed", "taken_along")

    assert [page(one, *which) for one in others for which in pages] == before


def test_a_word_that_is_not_there_is_refused_with_a_sentence(as_: SignIn, noor: Person) -> None:
    answer = as_(noor).post(reverse("learning:say", args=[ASSIGNMENT]), {"words": ["excellent"]})

    assert answer.status_code == 422
    assert "Kies een van de woorden die er staan." in answer.content.decode()
    assert not OwnWord.objects.exists()


def test_of_an_assignment_that_is_not_there_nothing_is_kept(as_: SignIn, noor: Person) -> None:
    assert say(as_(noor), "done", key="not-there") == 404
    assert not OwnWord.objects.exists()


def test_what_was_ticked_stays_when_the_assignment_goes(as_: SignIn, noor: Person) -> None:
    OwnWord.objects.create(person=noor, assignment="of-long-ago", word="done")

    assert "of-long-ago: gedaan" in page(as_(noor), "learning:line")


def test_noor_takes_it_along_and_only_her_own(noor: Person, stranger: Person) -> None:
    for person, key in ((noor, ASSIGNMENT), (noor, "of-long-ago"), (stranger, ASSIGNMENT)):
        OwnWord.objects.create(person=person, assignment=key, word="done")

    rows = list(PARTS[0].rows(noor))

    assert rows == [("of-long-ago", "", "done"), (ASSIGNMENT, "Waar ik voor kwam", "done")]


def test_no_number_and_no_day_stands_beside_a_person() -> None:
    found = {
        f"{model.__name__}.{item.name}"
        for model in apps.get_app_config("learning").get_models()
        for item in fields(model)
        if isinstance(item, (IntegerField, FloatField, DecimalField, BooleanField, DateField))
        and not isinstance(item, ForeignKey)
    }

    assert found == {"Planned.on_day", "PlanAddress.made_on"}


def fields(model: type) -> "list[Field[object, object]]":
    """The columns of a table."""
    return list(model._meta.concrete_fields)  # type: ignore[attr-defined]


def test_every_year_has_every_theme() -> None:
    assert [year for year, _found in by_year()] == list(YEARS)
    for _year, found in by_year():
        assert [one.content.theme for one in found] == list(THEMES)


def test_every_deck_and_assignment_opens_in_both_languages(as_: SignIn, noor: Person) -> None:
    for language in ("nl", "en"):
        noor.language = language
        noor.save()
        client = as_(noor)
        for key, deck in decks():
            assert str(getattr(deck.title, language)) in page(client, "learning:deck", key)
        for key, one in assignments().items():
            for route in ("learning:assignment", "learning:teacher"):
                assert getattr(one.content.title, language) in page(client, route, key)
    assert len(decks()) == 4
    assert "Meaning on the agenda" in page(client, "learning:decks")
    assert client.get(reverse("learning:deck", args=["not-there"])).status_code == 404
