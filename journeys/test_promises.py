"""Noor says how her month went: first for herself alone, and to others once she sends it."""

import re

import pytest
from playwright.sync_api import Page, expect

from journeys.line import SLOW
from journeys.test_demo_lines import with_open_line
from journeys.test_every_page import complaints
from journeys.visitor import Visitors

pytestmark = pytest.mark.long

MONTHS = "/paths/promises/ticks/"


def said_of(page: Page, promise: str) -> str:
    """What the page of a promise says to somebody."""
    page.goto(promise)
    return page.locator("main").inner_text()


def test_a_tick_is_noors_own_until_she_sends_it(visitors: Visitors) -> None:
    noor = with_open_line(visitors, "noor")
    fatima, ines = visitors.come("fatima", width=1280), visitors.come("ines", width=1280)
    noor.goto(MONTHS)
    expect(noor.locator("[data-keeping]")).to_be_visible(timeout=SLOW)
    work = noor.locator("section").filter(has_text="De Vuurtoren").filter(has=noor.locator("h2 a"))
    promise = work.first.locator("h2 a").get_attribute("href") or ""
    month = work.first.locator("[data-term]").first
    key = month.get_attribute("data-term")
    before = said_of(fatima, promise)
    unknown = said_of(ines, promise)

    month.get_by_label("Niet nagekomen").check()
    noor.get_by_role("button", name="Voor mezelf bewaren").click()
    expect(noor.locator("[data-live]")).to_contain_text("Alleen jij ziet het", timeout=SLOW)
    noor.reload()
    expect(month.get_by_label("Niet nagekomen")).to_be_checked(timeout=SLOW)
    expect(month.locator("[data-only-me]")).to_be_visible()
    assert complaints(noor) == []
    assert said_of(fatima, promise) == before
    assert said_of(ines, promise) == unknown
    assert "Niet nagekomen" not in unknown

    month.get_by_role("button", name="Alleen deze maand versturen").click()
    expect(noor.locator("main")).to_contain_text("Wat er beloofd is")
    fatima.goto(promise)
    here = fatima.locator(f"#month-{key}")
    expect(here.locator(".two-sides")).to_contain_text("Niet nagekomen")
    here.get_by_role("button", name="Nagekomen", exact=True).click()
    expect(here).to_contain_text("Jullie zagen het anders. Allebei blijft staan.")
    assert complaints(fatima) == []

    noor.goto(MONTHS)
    expect(noor.locator("[data-keeping]")).to_be_visible(timeout=SLOW)
    expect(month.get_by_label("Niet nagekomen")).to_be_checked()
    expect(month.locator("[data-only-me]")).to_be_hidden()  # it was sent: nothing waits


def test_what_was_not_sent_goes_to_whom_noor_picks(visitors: Visitors) -> None:
    noor, fatima = with_open_line(visitors, "noor"), visitors.come("fatima", width=1280)
    noor.goto(MONTHS)
    expect(noor.locator("[data-giving]")).to_be_visible(timeout=SLOW)
    work = noor.locator("section").filter(has_text="De Vuurtoren").filter(has=noor.locator("h2 a"))
    name = work.first.locator("h2 a").inner_text()
    promise = work.first.locator("h2 a").get_attribute("href") or ""
    before = said_of(fatima, promise)

    work.first.locator("[data-term]").first.get_by_label("Later nagekomen").check()
    noor.get_by_role("button", name="Aan iemand geven").click()

    question = noor.get_by_label("Wat is jouw vraag?")
    expect(question).to_have_value(re.compile(re.escape(name)), timeout=SLOW)
    expect(question).to_have_value(re.compile("Later nagekomen"))
    expect(noor.locator("[data-people] input").first).to_be_attached()
    assert said_of(fatima, promise) == before
    noor.goto(MONTHS)
    expect(noor.locator("[data-only-me]:visible").first).to_be_visible(timeout=SLOW)


def test_a_closed_line_says_how_to_open_it_and_sending_still_works(visitors: Visitors) -> None:
    noor = visitors.come("noor")
    noor.goto(MONTHS)
    expect(noor.get_by_role("heading", name="Je lijn is gesloten")).to_be_visible(timeout=SLOW)
    expect(noor.locator("[data-keeping]")).to_be_hidden()

    month = noor.locator("[data-term]").last
    month.evaluate("one => one.closest('details')?.setAttribute('open', '')")
    month.get_by_label("Later nagekomen").check()
    month.get_by_role("button", name="Alleen deze maand versturen").click()
    expect(noor.get_by_role("heading", level=1)).to_contain_text("Wat er beloofd is")
