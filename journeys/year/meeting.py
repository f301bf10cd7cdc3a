"""Half way: student, school and placement at one table. The outcome is agreed by all three."""

from playwright.sync_api import expect

from journeys.year.story import Story

NEED = "Iemand die even meekijkt."


def three_at_one_table(story: Story) -> None:
    """She holds the screen; what stands on it counts when all three said yes, and is printed."""
    story.on("2027-06-07 10:00")
    noor = story.go("noor", "/paths/meetings/begin/")
    noor.get_by_label("Wie komt er van school?").select_option(label="Joost Bakker")
    noor.get_by_label("Wie komt er van je werk?").select_option(label="Marijke Poppe")
    noor.get_by_role("button", name="Klaarzetten").click()
    story.look("noor")
    noor.get_by_role("textbox", name="Wat heeft Noor de Wit").fill(NEED)
    noor.get_by_role("button", name="Zet neer").click()
    for whose, words in (
        ("Het werk belooft", "Marijke kijkt mee bij twee gesprekken."),
        ("De school belooft", "Joost belt na de toets."),
    ):
        noor.get_by_label(whose).check()
        noor.get_by_label("In één zin").fill(words)
        noor.get_by_label("Uiterlijk op").fill("2027-07-01")
        noor.get_by_role("button", name="Zet op het scherm").click()
        expect(noor.get_by_text(words).first).to_be_visible()
    for key in ("joost", "marijke", "noor"):
        page = story.go(key, noor.url)
        expect(page.locator("main")).to_contain_text(NEED)
        page.get_by_role("button", name="Ja, zo spreken we het af").click()
    for key in ("joost", "marijke", "noor"):
        page = story.go(key, noor.url)
        expect(page.get_by_text("Jullie zeiden alle drie ja.")).to_be_visible()
    assert story.refused("lotte", noor.url)
    assert story.refused("rosa", noor.url)
    noor.emulate_media(media="print")
    expect(noor.get_by_role("button", name="Zet neer")).to_be_hidden()
    expect(noor.get_by_text("Joost belt na de toets.").first).to_be_visible()
    noor.emulate_media(media="screen")
