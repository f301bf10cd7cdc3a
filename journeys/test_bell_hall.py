"""The hall of the demonstration: a phone without a network, and a server that starts anew.

Somebody in the room answers; what they said arrives once, whatever happens in between, and the
screen in the hall follows.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from journeys.serving import Door
from journeys.visitor import Visitors

pytestmark = pytest.mark.long

CODE = "zeg het"
TITLE = "Wat starters houdt, en wat hen laat gaan"
SOON = 30_000
WAITS = "Bewaard op dit toestel"
SAID = "Ik durfde het pas te vragen toen iemand zelf vertelde dat het misging."


@pytest.fixture
def screen(alone: Visitors) -> Page:
    """The screen in the hall, at a finding that is not revealed."""
    page = alone.come("rosa", width=1280)
    page.goto("/dialogues/")
    page.get_by_role("link", name=TITLE).first.click()
    page.get_by_role("link", name="Naar het scherm").click()
    expect(page.locator("live-room")).to_have_attribute("state", "up", timeout=SOON)
    return page


@pytest.fixture
def phone(alone: Visitors) -> Page:
    """A phone that comes into the room with the two words on the screen."""
    page = alone.come()
    page.goto("/join/")
    page.locator("input[name=code]").fill(CODE)
    page.get_by_label("starter", exact=True).check()
    page.get_by_role("button", name="Ga de zaal in").click()
    expect(page.locator("live-room")).to_have_attribute("state", "up", timeout=SOON)
    return page


def answer(phone: Page) -> None:
    """Mark the finding on the screen, and say why."""
    phone.get_by_label("deels", exact=True).check()
    phone.get_by_label("Waarom?").fill(SAID)
    phone.get_by_role("button", name="Bewaren").click()


def waiting(phone: Page) -> None:
    """It says that it is kept here, and it is."""
    expect(phone.locator("out-box").first).to_contain_text(WAITS, timeout=SOON)
    assert kept(phone) == 1


def kept(phone: Page) -> int:
    found: int = phone.evaluate(
        "Object.keys(localStorage).filter((one) => one.startsWith('outbox:')).length"
    )
    return found


def arrived_once(phone: Page, screen: Page, before: int) -> None:
    """The device is empty, the screen counts one more, and the words are there once."""
    expect(phone.locator("out-box").first).to_have_text("Bewaard.", timeout=2 * SOON)
    assert kept(phone) == 0
    expect(phone.get_by_text(SAID)).to_have_count(1, timeout=SOON)
    expect(screen.locator(".so-far")).to_contain_text(f"{before + 1} mensen", timeout=SOON)
    screen.keyboard.press("Space")
    expect(screen.locator(".result")).to_be_visible(timeout=SOON)
    expect(screen.get_by_text(SAID)).to_have_count(1)
    expect(phone.locator(".result")).to_be_visible(timeout=SOON)


def answered(screen: Page) -> int:
    """How many gave a word, as the screen says."""
    found = re.search(r"(\d+) mens", screen.locator(".so-far").inner_text())
    assert found
    return int(found.group(1))


def test_a_phone_without_a_network_keeps_what_was_said(screen: Page, phone: Page) -> None:
    before = answered(screen)
    phone.context.set_offline(True)
    answer(phone)
    waiting(phone)
    phone.context.set_offline(False)

    arrived_once(phone, screen, before)


def test_the_server_starts_anew_in_the_middle(screen: Page, phone: Page, door: Door) -> None:
    before = answered(screen)
    door.close()
    answer(phone)
    waiting(phone)
    door.open()

    expect(screen.locator("live-room")).to_have_attribute("state", "up", timeout=2 * SOON)
    arrived_once(phone, screen, before)


def test_two_relations_are_weighed_while_the_network_goes(screen: Page, phone: Page) -> None:
    screen.goto(screen.url.replace("/screen/", "/weighing/"))
    for chosen in screen.get_by_role("checkbox", checked=True).all()[:1:-1]:
        chosen.uncheck()
    screen.get_by_role("button", name="Ronde openen").click()
    expect(screen.locator("main")).to_contain_text("De ronde is open")
    phone.get_by_role("link", name="Weeg mee").click()
    expect(phone.locator("main")).to_contain_text("Relatie 1 van 2")
    first = phone.locator(".pair-question").inner_text()
    phone.context.set_offline(True)
    weighed(phone)
    waiting(phone)
    phone.context.set_offline(False)

    expect(phone.locator("main")).to_contain_text("Relatie 2 van 2", timeout=2 * SOON)
    assert kept(phone) == 0
    phone.locator("input[name=way]").first.check(force=True)
    phone.get_by_role("button", name="Bewaren", exact=True).click()
    expect(phone.locator("out-box")).to_contain_text("Kies ook hoe sterk", timeout=SOON)
    weighed(phone)
    expect(phone.locator("main")).to_contain_text("Dat was alles", timeout=SOON)
    phone.get_by_role("link", name="Vorige").click()
    expect(phone.locator(".pair-question")).to_have_text(re.sub(r"\s+", " ", first))
    expect(phone.get_by_label("sterk", exact=True)).to_be_checked()


def weighed(phone: Page) -> None:
    """It strengthens, strongly."""
    phone.locator("input[name=way]").first.check(force=True)
    phone.get_by_label("sterk", exact=True).check(force=True)
    phone.locator("main form.weigh button").first.click()
