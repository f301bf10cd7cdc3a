"""Starting over from where one is stuck: other keys on the server, or a device that is gone."""

import pytest
from playwright.sync_api import Page, expect

from journeys.line import (
    MOMENT,
    SLOW,
    keep,
    open_with,
    signed_in_elsewhere,
    somebody_new,
    write,
)
from journeys.test_vault_keys import kept
from journeys.test_vault_new_keys import begin_anew, begin_here
from journeys.visitor import Visitors

pytestmark = pytest.mark.long

LEAVE, REMOVE = "Laten staan, al kan niemand het openen", "Weghalen, voorgoed"
OTHER_KEYS = "andere sleutels zien dan die van dit apparaat"
BEGUN = "Opnieuw begonnen."
ONCE_MORE = "Nog een keer begonnen."


def begun_anew_elsewhere(visitors: Visitors, name: str) -> tuple[Page, list[str]]:
    """A device that still has the former line open, and the words of the line begun elsewhere."""
    page, words = kept(visitors, name)
    elsewhere = signed_in_elsewhere(visitors, name)
    open_with(elsewhere, words)
    begin_anew(elsewhere, LEAVE)
    write(elsewhere, BEGUN)
    return page, keep(elsewhere)


def refused_for_other_keys(page: Page) -> None:
    """The line says that the server shows other keys, and nothing of what was written."""
    page.goto("/line/")
    expect(page.get_by_role("alert")).to_contain_text(OTHER_KEYS, timeout=SLOW)
    assert MOMENT not in page.content()
    assert BEGUN not in page.content()


def reads(page: Page, *texts: str) -> None:
    """The line holds these, the newest first, and nothing else."""
    page.goto("/line/")
    expect(page.locator("[data-lines] a[translate=no]")).to_have_text(texts, timeout=SLOW)


def test_whoever_is_shown_other_keys_begins_once_more(visitors: Visitors) -> None:
    page, _lost = begun_anew_elsewhere(visitors, "Abel")
    refused_for_other_keys(page)

    page.get_by_role("alert").get_by_role("link", name="Opnieuw beginnen").click()
    expect(page.get_by_role("heading", name="Ben je alles kwijt?")).to_be_visible(timeout=SLOW)
    begin_here(page, REMOVE)
    write(page, ONCE_MORE)
    reads(page, ONCE_MORE)
    words = keep(page)

    elsewhere = signed_in_elsewhere(visitors, "Abel")
    open_with(elsewhere, words)
    reads(elsewhere, ONCE_MORE)


def test_whoever_began_anew_closes_here_and_takes_the_new_words(visitors: Visitors) -> None:
    page, words = begun_anew_elsewhere(visitors, "Babet")
    refused_for_other_keys(page)

    page.get_by_role("button", name="Mijn lijn hier sluiten").click()
    expect(page.get_by_role("heading", name="Je lijn is gesloten")).to_be_visible(timeout=SLOW)
    open_with(page, words)
    reads(page, BEGUN)


def test_a_line_on_a_device_that_is_gone_is_begun_anew(visitors: Visitors) -> None:
    write(somebody_new(visitors, "Cato"))
    page = signed_in_elsewhere(visitors, "Cato")
    page.goto("/line/")
    expect(page.get_by_role("heading", name="Je lijn staat op een ander apparaat")).to_be_visible()

    page.get_by_role("link", name="Ik heb dat apparaat niet meer").click()
    begin_here(page, REMOVE)
    write(page, BEGUN)
    reads(page, BEGUN)
    words = keep(page)

    elsewhere = signed_in_elsewhere(visitors, "Cato")
    open_with(elsewhere, words)
    reads(elsewhere, BEGUN)
