"""Noor moves on: her school proposes, she picks, her team accepts; and three at one table."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from journeys.visitor import DESK, PHONE, Visitors


def is_well_made(page: Page) -> None:
    """Nothing for axe to find, and nothing wider than the screen, on a phone and on a desk."""
    for width in (PHONE, DESK):
        page.set_viewport_size({"width": width, "height": 760})
        assert Axe().run(page).response["violations"] == []
        wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        assert not page.evaluate(wide), page.url


def test_what_goes_along_is_seen_by_each_beforehand(visitors: Visitors) -> None:
    noor, fatima, joost = (visitors.come(key) for key in ("noor", "fatima", "joost"))
    noor.goto("/paths/hand-overs/")
    noor.locator(".rows a").first.click()
    expect(noor.get_by_role("heading", name="Wat er met jou meegaat")).to_be_visible()
    noor.get_by_role("link", name="Kies wat er meegaat").click()
    is_well_made(noor)
    noor.get_by_label("Vraag naar haar voorbeeld").check()
    noor.get_by_label("Wil je er zelf iets bij zeggen?").fill("Ik leer graag door te doen.")
    noor.get_by_role("button", name="Kijk hoe het wordt").click()
    is_well_made(noor)
    letter = noor.locator(".letter").first.inner_text().split("\n", 1)[1]
    address = noor.url
    assert fatima.goto(address).status == 404  # type: ignore[union-attr]
    noor.get_by_role("button", name="Geef het aan").click()

    fatima.goto(address)
    assert fatima.locator(".letter").inner_text().split("\n", 1)[1] == letter
    is_well_made(fatima)
    fatima.get_by_role("button", name="Aannemen", exact=True).click()

    joost.goto(address)
    expect(joost.get_by_text("Dit is overgedragen")).to_be_visible()
    expect(joost.get_by_text("door te doen")).to_have_count(0)
    is_well_made(joost)


def test_three_at_a_table_agree_to_what_they_read(visitors: Visitors) -> None:
    noor, joost = visitors.come("noor"), visitors.come("joost")
    joost.goto("/paths/meetings/")
    joost.locator(".rows a").last.click()  # the other one is still to come
    is_well_made(joost)
    joost.get_by_role("button", name="Ja, zo spreken we het af").click()
    expect(joost.get_by_text("Jullie zeiden alle drie ja.")).to_be_visible()

    noor.goto(joost.url)
    is_well_made(noor)
    noor.get_by_label("Het werk belooft").check()
    noor.get_by_label("In één zin").fill("Sam belt met Joost.")
    noor.get_by_role("button", name="Zet op het scherm").click()
    expect(noor.get_by_text("Een belofte heeft een dag").last).to_be_visible()
    noor.get_by_label("Uiterlijk op").fill("2027-01-15")
    noor.get_by_role("button", name="Zet op het scherm").click()
    expect(noor.get_by_text("Sam belt met Joost.").first).to_be_visible()
    expect(noor.get_by_text("Jullie zeiden alle drie ja.")).to_have_count(0)
