"""The worker as it is built: the calls of the journal, asked without any page of the journal."""

import base64
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from journeys.asking import START
from journeys.line import works_round_the_clock
from journeys.test_demo_lines import told_words
from journeys.visitor import Visitors
from sealing import __main__ as sealing

pytestmark = pytest.mark.long

Ask = Callable[..., Any]

EXPORTED = """async () => {
  window.taken = await asked("exportLine", {});
  return {...taken, file: await base64(taken.file)};
}"""


def asking(visitors: Visitors, key: str) -> tuple[Page, Ask]:
    """Somebody of the ten, and how to ask the worker on their page."""
    words = told_words(visitors)
    context = visitors.browser.new_context(base_url=visitors.house.url, bypass_csp=True)
    visitors.open.append(context)
    page = context.new_page()
    page.goto("/account/login/")
    page.locator(f'button[name="person"][value="{key}"]').click()
    page.wait_for_url(f"{visitors.house.url}/")
    page.goto("/vault/open/")
    page.evaluate(START)

    def ask(call: str, /, **said: Any) -> Any:
        return page.evaluate("([name, ask]) => asked(name, ask)", [call, said])

    ask("open", way="words", secret=" ".join(words))
    return page, ask


def test_a_line_is_listed_searched_and_taken_along(visitors: Visitors, tmp_path: Path) -> None:
    page, ask = asking(visitors, "noor")
    listed = ask("line")
    assert [one["first"] for one in listed["lines"]] == [None] * len(listed["lines"])
    filled = ask("fill")
    assert (filled["opened"], filled["refused"]) == (len(listed["lines"]), [])
    assert ask("line")["complete"]
    found = ask("search", text="meisje teken")["found"]
    assert "tekeningen" in found[0]["snippet"]["text"]

    taken = page.evaluate(EXPORTED)
    assert (taken["letters"], taken["missing"]) == (len(listed["lines"]), [])
    again = page.evaluate('() => asked("importLine", {file: taken.file})')
    assert (again["added"], again["same"], again["wrong"]) == (0, taken["letters"], None)

    archive, note = tmp_path / taken["name"], tmp_path / "words.txt"
    archive.write_bytes(base64.b64decode(taken["file"]))
    note.write_text(" ".join(told_words(visitors)), encoding="utf-8")
    out = str(tmp_path / "out")
    assert sealing.main(["open", str(archive), "--out", out, "--words-file", str(note)]) == 0
    own = [one.read_text(encoding="utf-8") for one in (tmp_path / "out" / "eigen").glob("*.md")]
    messages = 2  # what she wrote to Sam lies there too
    assert len(own) == taken["letters"] + messages


def test_what_was_given_is_answered(visitors: Visitors) -> None:
    page, noor = asking(visitors, "noor")
    works_round_the_clock(page)
    _, sam = asking(visitors, "sam")
    received = [one for one in sam("received")["received"] if one["kind"] != "message"]
    assert {one["kind"] for one in received} == {"given"}
    unanswered = [one["id"] for one in received if not sam("answersTo", id=one["id"])["answers"]]
    gift = unanswered[0]
    sam("answer", id=gift, text="Wat had je toen nodig?")
    assert [one["mine"] for one in sam("answersTo", id=gift)["answers"]] == [True]

    given = {one["id"]: line["object"] for line in noor("line")["lines"] for one in line["given"]}
    answers = noor("answers", object=given[gift])["answers"]
    assert [(one["name"], one["text"]) for one in answers] == [
        ("Sam Jansen", "Wat had je toen nodig?")
    ]


def test_a_draft_belongs_to_one_window(visitors: Visitors) -> None:
    page, ask = asking(visitors, "noor")
    ask("keepDraft", name="write/one", text="Half af")
    assert ask("claimDraft", name="write/one") == {"claimed": True, "portions": []}
    other = page.context.new_page()
    other.goto("/vault/keys/")
    other.evaluate(START)
    claim = '() => asked("claimDraft", {name: "write/one"})'
    assert other.evaluate(claim)["claimed"] is False
    held = other.evaluate('() => asked("drafts", {})')["drafts"]
    assert ("write/one", True) in [(one["name"], one["held"]) for one in held]
    page.close()
    other.wait_for_function(f"async () => (await ({claim})()).claimed")
    assert other.evaluate('() => asked("draft", {name: "write/one"})')["text"] == "Half af"
