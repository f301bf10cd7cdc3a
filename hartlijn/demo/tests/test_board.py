"""Ines reads on her board that Goes keeps its promises late, and nothing about a person."""

import re
from datetime import date
from typing import Final

import pytest
from django.urls import reverse

from conftest import SignIn
from hartlijn.demo.cast import BY_KEY, identity
from hartlijn.demo.world import make
from hartlijn.paths.evaluations import is_open, questions
from hartlijn.paths.models import Release, Side, Step
from hartlijn.paths.telling.board import board_of
from hartlijn.paths.telling.vocabulary import PROMISE_KINDS
from hartlijn.people.models import Person

pytestmark = pytest.mark.django_db
LIGHTHOUSE: Final = identity("organisation", "vuurtoren")
LOCATIONS: Final = ("Goes", "Middelburg", "Vlissingen")
NOTHING: Final = "minder dan 8 trajecten"
OFTEN: Final = {"ongeveer de helft", "meer dan de helft", "bijna alle"}
SELDOM: Final = {"bijna geen", "minder dan de helft"}


def test_ines_sees_goes_late_and_nothing_about_a_person(as_: SignIn, demo: date) -> None:
    ines = Person.objects.get(pk=BY_KEY["ines"].id)

    said = as_(ines).get(reverse("paths:board", args=[LIGHTHOUSE])).content.decode()

    main = re.sub(r"\s+", " ", said.split("<main")[1].split("</main>")[0])
    together = main.split("<caption>")[1]
    late = {place: late_at(together, place) for place in LOCATIONS}
    assert late["Goes"] in OFTEN
    assert late["Middelburg"] in SELDOM
    starters = Side.objects.filter(organisation=LIGHTHOUSE).values_list("path__starter__name")
    assert len(starters) > 40
    assert not [name for (name,) in starters if name in main]


def late_at(table: str, place: str) -> str:
    """The last word of the row of what the organisation says."""
    row = table.split(f"<strong>{place}</strong>")[1].split("</tr>")[1]
    return str(re.findall(r"<td>(.*?)</td>", row)[-1])


@pytest.mark.parametrize("day", [date(2026, 2, 28), date(2026, 10, 1), date(2027, 3, 31)])
def test_it_is_so_on_whatever_day_the_world_is_made(day: date) -> None:
    make(day)

    board = board_of(Release.objects.filter(organisation=LIGHTHOUSE)[0], None, questions())
    assert board.answers

    named = {block.name: block for block in board.promises}
    talks = {place.name: place.rows for place in named[str(PROMISE_KINDS["talks"])].places}
    assert all(word != NOTHING for place in LOCATIONS for word in talks[place][0])
    late = {place.name: place.rows[0][2] for place in board.together.places}
    assert late["Goes"] in OFTEN
    assert late["Middelburg"] in SELDOM
    assert late["Vlissingen"] in SELDOM
    answered = {
        place.name for one in board.answers.questions for place in one.places
        if NOTHING not in place.rows[0]
    }  # fmt: skip
    assert len(answered & set(LOCATIONS)) >= 2
    moment = Step.objects.get(side__path__starter=BY_KEY["mila"].id, key="evaluation-12")
    assert is_open(moment.due_on, day), "nobody would look at the page of an evaluation"
