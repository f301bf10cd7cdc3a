"""Somebody sends words at the moment of gathering: none are kept with a tie to a place."""

from uuid import uuid4

import pytest

from hartlijn.dialogues.actions import guiding, room
from hartlijn.dialogues.actions.room import Said
from hartlijn.dialogues.models import Contribution, Dialogue, Seat
from hartlijn.dialogues.tests.conftest import Enter
from hartlijn.lib.verdict import Refused
from hartlijn.people.models import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def seat(enter: Enter, hall: Dialogue) -> Seat:
    """A place that said one thing, as its request read it before the dialogue was gathered."""
    enter("student")
    found: Seat = Seat.objects.select_related("dialogue").get()
    room.say(found, Said("missing", "Eerder gezegd.", uuid4()))
    return found


def test_words_that_were_under_way_are_refused(seat: Seat, hall: Dialogue, rosa: Person) -> None:
    guiding.gather(hall, by=rosa)
    assert seat.dialogue.is_open, "what the request still believes"

    with pytest.raises(Refused, match="voorbij"):
        room.say(seat, Said("missing", "Net te laat.", uuid4()))

    assert [one.text for one in Contribution.objects.all()] == ["Eerder gezegd."]
    assert not Contribution.objects.filter(seat__isnull=False).exists()
    assert Dialogue.objects.get(pk=hall.pk).last_number == 1


def test_taking_back_that_was_under_way_is_refused(
    seat: Seat, hall: Dialogue, rosa: Person
) -> None:
    mine = seat.contributions.get()
    guiding.gather(hall, by=rosa)

    with pytest.raises(Refused, match="voorbij"):
        room.take_back(mine, seat)

    assert Contribution.objects.get().text == "Eerder gezegd."
