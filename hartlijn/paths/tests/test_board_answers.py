"""What starters answered stands on the board by quarter, by the same door as everything on it."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path

import pytest
from pytest_django import Settings

from hartlijn.paths.actions import board
from hartlijn.paths.evaluations import questions
from hartlijn.paths.models import Evaluation, Release, Side
from hartlijn.paths.tests.conftest import Work
from hartlijn.paths.tests.on_board import MONTH, Place, a_location, bare, page, paths_at
from hartlijn.people.models import Person
from hartlijn.stats.disclosure import SMALLEST

pytestmark = pytest.mark.django_db
QUARTER = (date(2026, 7, 1), date(2026, 9, 30))
SAID = date(2026, 9, 20)
TALKS = "talks"


def answered(
    work: Work, place: Place, number: int, *words: str, said_on: date = SAID
) -> Iterator[Side]:
    """So many paths that answered at a moment, one word each, in turn."""
    for side, word in zip(paths_at(work.template, place, number), cycle(words), strict=False):
        answer(side, word, said_on=said_on)
        yield side


def answer(side: Side, word: str, *, moment: str = "month-3", said_on: date = SAID) -> None:
    """One word on one question."""
    Evaluation.objects.create(side=side, moment=moment, question=TALKS, word=word, said_on=said_on)


def both_boards(work: Work, leader: Person) -> tuple[str, str]:
    """As the desk reads it, and as a team leader."""
    return bare(page(work.ines, work.organisation)), bare(page(leader, work.organisation))


def row_of(work: Work, place: str) -> list[str]:
    """What the board of Ines says of the talks at a place: a word for each they could choose."""
    said = re.sub(r"\s+", " ", page(work.ines, work.organisation).text)
    question = next(one.question for one in questions() if one.key == TALKS)
    _before, table = said.split(f"{question}</caption>")
    row = table.split(f'<th scope="row">{place}</th>')[1].split("</tr>")[0]
    return re.findall(r"<td>(.*?)</td>", row)


def test_a_board_tells_of_the_quarter_that_ended() -> None:
    for month in (9, 10, 11):
        assert board.quarter_of(date(2026, month, 1)) == QUARTER
    assert board.quarter_of(date(2027, 1, 1)) == (date(2026, 10, 1), date(2026, 12, 31))


def test_the_board_says_by_location_what_starters_answered(work: Work) -> None:
    goes, veere = (a_location(work.organisation, name) for name in ("Goes", "Veere"))
    list(answered(work, goes, 8, "seldom"))
    list(answered(work, veere, 10, "mostly", "sometimes"))
    board.freeze(work.organisation, MONTH)

    assert row_of(work, "Goes") == ["bijna geen", "bijna geen", "bijna alle"]
    assert row_of(work, "Veere") == ["ongeveer de helft", "ongeveer de helft", "bijna geen"]
    assert row_of(work, "Alles bij elkaar")[2] == "ongeveer de helft"
    leader = page(veere.leader, work.organisation).text
    assert "ongeveer de helft" in leader
    assert "Goes" not in leader


def test_somebody_who_answered_twice_counts_once_with_the_last_word(work: Work) -> None:
    goes = a_location(work.organisation, "Goes")
    for side in answered(work, goes, 7, "seldom"):
        answer(side, "mostly", moment="month-6", said_on=SAID + timedelta(days=1))
    board.freeze(work.organisation, MONTH)
    assert "Gingen de gesprekken" not in page(work.ines, work.organisation).text
    Release.objects.all().delete()

    list(answered(work, goes, 1, "mostly"))
    board.freeze(work.organisation, MONTH)

    assert row_of(work, "Goes") == ["bijna alle", "bijna geen", "bijna geen"]


@pytest.mark.parametrize("number", range(1, SMALLEST))
def test_the_page_is_the_same_whatever_a_number_below_the_threshold(
    work: Work, number: int
) -> None:
    goes, veere = (a_location(work.organisation, name) for name in ("Goes", "Veere"))
    list(answered(work, goes, 9, "mostly"))
    unanswered = list(paths_at(work.template, veere, SMALLEST - 1))
    board.freeze(work.organisation, MONTH)
    none = both_boards(work, veere.leader)
    Release.objects.all().delete()

    for side in unanswered[:number]:
        answer(side, "seldom")
    board.freeze(work.organisation, MONTH)

    assert both_boards(work, veere.leader) == none


def test_a_quarter_stands_the_same_on_each_of_its_boards(work: Work) -> None:
    goes = a_location(work.organisation, "Goes")
    sides = list(answered(work, goes, 9, "mostly"))
    board.freeze(work.organisation, date(2026, 9, 1))
    before = row_of(work, "Goes")

    Evaluation.objects.filter(side__in=sides).update(word="seldom")
    list(answered(work, goes, 9, "seldom"))
    for month in (10, 11):
        board.freeze(work.organisation, date(2026, month, 1))
        assert row_of(work, "Goes") == before

    board.freeze(work.organisation, date(2026, 12, 1))
    assert "Gingen de gesprekken" not in page(work.ines, work.organisation).text


def test_words_and_questions_that_are_no_more_count_for_nothing(work: Work) -> None:
    goes = a_location(work.organisation, "Goes")
    sides = list(answered(work, goes, 7, "mostly"))
    sides += answered(work, goes, 3, "splendid")
    for side in sides:
        Evaluation.objects.create(
            side=side, moment="month-3", question="gone", word="mostly", said_on=SAID
        )

    body = board.body_of(work.organisation, MONTH)

    assert not [one for one in body["evaluations"]["answers"] if one["whole"]]


def test_a_question_that_is_put_in_other_words_stands_so_on_the_next_look(
    work: Work, settings: Settings, tmp_path: Path
) -> None:
    shipped, _own = settings.CONTENT
    settings.CONTENT = (shipped, tmp_path)
    list(answered(work, a_location(work.organisation, "Goes"), 8, "seldom"))
    board.freeze(work.organisation, MONTH)
    assert "Gingen de gesprekken" in page(work.ines, work.organisation).text

    ours = (Path(shipped) / "evaluations" / f"{TALKS}.toml").read_text()
    (tmp_path / "evaluations").mkdir()
    other = ours.replace("Gingen de gesprekken", "Waren er gesprekken die")
    (tmp_path / "evaluations" / f"{TALKS}.toml").write_text(other)

    said = page(work.ines, work.organisation).text
    assert "Waren er gesprekken die" in said
    assert "Gingen de gesprekken" not in said


def test_a_month_that_was_frozen_before_boards_told_of_answers_can_be_read(work: Work) -> None:
    release = board.freeze(work.organisation, MONTH)
    del release.body["evaluations"]
    release.save()

    assert page(work.ines, work.organisation).status_code == 200


def test_a_day_of_another_quarter_does_not_count(work: Work) -> None:
    goes = a_location(work.organisation, "Goes")
    list(answered(work, goes, 9, "mostly", said_on=date(2026, 10, 1)))

    body = board.body_of(work.organisation, MONTH)

    assert not [one for one in body["evaluations"]["answers"] if one["whole"]]
