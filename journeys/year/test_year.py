"""From her third placement year to a year at work, with whether the organisation keeps its word.

Three people play it in browsers of their own (Noor on her phone, Sam at a dark desk in English,
Ines at hers), and seven others come by. The clock of the house is moved, and after the people are
there everything is done on pages: this package never asks the database anything.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from journeys.year import first_months, halfway, hand_over, meeting, placement, year_end
from journeys.year.story import Story

pytestmark = pytest.mark.long
CHAPTERS: tuple[Callable[[Story], None], ...] = (
    placement.both_desks_begin_her_path,
    placement.each_sees_what_is_theirs,
    meeting.three_at_one_table,
    hand_over.she_is_invited_and_chooses_who_walks_along,
    hand_over.in_one_conversation_her_path_is_handed_over,
    first_months.ines_begins_her_path,
    first_months.a_month_is_said_by_both,
    first_months.who_has_to_act_is_reminded,
    first_months.they_see_it_differently,
    first_months.what_she_keeps_is_seen_nowhere,
    halfway.a_month_with_the_keyboard_alone,
    halfway.a_promise_is_made_anew,
    halfway.three_weeks_of_leave_shift_her_days,
    year_end.the_path_is_evaluated_in_chosen_words,
    halfway.a_newer_version_is_taken,
    year_end.the_months_go_by,
    year_end.the_board_says_that_there_are_too_few,
    year_end.a_year_stands_on_one_page,
)


HERE = Path(__file__).parent
WITH_TABLES = {"seed.py", Path(__file__).name}


def test_after_the_people_are_there_the_story_asks_the_database_nothing() -> None:
    for file in HERE.glob("*.py"):
        if file.name not in WITH_TABLES:
            text = file.read_text(encoding="utf-8")
            assert "hartlijn." not in text, file.name
            assert "import django" not in text, file.name


def test_no_installation_knows_the_variable_that_moves_the_clock() -> None:
    for folder in ("config", "hartlijn", "setup"):
        for file in (HERE.parents[1] / folder).rglob("*.py"):
            assert "YEAR_MOVED" not in file.read_text(encoding="utf-8"), file


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda one: one.__name__)
def test_a_year(story: Story, chapter: Callable[[Story], None]) -> None:
    story.tell_until(chapter, CHAPTERS)
