"""Whom to call at night, and what a team agrees on: told in a browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from journeys.test_near import fine
from journeys.visitor import DESK, PHONE, Visitors


@pytest.mark.parametrize(("width", "scheme"), [(PHONE, "light"), (DESK, "dark")])
def test_noor_calls_the_line_and_fatima_makes_the_roster(
    visitors: Visitors, shots: Path, width: int, scheme: str
) -> None:
    noor = visitors.come("noor", width=width, scheme=scheme)  # type: ignore[arg-type]
    noor.goto("/duty/")
    call = noor.get_by_role("link", name="Bel 0118 55 00 55")
    expect(call).to_have_attribute("href", "tel:0118550055")
    expect(noor.locator("main")).to_contain_text("Nu: ")
    fine(noor)
    noor.screenshot(path=shots / f"duty-{width}.png", full_page=True)

    fatima = visitors.come("fatima", width=width, scheme=scheme)  # type: ignore[arg-type]
    fatima.goto("/duty/")
    fine(fatima)
    fatima.screenshot(path=shots / f"duty-own-{width}.png", full_page=True)
    fatima.get_by_role("link", name="Middelburg > Team Gezinnen").click()
    fatima.get_by_role("link", name="Achterwacht").click()
    fine(fatima)
    fatima.screenshot(path=shots / f"duty-line-{width}.png", full_page=True)
    fatima.get_by_role("button", name="In het rooster zetten").click()
    expect(fatima.locator("main")).to_contain_text("Kies wie er dienst heeft.")
    fine(fatima)


def test_two_write_the_agreement_at_once_and_nothing_is_lost(
    visitors: Visitors, shots: Path
) -> None:
    noor = visitors.come("noor", width=PHONE)
    noor.get_by_role("link", name="Lezen", exact=True).click()
    expect(noor.get_by_role("heading", level=1)).to_have_text("Wat Team Gezinnen afspreekt")
    fine(noor)
    noor.screenshot(path=shots / "agreement.png", full_page=True)
    fatima = visitors.come("fatima", width=DESK, scheme="dark")
    fatima.goto(noor.url)
    begun(noor)
    begun(fatima)
    change(fatima, "De achterwacht, altijd.")
    expect(fatima.locator("main")).to_contain_text("De achterwacht, altijd.")

    change(noor, "Eerst je collega, dan de achterwacht.")

    expect(noor.locator("main")).to_contain_text("Iemand anders paste dit intussen ook aan.")
    expect(noor.locator("main")).to_contain_text("De achterwacht, altijd.")
    expect(call_of(noor)).to_have_value("Eerst je collega, dan de achterwacht.")
    fine(noor)
    noor.screenshot(path=shots / "agreement-meanwhile.png", full_page=True)

    noor.get_by_role("button", name="Bewaren").click()
    expect(noor.get_by_role("heading", level=1)).to_have_text("Wat Team Gezinnen afspreekt")
    fatima.get_by_role("link", name="Hoe het eerder was").click()
    expect(fatima.locator("main")).to_contain_text("door Noor de Wit")
    fine(fatima)


def begun(page: Page) -> None:
    page.get_by_role("link", name="Aanpassen").click()
    expect(call_of(page)).to_be_visible()


def call_of(page: Page) -> Locator:
    return page.get_by_label("Wie bel je als iets niet kan wachten?")


def change(page: Page, text: str) -> None:
    call_of(page).fill(text)
    page.get_by_role("button", name="Bewaren").click()
