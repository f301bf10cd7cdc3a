"""Noor's months at a desk: to a month, by kind, and on paper; one sentence given with the keyboard."""

import re

import pytest
from playwright.sync_api import Page, expect

from journeys.line import SLOW, keep, open_with, two_who_walk_along, write
from journeys.test_demo_lines import told_words
from journeys.test_keyboard import press
from journeys.visitor import DESK, Visitors

pytestmark = pytest.mark.long

ENTRIES = 13
TEXT = "Het was druk vandaag. Ik zei nee tegen een dienst. Daarna was het stil."
PART = "Ik zei nee tegen een dienst."


def test_a_month_a_kind_and_everything_on_paper(visitors: Visitors) -> None:
    noor = visitors.come("noor", width=DESK)
    open_with(noor, told_words(visitors))
    items = noor.locator("[data-lines] li li")
    expect(items).to_have_count(ENTRIES, timeout=SLOW)
    month = noor.get_by_label("Naar een maand", exact=True)
    expect(month).to_have_value("")
    month.select_option(index=2)
    expect(noor.locator("[data-lines] h2:focus")).to_have_count(0)
    chosen = month.locator("option:checked").inner_text()
    noor.get_by_role("button", name="Ga naar een maand").click()
    expect(noor.locator("[data-lines] h2", has_text=chosen)).to_be_focused()

    noor.evaluate("print = () => { document.body.dataset.printed = 'yes'; }")
    first_lines = noor.get_by_text("Dit zijn de eerste regels.")
    noor.emulate_media(media="print")
    expect(first_lines).to_be_visible()
    noor.emulate_media(media="screen")
    noor.keyboard.press("Control+p")
    expect(noor.locator("body[data-printed]")).to_have_count(1, timeout=SLOW)
    noor.emulate_media(media="print")
    expect(first_lines).to_be_hidden()
    expect(noor.get_by_role("img", name="Een tekening").locator("polyline").first).to_be_visible()
    expect(noor.get_by_text("Ik ook niet, dacht ik. En dat is goed zo.")).to_be_visible()
    expect(noor.locator("[data-lines] small").locator("visible=true")).to_have_count(0)
    expect(noor.locator("aside")).to_be_hidden()
    expect(noor.get_by_role("button", name="Afdrukken")).to_be_hidden()
    noor.emulate_media(media="screen")
    expect(noor.get_by_text("Ik ook niet, dacht ik. En dat is goed zo.")).to_be_hidden()

    noor.get_by_text("Kiezen op soort, thema of tijd").click()
    noor.get_by_label("geparkeerd").check()
    expect(items).to_have_count(1)


def choose_sentence(page: Page) -> None:
    """Lay one sentence ready for a talk, by keyboard."""
    press(page, page.get_by_role("button", name="Meenemen"))
    press(page, page.get_by_label("Supervisie"), "ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Een gesprek")).to_be_checked()
    press(page, page.get_by_label("Alles", exact=True), "ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label(PART)).to_be_checked()
    press(page, page.get_by_role("button", name="Klaarleggen"))
    expect(page.locator("[data-takes] li")).to_have_count(1, timeout=SLOW)


def test_one_sentence_is_given_and_answered_with_the_keyboard_alone(visitors: Visitors) -> None:
    pair = two_who_walk_along(visitors, "Nadja", "Sofie")
    page, other = pair.starter, pair.companion
    write(page, TEXT)
    keep(page)
    write(other, "Ik loop mee.")
    keep(other)
    page.goto("/line/")
    press(page, page.get_by_role("link", name="Het was druk"))
    expect(page.locator("[data-text]")).to_have_text(TEXT)
    choose_sentence(page)

    page.goto("/journal/take-along/")
    press(page, page.locator("[data-give-take]:visible"))
    expect(page.locator("[data-give]")).to_contain_text(PART, timeout=SLOW)
    press(page, page.get_by_label("Sofie"), "Space")
    press(page, page.get_by_role("button", name="Geven", exact=True))
    expect(page.locator("[data-live]")).to_contain_text(
        "Sofie vindt het in eigen werktijd", timeout=SLOW
    )
    expect(page.locator("[data-readers-list]")).to_contain_text(f"Alleen: {PART}")

    other.goto("/")
    press(other, other.get_by_role("button", name="English"))
    expect(other.locator("html")).to_have_attribute("lang", "en")
    other.goto("/vault/received/")
    press(other, other.get_by_role("link", name="From Nadja"))
    expect(other.locator("[data-text]")).to_have_text(PART, timeout=SLOW)
    press(other, other.get_by_label("Your answer"), "End")
    other.keyboard.type("Wat zei de moeder van Jayden?")
    expect(other.locator(".finding")).to_contain_text("This may be a name")
    press(other, other.get_by_role("button", name="Seal and give"))
    expect(other.locator("[data-own-answers]")).to_contain_text("Jayden", timeout=SLOW)

    page.goto("/line/")
    given = page.locator("[data-lines] small", has_text="Eén zin gaf je aan Sofie.")
    expect(given).to_contain_text("Alleen jij.", timeout=SLOW)
    press(page, page.get_by_role("link", name="Het was druk"))
    expect(page.locator("[data-text]")).to_have_text(TEXT)
    press(page, page.get_by_role("button", name=re.compile("Terugnemen")))
    press(page, page.get_by_role("button", name="Terugnemen", exact=True))
    expect(page.locator("[data-live]")).to_contain_text("Teruggenomen", timeout=SLOW)
    other.reload()
    expect(other.get_by_role("heading", name="This is no longer there for you")).to_be_visible()


HOLD_QUIET = """
const quiet = [];
window.requestIdleCallback = (act) => quiet.push(act);
window.comesToRest = () => quiet.splice(0).forEach((act) => act({ timeRemaining: () => 50 }));
window.waits = () => quiet.length;
"""


def test_a_line_that_closes_while_it_is_drawn_leaves_nothing_behind(visitors: Visitors) -> None:
    """What waited for a quiet moment finds the page gone; the trouble of a page fails the story."""
    page = visitors.come("noor")
    open_with(page, told_words(visitors))
    page.add_init_script(HOLD_QUIET)
    page.goto("/line/")
    expect(page.locator("[data-lines] time").first).to_be_visible(timeout=SLOW)
    page.wait_for_function("waits() > 0")

    page.get_by_role("button", name="Nu sluiten").click()
    expect(page.get_by_role("heading", name="Je lijn is gesloten")).to_be_visible()
    page.evaluate("setTimeout(comesToRest)")
    page.wait_for_function("waits() === 0")

    expect(page.locator("[data-lines] time")).to_have_count(0)
