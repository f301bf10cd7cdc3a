"""A signal goes upwards and its answer comes back; a text that names somebody says so."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from journeys.test_near import fine
from journeys.visitor import DESK, PHONE, Visitors

WAYS = [(PHONE, "light"), (DESK, "dark")]


@pytest.mark.parametrize(("width", "scheme"), WAYS)
def test_noor_reads_an_answer_and_what_asks_for_signatures(
    visitors: Visitors, shots: Path, width: int, scheme: str
) -> None:
    noor = visitors.come("noor", width=width, scheme=scheme)  # type: ignore[arg-type]
    noor.goto("/signals/")
    expect(noor.locator("main")).to_contain_text("Bij acht wordt het signaal vanzelf verstuurd.")
    fine(noor)
    noor.screenshot(path=shots / f"signals-{width}.png", full_page=True)
    noor.get_by_role("link", name="Raad van bestuur").click()
    expect(noor.get_by_role("heading", level=2).first).to_contain_text("Antwoord van")
    expect(noor.locator("main")).to_contain_text("Wie tekende, ziet niemand meer.")
    fine(noor)
    noor.go_back()
    noor.get_by_role("link", name="Wethouder jeugd").click()
    expect(noor.get_by_role("button", name="Ondertekenen")).to_be_visible()
    expect(noor.locator("main")).to_contain_text("kan zien wie tekende")
    expect(noor.locator("[data-findings]")).to_be_empty()
    fine(noor)
    noor.screenshot(path=shots / f"signal-{width}.png", full_page=True)

    ines = visitors.come("ines", width=width, scheme=scheme)  # type: ignore[arg-type]
    assert ines.goto(noor.url).status == 404  # type: ignore[union-attr]


@pytest.mark.parametrize(("width", "scheme"), WAYS)
def test_mila_writes_and_is_told_where_a_name_stands(
    visitors: Visitors, shots: Path, width: int, scheme: str
) -> None:
    mila = visitors.come("mila", width=width, scheme=scheme)  # type: ignore[arg-type]
    mila.goto("/signals/new/")
    fine(mila)
    text = mila.get_by_label("Wat wil je laten weten?")
    text.fill("De moeder van Jayden belt ons ’s avonds, en mail naar piet@voorbeeld.nl.")
    expect(mila.locator("[data-findings]")).to_contain_text("piet@voorbeeld.nl")
    fine(mila)
    mila.get_by_role("button", name="Bewaren").click()
    expect(mila.locator(".error-summary")).to_contain_text("telefoonnummer of mailadres")
    fine(mila)
    text.fill("De moeder van Jayden belt ons ’s avonds, en Fatima is er dan niet.")
    mila.get_by_role("button", name="Bewaren").click()
    expect(mila.get_by_role("heading", level=1)).to_contain_text("Signaal aan")
    # The text stood there when the page opened, and what it names is said beside it.
    expect(mila.locator("[data-findings]")).to_contain_text("Jayden")
    expect(mila.locator(".notice.attention")).to_contain_text("Dit lijkt een persoon te noemen")
    fine(mila)
    mila.screenshot(path=shots / f"signal-named-{width}.png", full_page=True)

    mila.get_by_role("link", name="Tekst aanpassen").click()
    taken(mila, "Er is ’s avonds niemand bereikbaar voor gezinnen.")
    expect(mila.locator("[data-findings]")).to_be_empty()
    mila.get_by_role("button", name="Weggooien").click()
    expect(mila).to_have_url(re.compile(r"/signals/$"))


def taken(page: Page, text: str) -> None:
    """Write it otherwise and keep it."""
    page.get_by_label("Wat wil je laten weten?").fill(text)
    page.get_by_role("button", name="Bewaren").click()
    page.get_by_role("heading", name="Signaal aan").wait_for()
