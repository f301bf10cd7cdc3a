"""Noor weighs on her phone; Rosa plays what-if with the map of a group, keeps it and compares."""

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from journeys.visitor import DESK, PHONE, House, Visitors

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def fine(page: Page) -> None:
    """Nothing for axe to find, and nothing wider than the screen."""
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def what_if(page: Page) -> None:
    """From the maps to the what-if of the map of resilience."""
    page.goto("/factors/")
    page.locator("main").get_by_role("link", name="Weerbaarheid van starters").first.click()
    page.get_by_role("navigation", name="Deze kaart").get_by_role("link", name="Wat als").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat als …?")


def hold(page: Page, name: str) -> None:
    """Choose a factor to hold."""
    page.locator("#add").select_option(label=name)
    page.get_by_role("button", name="Vasthouden").click()
    expect(page.get_by_role("slider", name=name)).to_be_visible()


def test_noor_weighs_on_her_phone(visitors: Visitors, shots: Path) -> None:
    noor = visitors.come("noor", width=PHONE)
    what_if(noor)
    noor.get_by_role("link", name="Naar de rondes").click()
    fine(noor)
    noor.get_by_role("link", name="Wegen", exact=True).click()
    expect(noor.get_by_text("nog niet gewogen").first).to_be_visible()
    noor.get_by_role("link", name="Beginnen").click()
    fine(noor)
    noor.screenshot(path=shots / "weigh-phone.png", full_page=True)

    noor.get_by_role("button", name="Bewaren en verder").click()
    expect(noor.locator("main")).to_contain_text("Kies wat het doet")
    fine(noor)
    noor.get_by_label("weet ik niet").check()
    expect(noor.get_by_role("group", name="Hoe sterk?")).to_be_hidden()
    noor.get_by_label("versterkt").check()
    noor.get_by_label("sterk", exact=True).check()
    noor.get_by_role("button", name="Bewaren en verder").click()
    noor.get_by_label("weet ik niet").check()
    noor.get_by_role("button", name="Bewaren").first.click()
    noor.get_by_role("link", name="Overzicht").click()

    said = noor.locator(".weighed .said")
    expect(said).to_have_count(2)
    expect(said.filter(has_text="versterkt (sterk)")).to_have_count(1)
    expect(noor.locator(".weighed .unsure")).to_have_text("weet ik niet")
    fine(noor)
    noor.screenshot(path=shots / "weighed-phone.png", full_page=True)


def test_rosa_plays_keeps_and_compares(visitors: Visitors, shots: Path) -> None:
    rosa = visitors.come("rosa", width=DESK, scheme="dark")
    what_if(rosa)
    rosa.get_by_role("link", name="Naar de rondes").click()
    rosa.get_by_role("link", name="De kaart van de groep").first.click()
    expect(rosa.get_by_role("heading", name="Waar jullie verschillen")).to_be_visible()
    fine(rosa)
    rosa.screenshot(path=shots / "group-map-dark.png", full_page=True)
    rosa.get_by_role("link", name="Speel wat-als met deze kaart").click()

    hold(rosa, "Tijd om in te werken")
    moves = rosa.locator("#moves")
    expect(moves).to_contain_text("Spanning tussen willen en kunnen gaat omlaag")
    expect(moves).to_contain_text("10.000 kaarten")
    expect(moves.get_by_role("heading", level=2)).to_be_in_viewport()
    slider = rosa.get_by_role("slider", name="Tijd om in te werken")
    slider.focus()
    for _step in range(3):
        rosa.keyboard.press("ArrowLeft")
    expect(rosa.locator("output")).to_have_text("veel lager")
    expect(moves).to_contain_text("Spanning tussen willen en kunnen gaat omhoog")
    expect(moves).to_contain_text("10.000 kaarten")
    assert "at.onboarding-time=-2" in rosa.url
    fine(rosa)
    rosa.screenshot(path=shots / "what-if-dark.png", full_page=True)

    rosa.get_by_label("Hoe noem je dit?").fill("Geen inwerktijd")
    rosa.get_by_role("button", name="Bewaren").click()
    expect(rosa.get_by_role("heading", level=1)).to_have_text("Geen inwerktijd")
    expect(rosa.locator("main")).to_contain_text("Tijd om in te werken: veel lager")
    fine(rosa)
    rosa.get_by_role("link", name="Wat als …?").click()
    rosa.locator("#one").select_option(label="Geen inwerktijd")
    rosa.locator("#other").select_option(label="Beschermde inwerktijd")
    rosa.get_by_role("button", name="Vergelijken").click()

    expect(rosa.locator("main")).to_contain_text("Waar ze verschillen")
    expect(rosa.locator(".two").first).to_contain_text("omhoog")
    expect(rosa.locator(".two").first).to_contain_text("omlaag")
    fine(rosa)
    rosa.screenshot(path=shots / "what-if-two-dark.png", full_page=True)
    rosa.set_viewport_size({"width": PHONE, "height": 760})
    fine(rosa)
    rosa.get_by_role("link", name="Geen inwerktijd").first.click()
    rosa.get_by_role("button", name="Weghalen").click()
    expect(rosa.locator("main")).to_contain_text("is weg")


def test_it_plays_without_scripts_too(browser: Browser, house: House, visitors: Visitors) -> None:
    signed_in = visitors.come("rosa").context.storage_state()
    context = browser.new_context(
        viewport={"width": PHONE, "height": 740},
        java_script_enabled=False,
        base_url=house.url,
        storage_state=signed_in,
    )
    page = context.new_page()
    what_if(page)
    hold(page, "Steunend team")
    page.get_by_role("slider", name="Steunend team").press("End")
    page.get_by_role("button", name="Kijk wat er meebeweegt").click()

    expect(page.locator("output")).to_have_text("veel hoger")
    expect(page.locator("#moves")).to_contain_text("gaat omhoog")
    expect(page.locator("#moves").get_by_role("heading", level=2)).to_be_in_viewport()
    page.get_by_text("Voor onderzoekers").click()
    page.get_by_label("Lambda").press("Enter")
    expect(page.get_by_role("slider")).to_have_count(1)
    page.get_by_role("button", name="Loslaten").click()
    expect(page.get_by_role("slider")).to_have_count(0)
    context.close()
