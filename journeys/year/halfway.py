"""Half way the year: a promise made anew, leave, and a newer version of the path."""

import re

from playwright.sync_api import expect

from journeys.line import SLOW
from journeys.test_keyboard import go_to, press
from journeys.year.desks import publishes
from journeys.year.first_months import (
    BUDDY,
    FIRST_YEARS,
    TALK,
    TICKS,
    at_her_months,
    of_work,
)
from journeys.year.story import Story, month_of

REASON = "In het voorjaar leidt Sam twee teams. Om de week houden we vol."


def a_month_with_the_keyboard_alone(story: Story) -> None:
    """In January she ticks December without a mouse or a finger, for herself and then for others."""
    story.on("2028-01-03 10:00")
    story.open_line()
    noor = at_her_months(story)
    month = (
        of_work(noor, BUDDY)
        .locator("[data-term]")
        .filter(has=noor.locator("legend", has_text=re.compile("^1 december")))
    )
    noor.locator("main").focus()
    go_to(noor, month.locator("input").first)
    noor.keyboard.press("Space")
    expect(month.get_by_label("Nagekomen", exact=True)).to_be_checked()
    noor.keyboard.press("ArrowRight")
    expect(month.get_by_label("Later nagekomen")).to_be_checked()
    press(noor, noor.get_by_role("button", name="Voor mezelf bewaren"))
    expect(noor.locator("[data-live]")).to_contain_text("Alleen jij ziet het", timeout=SLOW)
    noor.locator("main").focus()
    press(noor, month.get_by_role("button", name="Alleen deze maand versturen"))
    expect(noor.locator(".messages")).to_contain_text("Verstuurd, van 1 maand.")
    fatima = story.go("fatima", of_work_address(story, BUDDY))
    said = month_of(fatima, "1 december 2027").locator(".two-sides dd").first
    expect(said).to_have_text("Later nagekomen")


def a_promise_is_made_anew(story: Story) -> None:
    """Sam proposes another rhythm, with a reason; it holds once Noor agreed, and says both names."""
    story.on("2028-02-01 10:00")
    sam = story.go("sam", story.known["talk"])
    sam.get_by_role("link", name="Agree on something else").click()
    story.look("sam")
    sam.locator('main select[name="from_on"]').select_option("2028-02-01")
    sam.locator('main input[name="amount"]').fill("2")
    sam.locator('main textarea[name="reason"]').fill(REASON)
    sam.get_by_role("button", name="Propose", exact=True).click()
    expect(sam.locator("main")).to_contain_text(REASON)
    noor = story.go("noor", "/paths/promises/")
    expect(noor.locator("main li").filter(has_text=TALK).first).to_contain_text(
        "Er ligt een voorstel"
    )
    story.go("noor", story.known["talk"])
    expect(month_of(noor, "1 februari 2028")).to_contain_text("Elke week")  # nothing changed yet
    noor.get_by_role("button", name="Zo afspreken").click()
    here = month_of(noor, "1 februari 2028")
    expect(here).to_contain_text("Opnieuw afgesproken door Sam Jansen en Noor de Wit:")
    expect(here).to_contain_text(REASON)
    expect(here).to_contain_text("Eens in de 2 weken")
    expect(month_of(noor, "1 januari 2028")).to_contain_text("Elke week")
    assert story.refused("ines", story.known["talk"])


def three_weeks_of_leave_shift_her_days(story: Story) -> None:
    """She is free for three weeks in spring. She lets her steps move; others see days, not why."""
    story.on("2028-03-06 10:00")
    noor = story.go("noor", "/me/times/leave/")
    noor.get_by_label("Eerste dag vrij").fill("2028-04-24")
    noor.get_by_label("Tot en met").fill("2028-05-14")
    noor.get_by_role("button", name="Bewaren", exact=True).click()
    story.go("noor", "/paths/")
    noor.get_by_role("link", name=re.compile("meeschuiven met je werktijden")).click()
    story.look("noor")
    fact = noor.locator("main dl.facts > div").filter(has_text="Meelopen bij een ander team")
    expect(fact).to_contain_text("was: 1 mei 2028")
    moved = re.search(r"wordt: (\d+) (\w+) 2028", fact.inner_text())
    assert moved
    assert moved[2] in {"april", "mei"}
    inside = (moved[2] == "mei" and int(moved[1]) <= 14) or (
        moved[2] == "april" and int(moved[1]) > 23
    )
    assert not inside, moved[0]
    noor.get_by_role("button", name="Laat ze meeschuiven").click()
    expect(noor.locator("main")).to_contain_text("staan al op dagen dat je werkt")
    seen = story.everything("ines")
    assert any(f"{moved[1]} {moved[2]} 2028" in text for text in seen.values())
    assert not [path for path, text in seen.items() if "24 april" in text or "14 mei" in text]


def a_newer_version_is_taken(story: Story) -> None:
    """Ines changes her template and offers it; Noor sees the difference, and goes along."""
    story.on("2028-04-03 10:00")
    publishes(
        story, "ines", FIRST_YEARS, "Zingeving: wat drijft je nu?", "Zingeving, buiten op het duin"
    )
    ines = story.page("ines")
    expect(ines.get_by_role("heading", level=1)).to_have_text("Aanbieden aan wie een traject loopt")
    story.look("ines")
    noor = story.go("noor", "/paths/?view=paper")
    expect(noor.locator("main")).not_to_contain_text("buiten op het duin")
    ines.get_by_role("button", name="Aanbieden").click()
    story.go("noor", "/paths/")
    noor.get_by_role("link", name="Bekijk wat er anders wordt").click()
    story.look("noor")
    expect(noor.locator("main")).to_contain_text("was: Zingeving: wat drijft je nu?")
    expect(noor.locator("main")).to_contain_text("wordt: Zingeving, buiten op het duin")
    noor.get_by_role("button", name="Overnemen").click()
    story.go("noor", "/paths/?view=paper")
    expect(noor.locator("main")).to_contain_text("buiten op het duin")
    page = story.said("noor", story.known["talk"])
    assert "Jullie zagen het anders." in page
    assert "Opnieuw afgesproken door Sam Jansen en Noor de Wit" in page


def of_work_address(story: Story, promise: str) -> str:
    """Of the page of a promise."""
    noor = story.page("noor")
    noor.goto(TICKS)
    return of_work(noor, promise).locator("h2 a").get_attribute("href") or ""
