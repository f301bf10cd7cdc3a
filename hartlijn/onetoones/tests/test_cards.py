"""The cards: for a talk of a quarter of an hour that is not about a case."""

import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings as installed
from pytest_django import Settings

from hartlijn.library import shelf
from hartlijn.onetoones.cards import THEMES, stack


@pytest.fixture(autouse=True)
def only_shipped(settings: Settings, tmp_path: Path) -> None:
    settings.CONTENT = [installed.CONTENT[0], tmp_path]


def test_each_theme_has_as_many_cards() -> None:
    count = Counter(one.content.theme for one in shelf.every("card"))

    assert set(count) == set(THEMES)
    assert set(count.values()) == {3}


def test_a_card_asks_one_thing_and_nothing_about_health_or_a_case() -> None:
    for one in shelf.every("card"):
        for said in (one.content.text.nl, one.content.text.en):
            assert said.count("?") == 1, said
            assert said.endswith("?"), said
            assert len(said) <= 100, said
        words = r"gezondheid|slaap|ziek|stress|burn|casus|gezin|health|sleep|sick|family"
        assert not re.search(words, f"{one.content.text.nl} {one.content.text.en}", re.IGNORECASE)


def test_one_card_after_another_comes_round_again() -> None:
    day = date(2026, 11, 27)
    first = stack("need", "need-now", day)
    second = stack("need", first.next_key, day)
    third = stack("need", second.next_key, day)

    assert first.card == shelf.get("card", "need-now").content
    assert len({str(one.card) for one in (first, second, third)}) == 3
    assert third.next_key == "need-now"


def test_without_a_choice_the_card_changes_with_the_day() -> None:
    days = [date(2026, 11, 1) + timedelta(days=n) for n in range(30)]

    assert len({stack("", "", day).theme for day in days}) == len(THEMES)
    assert stack("", "", days[0]) == stack("", "", days[0])


@pytest.mark.parametrize("asked", ["nothing", "<script>", "need-now' OR 1=1", "x" * 5000])
def test_a_card_that_is_not_there_gives_another(asked: str) -> None:
    assert stack(asked, asked, date(2026, 11, 27)).card


def test_without_any_card_nothing_breaks(settings: Settings, tmp_path: Path) -> None:
    settings.CONTENT = [tmp_path, tmp_path]

    assert stack("need", "", date(2026, 11, 27)).card is None
