"""Rosa shows the map part by part, changes a relation, sees what differs, and takes it along."""

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from journeys.visitor import DESK, PHONE, Visitors

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
BEAMER = {"width": 1280, "height": 720}
TITLE = "Weerbaarheid van starters op basis van zingeving"


def fine(page: Page) -> None:
    """Nothing for axe to find, and nothing wider than the screen."""
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def open_map(page: Page) -> None:
    """From the list to the map of resilience."""
    page.goto("/factors/")
    page.locator("main").get_by_role("link", name=TITLE).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)


def test_rosa_reveals_the_map_on_a_beamer(visitors: Visitors, shots: Path) -> None:
    rosa = visitors.come("rosa", width=DESK)
    rosa.set_viewport_size(BEAMER)  # type: ignore[arg-type]
    open_map(rosa)
    rosa.get_by_role("link", name="Deel voor deel laten zien").click()

    expect(rosa.locator("rect.factor")).to_have_count(4)
    expect(rosa.get_by_role("link", name="Volgende")).to_be_focused()
    rosa.keyboard.press("Enter")
    expect(rosa.locator("rect.factor")).to_have_count(18)
    rosa.keyboard.press("ArrowRight")
    expect(rosa.locator("rect.factor")).to_have_count(42)
    expect(rosa.locator(".line .way")).to_have_count(48 + 6)
    rosa.keyboard.press("ArrowRight")
    expect(rosa.locator(".beamer-sheet .line .way")).to_have_count(49)
    fine(rosa)
    assert rosa.evaluate("document.documentElement.scrollHeight <= innerHeight")
    rosa.screenshot(path=shots / "map-beamer.png")
    rosa.keyboard.press("ArrowLeft")
    expect(rosa.locator(".beamer-sheet .line .way")).to_have_count(48)


def test_rosa_changes_a_relation_and_sees_what_differs(visitors: Visitors, shots: Path) -> None:
    rosa = visitors.come("rosa", width=DESK, scheme="dark")
    open_map(rosa)
    fine(rosa)
    rosa.screenshot(path=shots / "map-desk.png", full_page=True)
    rosa.locator("main").get_by_role("link", name="Om hulp vragen werkt op Weerbaarheid").click()
    rosa.get_by_role("link", name="Aanpassen").click()
    rosa.get_by_label("Hoe sterk?").select_option(label="sterk")
    rosa.get_by_role("button", name="Bewaren als nieuwe versie").click()
    expect(rosa.locator(".error-summary")).to_be_visible()
    fine(rosa)
    rosa.get_by_label("Waarom verandert dit?").fill("Zo zeiden vijf starters het")
    rosa.get_by_label("Waardoor?").select_option(label="groep")
    rosa.get_by_role("button", name="Bewaren als nieuwe versie").click()
    expect(rosa.get_by_text("Bewaard als nieuwe versie")).to_be_visible()

    rosa.get_by_role("navigation", name="Deze kaart").get_by_role("link", name="Verschil").click()
    expect(rosa.locator("main del")).to_have_text("onbekend")
    expect(rosa.locator("main ins")).to_have_text("sterk")
    expect(rosa.locator("main")).to_contain_text("Zo zeiden vijf starters het")
    fine(rosa)


def test_rosa_takes_the_map_along_and_brings_it_back(visitors: Visitors, tmp_path: Path) -> None:
    rosa = visitors.come("rosa", width=PHONE)
    open_map(rosa)
    fine(rosa)
    with rosa.expect_download() as coming:
        rosa.get_by_role("link", name="CSV").click()
    table = tmp_path / "kaart.csv"
    coming.value.save_as(table)

    rosa.goto("/factors/bring-in/")
    rosa.get_by_label("Het bestand").set_input_files(table)
    rosa.get_by_role("button", name="Lees het bestand").click()
    expect(rosa.get_by_role("heading", level=1)).to_have_text("Dit lazen we")
    expect(rosa.locator("main")).to_contain_text("42 factoren")
    fine(rosa)
    rosa.get_by_role("button", name="Bewaren als nieuwe kaart").click()
    expect(rosa.get_by_role("heading", level=1)).to_have_text("kaart")

    table.write_text(",A,B\nA,0,9\nB,x,0\n", encoding="utf-8")
    rosa.goto("/factors/bring-in/")
    rosa.get_by_label("Het bestand").set_input_files(table)
    rosa.get_by_role("button", name="Lees het bestand").click()
    expect(rosa.locator("main")).to_contain_text("Rij 2, kolom 3: 9 ligt niet tussen -1 en 1")
    fine(rosa)


def test_somebody_without_an_account_reads_what_is_public(visitors: Visitors) -> None:
    rosa = visitors.come("rosa", width=PHONE)
    open_map(rosa)
    address = rosa.url
    nobody = visitors.come(width=PHONE)
    nobody.goto(address)

    expect(nobody.get_by_role("heading", level=1)).to_have_text(TITLE)
    fine(nobody)
    nobody.locator("main").get_by_role("link", name="Weerbaarheid", exact=True).first.click()
    nobody.get_by_role("link", name="Kring van invloed").click()
    expect(nobody.locator("rect.ring")).to_have_count(2)
    fine(nobody)
