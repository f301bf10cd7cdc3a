"""The report of the real dialogue beside the original, and what a report alone can answer."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from hartlijn.dialogues.report.draft import draft
from hartlijn.dialogues.report.meeting import Language
from hartlijn.dialogues.report.saying import LANGUAGES
from hartlijn.dialogues.report.tests.questions import QUESTIONS, Asked
from hartlijn.dialogues.shipped import meeting_from
from hartlijn.dialogues.tests.side_by_side import POINTS, Point, page
from hartlijn.library import shelf

REAL = "vlissingen-2024"
PAGE = Path(__file__).parents[3] / "docs" / "dialogue-2024-09-10.md"
EVERY = [(key, one) for key, those in QUESTIONS.items() for one in those]


def whole(key: str, language: Language) -> str:
    report = draft(meeting_from(key))
    return " ".join(one.text(language) for one in report.sentences)


def test_the_page_in_the_docs_is_what_the_report_says_now() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("point", POINTS, ids=lambda one: one.original[:40])
def test_every_point_of_the_original_stands_in_the_report(point: Point) -> None:
    keys = {one.key for one in draft(meeting_from(REAL)).sentences}

    assert point.sentences
    assert set(point.sentences) <= keys


def test_every_sentence_about_the_content_answers_a_point() -> None:
    covered = {key for one in POINTS for key in one.sentences}
    content = {
        one.key
        for one in draft(meeting_from(REAL)).sentences
        if not one.key.startswith(("who/recorded", "reading/"))
    }

    assert content - covered == set()


def test_the_real_report_gives_no_counts_votes_or_perspectives() -> None:
    held = meeting_from(REAL)

    assert held.people is None
    assert {one.number for one in held.who} == {None}
    assert {one.perspective for one in held.contributions} == {None}
    assert {one.marks for one in held.findings} == {None}
    assert not re.search(
        r"\d+ van de|bijdragen (gingen|achter)|meerderheid|bijna iedereen", whole(REAL, "nl")
    )


def test_the_real_one_invents_no_questions_and_no_speaker() -> None:
    report = draft(meeting_from(REAL))

    assert meeting_from(REAL).questions == ()
    headings = {one.key: one.heading.nl for one in report.sections}
    assert headings["quotes"] == "Zoals de bron het zegt"


@pytest.mark.parametrize("key", QUESTIONS)
def test_a_lead_reads_in_a_list_without_its_report(key: str) -> None:
    begins = {
        one.text.of(tongue).split()[0] for one in meeting_from(key).leads for tongue in LANGUAGES
    }

    assert begins.isdisjoint({"Die", "Dat", "Dit", "Daarbij", "Ook", "Zij", "It", "This", "They"})


@pytest.mark.parametrize("key", QUESTIONS)
def test_in_english_no_dutch_is_left(key: str) -> None:
    gaps = [one.key for one in draft(meeting_from(key)).sentences if any(r.is_gap for r in one.en)]

    assert gaps == []


def test_only_the_line_the_original_prints_is_quoted() -> None:
    quoted = [one.text("nl") for one in draft(meeting_from(REAL)).sentences if one.quotes]

    assert quoted == ["‘Meer uit het hoofd, naar het hart.’"]


@pytest.mark.parametrize(("key", "asked"), EVERY, ids=lambda one: str(one)[:50])
def test_who_knows_only_the_report_can_answer(key: str, asked: Asked) -> None:
    _question, *answers = asked
    for language, answer in zip(LANGUAGES, answers, strict=True):
        assert answer in whole(key, language)


def test_ten_questions_about_each_of_three_meetings() -> None:
    assert {key: len(those) for key, those in QUESTIONS.items()} == dict.fromkeys(QUESTIONS, 10)
    assert set(QUESTIONS) == {one.key for one in shelf.every("dialogue")}


@pytest.mark.parametrize("key", QUESTIONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_sentences_in_a_row_begin_alike(key: str, language: Language) -> None:
    for section in draft(meeting_from(key)).sections:
        begins = [" ".join(one.text(language).split()[:3]) for one in section.sentences]
        pairs = pairwise(begins)

        assert [one for one, other in pairs if one == other and len(one) > 12] == []
