"""One device takes part in a hall and in dialogues in writing, and loses none of its places."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from hartlijn.dialogues.actions import guiding, preparing, room
from hartlijn.dialogues.models import Contribution, Dialogue, Seat
from hartlijn.dialogues.tests.conftest import Enter
from hartlijn.dialogues.views import keys
from hartlijn.people.models import Organisation, Person

ROOM, OTHER = reverse("dialogues:room"), reverse("dialogues:room_other")
JOIN, SAY = reverse("dialogues:join"), reverse("dialogues:room_say")


@pytest.fixture
def second(school: Organisation, rosa: Person) -> Dialogue:
    """Another dialogue, also open."""
    made = preparing.begin(school, {"title": "De tweede zaal", "questions": "Wat mis je?"}, by=rosa)
    return guiding.open_room(made, by=rosa)


def say(phone: Client, dialogue: Dialogue, text: str) -> int:
    form = {"kind": "missing", "text": text, "token": str(uuid4()), "dialogue": str(dialogue.pk)}
    return phone.post(SAY, form).status_code


def test_who_comes_into_a_hall_keeps_the_place_elsewhere(
    enter: Enter, hall: Dialogue, second: Dialogue
) -> None:
    phone = enter("student")
    phone.post(JOIN, {"code": second.code, "perspective": "starter"})
    page = phone.get(ROOM).content.decode()
    assert "je kijkt mee als starter" in page
    assert hall.title in page

    phone.post(OTHER, {"dialogue": str(hall.pk)})

    assert "je kijkt mee als student" in phone.get(ROOM).content.decode()
    assert Seat.objects.count() == 2


def test_what_waited_for_one_dialogue_arrives_there_from_the_place_it_had(
    enter: Enter, hall: Dialogue, second: Dialogue
) -> None:
    phone = enter("student")
    phone.post(JOIN, {"code": second.code, "perspective": "starter"})

    assert say(phone, hall, "Van de eerste zaal") == 302

    said = Contribution.objects.get()
    assert (said.dialogue, said.perspective) == (hall, "student")


def test_who_leaves_one_room_is_in_the_other(
    enter: Enter, hall: Dialogue, second: Dialogue
) -> None:
    phone = enter("student")
    phone.post(JOIN, {"code": second.code, "perspective": "starter"})

    phone.post(reverse("dialogues:room_leave"))
    assert "je kijkt mee als student" in phone.get(ROOM).content.decode()
    assert Seat.objects.count() == 1
    phone.post(reverse("dialogues:room_leave"))

    assert phone.get(ROOM)["Location"] == JOIN
    assert not Seat.objects.exists()


def test_what_is_typed_without_a_place_comes_back_to_be_taken_along(hall: Dialogue) -> None:
    form = {"kind": "missing", "text": "De reistijd", "token": str(uuid4())}

    answer = Client().post(SAY, form | {"dialogue": str(hall.pk)})

    assert answer.status_code == 403
    assert "De reistijd" in answer.content.decode()
    assert JOIN in answer.content.decode()
    assert not Contribution.objects.exists()


def test_another_device_turns_to_no_place_of_mine(enter: Enter, hall: Dialogue) -> None:
    enter("student")
    stranger = Client()

    assert stranger.post(OTHER, {"dialogue": str(hall.pk)}).status_code == 302

    assert stranger.get(ROOM)["Location"] == JOIN


def test_a_full_hall_says_so_in_the_form(hall: Dialogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_SEATS", 0)

    answer = Client().post(JOIN, {"code": hall.code, "perspective": "student"})

    assert answer.status_code == 422
    assert "De zaal is vol" in answer.content.decode()


@pytest.mark.django_db
def test_many_places_fit_in_a_cookie_and_made_up_keys_open_nothing() -> None:
    assert len(keys.APART.join(["k" * 43] * keys.MOST_PLACES)) < 1000
    assert room.seats_of(["nonsense", "", "nonsense"]) == []
