"""Rosa leads a dialogue at the school with two findings; the hall is open."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from hartlijn.dialogues.actions import guiding, preparing
from hartlijn.dialogues.models import Dialogue, PutFinding
from hartlijn.dialogues.pasting import FIELD, Card
from hartlijn.people.models import Organisation, Person

Enter = Callable[[str], Client]


@pytest.fixture
def dialogue(school: Organisation, rosa: Person) -> Dialogue:
    """Prepared, with two findings."""
    made = preparing.begin(
        school, {"title": "Wat starters houdt", "questions": "Wat herken je?"}, by=rosa
    )
    cards = [
        Card("Steun van collega's helpt om te blijven.", source="De Vries, 2021"),
        Card("Er is te weinig tijd om ingewerkt te worden.", FIELD),
    ]
    preparing.put(made, cards, by=rosa)
    return made


@pytest.fixture
def hall(dialogue: Dialogue, rosa: Person) -> Dialogue:
    """Open, with a code."""
    return guiding.open_room(dialogue, by=rosa)


@pytest.fixture
def first(hall: Dialogue) -> PutFinding:
    """The first finding."""
    return hall.put.select_related("dialogue").get(order=1)


@pytest.fixture
def enter(hall: Dialogue) -> Enter:
    """Come in with the code: a phone of somebody nobody knows."""

    def come_in(perspective: str) -> Client:
        phone = Client()
        form = {"code": hall.code.lower(), "perspective": perspective}
        answer = phone.post(reverse("dialogues:join"), form)
        assert answer.status_code == 302
        return phone

    return come_in
