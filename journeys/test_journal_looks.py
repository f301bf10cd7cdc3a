"""The journal with a keyboard, in English, and with nothing for axe to find in any state."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from journeys.line import SLOW, keep, somebody_new, write
from journeys.test_every_page import DAY, Look, complaints
from journeys.test_journal import a_success, at_the_paper, seal
from journeys.test_vault_looks import shown
from journeys.visitor import DESK, Visitors

pytestmark = pytest.mark.long

PAGES = {
    "/journal/park/": "park",
    "/journal/back/": "empty",
    "/journal/intentions/": "list",
    "/journal/take-along/": "empty",
    "/journal/look-back/": "empty",
    "/journal/register/": "empty",
    "/journal/entry/": "gone",
    "/line/": "empty",
}


def before_anything(page: Page) -> Iterator[str]:
    """Every page of somebody who never wrote."""
    for path, view in PAGES.items():
        page.goto(path)
        yield from shown(page, view)


def on_the_paper(page: Page) -> Iterator[str]:
    """Every other way to write, open at once, with a name in the text."""
    at_the_paper(page, "mistake")
    for way in ("words", "drawing", "voice", "model", "themes"):
        page.locator(f'details[data-way="{way}"]').evaluate("one => { one.open = true }")
    page.locator("[data-model-list] button").first.click()
    page.locator("#text").fill("Ik vergat het bij de moeder van Jayden.")
    expect(page.locator(".finding")).to_be_visible()
    yield from shown(page, "editor")
    seal(page)
    yield from shown(page, "saved")


def in_the_rooms(page: Page) -> Iterator[str]:
    """Something parked, intended, taken along, done with others, and looked back on."""
    page.goto("/journal/park/")
    page.locator("#text").fill("Rooster vragen")
    page.get_by_role("button", name="Parkeer").click()
    yield from shown(page, "parked")
    page.goto("/journal/back/")
    yield from shown(page, "list")
    page.goto("/journal/intentions/")
    page.locator("#text").fill("Eén keer nee zeggen")
    page.get_by_role("button", name="Verzegelen en bewaren").click()
    expect(page.locator("[data-now] li")).to_have_count(1, timeout=SLOW)
    yield from shown(page, "list")
    at_the_paper(page, "with_others")
    page.locator("#text").fill("Over grenzen")
    page.get_by_label("Hoeveel minuten?").fill("90")
    yield from shown(page, "editor")
    seal(page)
    page.goto("/journal/register/")
    expect(page.locator("tfoot")).to_contain_text("1,5 uur")
    yield from shown(page, "list")
    write(page)
    page.goto("/journal/look-back/")
    yield from shown(page, "list")


def on_the_line(page: Page) -> Iterator[str]:
    """The line with its tools, an entry, and what lies ready of it."""
    page.goto("/line/#file")
    page.get_by_text("Kiezen op soort, thema of tijd").click()
    yield from shown(page, "list")
    page.locator("[data-lines] [data-first]").last.click()
    yield from shown(page, "read")
    page.get_by_role("button", name="Meenemen").click()
    yield from shown(page, "take")
    page.get_by_role("button", name="Klaarleggen").click()
    expect(page.locator("[data-takes] li")).to_have_count(1, timeout=SLOW)
    yield from shown(page, "read")
    page.goto("/journal/take-along/")
    yield from shown(page, "list")


@pytest.mark.parametrize("look", DAY, ids=lambda look: f"{look.width}-{look.scheme}")
def test_no_state_of_the_journal_stands_in_the_way(visitors: Visitors, look: Look) -> None:
    page = somebody_new(visitors, f"Zoe{look.width}")
    page.set_viewport_size({"width": look.width, "height": 760})
    page.emulate_media(color_scheme=look.scheme)
    said = [*before_anything(page), *on_the_paper(page)]
    keep(page)
    said += [*in_the_rooms(page), *on_the_line(page)]

    assert not said, "\n".join(dict.fromkeys(said))


def test_a_success_is_written_and_found_with_the_keyboard_alone(visitors: Visitors) -> None:
    page = somebody_new(visitors, "Zita")
    write(page)
    page.goto("/journal/write/#kind=success")
    expect(page.locator("[data-view=editor]")).to_be_visible()
    page.locator("#text").focus()
    page.keyboard.type("Het lukte.")
    for _ in range(30):
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.textContent.trim()")
        if focused == "Verzegelen en bewaren":
            break
    page.keyboard.press("Enter")
    expect(page.locator('[data-view="saved"] h2:visible')).to_be_focused(timeout=SLOW)
    page.goto("/line/")
    expect(page.locator("[data-lines] li li")).to_have_count(2)
    page.locator("#find").focus()
    page.keyboard.type("lukte")
    expect(page.locator("[data-lines] li li")).to_have_count(1)
    link = page.get_by_role("link", name="Het lukte.")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-text]")).to_have_text("Het lukte.")


def test_everything_is_there_in_english(visitors: Visitors) -> None:
    page = somebody_new(visitors, "Zeno", width=DESK)
    a_success(page)
    page.goto("/")
    page.get_by_role("button", name="English").click()
    page.goto("/journal/write/")
    expect(page.get_by_role("button", name="Seal and save")).to_be_visible()
    expect(page.locator("label[for=text]")).to_contain_text("?")
    page.locator("#text").fill("Written on the train.")
    page.get_by_role("button", name="Seal and save").click()
    expect(page.get_by_role("link", name="Yes, it may stay")).to_be_visible(timeout=SLOW)
    said = complaints(page)
    for path, words in {
        "/line/": "My line",
        "/journal/park/": "Park",
        "/journal/intentions/": "What do you intend?",
        "/journal/register/": "Reflection with others",
        "/journal/back/": "Still needed?",
    }.items():
        page.goto(path)
        expect(page.get_by_role("heading", name=words, level=1)).to_be_visible()
        expect(page.locator(".vault-waiting")).to_be_hidden(timeout=SLOW)
        said += complaints(page)
    page.goto("/line/")
    expect(page.locator("[data-lines]")).to_contain_text("success")
    assert not said, "\n".join(said)
