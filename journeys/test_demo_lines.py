"""The ten have lines already: sealed by another program, opened by the browser."""

import pytest
from playwright.sync_api import Page, expect

from journeys.line import SLOW, open_with
from journeys.visitor import Visitors

pytestmark = pytest.mark.long


def told_words(visitors: Visitors) -> list[str]:
    """The words on the page where one chooses whom to be."""
    page = visitors.come()
    page.goto("/account/login/")
    return page.locator("[data-demo-words]").inner_text().split()


def with_open_line(visitors: Visitors, key: str) -> Page:
    page = visitors.come(key)
    open_with(page, told_words(visitors))
    return page


def test_noors_months_open_in_the_browser(visitors: Visitors) -> None:
    noor = with_open_line(visitors, "noor")

    lines = noor.locator("[data-lines] a[translate=no]")
    expect(lines).to_have_count(13, timeout=SLOW)
    expect(lines.nth(1)).to_contain_text("Het meisje met de tekeningen")
    lines.last.click()
    expect(noor.locator("[data-text]")).to_contain_text("Vandaag begon ik met mijn lijn")


def test_sam_reads_what_noor_gave(visitors: Visitors) -> None:
    sam = with_open_line(visitors, "sam")

    sam.goto("/vault/received/")
    given = sam.get_by_role("link", name="Van Noor de Wit")
    expect(given).to_have_count(2)
    given.first.click()
    expect(sam.locator("[data-text]")).not_to_be_empty(timeout=SLOW)


def test_every_room_of_noors_line_has_something_in_it(visitors: Visitors) -> None:
    noor = with_open_line(visitors, "noor")

    for page, said in (
        ("/journal/register/", "intervisie op school"),
        ("/journal/intentions/", "Eén keer hulp vragen"),
        ("/journal/take-along/", "hoe zeg jij nee"),
        ("/journal/look-back/", "Drie andere"),
        ("/vault/received/", "Sam Jansen"),
    ):
        noor.goto(page)
        expect(noor.locator("main")).to_contain_text(said, timeout=SLOW)


def test_noor_knows_sams_keys_and_gives_another_moment(visitors: Visitors) -> None:
    noor = with_open_line(visitors, "noor")
    noor.locator("[data-lines] a").first.click()
    noor.get_by_role("button", name="Aan iemand geven").click()
    noor.get_by_label("Sam Jansen").check()
    noor.get_by_role("button", name="Geven", exact=True).click()

    said = "Sam Jansen vindt het in eigen werktijd"
    expect(noor.locator("[data-live]")).to_contain_text(said, timeout=SLOW)
