"""A list as a spreadsheet saves it, or as somebody pastes it."""

import csv
import io
import unicodedata
from dataclasses import astuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import AT_NIGHT
from hartlijn.people.guest_list import (
    EMPTY,
    FORMULAS,
    LARGEST,
    NO_HEADER,
    NOBODY,
    TOO_LARGE,
    TOO_MANY,
    UNREADABLE,
    GuestList,
    Line,
    harmless,
    read,
    read_text,
)

ANNA = Line(2, "Anna de Boer", "anna@thuis.example", "starter", "Team Oost", "1-9-2026", "")


@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_the_columns_stand_apart_by_any_of_three_signs(sign: str) -> None:
    header = ["naam", "e-mail", "rol", "onderdeel", "vanaf", "tot"]
    anna = ["Anna de Boer", "anna@thuis.example", "starter", "Team Oost", "1-9-2026", ""]

    assert read_text(f"{sign.join(header)}\n{sign.join(anna)}\n").lines == (ANNA,)


@pytest.mark.parametrize("title", ["e-mail", "E-mail", "Email", "e-mailadres", "E-MAIL ADDRESS"])
def test_a_title_may_be_written_in_many_ways(title: str) -> None:
    assert read_text(f"{title}\nanna@thuis.example").lines[0].email == "anna@thuis.example"


def test_english_titles_and_another_order() -> None:
    text = "until,from,unit,role,email,name\n,1-9-2026,Team Oost,starter,anna@thuis.example,Anna de Boer"

    assert read_text(text).lines == (ANNA,)


@pytest.mark.parametrize(
    "content",
    [
        "naam;e-mail\nZoë;zoe@thuis.example".encode(),
        "naam;e-mail\r\nZoë;zoe@thuis.example\r\n".encode("utf-8-sig"),
        "naam;e-mail\r\nZoë;zoe@thuis.example\r\n".encode("cp1252"),
        "naam\te-mail\r\nZoë\tzoe@thuis.example\r\n".encode("utf-16"),
        b"naam;e-mail\rZo\xeb;zoe@thuis.example\r",
        "sep=;\nnaam;e-mail\nZoe\u0308;zoe@thuis.example".encode(),
    ],
)
def test_a_name_survives_every_way_of_saving(content: bytes) -> None:
    assert [line.name for line in read(content).lines] == ["Zoë"]


def test_a_row_has_the_number_the_spreadsheet_shows() -> None:
    found = read_text('\nnaam;e-mail\n\n"Anna\nMaria";a@thuis.example\n;;\nBas;b@thuis.example\n')

    assert [line.number for line in found.lines] == [4, 7]


def test_columns_nobody_asked_for_are_named() -> None:
    assert read_text("e-mail;telefoon;klas\na@thuis.example;06;3b").unused == ("telefoon", "klas")


def test_our_own_export_comes_back_as_it_was() -> None:
    text = f"naam;e-mail\n{harmless('=Anna')};anna@thuis.example\n't Hart;hart@thuis.example"

    assert [line.name for line in read_text(text).lines] == ["=Anna", "'t Hart"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", EMPTY),
        (" \n;;\n", EMPTY),
        ("naam;e-mail\n", NOBODY),
        ("e-mail;klas\n;3b", NOBODY),
        ("Anna;anna@thuis.example\nBas;bas@thuis.example", NO_HEADER),
        ("naam;rol\nAnna;starter", NO_HEADER),
        ("e-mail\n" + "a@thuis.example\n" * 501, TOO_MANY),
        ("x" * (LARGEST + 1), TOO_LARGE),
        ('e-mail\n"' + "x" * 140_000, UNREADABLE),
    ],
)
def test_a_list_that_cannot_be_used_gets_a_sentence(text: str, problem: object) -> None:
    found = read_text(text)

    assert found.problem == problem
    assert not found.lines


def test_a_column_that_stands_there_twice_is_named() -> None:
    assert "‘Mail’" in str(read_text("e-mail;Mail\na@thuis.example;b@thuis.example").problem)


def test_500_rows_go_along() -> None:
    assert len(read_text("e-mail\n" + "a@thuis.example\n" * 500).lines) == 500


def test_a_file_that_is_too_large_is_not_even_read() -> None:
    assert read(b"e-mail\n" + b"x" * LARGEST).problem == TOO_LARGE


def test_no_formula_leaves() -> None:
    for sign in FORMULAS:
        assert harmless(f"{sign}1+1") == f"'{sign}1+1"
    assert harmless("Anna") == "Anna"


@settings(max_examples=300 if AT_NIGHT else 100, deadline=None)
@given(st.one_of(st.binary(max_size=400), st.text(max_size=300).map(lambda t: t.encode("utf-16"))))
def test_no_file_breaks_it(content: bytes) -> None:
    assert isinstance(read(content), GuestList)


@settings(max_examples=300 if AT_NIGHT else 100, deadline=None)
@given(
    st.lists(
        st.sampled_from(["e-mail", "naam", ";", ",", "\t", '"', "\n", "\r", "a@b.nl", "\0"])
    ).map("".join)
)
def test_nothing_pasted_breaks_it(text: str) -> None:
    found = read_text(text)

    assert bool(found.problem) != bool(found.lines)


words = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20).filter(
    lambda word: not word.startswith(("'", "sep="))
)


@settings(max_examples=300 if AT_NIGHT else 100, deadline=None)
@given(
    st.lists(st.tuples(words, words, words, words), min_size=1, max_size=20),
    st.sampled_from(";,\t"),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_every_row_comes_back(
    rows: list[tuple[str, str, str, str]], sign: str, coding: str
) -> None:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=sign)
    writer.writerows([("naam", "e-mail", "rol", "onderdeel"), *rows])

    found = read(file.getvalue().encode(coding))

    normal = [tuple(_nfc(word) for word in row) for row in rows]
    assert [astuple(line)[1:5] for line in found.lines] == normal


def _nfc(word: str) -> str:
    return unicodedata.normalize("NFC", word)
