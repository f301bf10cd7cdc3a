"""Whom one can turn to, and a short talk: told in a browser, also one without scripts."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from journeys.visitor import DESK, PHONE, House, Visitors

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def fine(page: Page) -> None:
    """Nothing for axe to find, and nothing wider than the screen."""
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_noor_finds_whom_to_call_from_anywhere(visitors: Visitors, shots: Path) -> None:
    noor = visitors.come("noor", width=PHONE)
    noor.goto("/people/times/")
    noor.get_by_role("contentinfo").get_by_role("link", name="Bij wie kun je terecht?").click()

    expect(noor.get_by_role("heading", level=1)).to_have_text("Bij wie kun je terecht?")
    call = noor.get_by_role("link", name="Bel 113", exact=True)
    expect(call).to_have_attribute("href", "tel:113")
    box = call.bounding_box()
    assert box
    assert box["height"] >= 44
    expect(noor.locator("main")).to_contain_text("Arbodienst Zilte Wind")
    fine(noor)
    noor.screenshot(path=shots / "signposts-phone.png", full_page=True)

    noor.goto("/aftercare/")
    expect(noor.locator("main")).to_contain_text("Wanneer je niet wacht")
    fine(noor)
    noor.screenshot(path=shots / "aftercare-phone.png", full_page=True)


def test_it_speaks_english_on_a_wide_screen(visitors: Visitors, shots: Path) -> None:
    fatima = visitors.come("fatima", width=DESK)
    fatima.get_by_role("button", name="English").click()
    for address, name in (("/signposts/", "signposts"), ("/one-to-ones/", "one-to-ones")):
        fatima.goto(address)
        fine(fatima)
        fatima.screenshot(path=shots / f"{name}-english.png", full_page=True)
    expect(fatima.locator("main")).to_contain_text("A quarter of an hour")
    fatima.get_by_role("button", name="Nederlands").click()
    expect(fatima.get_by_role("button", name="English")).to_be_visible()  # others come after her


def test_it_works_without_scripts_and_stands_on_paper(
    browser: Browser, house: House, visitors: Visitors
) -> None:
    signed_in = visitors.come("noor").context.storage_state()
    context = browser.new_context(
        java_script_enabled=False, base_url=house.url, storage_state=signed_in
    )
    page = context.new_page()
    page.goto("/signposts/")
    expect(page.get_by_role("link", name="Bel 112")).to_be_visible()

    page.emulate_media(media="print")
    expect(page.get_by_role("link", name="Bel 0118 555 010")).to_be_visible()
    expect(page.get_by_role("contentinfo")).to_be_hidden()
    context.close()


def test_ines_fills_in_who_the_adviser_is(visitors: Visitors, shots: Path) -> None:
    ines = visitors.come("ines", width=DESK, scheme="dark")
    ines.goto("/organisations/")
    ines.get_by_role("link", name="Bij wie terecht").click()
    fine(ines)
    ines.screenshot(path=shots / "signposts-desk.png", full_page=True)
    ines.get_by_role("link", name="Aanpassen: vertrouwenspersoon").click()
    ines.get_by_label("Telefoonnummer").fill("bel maar")
    ines.get_by_role("button", name="Nagekeken, bewaren").click()

    expect(ines.locator("main")).to_contain_text("Dit is geen telefoonnummer.")
    expect(ines.get_by_label("Telefoonnummer")).to_have_value("bel maar")
    fine(ines)

    ines.get_by_label("Telefoonnummer").fill("0118 555 021")
    ines.get_by_role("button", name="Nagekeken, bewaren").click()
    expect(ines.locator("main")).to_contain_text("0118 555 021")


@pytest.mark.parametrize(("width", "scheme"), [(PHONE, "light"), (DESK, "dark")])
def test_fatima_picks_a_card_and_keeps_a_rhythm(
    visitors: Visitors, shots: Path, width: int, scheme: str
) -> None:
    fatima = visitors.come("fatima", width=width, scheme="dark" if scheme == "dark" else "light")
    fatima.screenshot(path=shots / f"one-to-ones-today-{width}.png", full_page=True)
    fatima.get_by_role("link", name="Andere vragen, en je eigen ritme").click()
    fine(fatima)
    fatima.screenshot(path=shots / f"one-to-ones-{width}.png", full_page=True)

    fatima.get_by_role("link", name="Wat heb je nodig?").click()
    first = fatima.locator("blockquote p").inner_text()
    fatima.get_by_role("link", name="Een andere vraag").click()
    expect(fatima.locator("blockquote p")).not_to_have_text(first)

    noor = fatima.locator(".rows > li", has_text="Noor de Wit")
    if noor.count() == 0:  # the other screen was here first, and stopped
        fatima.get_by_label("Met wie?").select_option(label="Noor de Wit")
        fatima.get_by_label("Hoe vaak?").select_option(label="Elke 3 weken")
        fatima.get_by_role("button", name="Bewaren", exact=True).click()
    noor.get_by_role("button", name="Gehouden").click()
    expect(fatima.locator("main")).to_contain_text("De volgende keer staat klaar.")
    noor.get_by_role("button", name="Een week later").click()
    noor.get_by_role("button", name="Uit je ritme").click()
    expect(noor).to_have_count(0)
