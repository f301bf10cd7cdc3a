"""From the invitation to a first sealed moment in two minutes, as long as hands and eyes take.

A browser is quicker than a person, so what a person does is counted: a letter typed 0.28 s, a
place pressed 1.3 s, a choice thought about 1.35 s (keystroke-level model: Card, Moran and Newell,
1980), and every word on the page read once, 238 a minute (Brysbaert, 2019). The time the house
itself takes comes on top.
"""

import time
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from journeys.line import MOMENT, SLOW, invited
from journeys.visitor import Visitors

pytestmark = pytest.mark.long

LETTER, PRESS, THINK, WORD = 0.28, 1.3, 1.35, 60 / 238
PEN = 0.6  # a letter written by hand: about a hundred a minute
TWO_MINUTES = 120


@dataclass
class Hands:
    """What somebody does on a page, and how long that takes (seconds)."""

    page: Page
    seconds: float = 0

    def read(self) -> None:
        """Every word that the page shows."""
        self.seconds += len(self.page.locator("main").inner_text().split()) * WORD

    def fill(self, field: Locator, text: str) -> None:
        """Press a field and type."""
        field.fill(text)
        self.seconds += PRESS + len(text) * LETTER

    def press(self, place: Locator) -> None:
        """Choose, and press."""
        place.click()
        self.seconds += THINK + PRESS


def test_a_first_moment_is_sealed_within_two_minutes_of_the_invitation(visitors: Visitors) -> None:
    link = invited(visitors, "Vlot")
    page = visitors.come()
    hands = Hands(page)
    main = page.get_by_role("main")
    began = time.monotonic()

    page.goto(link)
    hands.read()
    hands.fill(page.get_by_label("Hoe heet je?"), "Vlot")
    hands.fill(page.locator('input[type="password"]').first, "een-lange-rustige-zin")
    hands.press(page.locator("main form").first.get_by_role("button").last)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Vlot")
    hands.read()
    hands.press(main.get_by_role("link", name="Schrijven"))
    own = page.get_by_role("button", name="Ja, van mij")
    expect(own).to_be_visible()
    hands.read()
    hands.press(own)
    expect(page.locator("#text")).to_be_visible()
    hands.read()
    hands.fill(page.locator("#text"), MOMENT)
    hands.press(page.get_by_role("button", name="Verzegelen en bewaren"))
    expect(page.locator('[data-view="saved"]')).to_be_visible(timeout=SLOW)

    took = hands.seconds + time.monotonic() - began
    print(f"a first moment: {took:.0f} s, {hands.seconds:.0f} of them hands and eyes")
    assert took <= TWO_MINUTES


def test_keeping_the_line_takes_two_minutes_more(visitors: Visitors) -> None:
    """Reading six words, writing them down by hand, and typing two of them."""
    link = invited(visitors, "Houd")
    page = visitors.come()
    page.goto(link)
    page.get_by_label("Hoe heet je?").fill("Houd")
    page.locator('input[type="password"]').first.fill("een-lange-rustige-zin")
    page.locator("main form").first.get_by_role("button").last.click()
    page.goto("/journal/write/")
    page.get_by_role("button", name="Ja, van mij").click()
    page.locator("#text").fill(MOMENT)
    page.get_by_role("button", name="Verzegelen en bewaren").click()
    expect(page.locator('[data-view="saved"]')).to_be_visible(timeout=SLOW)
    hands = Hands(page)
    began = time.monotonic()

    page.goto("/vault/keep/")
    shown = page.locator('[data-view="words"] .six-words li')
    expect(shown).to_have_count(6)
    words = shown.all_text_contents()
    hands.read()
    hands.seconds += len(" ".join(words)) * PEN
    hands.press(page.get_by_role("button", name="Ik heb ze opgeschreven"))
    hands.read()
    for field in page.locator("[data-asked]:visible").all():
        place = int(field.locator("[data-slot=place]").inner_text())
        hands.fill(field.locator("input"), words[place - 1])
    hands.press(page.get_by_role("button", name="Mijn lijn houden"))
    expect(page.get_by_role("heading", name="Je lijn blijft")).to_be_visible(timeout=SLOW)

    took = hands.seconds + time.monotonic() - began
    print(f"keeping the line: {took:.0f} s, {hands.seconds:.0f} of them hands and eyes")
    assert took <= TWO_MINUTES
