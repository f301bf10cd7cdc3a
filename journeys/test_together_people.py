"""Asking the people around one: circles, a companion, whoever works now, and whoever may not."""

import re

import pytest
from playwright.sync_api import Page, expect

from journeys.line import SLOW, is_free, keep, new_address, works_round_the_clock, write
from journeys.test_first_day import begin, letter_to
from journeys.together import at_the_sheet, first_message, send, two_who_write
from journeys.visitor import Visitors

pytestmark = pytest.mark.long

WORDS = "Wil je straks even meekijken?"


def a_third(visitors: Visitors, starter: Page, name: str) -> Page:
    """One more who walks along with this starter, with a line that is kept."""
    address = new_address(name)
    starter.goto("/companions/ask/")
    starter.get_by_label("buddy").check()
    starter.get_by_label("Of iemand anders, per e-mail").fill(address)
    starter.get_by_role("button", name="Vragen").click()
    expect(starter.locator("main")).to_contain_text(address)
    other = visitors.come()
    begin(other, letter_to(visitors.house, address), name)
    works_round_the_clock(other)
    write(other)
    keep(other)
    return other


def editor(page: Page) -> None:
    """The sheet is there."""
    expect(page.locator('[data-view="editor"]')).to_be_visible(timeout=SLOW)


def test_who_works_now_is_one_press_away(visitors: Visitors) -> None:
    noor, sam = two_who_write(visitors, "Naima", "Sil")
    fem = a_third(visitors, noor, "Femke")
    is_free(sam)
    at_the_sheet(noor, "help")
    noor.get_by_label("Waar kan iemand je bij helpen?").fill(WORDS)
    noor.get_by_label(re.compile("^Sil")).check()
    noor.get_by_role("button", name="Verder", exact=True).click()
    before = noor.locator('[data-view="before"]')
    instead = before.get_by_role("button", name="Liever aan Femke")
    expect(instead).to_be_visible(timeout=SLOW)
    instead.focus()
    noor.keyboard.press("Enter")
    expect(noor.locator("[data-live]")).to_contain_text("Nu gaat het naar Femke.", timeout=SLOW)
    expect(before.locator("[data-arrivals]")).to_contain_text("Femke: meteen")
    expect(before.locator("[data-arrivals]")).not_to_contain_text("Sil")
    expect(before.get_by_role("heading", name="Zo komt het aan")).to_be_focused()
    noor.get_by_role("button", name="Verzegelen en versturen").click()
    expect(noor.get_by_role("heading", name="Verstuurd")).to_be_visible(timeout=SLOW)
    first_message(fem)
    expect(fem.locator(".thread-step")).to_contain_text(WORDS)

    at_the_sheet(noor, "consult")
    noor.get_by_label("Wat is jouw vraag?").fill(WORDS)
    noor.get_by_label(re.compile("^Sil")).check()
    noor.get_by_role("button", name="Verder", exact=True).click()
    before.get_by_role("button", name="Femke erbij vragen").click(timeout=SLOW)
    expect(before.locator("[data-arrivals] li")).to_have_count(2)
    noor.get_by_role("button", name="Nog even veranderen").click()
    expect(noor.get_by_label("Wat is jouw vraag?")).to_have_value(WORDS)
    expect(noor.get_by_label(re.compile("^Sil"))).to_be_checked()
    expect(noor.get_by_label(re.compile("^Femke"))).to_be_checked()


def test_a_circle_is_asked_joined_consulted_left_and_over(visitors: Visitors) -> None:
    noor, sam = two_who_write(visitors, "Nuria", "Seb")
    noor.goto("/circles/")
    noor.get_by_label("Hoe heet de kring?").fill("Late dienst")
    noor.get_by_role("button", name="Beginnen").click()
    expect(noor.get_by_role("heading", level=1)).to_have_text("Late dienst")
    circle = noor.url
    noor.locator("main select").select_option(label="Seb")
    noor.get_by_role("button", name="Uitnodigen").click()
    expect(noor.locator("main")).to_contain_text("Uitgenodigd")
    expect(noor.get_by_role("link", name="Overleggen met de kring")).to_have_count(0)

    sam.goto("/circles/")
    expect(sam.locator("main")).to_contain_text("Nuria nodigt je uit voor Late dienst.")
    sam.get_by_role("link", name="Kijken en antwoorden").click()
    sam.get_by_role("button", name="Ja, ik doe mee").click()
    expect(sam.locator("main")).to_contain_text("In de kring")

    noor.goto(circle)
    noor.get_by_role("link", name="Overleggen met de kring").click()
    editor(noor)
    expect(noor.get_by_label("overleggen")).to_be_checked()
    expect(noor.get_by_label(re.compile("^Seb"))).to_be_checked()
    noor.get_by_label("Wat is jouw vraag?").fill(WORDS)
    send(noor)
    first_message(sam)
    expect(sam.locator(".thread-step")).to_contain_text(WORDS)

    noor.goto(circle)
    noor.get_by_role("link", name="Eén iemand om hulp vragen").click()
    editor(noor)
    expect(noor.get_by_label("hulp vragen")).to_be_checked()

    for page in (sam, noor):  # the last one who leaves takes the circle along
        page.goto(circle)
        page.get_by_role("link", name="Uit de kring gaan").click()
        page.get_by_role("button", name="Uit de kring gaan").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Je kringen")
    answer = noor.goto(circle)
    assert answer
    assert answer.status == 404


def test_whoever_is_blocked_is_nobody_to_write_to_until_they_may(visitors: Visitors) -> None:
    noor, sam = two_who_write(visitors, "Nele", "Simon")
    noor.goto("/me/reach/")
    noor.get_by_role("link", name="Hulp vragen aan Simon").click()
    editor(noor)
    expect(noor.get_by_label("hulp vragen")).to_be_checked()
    expect(noor.get_by_label(re.compile("^Simon"))).to_be_checked()

    noor.goto("/me/reach/")
    noor.locator("select").select_option(label="Simon")
    noor.get_by_role("button", name="Geen berichten meer").click()
    expect(noor.locator("main")).to_contain_text("Van deze mensen wil je niets")
    for page, other in ((noor, "Simon"), (sam, "Nele")):
        at_the_sheet(page, "help")
        expect(page.get_by_label(re.compile(f"^{other}"))).to_have_count(0)

    noor.goto("/me/reach/")
    noor.get_by_role("button", name="Simon weer laten schrijven").click()
    at_the_sheet(noor, "help")
    expect(noor.get_by_label(re.compile("^Simon"))).to_be_visible()
