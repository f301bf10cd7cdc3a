"""Rosa leads a dialogue at the school with two findings; the hall is open."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from hartlijn.dialogues.actions import guiding, preparing
from hartlijn.dialogues.models import Contribution, Dialogue, PutFinding
from hartlijn.dialogues.pasting import FIELD, Card
from hartlijn.dialogues.tests.reports import SAID
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


@pytest.fixture
def gathered(hall: Dialogue, first: PutFinding, enter: Enter, rosa: Person) -> Dialogue:
    """Seven people marked the first finding; two said something that is missing."""
    for place in range(7):
        phone = enter("starter" if place < 5 else "leader")
        word = "recognised" if place < 5 else "not"
        phone.post(reverse("dialogues:room_mark"), {"put": first.pk, "word": word})
        if place in {0, 5}:
            _say(phone, "missing", f"{SAID} ({place})", quote=place == 0)
    guiding.gather(hall, by=rosa)
    hall.refresh_from_db()
    return hall


def _say(phone: Client, kind: str, text: str, *, quote: bool) -> None:
    dialogue = Dialogue.objects.get()
    number = guiding.next_number(dialogue)
    Contribution.objects.create(
        dialogue=dialogue,
        number=number,
        kind=kind,
        text=text,
        may_quote=quote,
        perspective="starter" if quote else "leader",
    )
    assert phone.get(reverse("dialogues:room")).status_code == 200
