"""Ways to begin a sentence, and the moments of aftercare: as shipped, and as somebody writes them."""

import re
from pathlib import Path

import pytest
from django.conf import settings as installed
from pytest_django import Settings

from conftest import SignIn
from hartlijn.library import shelf
from hartlijn.library.definition import Definition
from hartlijn.library.tests.conftest import Write
from hartlijn.library.together import PARTS
from hartlijn.people.models import Person

HELP = """
purpose = "help"
title.nl = "Hulp"
title.en = "Help"
about.nl = "Eén zin."
about.en = "One sentence."
source = "Joost"
licence = "CC-BY-4.0"

[[parts]]
name = "ask"
question.nl = "Waar bij?"
question.en = "With what?"
starters = [
  { nl = "Heb je even voor …", en = "Do you have a moment for …" },
]
"""
MOMENT = """
day = 3
until = 7
title.nl = "Dag 3"
title.en = "Day 3"
question.nl = "Hoe is het nu?"
question.en = "How is it now?"
what = [
  { nl = "Rust", en = "Rest" },
  { nl = "Praten", en = "Talking" },
]
people = [
  { nl = "Thuis", en = "At home" },
  { nl = "Niemand", en = "Nobody" },
]
earlier.nl = "Bel je huisarts."
earlier.en = "Call your GP."
source = "Joost"
licence = "CC-BY-4.0"
"""


@pytest.fixture
def only_shipped(settings: Settings, tmp_path: Path) -> None:
    settings.CONTENT = [installed.CONTENT[0], tmp_path]


def sheets(purpose: str) -> list[Definition]:
    return [one for one in shelf.every("starter") if one.content.purpose == purpose]


@pytest.mark.usefixtures("only_shipped")
def test_there_is_a_sheet_for_every_purpose() -> None:
    assert [one.key for one in shelf.every("starter")] == sorted(PARTS)
    assert {one.content.purpose for one in shelf.every("starter")} == set(PARTS)


@pytest.mark.usefixtures("only_shipped")
def test_a_help_request_begins_in_one_of_six_ways() -> None:
    (sheet,) = sheets("help")

    assert 5 <= len(sheet.content.parts[0].starters) <= 6


@pytest.mark.usefixtures("only_shipped")
def test_a_starter_leaves_the_rest_to_the_writer_and_fixed_words_do_not() -> None:
    for sheet in shelf.every("starter"):
        for part in sheet.content.parts:
            opened = ["…" in one.nl for one in part.starters]
            assert [("…" in one.en) for one in part.starters] == opened, sheet.key
            if sheet.content.purpose == "offer":
                assert not any(opened)
            elif sheet.content.purpose not in {"aftercare", "help", "reply"}:
                assert all(opened), sheet.key


@pytest.mark.usefixtures("only_shipped")
def test_an_offer_speaks_of_the_event_and_never_of_how_somebody_is() -> None:
    state = (
        r"\b(je (lijkt|ziet er|oogt|bent|was|klonk)|you (seem|look|are|were|sounded)|moe|tired)\b"
    )
    (sheet,) = sheets("offer")

    for one in sheet.content.parts[0].starters:
        assert not re.search(state, f"{one.nl} {one.en}", re.IGNORECASE), one


@pytest.mark.usefixtures("only_shipped")
def test_the_four_moments_follow_each_other() -> None:
    moments = [one.content for one in shelf.every("moment")]

    assert [(one.day, one.until) for one in moments] == [(0, 2), (3, 7), (28, 34), (90, 96)]
    assert all(re.search(r"niemand", str(one.people[-1])) for one in moments)


@pytest.mark.usefixtures("only_shipped")
def test_no_moment_asks_for_the_story_or_names_an_illness() -> None:
    words = r"vertel (wat|eens)|verslag|ptss|trauma|stoornis|diagnose|depress"
    for one in shelf.every("moment"):
        assert not re.search(words, str(one.body).replace(one.content.source, ""), re.IGNORECASE)


def test_a_sheet_with_another_part_is_refused(own: Write) -> None:
    own("starters/help.toml", HELP.replace('"ask"', '"beg"'))

    (found,) = shelf.refusals()

    assert "Bij help horen deze stukken, in deze volgorde: ask." in str(found)
    assert found.line == HELP[: HELP.index("[[parts]]")].count("\n") + 1


def test_a_sheet_without_a_beginning_is_refused(own: Write) -> None:
    own("starters/help.toml", re.sub(r"\{ nl = .*\},", "", HELP))

    assert "een rij van 1 tot en met 12" in str(shelf.refusals()[0])


def test_a_purpose_nobody_knows_is_refused(own: Write) -> None:
    own("starters/help.toml", HELP.replace('"help"', '"gossip"'))

    assert "consult, help, reply, boundary" in str(shelf.refusals()[0])


def test_an_organisation_has_words_of_its_own(own: Write) -> None:
    own("starters/ours.toml", HELP)

    assert [one.key for one in sheets("help")] == ["ours"]


def test_a_moment_that_ends_before_it_begins_is_refused(own: Write) -> None:
    own("aftercare/first.toml", MOMENT.replace("until = 7", "until = 2"))

    (found,) = shelf.refusals()

    assert "“until” ligt vóór “day”" in str(found)
    assert found.line == 3


@pytest.mark.parametrize("line", ["day = -1", "day = 400", 'day = "3"'])
def test_a_day_that_is_none_is_refused(own: Write, line: str) -> None:
    own("aftercare/first.toml", MOMENT.replace("day = 3", line))

    assert "een heel getal van 0 tot en met 365" in str(shelf.refusals()[0])


@pytest.mark.django_db
@pytest.mark.usefixtures("only_shipped")
@pytest.mark.parametrize(("kind", "many"), [("starter", len(PARTS)), ("moment", 4)])
def test_a_browser_gets_them_all_at_once(as_: SignIn, noor: Person, kind: str, many: int) -> None:
    answer = as_(noor).get(f"/library/{kind}.json")

    assert answer.status_code == 200
    assert len(answer.json()["versions"]) == many
