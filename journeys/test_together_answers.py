"""What somebody who is asked can say, what is kept of a thank-you, and asking somebody else."""

import re

import pytest
from playwright.sync_api import Page, expect

from journeys.line import SLOW
from journeys.test_together_people import a_third
from journeys.together import ask_for_help, at_the_sheet, first_message, send, two_who_write
from journeys.visitor import Visitors

pytestmark = pytest.mark.long

STARTER = "Ik kom er niet uit met"


def answer(page: Page, way: str, *, text: str = "") -> None:
    """Say it in one of three ways, with or without words."""
    first_message(page)
    page.get_by_role("button", name=way).click()
    expect(page.get_by_role("button", name=way)).to_have_attribute("aria-pressed", "true")
    if text:
        page.get_by_label("Jouw antwoord").fill(text)
    page.get_by_role("button", name="Antwoorden", exact=True).click()
    expect(page.locator("[data-live]")).to_contain_text("Verzegeld en verstuurd", timeout=SLOW)


def test_yes_and_rather_ask_somebody_else(visitors: Visitors) -> None:
    noor, sam = two_who_write(visitors, "Noud", "Sari")
    ask_for_help(noor, "Sari", STARTER)
    answer(sam, "Ja, ik help je")
    first_message(noor)
    expect(noor.locator(".thread-step").last).to_contain_text("Ja, ik help je.")
    noor.goto("/together/messages/")
    expect(noor.locator("[data-asks]")).to_be_hidden()  # a yes asks nothing of her

    at_the_sheet(noor, "help")
    noor.get_by_label("Waar kan iemand je bij helpen?").fill("Ken jij dit formulier?")
    noor.get_by_label(re.compile("^Sari")).check()
    send(noor)
    answer(sam, "Vraag liever…", text="Vraag liever Femke, die kent dit.")
    noor.goto("/together/messages/")
    rows = noor.locator('[data-view="list"] .own-line a')
    rows.filter(has_text="formulier").click(timeout=SLOW)
    expect(noor.locator(".thread-step").last).to_contain_text("Vraag liever iemand anders.")
    expect(noor.locator(".thread-step").last).to_contain_text("Femke, die kent dit.")


def test_nobody_yet_is_said_at_the_next_opening_and_asks_wider_in_one_tap(
    visitors: Visitors,
) -> None:
    noor, _sam = two_who_write(visitors, "Norah", "Stef")
    fem = a_third(visitors, noor, "Famke")
    ask_for_help(noor, "Stef", STARTER)
    noor.goto("/together/messages/")
    expect(noor.locator('[data-view="list"]')).to_be_visible(timeout=SLOW)
    expect(noor.locator("[data-wider]:visible")).to_have_count(0)  # nobody is hurried

    first_message(noor)
    expect(noor.locator("[data-nobody]")).to_contain_text("Heeft nog niemand iets gezegd?")
    noor.get_by_role("button", name="Iemand anders vragen").click()
    expect(noor.locator('[data-view="editor"]')).to_be_visible(timeout=SLOW)
    expect(noor.get_by_label("Waar kan iemand je bij helpen?")).to_have_value(re.compile(STARTER))
    expect(noor.get_by_label(re.compile("^Stef"))).to_have_count(0)
    noor.get_by_label(re.compile("^Famke")).check()
    send(noor)
    first_message(fem)
    expect(fem.locator(".thread-step")).to_contain_text(STARTER)
    expect(fem.locator("main")).not_to_contain_text("Stef")


def test_a_thank_you_is_kept_on_the_line(visitors: Visitors) -> None:
    noor, sam = two_who_write(visitors, "Nynke", "Sterre")
    at_the_sheet(sam, "appreciation")
    sam.get_by_label("Wat zag je?").fill("Ik zag dat je bleef zitten toen hij wegliep.")
    sam.get_by_label(re.compile("^Nynke")).check()
    send(sam)

    first_message(noor)
    noor.get_by_role("button", name="Op mijn lijn bewaren").click()
    expect(noor.locator("[data-live]")).to_contain_text("op je eigen lijn", timeout=SLOW)
    noor.goto("/line/")
    expect(noor.locator("[data-lines]")).to_contain_text("bleef zitten", timeout=SLOW)
