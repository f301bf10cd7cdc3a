"""The check on translations must see every way in which English can fall behind."""

from pathlib import Path

import pytest

from setup import messages

CODE = """
from django.utils.translation import gettext_lazy as _, ngettext_lazy, pgettext_lazy
_("Bewaren")
_("Dag %(name)s")
ngettext_lazy("%(n)s dag", "%(n)s dagen", "n")
pgettext_lazy("werktijden", "Vrij")
"""
ENGLISH: dict[str, str | list[str]] = {
    "Bewaren": "Keep",
    "Dag %(name)s": "Hello %(name)s",
    "%(n)s dag|%(n)s dagen": ["one day", "%(n)s days"],
    "werktijden\x04Vrij": "Free",
}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A small house with four texts, all of them in English too."""
    code = tmp_path / "hartlijn" / "words.py"
    code.parent.mkdir()
    code.write_text(CODE, encoding="utf-8")
    messages.extract(tmp_path)
    assert messages.merge(ENGLISH, tmp_path) == []
    return tmp_path


def catalogue(house: Path) -> Path:
    return house / "locale" / "en" / "LC_MESSAGES" / "django.po"


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_complete_catalogue_is_good(house: Path) -> None:
    assert list(messages.check(house)) == []


def test_a_new_text_is_missed_with_its_place(house: Path) -> None:
    with (house / "hartlijn" / "words.py").open("a", encoding="utf-8") as file:
        file.write('_("Nieuw")\n')

    [problem] = messages.check(house)

    assert 'misses "Nieuw" (hartlijn/words.py:7)' in problem


def test_a_text_that_is_gone_is_left_over(house: Path) -> None:
    change(house / "hartlijn" / "words.py", '_("Bewaren")\n', "")

    [problem] = messages.check(house)

    assert 'holds "Bewaren", which no code says any more' in problem


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('msgstr "Keep"', 'msgstr ""', "has no translation"),
        ('msgstr[1] "%(n)s days"', 'msgstr[1] ""', "has no translation"),
        ('msgid "Bewaren"', '#, fuzzy\nmsgid "Bewaren"', "has only a fuzzy translation"),
        ("Hello %(name)s", "Hello %(naam)s", "has other placeholders"),
        ("Hello %(name)s", "Hello", "has other placeholders"),
        ("%(n)s days", "some days", "has other placeholders"),
        ('msgid "Bewaren"', '#~ msgid "Oud"\n#~ msgstr "Old"\n\nmsgid "Bewaren"', "obsolete"),
    ],
)
def test_what_is_wrong_is_said(house: Path, old: str, new: str, problem: str) -> None:
    change(catalogue(house), old, new)

    [said] = messages.check(house)

    assert problem in said


def test_extracting_again_changes_nothing(house: Path) -> None:
    before = catalogue(house).read_text(encoding="utf-8")

    messages.extract(house)

    assert catalogue(house).read_text(encoding="utf-8") == before


def test_a_changed_text_starts_empty_and_the_old_one_goes(house: Path) -> None:
    change(house / "hartlijn" / "words.py", "Bewaren", "Verzegelen")

    messages.extract(house)

    text = catalogue(house).read_text(encoding="utf-8")
    assert 'msgid "Verzegelen"\nmsgstr ""\n' in text
    assert "Keep" not in text


def test_a_pair_that_no_code_asks_for_is_named(house: Path) -> None:
    assert messages.merge({"Onbekend": "Unknown"}, house) == ["Onbekend"]


def test_what_was_translated_is_not_overwritten(house: Path) -> None:
    messages.merge({"Bewaren": "Save"}, house)

    assert "Keep" in catalogue(house).read_text(encoding="utf-8")


def test_tests_hold_no_texts_for_people(house: Path) -> None:
    path = house / "hartlijn" / "tests" / "test_words.py"
    path.parent.mkdir()
    path.write_text('from gettext import gettext as _\n_("Proef")\n', encoding="utf-8")

    assert list(messages.check(house)) == []


def test_compiling_makes_what_django_reads(house: Path) -> None:
    messages.compile_all(house)

    assert b"Hello %(name)s" in catalogue(house).with_suffix(".mo").read_bytes()
