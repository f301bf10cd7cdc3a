"""The rules of the house that no tool checks."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import ForeignKey

ROOT = Path(__file__).resolve().parent.parent
HOUSE = ROOT / "hartlijn"
FLOORS = (
    "background", "people", "consent", "delivery", "vault", "library", "journal", "signposts",
    "onetoones", "consult", "agreements", "paths", "learning", "factors", "signalling",
    "dialogues", "today", "line", "demo",
)  # fmt: skip
"""From the lowest up; an app's tables point down."""
LONGEST = 300
NEVER = re.compile(r"\banonie?m|\bgebruikers?\b|\bzero[ -]knowledge\b", re.IGNORECASE)


def test_every_folder_is_explained() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    folders = [one.name for one in HOUSE.iterdir() if one.is_dir() and one.name != "__pycache__"]

    assert [name for name in folders if f"hartlijn/{name}" not in page] == []


def test_every_setting_is_documented() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "config").glob("*.py"))
    page = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")
    names = set(re.findall(r'(?:text|yes|number)\("([A-Z_]+)"', code))

    assert names, "no settings found: has the way of reading them changed?"
    mail = {name for name in names if name.startswith("HARTLIJN_MAIL_")}
    assert all(f"…_{name.rsplit('_', 1)[1]}" in page or name in page for name in mail)
    assert {name for name in names - mail if name not in page} == set()


def test_decisions_are_numbered_without_gaps() -> None:
    names = sorted(path.name for path in (ROOT / "docs" / "decisions").glob("*.md"))

    assert [name[:4] for name in names] == [f"{n:04d}" for n in range(1, len(names) + 1)]


def own_foreign_keys() -> Iterator[ForeignKey]:  # type: ignore[type-arg]
    for model in apps.get_models():
        if model.__module__.startswith("hartlijn."):
            yield from (one for one in model._meta.fields if isinstance(one, ForeignKey))


def test_tables_point_down_and_leave_no_name_behind() -> None:
    for key in own_foreign_keys():
        home = key.model._meta.app_label
        there = key.related_model._meta.app_label
        if there == home or there not in FLOORS:
            continue
        assert FLOORS.index(there) < FLOORS.index(home), f"{key} points up"
        assert key.remote_field.related_name == "+", f"{key} leaves a name on {there}"


def own_files(*endings: str) -> list[Path]:
    return [
        path
        for path in HOUSE.rglob("*")
        if path.suffix in endings
        and "tests" not in path.parts
        and "migrations" not in path.parts
        and "dist" not in path.parts
    ]


def test_no_file_outgrows_its_subject() -> None:
    long = {
        path.relative_to(ROOT): lines
        for path in own_files(".py", ".css", ".html")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST
    }

    assert long == {}


@pytest.mark.parametrize("ending", [".html", ".txt"])
def test_pages_never_say_what_we_never_say(ending: str) -> None:
    said = {
        path.relative_to(ROOT): NEVER.findall(path.read_text(encoding="utf-8"))
        for path in own_files(ending)
    }

    assert {path: words for path, words in said.items() if words} == {}


def test_texts_never_say_what_we_never_say() -> None:
    catalogue = (ROOT / "locale" / "en" / "LC_MESSAGES" / "django.po").read_text(encoding="utf-8")

    assert NEVER.findall(catalogue) == []


def test_no_style_or_script_stands_in_a_page() -> None:
    inline = re.compile(r"<style|\sstyle=|<script(?![^>]*\bsrc=)|\son[a-z]+=")
    found = [path.name for path in own_files(".html") if inline.search(path.read_text("utf-8"))]

    assert found == []
