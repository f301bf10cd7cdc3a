"""One line is one card: what it says, and what is wrong with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hartlijn.dialogues.paper.letters import PERSPECTIVES, QUESTIONS, WORDS
from hartlijn.dialogues.paper.typed import PaperCard, UnreadableError, read


def card(line: str, language: str = "nl") -> PaperCard:
    return read(line, language=language, findings=12)


@pytest.mark.parametrize(
    "line",
    [
        "3sh+ Zo ging het bij mij",
        "3SH+ Zo ging het bij mij",
        "3 s h + Zo ging het bij mij",
        "  3sh+   Zo  ging\thet bij mij ",
    ],
)
def test_signs_stand_together_or_apart(line: str) -> None:
    assert card(line) == PaperCard(
        "finding", 3, "student", "recognised", "Zo ging het bij mij",
        may_quote=True, show_perspective=False,
    )  # fmt: skip


def test_a_reason_alone_and_a_word_alone() -> None:
    assert card("12l Bij ons niet").word == ""
    assert card("12ln").reason == ""
    assert card("12ln*").show_perspective


def test_the_first_letter_of_a_reason_is_no_word() -> None:
    assert card("3s helder verhaal") == card("3 s helder verhaal")
    assert card("3s helder verhaal").word == ""


def test_an_open_question() -> None:
    assert card("md Meer tijd voor overdracht").kind == "missing"
    assert card("md More time", "en").kind == "missing"
    assert card("ss Samen roosteren").kind == "together"


def test_without_a_perspective() -> None:
    assert card("3- Alleen tekst").perspective == ""


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("", "Begin met"),
        ("een zin", "geen vraag"),
        ("?!", "Begin met"),
        ("0sh", "1 tot en met 12"),
        ("13sh", "1 tot en met 12"),
        ("xs tekst", "geen vraag"),
        ("3zh", "geen perspectief"),
        ("3sz", "geen kruisje"),
        ("msh tekst", "open vraag"),
        ("3-h tekst", "Zonder perspectief"),
        ("3s", "nog niets"),
        ("3s " + "x" * 2001, "te lang"),
    ],
)
def test_what_is_wrong_is_a_sentence(line: str, says: str) -> None:
    with pytest.raises(UnreadableError, match=says):
        card(line)


@given(line=st.text(max_size=60), language=st.sampled_from(["nl", "en"]))
def test_whatever_is_typed_it_is_a_card_or_a_sentence(line: str, language: str) -> None:
    try:
        found = card(line, language)
    except UnreadableError as error:
        assert str(error).endswith(".")  # noqa: PT017 - either of the two is right
    else:
        assert found.word or found.reason


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_word_has_a_letter_of_its_own(language: str) -> None:
    assert len(set(PERSPECTIVES.values())) == 6
    assert len(set(WORDS[language].values())) == 3
    assert len(set(QUESTIONS.values())) == 4
