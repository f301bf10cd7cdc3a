"""How far it is: from any page in two taps to the sheet, and one person asked in a handful."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from journeys.line import SLOW, is_free
from journeys.test_keyboard import go_to, press
from journeys.together import at_the_sheet, first_message, send, two_who_write
from journeys.visitor import Visitors

pytestmark = pytest.mark.long

HANDFUL = 5
HELP = "Waar kan iemand je bij helpen?"


class Taps:
    """A thumb that counts."""

    def __init__(self) -> None:
        """Nothing was tapped yet."""
        self.made = 0

    def on(self, target: Locator) -> None:
        """Tap it."""
        target.click(timeout=SLOW)
        self.made += 1


@pytest.mark.parametrize("width", [360, 1280])
def test_from_any_page_help_is_two_taps_away_and_asked_in_five(
    visitors: Visitors, width: int
) -> None:
    noor, sam = two_who_write(visitors, "Nienke", "Samira")
    noor.set_viewport_size({"width": width, "height": 760})
    for place in ("/", "/line/", "/journal/write/", "/companions/", "/me/times/", "/circles/"):
        noor.goto(place)
        noor.get_by_role("navigation").get_by_role("link", name="Hulp", exact=True).click()
        expect(noor.locator('[data-view="editor"]')).to_be_visible(timeout=SLOW)
        expect(noor.get_by_label("hulp vragen")).to_be_checked()
        expect(noor.get_by_label(HELP)).to_be_in_viewport(ratio=0.1)

    thumb = Taps()
    noor.goto("/")
    thumb.on(noor.get_by_role("navigation").get_by_role("link", name="Hulp", exact=True))
    thumb.on(noor.get_by_role("button", name=re.compile("Ik kom er niet uit met")))
    thumb.on(noor.get_by_text("Samira", exact=True))
    thumb.on(noor.get_by_role("button", name="Verder", exact=True))
    thumb.on(noor.get_by_role("button", name="Verzegelen en versturen"))
    expect(noor.get_by_role("heading", name="Verstuurd")).to_be_visible(timeout=SLOW)
    assert thumb.made <= HANDFUL
    first_message(sam)
    expect(sam.locator(".thread-step")).to_contain_text("Ik kom er niet uit met")


def test_with_the_keyboard_alone_and_in_english(visitors: Visitors) -> None:
    noor, sam = two_who_write(visitors, "Noelle", "Sara")
    for page in (noor, sam):
        page.goto("/")
        page.get_by_role("button", name="English").click()
        page.locator('html[lang="en"]').wait_for()
    press(noor, noor.get_by_role("navigation").get_by_role("link", name="Help", exact=True))
    expect(noor.locator('[data-view="editor"]')).to_be_visible(timeout=SLOW)
    go_to(noor, noor.locator("[data-people] input").first)
    noor.keyboard.press("Space")
    go_to(noor, noor.locator("[data-fields] textarea").first)
    noor.keyboard.type("Could you look with me for a minute?")
    press(noor, noor.get_by_role("button", name="Continue", exact=True))
    expect(noor.get_by_role("heading", name="This is how it arrives")).to_be_focused(timeout=SLOW)
    press(noor, noor.get_by_role("button", name="Seal and send"))
    expect(noor.get_by_role("heading", name="Sent", exact=True)).to_be_focused(timeout=SLOW)

    sam.goto("/together/messages/")
    press(sam, sam.locator('[data-view="list"] .own-line a').first)
    expect(sam.locator('[data-view="thread"]')).to_be_visible(timeout=SLOW)
    press(sam, sam.get_by_role("button", name="Yes, I will help you"))
    press(sam, sam.get_by_role("button", name="Answer", exact=True))
    expect(sam.locator("[data-live]")).to_contain_text("Sealed and sent", timeout=SLOW)


def opens_in_own_time(page: Page, about: str) -> None:
    """A thought is put away first; everything else is one tap away."""
    page.goto("/together/messages/")
    page.goto(f"/together/write/#about={about}")
    own_time = page.locator('[data-view="own-time"]')
    expect(own_time).to_be_visible(timeout=SLOW)
    for name in ("Parkeren", "Wie heeft dienst", "Bij wie kun je terecht?"):
        expect(own_time.get_by_role("link", name=name)).to_be_visible()
    expect(own_time.get_by_role("button", name="Hulp vragen")).to_be_visible()
    own_time.get_by_role("button", name="Toch schrijven").click()
    expect(page.locator('[data-view="editor"]')).to_be_visible()


def test_in_own_time_a_boundary_is_practised_and_aftercare_begun(visitors: Visitors) -> None:
    noor, sam = two_who_write(visitors, "Nadine", "Sepp")
    is_free(noor)
    opens_in_own_time(noor, "boundary")
    expect(noor.get_by_label("een grens aangeven")).to_be_checked()
    noor.get_by_text("Eerst oefenen, alleen voor jezelf").click()
    practice = "Eerst zei ik het te lang. Kanarie twaalf."
    noor.locator("[data-rehearsal] textarea").first.fill(practice)
    noor.locator("[data-fields] textarea").first.fill("Dit lukt me deze week niet.")
    noor.get_by_label(re.compile("^Sepp")).check()
    send(noor)
    first_message(sam)
    expect(sam.locator(".thread-step")).to_contain_text("Dit lukt me deze week niet.")
    expect(sam.locator("main")).not_to_contain_text("Kanarie")
    at_the_sheet(noor, "help")  # asked for by name: no page in between
    noor.goto("/together/aftercare/")
    noor.get_by_label("Het stapelt zich op").check()
    noor.get_by_role("button", name="Beginnen").click()
    expect(noor.locator('[data-view="moment"]')).to_be_visible(timeout=SLOW)
