"""Every statement that stops an attack has its story, and the whole worker is the served one."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from journeys.hostile.clients import Clients, carelessly, checks, without
from journeys.hostile.statements import Statement, marked
from setup import frontend

pytestmark = pytest.mark.long

ATTACKS = {f"H{number}" for number in (*range(1, 13), 15)}  # H13 and H14 need later parts


@dataclass(frozen=True)
class Told:
    """What a story says of itself: ``@against(attack, check, first=…)``."""

    attack: str
    check: str
    first: str = ""


def told() -> Iterator[Told]:
    """What the stories beside this page are against."""
    for path in sorted(Path(__file__).parent.glob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "against":
                named = {one.arg or "": ast.literal_eval(one.value) for one in node.keywords}
                yield Told(*(ast.literal_eval(one) for one in node.args), **named)


TOLD = sorted(set(told()), key=lambda one: (one.attack, one.check))
STATEMENTS = [one for statements in checks().values() for one in statements]


def named(check: str) -> list[Statement]:
    """The statements whose comment begins like that."""
    return [one for one in STATEMENTS if one.says.startswith(check)]


def test_each_attack_has_a_story() -> None:
    assert {one.attack for one in TOLD} == ATTACKS


def test_a_story_names_one_statement_and_its_attack() -> None:
    for one in TOLD:
        assert [found.attacks >= {one.attack} for found in named(one.check)] == [True], one


def test_each_statement_has_a_story_for_each_of_its_attacks() -> None:
    """Told with only that statement gone, or with the one that is named as first line."""
    there = {(attack, one.says) for one in STATEMENTS for attack in one.attacks}
    stories = {
        (one.attack, found.says)
        for one in TOLD
        for check in {one.check, one.first} - {""}
        for found in named(check)
    }
    assert there <= stories, sorted(there - stories)


def test_what_others_build_on_is_not_just_left_out() -> None:
    """Without the name that a statement gives, the worker would stop, and not be careless."""
    for one in STATEMENTS:
        assert not one.text.startswith("const ") or carelessly(one) != ";", one


def test_a_first_line_holds_alone_somewhere() -> None:
    """Two statements that are only ever gone together could be one too many."""
    alone = {found.says for one in TOLD if not one.first for found in named(one.check)}
    for one in TOLD:
        if one.first:
            [first] = named(one.first)
            assert first.says in alone, first.says


def test_the_whole_worker_is_the_one_that_is_served(clients: Clients) -> None:
    served = (frontend.DIST / "vault-worker.js").read_text(encoding="utf-8")
    assert clients.get() == served


@pytest.mark.parametrize("one", TOLD, ids=lambda one: f"{one.attack} {one.check}")
def test_a_careless_worker_differs(clients: Clients, one: Told) -> None:
    for check in {one.check, one.first} - {""}:
        assert clients.get(frozenset({check})) != clients.get()


def test_statements_are_found_whole() -> None:
    source = """
      before();
      // H1, H4: because
      // of this;
      if (one(";") || /* ) */ two[`}`]) throw new Refusal("older");
      between();
      // H4: also
      if (x) {
        y({ z: ";" });
      }
      // H5 H6: another
      const found = list.some((one) => { return one; });
      // Not one: H4.
      after();
    """
    texts = [(sorted(one.attacks), one.says, one.text.split("(")[0]) for one in marked(source)]
    assert texts == [
        (["H1", "H4"], "because", "if "),
        (["H4"], "also", "if "),
        (["H5", "H6"], "another", "const found = list.some"),
    ]
    left = without(source, {"also"})
    assert "Refusal" in left
    assert "z:" not in left
    assert "before" in left
    assert "between" in left
    assert "after" in left
