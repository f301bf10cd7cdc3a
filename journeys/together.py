"""What people do who write to each other, in the words of the pages."""

import re

from playwright.sync_api import Page, expect

from journeys.line import SLOW, keep, two_who_walk_along, write
from journeys.visitor import Visitors


def two_who_write(visitors: Visitors, one: str, other: str) -> tuple[Page, Page]:
    """Two people who walk along, each with a line that is kept."""
    pair = two_who_walk_along(visitors, one, other)
    for page in (pair.starter, pair.companion):
        write(page)
        keep(page)
    return pair.starter, pair.companion


def at_the_sheet(page: Page, about: str) -> None:
    """Open the page on which one writes about this."""
    page.goto("/together/messages/")  # a fresh page, also when only the part behind the # differs
    page.goto(f"/together/write/#about={about}")
    expect(page.locator('[data-view="editor"]')).to_be_visible(timeout=SLOW)


def send(page: Page) -> None:
    """Look when it arrives, and send it."""
    page.get_by_role("button", name="Verder", exact=True).click()
    expect(page.get_by_role("heading", name="Zo komt het aan")).to_be_visible(timeout=SLOW)
    page.get_by_role("button", name="Verzegelen en versturen").click()
    expect(page.get_by_role("heading", name="Verstuurd")).to_be_visible(timeout=SLOW)


def ask_for_help(page: Page, whom: str, starter: str) -> None:
    """In a few taps: a starter, a person, off it goes."""
    at_the_sheet(page, "help")
    page.get_by_role("button", name=re.compile(re.escape(starter))).click()
    page.get_by_label(re.compile(whom)).check()
    send(page)


def first_message(page: Page) -> None:
    """Open what stands first among the messages."""
    page.goto("/together/messages/")
    page.locator('[data-view="list"] .own-line a').first.click()
    expect(page.locator('[data-view="thread"]')).to_be_visible(timeout=SLOW)
