"""Rosa puts findings before a hall: a screen, two phones and a scribe, from pasting to themes."""

import pytest
from playwright.sync_api import Page, expect

from journeys.test_every_page import complaints
from journeys.visitor import DESK, PHONE, Visitors

SOON = 15_000
PASTED = """Literatuur
1. Een vast gesprek elke week helpt starters blijven.
2. Wie zich verantwoordelijk voelt, vraagt laat om hulp.
"""
REASON = "Dat gesprek was het eerste wat sneuvelde."
SPOKEN = "Bij ons staat het op dinsdag vast."
MISSING = "Hoe het is als je begeleider zelf net begint."


def begin(rosa: Page) -> str:
    """From a document to an open room, by the pages; its address."""
    rosa.goto("/dialogues/new/")
    rosa.get_by_label("Hoe heet de dialoog?").fill("Een hall van twee telefoons")
    rosa.get_by_role("button", name="Verder naar de bevindingen").click()
    rosa.get_by_label("Plak hier de bevindingen").fill(PASTED)
    rosa.get_by_role("button", name="Verdeel in bevindingen").click()
    expect(rosa.get_by_role("heading", level=1)).to_contain_text("2 bevindingen")
    assert complaints(rosa) == []
    rosa.get_by_role("button", name="Leg deze bevindingen voor").click()
    assert complaints(rosa) == []
    rosa.get_by_role("link", name="Klaar").click()
    overview = rosa.url
    rosa.get_by_role("button", name="Open de zaal").click()
    expect(rosa.locator(".join-here .code")).to_be_visible()
    return overview


def come_in(phone: Page, code: str, perspective: str) -> None:
    """With the two words of the screen."""
    phone.goto("/join/")
    phone.get_by_label("Welke twee woorden").fill(code.lower())
    phone.get_by_label(perspective, exact=True).check()
    assert complaints(phone) == []
    phone.get_by_role("button", name="Ga de zaal in").click()
    expect(phone.get_by_role("heading", name="Welkom")).to_be_visible()


def mark(phone: Page, word: str, why: str = "") -> None:
    """Give a word, by thumb."""
    phone.locator(".chip", has_text=word).click()
    if why:
        phone.get_by_label("Waarom?").fill(why)
    phone.get_by_role("button", name="Bewaren").click()


def says(page: Page, words: str) -> None:
    """It stands there soon, without anybody asking for it."""
    expect(page.locator("live-part")).to_contain_text(words, timeout=SOON)


def test_a_hall_marks_and_reads_it_when_it_is_revealed(visitors: Visitors) -> None:
    screen = visitors.come("rosa", width=DESK)
    overview = begin(screen)
    code = screen.locator(".join-here .code").inner_text()
    dark, light = visitors.come(width=PHONE, scheme="dark"), visitors.come(width=360)
    come_in(dark, code, "starter")
    come_in(light, code, "student")
    says(screen, "2 mensen doen mee")
    scribe = visitors.come("rosa", width=DESK)
    scribe.goto(f"{overview}people/")
    scribe.get_by_role("button", name="Typ zelf mee").click()

    screen.keyboard.press("ArrowRight")
    says(screen, "Bevinding 1 van 2")
    for phone in (dark, light):
        says(phone, "Een vast gesprek elke week")
    mark(dark, "herkenbaar", REASON)
    says(dark, REASON)
    mark(light, "niet")
    scribe.locator("input[name=tag]").press_sequentially("1l")
    expect(scribe.locator("textarea[name=text]")).to_be_focused()
    scribe.keyboard.type(SPOKEN)
    scribe.keyboard.press("Control+Enter")
    says(scribe, SPOKEN)
    says(screen, "2 mensen reageerden")
    assert REASON not in screen.content()
    assert REASON not in light.content()
    for page in (screen, dark, light, scribe):
        assert complaints(page) == []

    screen.keyboard.press("Space")

    for page in (screen, dark, light):
        says(page, REASON)
        says(page, SPOKEN)
        assert complaints(page) == []
    expect(light.locator(".chip")).to_have_count(0)
    what_is_typed_stays(screen, dark, light)
    missing_and_themes(screen, light, overview)


def what_is_typed_stays(screen: Page, phone: Page, other: Page) -> None:
    """The screen goes on and reveals while somebody types: the words stay, in a form that is true."""
    screen.keyboard.press("ArrowRight")
    for page in (phone, other):
        says(page, "Wie zich verantwoordelijk voelt")
    other.locator(".chip", has_text="niet").click()
    other.get_by_role("button", name="Bewaren").dblclick()
    expect(other.locator("out-box")).to_have_text("Bewaard.", timeout=SOON)
    says(screen, "1 persoon reageerde")
    phone.locator(".chip", has_text="herkenbaar").click()
    phone.get_by_label("Waarom?").fill("Ik vroeg het pas toen")
    screen.keyboard.press("ArrowRight")
    says(phone, "Op het scherm staat nu iets anders.")
    expect(phone.locator("article")).to_have_count(1)
    expect(screen.locator("live-part")).not_to_contain_text("Bevinding 2 van 2")
    screen.keyboard.press("ArrowLeft")
    says(screen, "Bevinding 2 van 2")
    screen.keyboard.press("Space")
    says(phone, "onthuld voor je iets aankruiste")
    expect(phone.locator(".chip")).to_have_count(0)
    expect(phone.locator(".who-sees")).to_contain_text("leest iedereen die meedoet meteen")
    expect(phone.locator("#part-2 textarea")).to_have_value("Ik vroeg het pas toen")
    expect(phone.locator("#part-2 textarea")).to_be_in_viewport()
    phone.goto("/room/")  # somebody closed it
    expect(phone.locator("#part-2 textarea")).to_have_value("Ik vroeg het pas toen")
    phone.locator("#part-2 textarea").press_sequentially(" het misging.")
    phone.get_by_role("button", name="Bewaren").click()
    for page in (screen, other):
        says(page, "Ik vroeg het pas toen het misging.")
    expect(phone.locator("out-box")).to_have_text("Bewaard.", timeout=SOON)
    assert complaints(phone) == []
    screen.keyboard.press("ArrowRight")
    says(phone, "Wat ontbreekt hier nog?")
    expect(phone.get_by_role("heading", level=1)).to_be_in_viewport()
    expect(phone.locator("[data-live-heard]")).to_have_text("Wat ontbreekt hier nog?")
    expect(phone.locator("textarea")).to_have_value("")


def missing_and_themes(screen: Page, phone: Page, overview: str) -> None:
    """What is missing gets a name together, and the hall is gathered."""
    says(phone, "Wat ontbreekt hier nog?")
    phone.get_by_label("Wat wil je zeggen?").fill(MISSING)
    phone.get_by_role("button", name="Bewaren").click()
    says(screen, "1 bijdrage")
    screen.keyboard.press("Space")
    says(screen, MISSING)
    screen.get_by_role("link", name="Thema’s").click()
    screen.get_by_label("Hoe heet wat bij elkaar hoort?").fill("Wie begeleidt")
    screen.get_by_role("checkbox").first.check()
    assert complaints(screen) == []
    screen.get_by_role("button", name="Zet onder deze naam").click()
    screen.locator(".theme-names").get_by_role("link", name="Wie begeleidt").click()
    expect(screen.locator(".said")).to_contain_text(MISSING)
    assert complaints(screen) == []
    screen.goto(overview)
    screen.get_by_role("button", name="Haal op wat er gezegd is").click()
    expect(screen.locator("main")).to_contain_text("Opgehaald. De code werkt niet meer.")
    says(phone, "Deze dialoog is voorbij.")


@pytest.mark.long
def test_what_a_phone_writes_without_a_network_arrives_once(visitors: Visitors) -> None:
    screen = visitors.come("rosa", width=DESK)
    begin(screen)
    code = screen.locator(".join-here .code").inner_text()
    phone = visitors.come(width=360)
    come_in(phone, code, "starter")
    screen.keyboard.press("ArrowRight")
    says(phone, "Een vast gesprek elke week")

    phone.context.set_offline(True)
    mark(phone, "deels", REASON)
    expect(phone.locator("out-box")).to_contain_text("Bewaard op dit toestel", timeout=SOON)
    phone.context.set_offline(False)

    says(screen, "1 persoon reageerde")
    expect(phone.locator("out-box")).not_to_contain_text(REASON)
    expect(phone.locator(".rows li", has_text=REASON)).to_have_count(1)
