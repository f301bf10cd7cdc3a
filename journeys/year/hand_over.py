"""She graduates and goes on elsewhere; her path is handed over with what she chooses to take."""

import re

from playwright.sync_api import Page, expect

from journeys.test_first_day import letter_to
from journeys.test_keyboard import go_to, press
from journeys.year.desks import organisation_of
from journeys.year.seed import LIGHTHOUSE
from journeys.year.story import Story

PROPOSED = ("Intervisie in de klas", "Wat drijft je in dit werk?", "Supervisie in de stage")
TAKEN, LEFT = PROPOSED[0], PROPOSED[2]
OWN_SENTENCE = "Ik leer graag door te doen."


def she_is_invited_and_chooses_who_walks_along(story: Story) -> None:
    """The Lighthouse asks her as a starter; she says yes, and asks Sam and Mila along."""
    story.on("2027-07-05 10:00")
    ines = story.page("ines")
    desk = organisation_of(story, "ines")
    story.go("ines", f"/organisations/{desk}/invite/")
    ines.get_by_label("E-mailadres").fill("noor@voorbeeld.nl")
    unit = ines.get_by_label("Onderdeel")
    unit.select_option(label=unit.locator("option").filter(has_text="Team Gezinnen").inner_text())
    ines.locator("main form").last.get_by_role("button").last.click()
    expect(ines.locator("main")).to_contain_text("noor@voorbeeld.nl")
    noor = story.page("noor")
    noor.goto(letter_to(story.visitors.house, "noor@voorbeeld.nl"))
    story.look("noor")
    noor.get_by_role("button", name="Ja, ik doe mee als Noor de Wit").click()
    for kind, key, name in (
        ("werkbegeleider", "sam", "Sam Jansen"),
        ("buddy", "mila", "Mila Santos"),
    ):
        story.go("noor", "/companions/ask/")
        noor.get_by_label(kind).check()
        noor.get_by_label("Iemand die je hier kent").select_option(label=name)
        noor.get_by_role("button", name="Vragen").click()
        expect(noor.locator("main")).to_contain_text(name)
        page = story.go(key, "/companions/")
        page.locator("main form").filter(
            has=page.get_by_role("button", name="Noor de Wit")
        ).first.get_by_role("button").click()
        expect(page.locator("main")).to_contain_text("Noor de Wit")


def in_one_conversation_her_path_is_handed_over(story: Story) -> None:
    """Joost proposes, Noor picks with her keyboard, Fatima accepts; each sees it beforehand."""
    joost, noor, fatima = (story.page(key) for key in ("joost", "noor", "fatima"))
    _is_done(story)
    story.go("joost", "/paths/hand-overs/sides/")
    joost.locator("main .rows").get_by_role("link", name="Noor de Wit").click()
    story.look("joost")
    joost.get_by_role("button", name="Kijk hoe het wordt").click()
    story.look("joost")
    address, proposal = joost.url, letter(joost)
    assert story.refused("noor", address)
    joost.get_by_role("button", name="Leg het voor aan Noor de Wit").click()

    story.go("noor", address)
    assert letter(noor) == proposal  # what Joost saw before he laid it before her
    noor.get_by_role("link", name="Kies wat er meegaat").click()
    story.look("noor")
    boxes = noor.locator("main input[type=checkbox]")
    assert boxes.count() >= len(PROPOSED)
    assert noor.locator("main input[type=checkbox]:checked").count() == 0
    go_to(noor, noor.get_by_label(re.compile(TAKEN)))
    noor.keyboard.press("Space")
    go_to(noor, noor.locator('main input[name="to"]:checked'))
    for _ in range(noor.locator('main input[name="to"]').count()):
        if noor.get_by_label(LIGHTHOUSE).is_checked():
            break
        noor.keyboard.press("ArrowDown")
    go_to(noor, noor.get_by_label("Wil je er zelf iets bij zeggen?"))
    noor.keyboard.type(OWN_SENTENCE)
    press(noor, noor.get_by_role("button", name="Kijk hoe het wordt"))
    given, kept = letter(noor), letter(noor, 1)
    assert TAKEN in given
    assert LEFT not in given
    assert OWN_SENTENCE in given
    assert OWN_SENTENCE not in kept
    for key in ("fatima", "ines"):
        assert story.refused(key, address)
    press(noor, noor.get_by_role("button", name=f"Geef het aan {LIGHTHOUSE}"))
    expect(noor.locator(".messages")).to_contain_text("Je gaf het aan")

    story.go("fatima", address)
    assert letter(fatima) == given  # what Noor saw before she gave it
    fatima.get_by_role("button", name="Aannemen", exact=True).click()
    expect(fatima.locator("main")).to_contain_text("Aangenomen door")
    story.go("joost", address)
    assert letter(joost) == kept  # what Noor saw that school would keep
    story.go("noor", address)
    for page in (joost, noor, fatima):
        expect(page.get_by_text("Dit is overgedragen")).to_be_visible()


def letter(page: Page, which: int = 0) -> str:
    """What a letter says, without its heading."""
    return page.locator(".letter").nth(which).inner_text().split("\n", 1)[1].strip()


def _is_done(story: Story) -> None:
    """What happened in her placement, ticked by the two who did it."""
    noor = story.page("noor")
    for name in PROPOSED:
        noor.goto("/paths/?view=paper")
        noor.locator("ol.steps").get_by_role("link", name=name).click()
        story.look("noor")
        noor.get_by_role("button", name="Gedaan", exact=True).click()
        expect(noor.locator(".messages")).to_contain_text("De stap staat op gedaan.")
