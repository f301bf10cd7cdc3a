"""What somebody types, draws or says in the journal is nowhere in the house, whatever the field."""

import re

import pytest
from playwright.sync_api import Page, expect

from journeys.line import SLOW, in_three_months, keep, two_who_walk_along, write
from journeys.test_journal import at_the_paper, draw, seal
from journeys.test_vault_traces import Typist, give, listen
from journeys.traces import holding, traces
from journeys.visitor import Visitors

pytestmark = pytest.mark.long

# A tone instead of a microphone; what was recorded is remembered as it stands in the letter.
TONE = """() => {
  navigator.mediaDevices.getUserMedia = async () => {
    const context = new AudioContext();
    const tone = context.createOscillator();
    const out = context.createMediaStreamDestination();
    tone.connect(out);
    tone.start();
    return out.stream;
  };
  const plain = window.btoa;
  window.btoa = (bytes) => { window.said = plain(bytes); return window.said; };
}"""
SAID = 60
"""Characters from the middle of a recording: enough to be no other one."""


def all_of_the_paper(page: Page, typist: Typist) -> None:
    """A text, three words, a drawing, a recording, each step of a model, and a theme."""
    at_the_paper(page)
    page.locator("#text").fill(typist.next())
    for way in ("words", "voice", "model", "themes"):
        page.locator(f'details[data-way="{way}"]').evaluate("one => { one.open = true }")
    for word in page.locator("[data-word]").all():
        word.fill(typist.next())
    page.locator("[data-themes]").fill(typist.next())
    draw(page)
    points = page.locator("[data-sheet] polyline").get_attribute("points") or ""
    typist.typed.append(",".join(re.findall(r"\d+", points)))
    typist.typed.append(recorded(page))
    page.locator("[data-model-list] button").first.click()
    for step in page.locator("[data-step]").all():
        step.locator("textarea").fill(typist.next())
        if page.locator("[data-step-on]").is_enabled():
            page.locator("[data-step-on]").click()
    seal(page)


def recorded(page: Page) -> str:
    """Say something for a second; gives a piece of it as it stands in the letter."""
    page.evaluate(TONE)
    page.get_by_role("button", name="Opnemen").click()
    page.wait_for_timeout(1000)  # a recording takes its time
    page.locator("[data-stop]").click()
    expect(page.locator("[data-forget]")).to_be_visible()
    said: str = page.evaluate("window.said")
    middle = len(said) // 2
    return said[middle : middle + SAID].replace("+", "-").replace("/", "_")


def with_others(page: Page, typist: Typist) -> None:
    """Reflection with others, with who guided it."""
    at_the_paper(page, "with_others")
    page.locator("#text").fill(typist.next())
    page.locator("#met-minutes").fill("90")
    page.locator("#met-form").select_option("intervision")
    page.locator("#met-guide").fill(typist.next())
    seal(page)


def what_comes_back(page: Page, typist: Typist) -> None:
    """A parked thought, and an intention with a day."""
    page.goto("/journal/park/")
    page.locator("[data-park] textarea").fill(typist.next())
    page.locator("[data-park] .actions button").click()
    expect(page.locator('[data-view="parked"]')).to_be_visible(timeout=SLOW)
    page.goto("/journal/intentions/")
    page.locator("[data-intend] textarea").fill(typist.next())
    page.locator("#due").fill(in_three_months())
    page.locator("[data-intend] .actions button").click()
    expect(page.locator("[data-now]")).to_contain_text(typist.typed[-1], timeout=SLOW)


def look_back(page: Page, typist: Typist) -> None:
    """Three texts side by side, and what is seen in them."""
    page.goto("/journal/look-back/")
    page.locator("[data-look] textarea").fill(typist.next())
    page.locator("[data-look] .actions button").click()
    expect(page.locator('[data-view="saved"]')).to_be_visible(timeout=SLOW)


def take_along(page: Page, text: str, typist: Typist) -> None:
    """Lay a text ready for a talk with somebody."""
    page.goto("/line/")
    page.get_by_role("link", name=text).click()
    page.locator("[data-go-take]").click()
    page.locator("[data-take-form] [name=with]").fill(typist.next())
    page.get_by_role("button", name="Klaarleggen").click()
    expect(page.locator("[data-takes]")).to_contain_text(typist.typed[-1], timeout=SLOW)


def answer(page: Page, typist: Typist) -> None:
    """Answer what Nena gave."""
    page.goto("/vault/received/")
    page.get_by_role("link", name="Van Nena").click()
    page.locator("#answer").fill(typist.next())
    page.get_by_role("button", name="Verzegelen en geven").click()
    expect(page.locator("[data-own-answers]")).to_contain_text(typist.typed[-1], timeout=SLOW)


def search(page: Page, typist: Typist) -> None:
    """Look for words that are nowhere."""
    page.goto("/line/")
    page.get_by_label("Zoeken in wat je schreef").fill(typist.next())
    expect(page.locator("[data-found]")).to_contain_text("Niets gevonden", timeout=SLOW)


def test_nothing_of_the_journal_is_anywhere_in_the_house(visitors: Visitors) -> None:
    pair = two_who_walk_along(visitors, "Nena", "Otis")
    nena, otis = pair.starter, pair.companion
    sent: list[tuple[str, bytes]] = []
    typist = Typist()
    for page in (nena, otis):
        listen(page, sent)
    write(otis, typist.next())
    keep(otis)
    all_of_the_paper(nena, typist)
    keep(nena)
    with_others(nena, typist)
    write(nena, typist.next())
    newest = typist.typed[-1]
    what_comes_back(nena, typist)
    look_back(nena, typist)
    take_along(nena, newest, typist)
    give(nena, "Otis")
    answer(otis, typist)
    search(nena, typist)

    assert len(set(typist.typed)) == len(typist.typed) > 20
    assert all(len(text) >= 20 for text in typist.typed)
    everything = [*traces(visitors.house.data), *sent]
    names = {name for name, _content in everything}
    assert {"vault_envelope", "journal_due", "people_person", "serve.log"} <= names
    assert holding(iter(everything), ["Nena"])  # what may be known is found
    assert holding(iter(everything), typist.typed) == []
