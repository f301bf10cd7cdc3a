"""Every statement that stops an attack has its story, and the whole worker is the served one."""

import re
from pathlib import Path

import pytest

from journeys.hostile.clients import Clients, checks, without
from journeys.hostile.statements import marked
from setup import frontend

ATTACKS = {f"H{number}" for number in (*range(1, 13), 15)}  # H13 and H14 need later parts


def test_each_attack_has_statements_and_stories() -> None:
    named = {
        attack
        for statements in checks().values()
        for statement in statements
        for attack in statement.attacks
    }
    here = Path(__file__).parent
    told = {
        attack
        for path in here.glob("test_*.py")
        for attack in re.findall(r'^@against\("(H\d+)"\)', path.read_text(), re.MULTILINE)
    }
    assert named == told == ATTACKS


def test_the_whole_worker_is_the_one_that_is_served(clients: Clients) -> None:
    served = (frontend.DIST / "vault-worker.js").read_text(encoding="utf-8")
    assert clients.get() == served


@pytest.mark.parametrize("attack", sorted(ATTACKS))
def test_a_careless_worker_differs(clients: Clients, attack: str) -> None:
    assert clients.get(attack) != clients.get()


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
    texts = [(sorted(one.attacks), one.text.split("(")[0]) for one in marked(source)]
    assert texts == [
        (["H1", "H4"], "if "),
        (["H4"], "if "),
        (["H5", "H6"], "const found = list.some"),
    ]
    left = without(source, "H4")
    assert "Refusal" not in left
    assert "z:" not in left
    assert "before" in left
    assert "between" in left
    assert "after" in left
