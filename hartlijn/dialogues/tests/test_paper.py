"""Paper mode: printed cards, typed in afterwards, counted like phones and never made more."""

from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone

from conftest import SignIn
from hartlijn.dialogues.actions import helpers, paper
from hartlijn.dialogues.models import Contribution, Dialogue, Leading, Mark, PutFinding, Seat
from hartlijn.dialogues.paper.typed import read
from hartlijn.lib.verdict import Refused
from hartlijn.people.models import Organisation, Person
from hartlijn.people.tests.factories import a_person, a_place


@pytest.fixture
def rosa(school: Organisation) -> Person:
    """Rosa leads the dialogue."""
    rosa = a_person("Rosa")
    a_place(rosa, school, "researcher")
    return rosa


@pytest.fixture
def dialogue(school: Organisation, rosa: Person) -> Dialogue:
    """An open dialogue with two findings."""
    made: Dialogue = Dialogue.objects.create(
        organisation=school, title="Wat houdt starters vast?", state="open", code="ZEG HET"
    )
    Leading.objects.create(dialogue=made, person=rosa)
    for order, text in enumerate(("Rust helpt", "Een vast mens helpt"), 1):
        PutFinding.objects.create(dialogue=made, order=order, text=text)
    return made


def type_in(dialogue: Dialogue, line: str, token: UUID | None = None) -> UUID:
    token = token or uuid4()
    paper.type_in(dialogue, read(line, language="nl", findings=2), token)
    return token


def test_a_card_becomes_a_word_and_a_reason(dialogue: Dialogue) -> None:
    type_in(dialogue, "1sh+ Zo ging het")

    said = Contribution.objects.get()
    assert (said.text, said.perspective, said.source) == ("Zo ging het", "student", "paper")
    assert said.may_quote
    assert Mark.objects.get().word == "recognised"
    assert said.seat == Mark.objects.get().seat


def test_a_card_that_comes_twice_is_kept_once(dialogue: Dialogue) -> None:
    token = type_in(dialogue, "1sh Zo ging het")
    type_in(dialogue, "1sh Zo ging het", token)
    token = type_in(dialogue, "2sh")
    type_in(dialogue, "2sh", token)

    assert Contribution.objects.count() == 1
    assert Mark.objects.count() == 2


def test_many_cards_do_not_make_many_people(dialogue: Dialogue) -> None:
    """Three students with two cards each are three places; a group of few does not look larger."""
    for line in ("1sh", "1sd", "1sn", "2sh", "2sh", "2sd", "1th"):
        type_in(dialogue, line)

    assert Seat.objects.filter(perspective="student").count() == 3
    assert Seat.objects.filter(perspective="starter").count() == 1


def test_no_key_opens_a_place_of_paper(dialogue: Dialogue) -> None:
    type_in(dialogue, "1sh")
    assert "-" in Seat.objects.get().key_digest


def test_a_card_is_taken_back_as_if_it_never_was(dialogue: Dialogue) -> None:
    token = type_in(dialogue, "1sh Zo ging het")
    other = type_in(dialogue, "1sd")
    paper.take_back(dialogue, token)

    assert not Contribution.objects.exists()
    assert Mark.objects.get().pk == other
    assert Seat.objects.count() == 1
    paper.take_back(dialogue, token)  # twice is once


def test_after_the_reveal_a_text_counts_and_a_tick_does_not(dialogue: Dialogue) -> None:
    typed = type_in(dialogue, "1sh")
    dialogue.put.filter(order=1).update(revealed_at=timezone.now())

    kept = paper.type_in(dialogue, read("1sn Toch niet", language="nl", findings=2), uuid4())

    assert not kept.word_counts
    assert Mark.objects.count() == 1
    assert Contribution.objects.get().mark == "not"
    with pytest.raises(Refused, match="onthuld"):
        type_in(dialogue, "1sn")
    with pytest.raises(Refused, match="staat vast"):
        paper.take_back(dialogue, typed)


def test_a_dialogue_that_is_over_takes_no_cards(dialogue: Dialogue) -> None:
    Dialogue.objects.update(state="gathered", code="")
    with pytest.raises(Refused, match="voorbij"):
        type_in(dialogue, "1sh")


def test_typing_shows_what_was_understood_and_undoes_it(
    as_: SignIn, rosa: Person, dialogue: Dialogue
) -> None:
    visit, token = as_(rosa), uuid4()
    address = f"/dialogues/{dialogue.pk}/typing/"

    answer = visit.post(f"{address}card/", {"line": "2tn Bij ons niet", "token": str(token)})
    assert answer.status_code == 302
    page = visit.get(f"{address}typed/").text
    assert "Bij ons niet" in page
    assert "starter" in page

    visit.post(f"{address}{token}/take-back/")
    assert "Bij ons niet" not in visit.get(address).text
    assert not Mark.objects.exists()


def test_a_page_that_keeps_cards_hears_that_this_one_is_saved(
    as_: SignIn, rosa: Person, dialogue: Dialogue
) -> None:
    token = str(uuid4())
    answer = as_(rosa).post(
        f"/dialogues/{dialogue.pk}/typing/card/",
        {"line": "1sh", "token": token},
        headers={"Outbox": token},
    )
    assert (answer.status_code, answer["Outbox"]) == (204, token)


@pytest.mark.parametrize("line", ["", "9sh", "een zin", "1sh " + "x" * 3000, "1s\x00h"])
def test_a_card_that_cannot_be_read_keeps_what_was_typed(
    as_: SignIn, rosa: Person, dialogue: Dialogue, line: str
) -> None:
    answer = as_(rosa).post(
        f"/dialogues/{dialogue.pk}/typing/card/", {"line": line, "token": str(uuid4())}
    )
    assert answer.status_code == 422
    assert not Mark.objects.exists()
    assert line[:3] in answer.text


def test_the_sheet_has_a_card_for_everything(as_: SignIn, rosa: Person, dialogue: Dialogue) -> None:
    page = as_(rosa).get(f"/dialogues/{dialogue.pk}/paper/").text
    assert page.count('class="paper-card"') == 2 + 3, "what the screen shows, and no more"
    assert page.count("Wat houdt starters vast?</p>") == 5, "each card says of which dialogue"
    assert "Rust helpt" in page
    assert "Wat ontbreekt hier nog?" in page
    assert "Typ ze over voordat je ophaalt" in page
    assert "samen doen" not in page
    type_in(dialogue, "1sh")
    home = as_(rosa).get(f"/dialogues/{dialogue.pk}/").text
    assert "kaartjes overtypen kan dan niet meer" in home


def test_an_english_dialogue_is_printed_in_english(
    as_: SignIn, rosa: Person, dialogue: Dialogue
) -> None:
    Dialogue.objects.update(language="en")
    page = as_(rosa).get(f"/dialogues/{dialogue.pk}/paper/").text
    assert "What is missing here?" in page
    assert "recognisable" in page


@pytest.mark.parametrize("page", ["paper/", "typing/", "typing/typed/"])
def test_for_others_it_does_not_exist(
    as_: SignIn, noor: Person, dialogue: Dialogue, client: Client, page: str
) -> None:
    assert as_(noor).get(f"/dialogues/{dialogue.pk}/{page}").status_code == 404
    assert client.get(f"/dialogues/{dialogue.pk}/{page}").status_code in {302, 404}


def test_the_page_asks_no_more_when_more_was_typed(
    as_: SignIn, rosa: Person, dialogue: Dialogue, django_assert_max_num_queries: object
) -> None:
    visit, address = as_(rosa), f"/dialogues/{dialogue.pk}/typing/"
    for _card in range(9):
        visit.post(f"{address}card/", {"line": "1sh waarom", "token": str(uuid4())})
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        page = visit.get(address)
    assert page.text.count("waarom") == 9


def test_who_has_a_link_to_type_along_types_cards(
    client: Client, rosa: Person, dialogue: Dialogue
) -> None:
    key = helpers.make(dialogue, "tafel 2", by=rosa)
    client.get(f"/scribe/{key}/")
    address = f"/dialogues/{dialogue.pk}/typing/"

    answer = client.post(f"{address}card/", {"line": "1sh Ja", "token": str(uuid4())})

    assert answer.status_code == 302
    assert "Ja" in client.get(address).text
    assert client.get(f"/dialogues/{uuid4()}/typing/").status_code == 404
    helpers.end(dialogue.helpers.get(), by=rosa)
    assert "Vraag om een nieuwe link" in client.get(address).text
    late = client.post(f"{address}card/", {"line": "1sh Te laat", "token": str(uuid4())})
    assert late.status_code == 410
    assert "1sh Te laat" in late.text


def test_the_door_is_drawn_with_its_address_beside_it(
    as_: SignIn, rosa: Person, dialogue: Dialogue
) -> None:
    for page in ("paper/", "screen/"):
        text = as_(rosa).get(f"/dialogues/{dialogue.pk}/{page}").text
        assert 'class="qr-ink"' in text
        assert "testserver/join/" in text
        assert "ZEG HET" in text
    Dialogue.objects.update(state="gathered", code="")
    assert 'class="qr-ink"' not in as_(rosa).get(f"/dialogues/{dialogue.pk}/paper/").text
