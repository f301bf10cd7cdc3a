"""Writing to each other: help from one person, thinking along, thanks, leaving, aftercare."""

import re

import pytest
from playwright.sync_api import expect

from journeys.line import SLOW, is_free, works_round_the_clock
from journeys.test_every_page import complaints
from journeys.together import ask_for_help, at_the_sheet, first_message, send, two_who_write
from journeys.traces import holding, traces
from journeys.visitor import Visitors

pytestmark = pytest.mark.long

STARTER = "Ik kom er niet uit met"


def test_help_is_asked_of_one_person_and_answered(visitors: Visitors) -> None:
    noor, sam = two_who_write(visitors, "Noortje", "Sammie")
    ask_for_help(noor, "Sammie", STARTER)

    sam.goto("/together/messages/")
    expect(sam.get_by_role("heading", name="Hier wacht iemand op jou")).to_be_visible(timeout=SLOW)
    first_message(sam)
    expect(sam.locator(".thread-step")).to_contain_text(STARTER)
    sam.get_by_role("button", name="Nu niet, wel om…").click()
    sam.get_by_role("button", name=re.compile("Nu lukt het me niet")).click()
    sam.get_by_role("button", name="Antwoorden", exact=True).click()
    expect(sam.locator("[data-live]")).to_contain_text("Verzegeld en verstuurd", timeout=SLOW)

    first_message(noor)
    expect(noor.locator(".thread-step").last).to_contain_text("Nu niet, later wel.")


def test_a_consult_has_four_questions_and_goes_to_the_line(visitors: Visitors) -> None:
    noor, sam = two_who_write(visitors, "Nora", "Samir")
    at_the_sheet(noor, "consult")
    noor.get_by_label("Wat is jouw vraag?").fill("Was ik te snel?")
    noor.get_by_label("Waar ben je bang voor?").fill("Dat ze niet meer komt.")
    noor.get_by_label(re.compile("Samir")).check()
    noor.reload()
    expect(noor.get_by_label("Wat is jouw vraag?")).to_have_value("Was ik te snel?", timeout=SLOW)
    expect(noor.get_by_label(re.compile("Samir"))).to_be_checked()
    send(noor)

    first_message(sam)
    expect(sam.locator(".thread-step")).to_contain_text("Was ik te snel?")
    sam.get_by_text("Meer", exact=True).click()
    sam.get_by_role("button", name="Op mijn lijn bewaren").click()
    expect(sam.locator("[data-live]")).to_contain_text("op je eigen lijn", timeout=SLOW)
    sam.goto("/line/")
    expect(sam.locator("[data-lines]")).to_contain_text("Nora", timeout=SLOW)


def test_whoever_steps_out_says_no_reason(visitors: Visitors) -> None:
    noor, sam = two_who_write(visitors, "Nina", "Sanne")
    at_the_sheet(noor, "appreciation")
    noor.get_by_label("Wat zag je?").fill("Ik zag dat je bleef zitten toen hij wegliep.")
    noor.get_by_label(re.compile("Sanne")).check()
    send(noor)

    first_message(sam)
    sam.get_by_text("Meer", exact=True).click()
    sam.get_by_role("button", name="Eruit stappen").click()
    sam.locator("[data-leave-now]").click()
    expect(sam.locator('[data-view="list"]')).to_contain_text("Je bent hieruit gestapt")
    first_message(noor)
    expect(noor.locator(".thread-step").last).to_contain_text("Niet meer erbij: Sanne.")


def test_aftercare_asks_four_times_and_never_for_the_story(visitors: Visitors) -> None:
    noor, _sam = two_who_write(visitors, "Nikki", "Sep")
    noor.goto("/together/aftercare/")
    noor.get_by_label("Er gebeurde iets").check()
    noor.get_by_role("button", name="Beginnen").click()
    expect(noor.get_by_role("heading", name="De eerste dagen")).to_be_visible(timeout=SLOW)
    noor.get_by_label("Naar buiten, bewegen").check()
    noor.get_by_label("Iemand thuis").check()
    noor.get_by_role("button", name="Bewaren").click()
    expect(noor.get_by_role("heading", name="Dat is genoeg voor nu")).to_be_visible(timeout=SLOW)
    expect(noor.locator('[data-view="rest"]')).to_contain_text("Naar buiten, bewegen")

    noor.locator('[data-view="rest"] [data-stop]').click()
    noor.locator("[data-stop-now]").click()
    expect(noor.locator("[data-live]")).to_contain_text("Gestopt", timeout=SLOW)


def test_what_is_written_in_free_time_waits_and_can_be_changed(visitors: Visitors) -> None:
    noor, sam = two_who_write(visitors, "Noa", "Sjoerd")
    is_free(sam)
    at_the_sheet(noor, "help")
    noor.get_by_label("Waar kan iemand je bij helpen?").fill("Wil je maandag even meekijken?")
    noor.get_by_label(re.compile("Sjoerd")).check()
    noor.get_by_role("button", name="Verder", exact=True).click()
    before = noor.locator('[data-view="before"]')
    expect(before).to_contain_text(re.compile(r"Sjoerd: (\w+dag|overmorgen)"), timeout=SLOW)
    expect(before).to_contain_text("Jij mag het loslaten")
    noor.get_by_role("button", name="Verzegelen en versturen").click()
    expect(noor.get_by_role("heading", name="Verstuurd")).to_be_visible(timeout=SLOW)
    sam.goto("/together/messages/")
    expect(sam.locator('[data-view="empty"]')).to_be_visible(timeout=SLOW)

    first_message(noor)
    noor.get_by_role("button", name="Veranderen").click()
    field = noor.get_by_label("Waar kan iemand je bij helpen?")
    expect(field).to_have_value("Wil je maandag even meekijken?", timeout=SLOW)
    field.fill("Het is al opgelost. Fijn weekend!")
    expect(noor.get_by_label(re.compile("Sjoerd"))).to_be_checked()
    send(noor)

    works_round_the_clock(sam)  # the roster changed; nothing is lost
    first_message(sam)
    expect(sam.locator(".thread-step")).to_have_count(1)
    expect(sam.locator(".thread-step")).to_contain_text("Het is al opgelost.")


def test_nothing_for_axe_in_any_state(visitors: Visitors) -> None:
    noor, _sam = two_who_write(visitors, "Nadia", "Saar")
    found: list[str] = []

    def look(view: str) -> None:
        expect(noor.locator(f'[data-view="{view}"]')).to_be_visible(timeout=SLOW)
        found.extend(f"{view}: {said}" for said in complaints(noor))

    noor.goto("/together/messages/")
    look("empty")
    for about in ("consult", "help", "boundary", "appreciation", "aftercare"):
        at_the_sheet(noor, about)
        noor.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
        look("editor")
    noor.get_by_role("button", name="Verder", exact=True).click()
    expect(noor.get_by_role("alert")).to_contain_text("Er staat nog niets")
    look("editor")
    noor.locator("[name=offer]").first.check()
    noor.get_by_label(re.compile("Saar")).check()
    noor.get_by_role("button", name="Verder", exact=True).click()
    look("before")
    noor.get_by_role("button", name="Verzegelen en versturen").click()
    look("sent")
    noor.goto("/together/messages/")
    look("list")
    noor.locator('[data-view="list"] .own-line a').first.click()
    look("thread")
    noor.get_by_text("Meer", exact=True).click()
    noor.get_by_role("button", name="Iemand erbij vragen").click()
    look("add")
    noor.goto("/together/aftercare/")
    look("begin")
    noor.get_by_role("button", name="Beginnen").click()
    look("moment")
    assert found == []


def test_the_server_keeps_no_word_of_it(visitors: Visitors) -> None:
    noor, _sam = two_who_write(visitors, "Nena", "Siem")
    ask_for_help(noor, "Siem", STARTER)
    words = "Heb je nu even? Kanarie elf."
    at_the_sheet(noor, "appreciation")
    noor.get_by_label("Wat zag je?").fill(words)
    noor.get_by_label(re.compile("Siem")).check()
    send(noor)

    assert holding(traces(visitors.house.data), [words]) == []


def test_in_free_time_a_thought_is_put_away_first(visitors: Visitors) -> None:
    noor, _sam = two_who_write(visitors, "Nour", "Stijn")
    is_free(noor)
    noor.goto("/together/write/")
    expect(noor.get_by_role("heading", name="Dit is jouw eigen tijd")).to_be_visible(timeout=SLOW)
    expect(noor.get_by_role("link", name="Parkeren").last).to_be_visible()
    expect(noor.get_by_role("link", name="Bij wie kun je terecht?").first).to_be_visible()

    noor.locator("[data-ask-help]").click()
    noor.get_by_label("Waar kan iemand je bij helpen?").fill("Ik kom er niet uit.")
    noor.get_by_label(re.compile("Stijn")).check()
    send(noor)
