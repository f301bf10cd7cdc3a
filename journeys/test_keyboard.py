"""The main tasks with the keyboard alone."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from journeys.line import new_address
from journeys.test_first_day import letter_to
from journeys.visitor import Visitors

PASSWORD = "een-lange-rustige-zin"
FAR = 120  # no page asks for more presses than this to get anywhere


def go_to(page: Page, target: Locator) -> None:
    """Press Tab until the target has the focus, and see that the focus is visible."""
    wanted = target.element_handle()
    for _ in range(FAR):
        if page.evaluate("one => document.activeElement === one", wanted):
            style = page.evaluate("one => getComputedStyle(one).outlineStyle", wanted)
            hidden = target.evaluate("one => one.matches('.chip input')")
            assert style != "none" or hidden
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab does not reach {target}")


def press(page: Page, target: Locator, key: str = "Enter") -> None:
    """Go to a button or link and use it."""
    go_to(page, target)
    page.keyboard.press(key)


def test_noor_signs_in_and_taps_her_week(visitors: Visitors) -> None:
    page = visitors.come(width=1280)
    page.goto("/account/login/")
    press(page, page.locator('button[name="person"][value="noor"]'))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Noor")

    press(page, page.get_by_role("navigation").get_by_role("link", name="Werktijden"))
    press(page, page.get_by_role("link", name="Tik deze week aan"))
    first_day = page.locator("fieldset.hours-row").first
    page.locator("main").focus()
    go_to(page, first_day.locator("input[type=radio]:checked, input[type=radio]").first)
    page.keyboard.press("ArrowRight")
    expect(first_day.locator("input:checked")).to_have_count(1)
    press(page, page.get_by_role("button", name="Week bewaren"))

    expect(page.locator(".messages")).to_be_visible()


def test_noor_asks_somebody_along_and_takes_it_back(visitors: Visitors) -> None:
    page = visitors.come("rosa", width=1280)
    press(page, page.get_by_role("navigation").get_by_role("link", name="Wie met je meeloopt"))
    press(page, page.get_by_role("link", name="Iemand vragen om mee te lopen"))
    go_to(page, page.get_by_label("werkbegeleider"))
    page.keyboard.press("Space")
    go_to(page, page.get_by_label("Of iemand anders, per e-mail"))
    page.keyboard.type("vriend@voorbeeld.nl")
    press(page, page.get_by_role("button", name="Vragen"))

    expect(page.locator("main")).to_contain_text("vriend@voorbeeld.nl")
    row = page.locator("main li").filter(has_text="vriend@voorbeeld.nl")
    press(page, row.get_by_role("button").or_(row.get_by_role("link")).last)
    expect(page.locator("main li").filter(has_text="vriend@voorbeeld.nl")).to_have_count(0)


@pytest.mark.long
def test_ines_invites_and_tijn_comes_in_and_signs_in_again(visitors: Visitors) -> None:
    address = new_address("Tijn")
    ines = visitors.come("ines", width=1280)
    ines.goto("/organisations/")
    press(ines, ines.get_by_role("link", name=re.compile("uitnodigen", re.IGNORECASE)).first)
    go_to(ines, ines.get_by_label("E-mailadres"))
    ines.keyboard.type(address)
    ines.keyboard.press("Enter")
    expect(ines.locator("main")).to_contain_text(address)

    tijn = visitors.come(width=1280)
    tijn.goto(letter_to(visitors.house, address))
    go_to(tijn, tijn.get_by_label("Hoe heet je?"))
    tijn.keyboard.type("Tijn Bos")
    go_to(tijn, tijn.locator('input[type="password"]').first)
    tijn.keyboard.type(PASSWORD)
    tijn.keyboard.press("Enter")
    expect(tijn.get_by_role("heading", level=1)).to_contain_text("Tijn")

    tijn.goto("/account/logout/")
    press(tijn, tijn.get_by_role("main").get_by_role("button", name="Afmelden"))
    tijn.wait_for_url(lambda url: "/logout/" not in url)
    tijn.goto("/account/login/")
    go_to(tijn, tijn.locator('input[name="login"]'))
    tijn.keyboard.type(address)
    go_to(tijn, tijn.locator('input[name="password"]'))
    tijn.keyboard.type(PASSWORD)
    tijn.keyboard.press("Enter")
    expect(tijn.get_by_role("heading", level=1)).to_contain_text("Tijn")


def test_the_menu_of_a_phone_opens_and_closes(visitors: Visitors) -> None:
    page = visitors.come("noor", width=360)
    press(page, page.get_by_role("button", name="Menu"))
    room = page.get_by_role("link", name="Mijn gegevens")
    expect(room).to_be_visible()
    page.keyboard.press("Escape")
    expect(room).to_be_hidden()


def test_the_first_stop_leads_past_the_frame(visitors: Visitors) -> None:
    page = visitors.come("noor", width=1280)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()


def test_the_language_changes_with_the_keyboard(visitors: Visitors) -> None:
    page = visitors.come("fatima", width=1280)
    press(page, page.get_by_role("button", name="English"))

    expect(page.locator("html")).to_have_attribute("lang", "en")
