"""The end of the year: what she says of the path, what the board may say, and her own page."""

import re

from playwright.sync_api import expect

from journeys.year.desks import organisation_of
from journeys.year.first_months import BUDDY, EIGHT, TALK, TIME, at_her_months, changed, pick
from journeys.year.story import Story, month_of

TOO_FEW = "Nergens tellen 8 trajecten mee. Dan zeggen we er niets over."
SPRING = (
    ("2028-05-15 10:00", "1 april", "Nagekomen", "Kept"),
    ("2028-06-05 10:00", "1 mei", "Nagekomen", "Kept later"),
    ("2028-07-03 10:00", "1 juni", "Later nagekomen", "Kept later"),
    ("2028-08-07 10:00", "1 juli", "Nagekomen", "Kept"),
)
EVERY_TWO_WEEKS = "Elke twee weken een gesprek"


def the_path_is_evaluated_in_chosen_words(story: Story) -> None:
    """After half a year: how the organisation does, in words that stand there. Nobody reads hers."""
    story.on("2028-03-13 10:00")
    noor = story.go("noor", "/paths/?view=paper")
    noor.locator("ol.steps").get_by_role("link", name=re.compile("na een half jaar")).last.click()
    expect(noor.get_by_role("heading", level=1)).to_contain_text("Hoe doet de organisatie het")
    noor.get_by_role("link", name="Zeg hoe de organisatie het doet").click()
    story.look("noor")
    asked = noor.locator("main fieldset")
    assert asked.count() >= 5
    assert noor.locator("main textarea").count() == 0
    for number in range(asked.count()):
        asked.nth(number).locator("input").nth(number % 3).check()
    address = noor.url
    noor.get_by_role("button", name="Bewaren", exact=True).click()
    expect(noor.locator(".messages")).to_contain_text("Bewaard.")
    for key in ("ines", "fatima", "sam"):
        assert story.refused(key, address)


def the_months_go_by(story: Story) -> None:
    """Spring and summer: each month both say a word, and not always the same."""
    for moment, month, hers, his in SPRING:
        story.on(moment)
        story.open_line()
        noor = at_her_months(story)
        here = pick(noor, EVERY_TWO_WEEKS, hers, month=month)
        here.get_by_role("button", name="Alleen deze maand versturen").click()
        expect(noor.locator(".messages")).to_contain_text("Verstuurd, van 1 maand.")
        sam = story.go("sam", "/paths/promises/")
        sam.get_by_role("link", name="A talk every two weeks").click()
        day = {"april": "April", "mei": "May", "juni": "June", "juli": "July"}[month.split()[1]]
        month_of(sam, f"1 {day} 2028").get_by_role("button", name=his, exact=True).click()
        sides = month_of(sam, f"1 {day} 2028").locator(".two-sides dd")
        expect(sides.last).to_have_text(his)
        differs = (hers == "Nagekomen") != (his == "Kept")
        expect(month_of(sam, f"1 {day} 2028").get_by_text("You saw it differently.")).to_have_count(
            int(differs)
        )


def the_board_says_that_there_are_too_few(story: Story) -> None:
    """A month is over and the board is frozen: of one path it says nothing, whatever was ticked."""
    story.on("2028-09-04 10:05", with_work=True)
    board = f"/paths/organisations/{organisation_of(story, 'ines')}/board/"
    ines = story.go("ines", board)
    expect(ines.locator("main")).to_contain_text(TOO_FEW)
    expect(ines.locator("main")).to_contain_text("augustus 2028")
    expect(ines.locator("main table")).to_have_count(0)
    fatima = story.go("fatima", board)
    expect(fatima.locator("main")).to_contain_text(TOO_FEW)
    before = story.everything("ines", beginning=("/", board))
    story.open_line()
    noor = at_her_months(story)
    here = pick(noor, BUDDY, "Niet nagekomen", month="1 augustus")
    here.get_by_role("button", name="Alleen deze maand versturen").click()
    expect(noor.locator(".messages")).to_contain_text("Verstuurd, van 1 maand.")
    after = story.everything("ines", beginning=("/", board))
    assert changed(before, after) == []
    for name in ("Noor", "Sam Jansen"):
        assert name not in ines.locator("main").inner_text()


def a_year_stands_on_one_page(story: Story) -> None:
    """What was promised and kept, what was late and what was made anew: on her own page."""
    said = story.said("noor", "/paths/?view=paper")
    for words in (TALK, BUDDY, TIME, EIGHT, "Bij Hogeschool Delta, tot", "buiten op het duin"):
        assert words in said, words
    page = story.said("noor", story.known["talk"])
    assert "Later nagekomen" in page
    assert "Nagekomen" in page
    eight = story.said("fatima", story.known["eight"])
    assert "Nog niets verstuurd" in eight  # what she kept in December she never sent
    kept = story.said("noor", "/paths/hand-overs/")
    assert "Van Hogeschool Delta" in kept
