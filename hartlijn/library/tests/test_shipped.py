"""The words that come with Hartlijn: whole, sourced, in both languages, and in its voice."""

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as installed
from pytest_django import Settings

from hartlijn.library import shelf
from hartlijn.library.definition import Definition
from hartlijn.library.kinds import kinds
from hartlijn.library.reflection import HEAVY

CONTENT = Path(installed.CONTENT[0])
NEVER = re.compile(
    r"\b(anonie?m\w*|anonymous\w*|gebruikers?|users?|score\w*|cijfers?|grades?|prestatie\w*"
    r"|performance|doelen|goals?|competenti\w+|competenc\w+|beoordel\w+|assess\w*|moeten|fout"
    r"|u|uw|verplicht|invullen|fill in|evalua\w+|feedback|leerdoel\w*|verbeter\w*|improve\w*)\b",
    re.IGNORECASE,
)
SPOKEN_OF = {
    "what-a-grade-does-not-say": {"cijfer", "cijfers", "grade", "grades"},
    "resilience": {"cijfers", "grades"},
    "vlissingen-2024": {"cijfers", "grades"},
}
"""A deck about what such a word leaves out has to name it, and a map of what a report says."""
KINDS = ("moment", "success", "vulnerability", "mistake", "drive", "with_others", "free")
MODELS = {
    "alact",
    "onion",
    "starrt",
    "gibbs",
    "three-dimensions",
    "four-pathways",
    "circle-of-influence",
    "quality-pitfall",
}


@pytest.fixture(autouse=True)
def only_shipped(settings: Settings, tmp_path: Path) -> None:
    settings.CONTENT = [CONTENT, tmp_path]


def prompts() -> list[Definition]:
    return shelf.every("prompt")


def texts(value: Any) -> list[dict[str, str]]:
    """Every text in two languages, however deep."""
    if isinstance(value, dict):
        if value.keys() == {"nl", "en"}:
            return [value]
        return [text for one in value.values() for text in texts(one)]
    return [text for one in value for text in texts(one)] if isinstance(value, list) else []


def everything() -> list[tuple[str, dict[str, str]]]:
    every = [one for kind in kinds() for one in shelf.every(kind)]
    return [(one.key, text) for one in every for text in texts(one.body)]


def test_every_file_counts() -> None:
    assert [str(one) for one in shelf.refusals()] == []
    assert {path.parent.name for path in CONTENT.rglob("*.toml")} == {
        kind.folder for kind in kinds().values()
    }


def test_there_are_at_least_forty_questions_of_every_kind() -> None:
    count = Counter(one.content.kind for one in prompts())

    assert len(prompts()) >= 40
    assert set(count) == set(KINDS)
    assert min(count.values()) >= 5


def test_success_and_vulnerability_have_equal_room() -> None:
    count = Counter(one.content.kind for one in prompts())

    assert count["success"] == count["vulnerability"]


def test_heavy_is_a_matter_of_kind() -> None:
    for one in prompts():
        assert (one.content.weight == "heavy") == (one.content.kind in HEAVY), one.key


def test_five_minutes_is_the_size_of_a_question() -> None:
    assert {one.content.minutes for one in prompts()} == {5}


def test_every_form_and_every_model_is_asked_for() -> None:
    assert {one.content.form for one in prompts()} == {
        "words", "three_words", "drawing", "voice", "any",
    }  # fmt: skip
    assert {one.key for one in shelf.every("model")} == MODELS
    assert {one.content.model for one in prompts()} - {None} >= MODELS - {"gibbs"}


def test_no_question_is_asked_twice() -> None:
    for language in ("nl", "en"):
        count = Counter(getattr(one.content.text, language) for one in prompts())
        assert count.most_common(1)[0][1] == 1


def test_a_question_is_short_and_one_or_two_sentences() -> None:
    for one in prompts():
        for said in (one.content.text.nl, one.content.text.en):
            assert len(said) <= 100, said
            assert len(re.findall(r"[.?!](?:\s|$)", said)) <= 2, said
            assert said.endswith(("?", ".")), said


def test_each_text_has_its_twin() -> None:
    for key, text in everything():
        assert len(text["nl"]) / len(text["en"]) < 3, (key, text)
        assert len(text["en"]) / len(text["nl"]) < 3, (key, text)
        assert not re.search(r"\b(de|het|een|wat|jij|je)\b", text["en"]), (key, text)
        assert not re.search(r"\b(the|what|you|your)\b", text["nl"]), (key, text)


def test_the_voice_never_judges_and_is_no_form() -> None:
    said = [
        (key, {word.lower() for word in NEVER.findall(f"{text['nl']} {text['en']}")})
        for key, text in everything()
    ]

    assert [(key, words) for key, words in said if words - SPOKEN_OF.get(key, set())] == []


def test_a_model_names_its_author_and_year() -> None:
    for one in shelf.every("model"):
        assert re.search(r"\((19|20)\d\d\)|jaren 19\d0|skjeugd\.nl", one.content.source), one.key
        assert 5 <= len(one.content.steps) <= 8
        assert 10 <= one.content.minutes <= 30
        assert len(re.findall(r"[.](?:\s|$)", one.content.about.nl)) == 2, one.content.about.nl


def test_everything_names_source_and_licence() -> None:
    for one in (one for kind in kinds() for one in shelf.every(kind)):
        assert one.body["source"], one.key
        assert one.body["licence"] == "CC-BY-4.0", one.key


def test_the_words_travel_in_the_wheel() -> None:
    raw = tomllib.loads((CONTENT.parent / "pyproject.toml").read_text(encoding="utf-8"))

    assert "content" in raw["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
