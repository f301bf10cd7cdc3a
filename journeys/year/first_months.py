"""Month by month at work: what was promised, and what both say of it."""

import re

from playwright.sync_api import Locator, Page, expect

from journeys.line import SLOW
from journeys.year.desks import begins, organisation_of, takes_over
from journeys.year.placement import CANARY
from journeys.year.seed import LIGHTHOUSE, SCHOOL
from journeys.year.story import Story, month_of

FIRST_YEARS = "De eerste drie jaar"
TALK, BUDDY = "Elke week een gesprek met je werkbegeleider", "Een buddy die tijd voor je heeft"
TIME, EIGHT = "Beschermde inwerktijd: vier uur per week", "Hooguit acht gezinnen"
TALK_IN_ENGLISH = "A talk with your work mentor every week"
BEFORE = ("Intervisie in de klas", "Supervisie in de stage", "Stage, vanuit de opleiding")
TICKS = "/paths/promises/ticks/"


def ines_begins_her_path(story: Story) -> None:
    """School ends its side, work begins its own: the one knows nothing of after, the other of before."""
    story.on("2027-08-16 10:00")
    for key in ("lotte", "rosa"):
        desk = organisation_of(story, key)
        page = story.go(key, f"/paths/organisations/{desk}/")
        page.get_by_role("link", name=re.compile("Afsluiten")).click()
        story.look(key)
        page.locator("main form").get_by_role("button").click()
        expect(page.locator("main")).to_contain_text("Afgesloten.")
    takes_over(story, "ines", FIRST_YEARS)
    begins(story, "ines", FIRST_YEARS, first_day="2027-09-01")
    noor = story.go("noor", "/paths/?view=paper")
    for said in (TALK, BUDDY, TIME, EIGHT, "Drie collega's sturen een welkom", f"Bij {SCHOOL}"):
        expect(noor.locator("main")).to_contain_text(said)
    for key, hidden in (
        ("joost", (TALK, BUDDY, EIGHT, "sturen een welkom")),
        ("ines", BEFORE),
        ("sam", (*BEFORE, "Intervision with fellow students")),
    ):
        for path, text in story.everything(key).items():
            given = {BEFORE[0]} if path.startswith("/paths/hand-overs/") else set()
            if not about_nobody(path):
                assert not [words for words in hidden if words in text and words not in given], path


def a_month_is_said_by_both(story: Story) -> None:
    """In October both say of September that it happened, she by sending it all."""
    story.on("2027-10-04 10:00")
    story.open_line()
    noor = at_her_months(story)
    for promise in (TALK, BUDDY, TIME):
        pick(noor, promise, "Nagekomen", month="1 september")
    noor.get_by_role("button", name="Alles versturen").click()
    expect(noor.locator(".messages")).to_contain_text("Verstuurd, van 3 maanden.")
    story.known["talk"] = address_of(noor, TALK)
    sam = story.go("sam", story.known["talk"])
    expect(sam.get_by_role("heading", level=1)).to_have_text(TALK_IN_ENGLISH)
    first = month_of(sam, "1 September 2027")
    first.get_by_role("button", name="Kept", exact=True).click()
    sides = month_of(sam, "1 September 2027").locator(".two-sides dd")
    expect(sides).to_have_text(["Kept", "Kept"])
    expect(month_of(sam, "1 September 2027")).not_to_contain_text("You saw it differently")


def who_has_to_act_is_reminded(story: Story) -> None:
    """In the week of a step a letter goes to who acts in it, at working time, and to nobody else."""
    for key in ("sam", "fatima", "mila"):
        page = story.go(key, "/me/ways/")
        page.locator('main input[name="address"]').last.check()
        page.locator("main form").filter(has=page.locator('input[name="address"]')).get_by_role(
            "button"
        ).click()
    before = letters(story)
    story.on("2027-10-11 10:05", with_work=True)  # the Monday of the week in which mentors tell
    fresh = letters(story)[: len(letters(story)) - len(before)]
    assert sorted(fresh) == ["mila@voorbeeld.nl", "sam@voorbeeld.nl"]
    sam = story.go("sam", "/paths/week/")
    row = sam.locator("main li").filter(has_text="Mentors tell of something that went wrong")
    row.get_by_role("button", name="Done").click()
    expect(sam.locator("section[aria-labelledby=done]")).to_contain_text("Mentors tell")
    mila = story.go("mila", "/paths/week/")
    expect(mila.locator("main")).not_to_contain_text("Begeleiders vertellen")


def they_see_it_differently(story: Story) -> None:
    """She says late and he says kept. Both stand there, for both of them, and nobody wins."""
    story.on("2027-11-01 10:00")
    story.open_line()
    noor = at_her_months(story)
    month = pick(noor, TALK, "Later nagekomen", month="1 oktober")
    month.get_by_role("button", name="Alleen deze maand versturen").click()
    expect(noor.locator(".messages")).to_contain_text("Verstuurd, van 1 maand.")
    sam = story.go("sam", story.known["talk"])
    month_of(sam, "1 October 2027").get_by_role("button", name="Kept", exact=True).click()
    story.go("noor", story.known["talk"])
    for page, day, sides, sentence in (
        (sam, "1 October 2027", ["Kept later", "Kept"], "You saw it differently. Both remain."),
        (
            noor,
            "1 oktober 2027",
            ["Later nagekomen", "Nagekomen"],
            "Jullie zagen het anders. Allebei blijft staan.",
        ),
    ):
        expect(month_of(page, day).locator(".two-sides dd")).to_have_text(sides)
        expect(month_of(page, day)).to_contain_text(sentence)


def what_she_keeps_is_seen_nowhere(story: Story) -> None:
    """In month three there were more than eight. She keeps that for herself, and no page changes."""
    story.on("2027-12-01 10:00")
    story.open_line()
    people = ("ines", "fatima")
    before = {key: story.everything(key) for key in people}
    noor = at_her_months(story)
    month = pick(noor, EIGHT, "Niet nagekomen", month="1 november")
    noor.get_by_role("button", name="Voor mezelf bewaren").click()
    expect(noor.locator("[data-live]")).to_contain_text("Alleen jij ziet het", timeout=SLOW)
    noor.reload()
    expect(month.get_by_label("Niet nagekomen")).to_be_checked(timeout=SLOW)
    expect(month.locator("[data-only-me]")).to_be_visible()
    story.known["eight"] = address_of(noor, EIGHT)
    for key in people:
        after = story.everything(key)
        assert changed(before[key], after) == []
        assert len(after) > 10, (key, len(after))
        assert not [path for path, text in after.items() if CANARY[:20] in text], key
    fatima = story.go("fatima", story.known["eight"])
    sides = month_of(fatima, "1 november 2027").locator(".two-sides dd")
    expect(sides).to_have_text(["Nog niets verstuurd", "Nog niets gezegd"])
    assert story.refused("ines", story.known["eight"])
    assert story.refused("joost", story.known["eight"])


def changed(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """The pages that read otherwise than before."""
    every = before.keys() | after.keys()
    return sorted(path for path in every if before.get(path) != after.get(path))


def about_nobody(path: str) -> bool:
    """Paths that come with Hartlijn, or are a desk's own to change: these may be read there."""
    return path.startswith("/paths/templates/")


def at_her_months(story: Story) -> Page:
    """The page on which Noor says how her months went, with her line open."""
    noor = story.go("noor", TICKS)
    expect(noor.locator("[data-keeping]")).to_be_visible(timeout=SLOW)
    return noor


def of_work(page: Page, promise: str) -> Locator:
    """What the page asks of a promise of the Lighthouse."""
    here = page.locator("main section").filter(has=page.get_by_role("link", name=promise))
    return here.filter(has_text=LIGHTHOUSE).last


def pick(page: Page, promise: str, word: str, *, month: str) -> Locator:
    """Choose a word for a month of a promise."""
    here = (
        of_work(page, promise)
        .locator("[data-term]")
        .filter(has=page.locator("legend", has_text=re.compile(f"^{month}")))
    )
    if not here.is_visible():
        of_work(page, promise).locator("summary").click()
    here.get_by_label(word, exact=True).check()
    return here


def address_of(noor: Page, promise: str) -> str:
    """Of the page of a promise."""
    noor.goto(TICKS)
    return of_work(noor, promise).locator("h2 a").get_attribute("href") or ""


def letters(story: Story) -> list[str]:
    """To whom the letters went that the house keeps, the newest first, as its page of post says."""
    page = story.go("otto", "/demo/post/")
    return re.findall(r"[a-z]+@voorbeeld\.nl", page.locator("main").inner_text())
