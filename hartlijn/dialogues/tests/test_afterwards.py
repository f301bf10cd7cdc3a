"""Themes, a scribe, gathering and closing."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from conftest import SignIn
from hartlijn.dialogues.actions import guiding, helpers
from hartlijn.dialogues.models import Contribution, Dialogue, PutFinding, Theme
from hartlijn.dialogues.parts import at, parts
from hartlijn.dialogues.tests.conftest import Enter
from hartlijn.lib.verdict import Refused
from hartlijn.people.models import Person

pytestmark = pytest.mark.django_db


def note(client: Client, tag: str, text: str = "Gezegd.", **more: str) -> int:
    """Type along; the status of the answer."""
    form = {"tag": tag, "text": text, "source": "scribe", "token": str(uuid4())} | more
    return client.post(reverse("dialogues:scribe"), form).status_code


@pytest.fixture
def typist(hall: Dialogue, rosa: Person) -> Client:
    """Somebody without an account, with the link of a scribe."""
    client, key = Client(), helpers.make(hall, "Tafel 2", by=rosa)
    assert client.get(reverse("dialogues:scribe_link", args=[key])).status_code == 302
    return client


@pytest.fixture
def said(hall: Dialogue, rosa: Person) -> list[Contribution]:
    """Three things that are missing, revealed."""
    rows = [
        hall.contributions.create(number=number, kind="missing", text=f"Mist {number}")
        for number in (1, 2, 3)
    ]
    guiding.reveal_question(hall, "missing", by=rosa)
    hall.refresh_from_db()
    return rows


def test_two_keys_say_about_what_and_from_whom(typist: Client, hall: Dialogue) -> None:
    for tag in ("1s", "2L", "m", "o d", "2"):
        assert note(typist, tag) == 302

    rows = hall.contributions.values_list("kind", "put__order", "perspective", "source")
    assert list(rows) == [
        ("finding", 1, "student", "scribe"),
        ("finding", 2, "leader", "scribe"),
        ("missing", None, "", "scribe"),
        ("education", None, "teacher", "scribe"),
        ("finding", 2, "", "scribe"),
    ]


@pytest.mark.parametrize("tag", ["", "99s", "x", "1z", "zz", "<b>"])
def test_a_tag_that_says_nothing_is_refused_and_the_words_stay(
    typist: Client, hall: Dialogue, tag: str
) -> None:
    form = {"tag": tag, "text": "Lang verhaal.", "source": "scribe"}
    answer = typist.post(reverse("dialogues:scribe"), form)

    assert answer.status_code == 422
    assert "Lang verhaal." in answer.content.decode()
    assert not hall.contributions.exists()


def test_a_number_that_is_not_there_is_said_before_the_letter(typist: Client) -> None:
    form = {"tag": "9x", "text": "Iets.", "source": "scribe"}
    page = typist.post(reverse("dialogues:scribe"), form).content.decode()

    assert "Er is geen bevinding 9. De laatste is 2." in page
    assert "hoort bij geen perspectief" not in page


def test_what_a_scribe_typed_wrong_is_taken_back(typist: Client, hall: Dialogue) -> None:
    note(typist, "1s", "Verkeerd.")
    note(typist, "1s", "Goed.")
    page = typist.get(reverse("dialogues:scribe")).content.decode()
    assert page.count('id="lately"') == 1
    there = reverse("paper:take_back", args=[hall.pk, hall.contributions.get(number=1).token])
    assert there in page

    answer = typist.post(there, {"from": "scribe"})

    assert answer["Location"] == reverse("dialogues:scribe")
    assert hall.contributions.get().text == "Goed."


def test_who_types_cannot_take_back_what_a_phone_wrote(typist: Client, hall: Dialogue) -> None:
    made = hall.contributions.create(number=1, kind="missing", text="Van een telefoon.")

    typist.post(reverse("paper:take_back", args=[hall.pk, made.token]), {"from": "scribe"})

    assert hall.contributions.get() == made


def test_the_link_of_a_scribe_works_until_it_is_stopped(
    as_: SignIn, typist: Client, hall: Dialogue, rosa: Person
) -> None:
    helper = hall.helpers.get()
    as_(rosa).post(reverse("dialogues:helper_end", args=[helper.pk]))

    assert "werkt nu niet" in typist.get(reverse("dialogues:scribe")).content.decode()
    assert note(typist, "1s") == 410
    assert typist.get(reverse("dialogues:scribe_lately")).status_code == 302
    forged = Client().get(reverse("dialogues:scribe_link", args=["forged"]))
    assert forged["Location"] == reverse("dialogues:scribe")
    assert not hall.contributions.exists()


def test_who_leads_makes_a_link_and_types_along(as_: SignIn, hall: Dialogue, rosa: Person) -> None:
    led = as_(rosa)
    shown = led.post(reverse("dialogues:helper", args=[hall.pk]), {"name": "Tafel 1"})
    assert "/scribe/" in shown.content.decode()
    assert led.post(reverse("dialogues:helper", args=[hall.pk]), {}).status_code == 422
    led.post(reverse("dialogues:type_along", args=[hall.pk]))

    assert note(led, "ms", text="Iets.") == 302
    assert "Iets." in led.get(reverse("dialogues:scribe")).content.decode()
    assert "Iets." in led.get(reverse("dialogues:scribe_lately")).content.decode()


def test_several_get_one_name_and_it_can_be_undone(
    as_: SignIn, hall: Dialogue, said: list[Contribution], rosa: Person
) -> None:
    led = as_(rosa)
    name = reverse("dialogues:themes_name", args=[hall.pk])
    led.post(name, {"chosen": [str(said[0].pk), str(said[1].pk)], "name": "Tijd"})
    led.post(name, {"chosen": [str(said[2].pk)], "name": "Rust"})
    time, rest = Theme.objects.get(name="Tijd"), Theme.objects.get(name="Rust")
    assert time.contributions.count() == 2

    led.post(reverse("dialogues:theme_merge", args=[rest.pk]), {"into": str(time.pk)})
    shown = led.get(reverse("dialogues:theme", args=[time.pk])).content.decode()
    assert "Mist 3" in shown
    assert "Rust" in shown
    led.post(reverse("dialogues:theme_take_apart", args=[rest.pk]))
    shown = led.get(reverse("dialogues:theme", args=[time.pk])).content.decode()
    assert "Mist 3" not in shown

    led.post(reverse("dialogues:contribution_take_out", args=[said[0].pk]))
    assert time.contributions.count() == 1
    led.post(reverse("dialogues:theme", args=[time.pk]), {"name": "Inwerktijd", "says": "Zo."})
    time.refresh_from_db()
    assert (time.name, time.says) == ("Inwerktijd", "Zo.")
    led.post(reverse("dialogues:theme_remove", args=[time.pk]))
    assert hall.contributions.filter(theme=None).count() == 2


def test_a_name_that_is_there_takes_more_in(
    as_: SignIn, hall: Dialogue, said: list[Contribution], rosa: Person
) -> None:
    for one in said:
        form = {"chosen": [str(one.pk)], "name": "tijd" if one.number > 1 else "Tijd"}
        as_(rosa).post(reverse("dialogues:themes_name", args=[hall.pk]), form)

    assert Theme.objects.get().contributions.count() == 3


def test_nothing_chosen_or_no_name_gets_a_sentence(
    as_: SignIn, hall: Dialogue, said: list[Contribution], rosa: Person
) -> None:
    address = reverse("dialogues:themes_name", args=[hall.pk])
    nothing = as_(rosa).post(address, {"name": "Tijd"})
    assert nothing.status_code == 422
    assert "Kies eerst" in nothing.content.decode()
    unnamed = as_(rosa).post(address, {"chosen": [str(said[0].pk)], "name": ""})
    assert unnamed.status_code == 422
    assert "checked" in unnamed.content.decode()
    assert as_(rosa).post(address, {"chosen": ["nonsense"], "name": "x"}).status_code == 404
    itself = hall.themes.create(name="Zelf")
    merge = reverse("dialogues:theme_merge", args=[itself.pk])
    assert as_(rosa).post(merge, {"into": str(itself.pk)}).status_code == 403


def test_a_contribution_is_retold_or_left_out(
    as_: SignIn, hall: Dialogue, said: list[Contribution], rosa: Person
) -> None:
    form = {"translation": "Missing 1", "retold": "Er mist iets.", "hidden": "on"}
    address = reverse("dialogues:contribution", args=[said[0].pk])
    assert as_(rosa).get(address).status_code == 200
    as_(rosa).post(address, form)

    found = Contribution.objects.get(pk=said[0].pk)
    assert (found.translation, found.hidden, found.text) == ("Missing 1", True, "Mist 1")
    listed = as_(rosa).get(reverse("dialogues:themes", args=[hall.pk]) + "?kind=missing&loose=1")
    assert "telt niet mee" in listed.content.decode()


def test_five_thousand_contributions_are_paged(as_: SignIn, hall: Dialogue, rosa: Person) -> None:
    Contribution.objects.bulk_create(
        Contribution(dialogue=hall, number=number, kind="missing", text=f"Mist {number}")
        for number in range(1, 5_001)
    )
    guiding.reveal_question(hall, "missing", by=rosa)
    guiding.go(hall, 3, by=rosa)

    for name in ("themes", "screen", "dialogue"):
        shown = as_(rosa).get(reverse(f"dialogues:{name}", args=[hall.pk])).content
        assert len(shown) < 100_000
    last = as_(rosa).get(reverse("dialogues:themes", args=[hall.pk]) + "?page=9999")
    assert "Mist 5000" in last.content.decode()


def test_the_screen_goes_on_and_back_and_no_further(
    as_: SignIn, hall: Dialogue, rosa: Person
) -> None:
    led, go = as_(rosa), reverse("dialogues:screen_go", args=[hall.pk])
    for place, shown in (("2", 2), ("999", 6), ("0", 0)):
        led.post(go, {"place": place})
        hall.refresh_from_db()
        assert hall.on_screen == shown
    assert led.post(go, {"place": "-1"}).status_code == 404
    assert led.post(go, {"place": "9" * 5000}).status_code == 404
    assert led.post(reverse("dialogues:screen_reveal", args=[hall.pk])).status_code == 302
    assert "Wat herken je?" in led.get(reverse("dialogues:screen", args=[hall.pk])).content.decode()
    assert at(parts(hall, []), 99).what == "end"


def test_a_question_is_revealed_once(
    hall: Dialogue, said: list[Contribution], rosa: Person
) -> None:
    with pytest.raises(Refused, match="al onthuld"):
        guiding.reveal_question(hall, "missing", by=rosa)
    with pytest.raises(Refused, match="nog niemand"):
        guiding.reveal_question(hall, "education", by=rosa)


def test_gathering_keeps_who_was_there_and_closing_empties_the_room(
    as_: SignIn, enter: Enter, hall: Dialogue, first: PutFinding, rosa: Person
) -> None:
    phones = [enter("student") for _n in range(5)] + [enter("leader")]
    form = {"put": str(first.pk), "word": "not", "part": "1"}
    for phone in phones:
        phone.post(reverse("dialogues:room_mark"), form)
    led = as_(rosa)
    led.post(reverse("dialogues:close", args=[hall.pk]))
    hall.refresh_from_db()
    assert hall.state == "open"

    led.post(reverse("dialogues:gather", args=[hall.pk]))

    hall.refresh_from_db()
    assert (hall.state, hall.code, hall.people) == ("gathered", "", 6)
    assert hall.present == [
        {"perspective": "student", "number": 5},
        {"perspective": "leader", "number": None},
    ]
    first.refresh_from_db()
    assert first.shown
    assert first.shown["counts"] == [0, 0, 6]
    assert len(first.shown["blocks"]) == 1
    led.post(reverse("dialogues:open", args=[hall.pk]))
    hall.refresh_from_db()
    assert hall.state == "gathered"
    led.post(reverse("dialogues:close", args=[hall.pk]))
    assert not hall.seats.exists()
    assert phones[0].get(reverse("dialogues:room")).status_code == 302
