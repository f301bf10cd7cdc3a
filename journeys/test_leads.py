"""What follows a dialogue: somebody takes a lead up, a draft is read along, a signal goes up."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from journeys.test_near import fine
from journeys.visitor import DESK, PHONE, Visitors

SPRING = "Gezien worden in je eerste jaar"


@pytest.mark.parametrize(("width", "scheme"), [(PHONE, "light"), (DESK, "dark")])
def test_joost_is_asked_and_the_school_reads_what_came_of_it(
    visitors: Visitors, shots: Path, width: int, scheme: str
) -> None:
    joost = visitors.come("joost", width=width, scheme=scheme)  # type: ignore[arg-type]
    joost.goto("/dialogues/leads/?kind=education")
    fine(joost)
    joost.screenshot(path=shots / f"leads-{width}.png", full_page=True)
    expect(joost.locator("main")).to_contain_text("twee oefenlessen met begeleiders")
    joost.get_by_role("link", name=re.compile("terugkomdag")).click()
    fine(joost)
    joost.screenshot(path=shots / f"lead-{width}.png", full_page=True)
    joost.get_by_text("Het gaat niet door").click()
    joost.get_by_label("Waarom gaat het niet door?").fill(" ")
    joost.locator("details[open]").get_by_role("button", name="Bewaren").click()
    fine(joost)


def test_who_was_there_reads_the_draft_along(visitors: Visitors, shots: Path) -> None:
    rosa = visitors.come("rosa", width=DESK, scheme="dark")
    rosa.goto("/dialogues/")
    rosa.get_by_role("link", name=re.compile(SPRING)).click()
    rosa.get_by_role("link", name="Meelezen").click()
    expect(rosa.locator("main")).to_contain_text("De avonden horen hier ook bij.")
    fine(rosa)
    rosa.screenshot(path=shots / "draft-check.png", full_page=True)
    link = rosa.locator('main a[href*="/draft/"]').get_attribute("href")
    assert link is not None

    reader = visitors.come(width=PHONE)
    reader.goto(link)
    fine(reader)
    reader.get_by_role("link", name=re.compile("weekgesprek in het rooster")).last.click()
    reader.get_by_label("ontbreekt").check()
    reader.get_by_label("Hoe zou het moeten zijn?").fill("Ook de avonddiensten.")
    fine(reader)
    reader.screenshot(path=shots / "draft-read.png", full_page=True)
    reader.get_by_role("button", name="Bewaren").click()
    expect(reader.locator("main")).to_contain_text("Bewaard, zonder naam.")

    rosa.reload()
    expect(rosa.locator("main")).to_contain_text("Ook de avonddiensten.")


def test_rosa_sees_what_went_up_and_who_can_be_invited(visitors: Visitors, shots: Path) -> None:
    rosa = visitors.come("rosa", width=PHONE)
    rosa.goto("/dialogues/")
    rosa.get_by_role("link", name=re.compile(SPRING)).click()
    rosa.get_by_role("link", name=re.compile("^Signaal")).click()
    expect(rosa.locator("main")).to_contain_text("Nog niet gekomen.")
    fine(rosa)
    rosa.screenshot(path=shots / "signal-of-dialogue.png", full_page=True)
    rosa.goto("/dialogues/")
    rosa.get_by_role("link", name=re.compile("Wat starters houdt")).click()
    rosa.get_by_role("link", name="Uitnodigen per brief").click()
    fine(rosa)
