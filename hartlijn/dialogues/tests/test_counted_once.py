"""Five people are five who said something: one phone or one card counts nobody twice."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from hartlijn.dialogues.actions import guiding, room
from hartlijn.dialogues.actions.room import Said
from hartlijn.dialogues.models import Dialogue, Seat
from hartlijn.dialogues.tests.conftest import Enter
from hartlijn.people.models import Person

pytestmark = pytest.mark.django_db


def test_empty_places_and_cards_beside_phones_make_no_five(
    enter: Enter, hall: Dialogue, rosa: Person
) -> None:
    for _n in range(7):
        enter("student")
    for number, seat in enumerate(Seat.objects.select_related("dialogue")):
        if number < 3:
            room.say(seat, Said("missing", f"Iets {number}.", uuid4()))
        elif number < 5:
            Seat.objects.filter(pk=seat.pk).update(key_digest=f"paper-{number}")
            room.say(seat, Said("missing", f"Van een kaart {number}.", uuid4()))

    guiding.gather(hall, by=rosa)

    kept = Dialogue.objects.get(pk=hall.pk)
    assert kept.people == 3
    assert kept.present == [{"perspective": "student", "number": None}]


def test_a_phone_that_comes_in_again_keeps_its_place(enter: Enter, hall: Dialogue) -> None:
    phone: Client = enter("student")

    again = {"code": hall.code, "perspective": "teacher"}
    assert phone.post(reverse("dialogues:join"), again).status_code == 302
    assert Seat.objects.get().perspective == "teacher"

    phone.post(reverse("dialogues:room_leave"))
    assert not Seat.objects.exists(), "it said nothing"
