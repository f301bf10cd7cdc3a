"""Ines changes a path, offers it, and begins one; Mila chooses: told in a browser."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from hartlijn.demo.cast import identity
from journeys.test_near import fine
from journeys.visitor import DESK, PHONE, Visitors

LIGHTHOUSE = identity("organisation", "vuurtoren")
SIDE = identity("side", "mila", str(LIGHTHOUSE))


def at_desk(visitors: Visitors, width: int, scheme: str = "light") -> Page:
    page = visitors.come("ines", width=width, scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"/paths/templates/organisations/{LIGHTHOUSE}/")
    return page


def seen(page: Page, shots: Path, name: str) -> None:
    fine(page)
    width = page.viewport_size["width"] if page.viewport_size else ""
    page.screenshot(path=shots / f"paths-{name}-{width}.png", full_page=True)


def test_two_windows_change_a_path_and_mila_chooses(visitors: Visitors, shots: Path) -> None:
    ines = at_desk(visitors, DESK, "dark")
    seen(ines, shots, "templates")
    ines.get_by_role("link", name=re.compile("Verder met het klad.*De eerste")).click()
    seen(ines, shots, "draft")
    ines.get_by_role("link", name="Samen eten met het team").click()
    seen(ines, shots, "part")
    other = visitors.come("ines", width=PHONE)
    other.goto(ines.url)
    other.get_by_label("Naam", exact=True).fill("Samen koken en eten")
    other.get_by_role("button", name="Bewaren in het klad").click()
    expect(other.locator("main")).to_contain_text("Samen koken en eten")
    seen(other, shots, "draft")

    ines.get_by_label("Naam", exact=True).fill("Eten met het hele team")
    ines.get_by_role("button", name="Bewaren in het klad").click()

    expect(ines.locator("main")).to_contain_text("Iemand anders paste dit intussen ook aan.")
    expect(ines.locator("main")).to_contain_text("Samen koken en eten")
    expect(ines.get_by_label("Naam", exact=True)).to_have_value("Eten met het hele team")
    seen(ines, shots, "meanwhile")
    ines.get_by_role("button", name="Bewaren in het klad").click()
    ines.get_by_role("link", name="Bekijk wat er verandert").click()
    expect(ines.locator("main")).to_contain_text("wordt: Eten met het hele team")
    seen(ines, shots, "publish")
    ines.get_by_role("button", name="Laat dit gelden").click()
    expect(ines.get_by_role("heading", level=1)).to_have_text("Aanbieden aan wie een traject loopt")
    seen(ines, shots, "offer")
    ines.get_by_role("button", name="Aanbieden").click()
    expect(ines.locator("main")).to_contain_text("Wie het loopt, kiest.")
    seen(ines, shots, "template")

    mila = visitors.come("mila", width=PHONE)
    mila.goto(f"/paths/sides/{SIDE}/newer/")
    expect(mila.locator("main")).to_contain_text("Stap ‘Eten met het hele team’")
    seen(mila, shots, "newer")
    mila.get_by_role("button", name="Overnemen").click()
    expect(mila.locator("main")).to_contain_text("Je traject loopt nu met de nieuwe versie.")
    mila.get_by_role("link", name="Laat de stappen meeschuiven").click()
    seen(mila, shots, "days")


@pytest.mark.parametrize(("width", "scheme"), [(PHONE, "dark"), (DESK, "light")])
def test_ines_looks_at_the_days_before_a_path_begins(
    visitors: Visitors, shots: Path, width: int, scheme: str
) -> None:
    ines = at_desk(visitors, width, scheme)
    ines.get_by_role("link", name="Wie loopt er een traject?").click()
    seen(ines, shots, "sides")
    ines.get_by_role("link", name=re.compile("^Datums.*Mila Santos")).click()
    ines.get_by_role("button", name="Bekijk de dagen").click()
    expect(ines.locator("main")).to_contain_text("Geteld met de gewone week van je organisatie.")
    seen(ines, shots, "dates")
    ines.goto(f"/paths/organisations/{LIGHTHOUSE}/begin/")
    seen(ines, shots, "begin")
