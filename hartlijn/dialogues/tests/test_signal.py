"""After a dialogue a signal can go upwards; participants read it, and its answer."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from conftest import SignIn
from hartlijn.dialogues.actions import checking, guiding, room
from hartlijn.dialogues.actions.room import Said
from hartlijn.dialogues.models import Dialogue
from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Person
from hartlijn.signalling.actions.answering import answer
from hartlijn.signalling.models import Addressee, Signal

SAID = {
    "known": "",
    "name": "Ministerie van VWS",
    "address": "post@ministerie.example",
    "kind": "ministry",
    "text": "Er is te weinig tijd om in te werken.",
    "answer_by": (civil_day() + timedelta(days=60)).isoformat(),
}


@pytest.fixture
def gathered(hall: Dialogue, rosa: Person) -> Dialogue:
    [(seat, _key)] = room.seats_of([room.join(hall, "student")])
    room.say(seat, Said("missing", "Reistijd", uuid4()))
    guiding.gather(hall, by=rosa)
    hall.refresh_from_db()
    return hall


def there(dialogue: Dialogue) -> str:
    return reverse("dialogues:signal", args=[dialogue.pk])


def test_it_goes_once_and_its_answer_stands_with_the_dialogue(
    as_: SignIn, gathered: Dialogue, rosa: Person
) -> None:
    for _time in range(2):
        assert as_(rosa).post(there(gathered), SAID).status_code == 302
    signal = Signal.objects.get()
    assert (signal.reference, signal.to_name) == (gathered.reference, "Ministerie van VWS")

    Signal.objects.update(key_until=signal.answer_by)
    answer(signal, "Wij kijken ernaar.", answered_as="de minister")
    checking.lay_open(gathered, civil_day() + timedelta(days=9), by=rosa)

    draft = reverse("dialogues:draft_read", args=[checking.link_token(gathered)])
    for page in (as_(rosa).get(there(gathered)), Client().get(draft)):
        assert "Wij kijken ernaar." in page.content.decode()


def test_an_addressee_of_the_desk_can_be_chosen(
    as_: SignIn, gathered: Dialogue, rosa: Person
) -> None:
    one = Addressee.objects.create(
        organisation=gathered.organisation, kind="school", name="Opleiding", address="o@b.nl"
    )

    assert as_(rosa).post(there(gathered), SAID | {"known": one.pk, "name": ""}).status_code == 302

    assert Signal.objects.get().to_address == "o@b.nl"


def test_a_name_is_said_first_and_stops_nothing(
    as_: SignIn, gathered: Dialogue, rosa: Person, joost: Person
) -> None:
    said = SAID | {"text": "Volgens Joost is er geen tijd."}
    page = as_(rosa).post(there(gathered), said)
    assert page.status_code == 422
    assert "Dit lijkt een persoon te noemen" in page.content.decode()
    assert joost.email not in page.content.decode()

    assert as_(rosa).post(there(gathered), said | {"as_it_is": "yes"}).status_code == 302


@pytest.mark.parametrize(
    "wrong",
    [{"name": ""}, {"address": "x"}, {"answer_by": "2020-01-01"}, {"text": ""}, {"known": "x"}],
)
def test_what_is_wrong_gets_a_sentence(
    as_: SignIn, gathered: Dialogue, rosa: Person, wrong: dict[str, str]
) -> None:
    answer = as_(rosa).post(there(gathered), SAID | wrong)

    assert answer.status_code == 422
    assert not Signal.objects.exists()


def test_not_before_it_was_gathered_and_only_by_who_leads(
    as_: SignIn, hall: Dialogue, rosa: Person, noor: Person
) -> None:
    refused = as_(rosa).post(there(hall), SAID)
    assert refused.status_code == 422
    assert SAID["text"] in refused.content.decode()
    assert as_(noor).get(there(hall)).status_code == 404
