"""Noor, her teacher Joost and her work mentor Sam: each prepares, and the outcome is one page."""

import re
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from journeys.line import SLOW, works_round_the_clock
from journeys.test_demo_lines import with_open_line
from journeys.test_every_page import complaints
from journeys.visitor import Visitors

pytestmark = pytest.mark.long

MINE = "Dat ik avonddiensten zwaar vind, en dat nog niet durfde te zeggen."
SAID = (
    (
        "brought",
        "Mijn eerste huisbezoek alleen, en waar ik daarna nog drie dagen mee bleef zitten.",
    ),
    ("brought", "Een gesprek met een moeder waar ik trots op ben: zij belde mij zelf terug."),
    ("brought", "Dat ik het moeilijk vind om nee te zeggen als iemand vraagt of ik wil ruilen."),
    ("school", "Een bezoek op de groep, samen met Sam, en daarna een half uur met jou alleen."),
    ("school", "Uitstel van het verslag tot na de vakantie, zonder dat je daar iets voor doet."),
    ("work", "Elke week een uur samen, op dinsdag om tien uur, in de agenda en beschermd."),
    ("work", "Geen avonddienst alleen tot februari; staat er toch een, dan bel je en ruilen wij."),
    ("work", "Een keer meelopen bij het wijkteam, met iemand die daar al langer werkt dan ik."),
    ("starter", "Ik zeg het dezelfde week als iets te snel gaat, ook als het druk is op de groep."),
    ("starter", "Ik neem één voorbeeld mee naar de intervisie op school, met wat ik daarvan vond."),
)
MORE = (
    ("brought", "Wat ik van de vorige keer meeneem."),
    ("work", "Een half uur terugkijken in mei."),
)
LINES = tuple((whose, f"{words} {words} {words}"[:200].strip()) for whose, words in (*SAID, *MORE))
"""As many lines as a screen holds, each as long as a line may be."""


def upcoming(page: Page) -> str:
    """The meeting that is still to come, as a page."""
    page.goto("/paths/meetings/")
    page.locator("main .rows a").first.click()
    return page.url


def preparing(page: Page) -> None:
    """From the screen to the own preparation."""
    page.get_by_role("link", name=re.compile("Voorbereiden")).click()
    expect(page.locator('[data-view="preparation"]')).to_be_visible(timeout=SLOW)


def test_what_noor_prepares_is_hers_until_she_gives_it_to_the_two_others(
    visitors: Visitors,
) -> None:
    noor = with_open_line(visitors, "noor")
    screen = upcoming(noor)
    preparing(noor)
    noor.get_by_label("Wat wil jij dat de anderen weten?").fill(MINE)
    noor.get_by_role("button", name="Voor mezelf bewaren").click()
    expect(noor.locator("[data-live]")).to_contain_text("Alleen jij ziet het", timeout=SLOW)
    assert complaints(noor) == []
    noor.reload()
    expect(noor.get_by_label("Wat wil jij dat de anderen weten?")).to_have_value(MINE, timeout=SLOW)

    others = [with_open_line(visitors, "joost"), with_open_line(visitors, "sam")]
    for other in others:
        works_round_the_clock(other)
        other.goto(screen)
        preparing(other)
        expect(other.locator("[data-nothing-given]")).to_be_visible()

    for name in ("Joost", "Sam"):
        reached = noor.locator("[data-other]").filter(has_text=name)
        expect(reached).to_contain_text("krijgt het te lezen", timeout=SLOW)
    noor.get_by_role("button", name="Geven", exact=True).click()
    expect(noor.locator("[data-given-list]")).to_contain_text(MINE, timeout=SLOW)
    for other in others:
        other.reload()
        expect(other.locator("[data-given-list]")).to_contain_text(MINE, timeout=SLOW)
        expect(other.locator("[data-given-list]")).to_contain_text("Noor")
        assert complaints(other) == []

    joost = others[0]
    joost.get_by_label("Wat kun jij beloven, en wanneer?").fill("Een bezoek, in december.")
    joost.get_by_role("button", name="Geven", exact=True).click()
    expect(joost.locator("[data-live]")).to_contain_text("Gegeven", timeout=SLOW)
    others[1].reload()
    expect(others[1].locator("[data-given-list]")).to_contain_text("in december", timeout=SLOW)


def test_a_full_outcome_prints_on_one_page(visitors: Visitors) -> None:
    noor = visitors.come("noor", width=1280)
    upcoming(noor)
    soon = (datetime.now(UTC) + timedelta(days=40)).date().isoformat()
    for whose, words in LINES:
        form = noor.locator("form").filter(has=noor.locator("[name=whose]"))
        form.locator(f"[name=whose][value={whose}]").check()
        form.locator("[name=words]").fill(words)
        if whose != "brought":
            form.locator("[name=by_on]").fill(soon)
        form.get_by_role("button").click()
        expect(noor.locator(".at-table, .rows").filter(has_text=words).first).to_be_visible()
    noor.locator("[name=needs]").fill(
        "Dat jullie elkaar bellen voordat jullie mij iets vragen, en dat ik mag zeggen dat iets te "
        "veel is zonder dat iemand denkt dat ik het vak niet aankan."
    )
    noor.get_by_role("button", name="Zet neer").click()
    noor.get_by_role("button", name="Ja, zo spreken we het af").click()
    expect(noor.locator("main")).to_contain_text("zei ja op")

    paper = PdfReader(BytesIO(noor.pdf(format="A4", print_background=True)))
    said = " ".join(" ".join(one.extract_text() for one in paper.pages).split())
    assert len(paper.pages) == 1
    for _whose, words in LINES:
        assert words in said
