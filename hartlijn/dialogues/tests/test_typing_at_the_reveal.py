"""Whoever is still typing when a finding is revealed loses nothing, and is told what is true."""

from uuid import uuid4

import pytest
from django.urls import reverse

from hartlijn.dialogues.actions import guiding, room
from hartlijn.dialogues.actions.room import Said
from hartlijn.dialogues.models import Contribution, Dialogue, Mark, PutFinding
from hartlijn.dialogues.showing import who
from hartlijn.dialogues.tests.conftest import Enter
from hartlijn.dialogues.tests.test_room import NOW, ROOM, mark, page
from hartlijn.lib.verdict import Refused
from hartlijn.people.models import Person

pytestmark = pytest.mark.django_db
LATE = "Ik typte nog toen het onthuld werd."


@pytest.fixture
def revealed(enter: Enter, first: PutFinding, rosa: Person) -> PutFinding:
    """Five students gave a word, so their perspective may stand beside what they said."""
    for phone in [enter("student") for _n in range(5)]:
        mark(phone, first, "recognised", "Op tijd.")
    guiding.reveal_finding(first, by=rosa)
    return PutFinding.objects.get(pk=first.pk)


def test_words_that_come_after_the_reveal_are_read_and_count_nowhere(
    enter: Enter, revealed: PutFinding
) -> None:
    phone, other = enter("student"), enter("teacher")

    assert mark(phone, revealed, "not", LATE, show="on") == 302

    said = Contribution.objects.get(text=LATE)
    assert (said.perspective, said.mark) == ("", "")
    assert who(said, revealed.shown or {}) == ""
    assert Mark.objects.count() == 5
    assert PutFinding.objects.get(pk=revealed.pk).shown == revealed.shown
    assert LATE in page(other, f"{NOW}?part=1")


def test_a_form_that_was_on_its_way_at_the_reveal_is_late_too(
    hall: Dialogue, first: PutFinding, revealed: PutFinding
) -> None:
    [(seat, _key)] = room.seats_of([room.join(hall, "student")])
    assert first.revealed_at is None, "as the page knew it"

    room.answer(seat, first, "not", Said("finding", LATE, uuid4(), put=first))

    assert Contribution.objects.get(text=LATE).perspective == ""
    assert not seat.marks.exists()
    with pytest.raises(Refused, match="telt niet meer mee"):
        room.answer(seat, first, "not", Said("finding", "", uuid4(), put=first))


def test_the_form_asks_for_words_alone_and_says_who_reads_them(
    enter: Enter, first: PutFinding, rosa: Person
) -> None:
    marked, silent = enter("student"), enter("teacher")
    mark(marked, first, "partly")
    before = page(silent, f"{ROOM}?part=1")
    assert "Nu niemand." in before
    assert 'name="word"' in before

    guiding.reveal_finding(first, by=rosa)

    after = page(silent, f"{ROOM}?part=1")
    assert 'name="word"' not in after
    assert "Nu niemand." not in after
    assert "leest iedereen die meedoet meteen, zonder naam en zonder perspectief" in after
    assert "onthuld voor je iets aankruiste" in after
    assert "staat vast" not in after
    assert "Wat je aankruiste, staat vast: deels" in page(marked, f"{ROOM}?part=1")


def test_an_empty_late_form_gets_a_sentence_and_a_wrong_one_keeps_its_words(
    enter: Enter, revealed: PutFinding
) -> None:
    phone = enter("teacher")
    form = {"put": str(revealed.pk), "part": "1", "token": str(uuid4())}

    for text, sentence in (("", "Schrijf op wat je er nog"), ("x" * 1001, "x" * 1001)):
        answer = phone.post(reverse("dialogues:room_mark"), form | {"text": text})
        assert answer.status_code == 422
        assert sentence in answer.content.decode()


def test_ones_own_late_words_can_be_taken_back(enter: Enter, revealed: PutFinding) -> None:
    phone = enter("teacher")
    mark(phone, revealed, "", LATE)
    shown = page(phone, f"{ROOM}?part=1")
    assert "Wat jij schreef" in shown

    own = {"contribution": str(Contribution.objects.get(text=LATE).pk), "part": "1"}
    assert phone.post(reverse("dialogues:room_take_back"), own).status_code == 302

    assert LATE not in page(enter("leader"), f"{NOW}?part=1")
