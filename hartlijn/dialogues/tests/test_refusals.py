"""What is refused is said on the page itself, with what was typed; nothing blocks what comes after."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from conftest import SignIn
from hartlijn.dialogues.actions import guiding, helpers
from hartlijn.dialogues.models import Dialogue, PutFinding
from hartlijn.dialogues.tests.conftest import Enter
from hartlijn.people.models import Person

pytestmark = pytest.mark.django_db
SCRIBE = reverse("dialogues:scribe")


@pytest.fixture
def typist(hall: Dialogue, rosa: Person) -> Client:
    """Somebody with a link to type along."""
    client, key = Client(), helpers.make(hall, "Tafel 2", by=rosa)
    client.get(reverse("dialogues:scribe_link", args=[key]))
    return client


@pytest.fixture
def answered(hall: Dialogue, rosa: Person) -> Dialogue:
    """With one thing said, so that it can be gathered."""
    hall.contributions.create(number=1, kind="missing", text="Reistijd")
    return hall


def test_words_of_a_scribe_stay_when_the_dialogue_was_gathered(
    typist: Client, answered: Dialogue, rosa: Person
) -> None:
    guiding.gather(answered, by=rosa)
    form = {"tag": "1s", "text": "Nog één verhaal.", "source": "scribe", "token": str(uuid4())}

    answer = typist.post(SCRIBE, form, headers={"Outbox": form["token"]})

    assert answer.status_code == 410
    assert "Outbox" not in answer
    page = answer.content.decode()
    assert "Nog één verhaal." in page
    assert f'<out-box space="scribe:{answered.pk}">' in page
    assert Client().post(SCRIBE, form).status_code == 410


def test_a_card_that_is_refused_says_why_and_stays(
    as_: SignIn, hall: Dialogue, first: PutFinding, enter: Enter, rosa: Person
) -> None:
    enter("student").post(
        reverse("dialogues:room_mark"),
        {"put": str(first.pk), "word": "recognised", "part": "1", "token": str(uuid4())},
    )
    guiding.reveal_finding(first, by=rosa)
    there = reverse("paper:type_card", args=[hall.pk])

    answer = as_(rosa).post(there, {"line": "1sh", "token": str(uuid4())})

    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Deze bevinding is al onthuld" in page
    assert "1sh" in page


def test_a_second_click_of_who_leads_is_no_error(
    as_: SignIn, answered: Dialogue, rosa: Person
) -> None:
    led, screen = as_(rosa), reverse("dialogues:screen", args=[answered.pk])
    there = reverse("dialogues:dialogue", args=[answered.pk])

    def sent(name: str) -> str:
        return str(led.post(reverse(f"dialogues:{name}", args=[answered.pk]))["Location"])

    assert sent("open") == screen
    for name in ("gather", "gather", "open", "close", "close"):
        assert sent(name) == there
    assert "Haal eerst op wat er gezegd is." in led.get(there).content.decode()


def test_who_leads_pages_on_after_gathering(as_: SignIn, answered: Dialogue, rosa: Person) -> None:
    guiding.gather(answered, by=rosa)
    there = reverse("dialogues:screen_go", args=[answered.pk])

    assert as_(rosa).post(there, {"place": "2"}).status_code == 302

    answered.refresh_from_db()
    assert answered.on_screen == 2


def test_what_is_taken_back_too_late_gets_a_sentence(hall: Dialogue, enter: Enter) -> None:
    phone = enter("student")
    said = {"kind": "missing", "text": "Rust", "part": "3", "token": str(uuid4())}
    phone.post(reverse("dialogues:room_say"), said)
    own = hall.contributions.get(text="Rust")
    Dialogue.objects.update(state="gathered", code="")

    form = {"contribution": str(own.pk), "part": "3"}
    assert phone.post(reverse("dialogues:room_take_back"), form).status_code == 302

    assert "Er komt niets meer bij." in phone.get(reverse("dialogues:room")).content.decode()
    assert hall.contributions.filter(text="Rust").exists()
