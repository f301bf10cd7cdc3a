"""A first moment: written, kept, found again elsewhere, given and taken back."""

import pytest
from playwright.sync_api import Page, expect

from journeys.line import (
    MOMENT,
    SLOW,
    keep,
    open_with,
    signed_in_elsewhere,
    somebody_new,
    two_who_walk_along,
    write,
)
from journeys.visitor import Visitors


def read_first(page: Page) -> None:
    """Open the newest of the list."""
    page.goto("/line/")
    page.locator("[data-lines] a").first.click()
    expect(page.locator("[data-text]")).to_be_visible()


def test_a_first_moment_is_sealed_before_there_is_any_talk_of_keys(visitors: Visitors) -> None:
    page = somebody_new(visitors, "Amina")
    page.get_by_role("main").get_by_role("link", name="Schrijven").click()
    expect(page.get_by_text("Wat jij schrijft, kan je team niet lezen.")).to_be_visible()
    page.get_by_role("button", name="Ja, van mij").click()
    page.locator("#text").fill(MOMENT)
    expect(page.locator(".who-sees:visible")).to_contain_text("Alleen jij.")
    page.get_by_role("button", name="Verzegelen en bewaren").click()

    closed = page.get_by_role("heading", name="Gesloten, alleen op deze telefoon of computer.")
    expect(closed).to_be_focused(timeout=SLOW)
    expect(page.get_by_text("Tot je hem houdt, opent niets anders hem")).to_be_visible()
    page.get_by_role("link", name="Straks").click()
    expect(page.locator("[data-lines]")).to_contain_text(MOMENT)
    expect(page.get_by_role("heading", name="Mag hij blijven?")).to_be_visible()


@pytest.mark.long
def test_a_line_goes_along_and_is_given_until_taken_back(visitors: Visitors) -> None:
    pair = two_who_walk_along(visitors, "Esra", "Bo")
    write(pair.starter)
    words = keep(pair.starter)
    write(pair.companion, "Ik loop mee.")
    keep(pair.companion)

    elsewhere = signed_in_elsewhere(visitors, "Esra")
    open_with(elsewhere, words)
    read_first(elsewhere)
    expect(elsewhere.locator("[data-text]")).to_have_text(MOMENT)

    elsewhere.get_by_role("button", name="Aan iemand geven").click()
    elsewhere.get_by_label("Bo").check()
    elsewhere.get_by_role("button", name="Geven", exact=True).click()
    expect(elsewhere.locator("[data-live]")).to_contain_text(
        "Bo vindt het in eigen werktijd", timeout=SLOW
    )
    expect(elsewhere.locator("[data-readers-list]")).to_contain_text("tot")

    bo = pair.companion
    bo.goto("/vault/received/")
    bo.get_by_role("link", name="Van Esra").click()
    expect(bo.locator("[data-text]")).to_have_text(MOMENT)

    elsewhere.get_by_role("button", name="Terugnemen van Bo").click()
    expect(elsewhere.locator('[data-view="take-back"]')).to_contain_text("blijft gelezen")
    elsewhere.get_by_role("button", name="Terugnemen", exact=True).click()
    expect(elsewhere.locator("[data-live]")).to_contain_text("Teruggenomen", timeout=SLOW)

    bo.reload()
    expect(bo.get_by_role("heading", name="Dit is er niet meer voor jou")).to_be_visible()
    bo.goto("/vault/received/")
    expect(bo.locator("main")).to_contain_text("Nog niets.")


@pytest.mark.long
def test_what_waits_for_keys_goes_after_a_look_and_a_press(visitors: Visitors) -> None:
    pair = two_who_walk_along(visitors, "Nour", "Okan")
    nour, okan = pair.starter, pair.companion
    write(nour)
    keep(nour)
    read_first(nour)
    nour.get_by_role("button", name="Aan iemand geven").click()
    nour.get_by_label("Okan").check()
    expect(nour.locator('[data-view="give"]')).to_contain_text("Okan heeft nog geen sleutels")
    nour.get_by_role("button", name="Geven", exact=True).click()
    expect(nour.locator("[data-live]")).to_contain_text("Het staat klaar", timeout=SLOW)
    write(okan, "Ik loop mee.")
    keep(okan)

    nour.reload()
    expect(nour.locator("[data-readers-list]")).to_contain_text("Okan heeft nu sleutels")
    okan.goto("/vault/received/")
    expect(okan.locator("main")).to_contain_text("Nog niets.")  # keys alone are not enough

    nour.get_by_role("button", name="Nu geven aan Okan").click()
    look = nour.locator('[data-view="give-waiting"]')
    expect(look).to_contain_text("nog niet vergeleken")
    expect(look.locator(".six-words li")).to_have_count(6)
    look.get_by_role("button", name="Geven", exact=True).click()
    expect(nour.locator("[data-live]")).to_contain_text(
        "Okan vindt het in eigen werktijd", timeout=SLOW
    )
    okan.reload()
    expect(okan.locator("[data-list]")).to_contain_text("Nog niet vergeleken")
    okan.get_by_role("link", name="Van Nour").click()
    expect(okan.locator("[data-text]")).to_have_text(MOMENT)
    expect(okan.locator('[data-view="read"]')).to_contain_text("zegt dus alleen de server")


@pytest.mark.long
def test_a_text_is_changed_and_removed(visitors: Visitors) -> None:
    page = somebody_new(visitors, "Jip")
    write(page)
    read_first(page)
    page.get_by_role("link", name="Verder schrijven").click()
    page.locator("#text").fill(f"{MOMENT} En nu ben ik moe.")
    page.get_by_role("button", name="Verzegelen en bewaren").click()
    expect(page.locator("[data-text]")).to_contain_text("moe", timeout=SLOW)
    page.reload()
    expect(page.locator("[data-text]")).to_contain_text("moe")

    page.get_by_role("button", name="Weghalen").click()
    expect(page.locator('[data-view="remove"]')).to_contain_text("Terughalen kan niet")
    page.locator('[data-view="remove"]').get_by_role("button", name="Weghalen").click()
    expect(page.get_by_role("heading", name="De tekst is weg")).to_be_visible(timeout=SLOW)
    page.goto("/line/")
    expect(page.get_by_text("Hier komt jouw lijn.")).to_be_visible()


@pytest.mark.long
def test_what_is_being_typed_comes_back(visitors: Visitors) -> None:
    page = somebody_new(visitors, "Kees")
    page.goto("/journal/write/")
    page.get_by_role("button", name="Ja, van mij").click()
    field = page.locator("#text")
    field.fill("Nog niet af, maar")
    expect(page.locator("[data-write]")).to_have_attribute("data-safe", "yes")
    page.goto("/")
    page.goto("/journal/write/")

    expect(field).to_have_value("Nog niet af, maar")
    expect(page.locator("[data-live]")).to_contain_text("nog niet bewaard")


@pytest.mark.long
def test_a_session_that_ends_costs_no_words(visitors: Visitors) -> None:
    page = somebody_new(visitors, "Lin")
    page.goto("/journal/write/")
    page.get_by_role("button", name="Ja, van mij").click()
    page.locator("#text").fill(MOMENT)
    page.context.clear_cookies()
    page.get_by_role("button", name="Verzegelen en bewaren").click()

    notice = page.get_by_role("alert")
    expect(notice).to_contain_text("Je tekst staat hier nog, gesloten", timeout=SLOW)
    expect(page.locator("#text")).to_have_value(MOMENT)
