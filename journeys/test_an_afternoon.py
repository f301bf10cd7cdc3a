"""From findings on paper to a map that says which dialogue changed it, in one afternoon.

A researcher puts findings before people, eight of them on their phones and one typed by a scribe;
an hour later the report lies there in two languages. What one of them said alone is kept, and
nobody can be picked out.
"""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from journeys.visitor import DESK, Visitors

pytestmark = pytest.mark.long

PASTED = """Literatuur
- Beschermde tijd om in te werken houdt starters vast (De Vries, 2021)
- Wie zijn eigen waarden kent, staat steviger

Werkveld
- Starters zeggen zelden dat iets te veel is
"""
STARTERS = 6
HERS = "Bij ons stond er gewoon een naam op het rooster"
ALONE = "Voor mij was juist te veel tijd moeilijk"


def enter(phone: Page, code: str, perspective: str) -> None:
    """Come in with the two words."""
    phone.goto("/join/")
    phone.get_by_label("Welke twee woorden staan op het scherm?").fill(code.lower())
    phone.get_by_label(perspective, exact=True).check()
    phone.get_by_role("button", name="Ga de zaal in").click()
    expect(phone).to_have_url(re.compile("/room/"))


def answer(phone: Page, word: str, why: str = "", *, quote: bool = False) -> None:
    """Give a word for what is on the screen, and why."""
    expect(phone.get_by_role("group", name="Herken je dit?")).to_be_visible()
    phone.get_by_label(word, exact=True).check()
    if why:
        phone.get_by_label("Waarom?").fill(why)
    if quote:
        phone.get_by_label(re.compile("Ja, mijn woorden mogen")).check()
    phone.get_by_role("button", name="Bewaren").click()


def say(phone: Page, words: str) -> None:
    """Add something of one's own to what is asked."""
    phone.get_by_label("Wat wil je zeggen?").fill(words)
    phone.get_by_role("button", name="Bewaren").click()
    expect(phone.get_by_role("heading", name="Wat jij schreef")).to_be_visible()


def prepared(rosa: Page) -> str:
    """A dialogue out of a document; gives the path of its page."""
    rosa.goto("/dialogues/")
    rosa.get_by_role("link", name="Een dialoog voorbereiden").click()
    rosa.get_by_label("Hoe heet de dialoog?").fill("Tijd om te beginnen")
    rosa.get_by_label("Wat is de aanleiding?").fill("Het onderzoek naar een goede start")
    rosa.get_by_label("Welke vragen leg je voor?").fill("Wat herken je?\nWat ontbreekt?")
    rosa.get_by_role("button", name="Verder naar de bevindingen").click()
    rosa.get_by_label("Plak hier de bevindingen").fill(PASTED)
    rosa.get_by_role("button", name="Verdeel in bevindingen").click()
    expect(rosa.get_by_role("heading", level=1)).to_have_text("3 bevindingen. Klopt het zo?")
    rosa.get_by_role("button", name="Leg deze bevindingen voor").click()
    rosa.get_by_role("link", name="Klaar").click()
    return urlsplit(rosa.url).path


def opened(rosa: Page, home: str) -> str:
    """The two words of the hall."""
    rosa.goto(home)
    rosa.get_by_role("button", name="Open de zaal").click()
    return rosa.locator("strong.code").inner_text()


def on_screen(rosa: Page, home: str) -> None:
    """Reveal what is there and go on, until the end."""
    rosa.goto(f"{home}screen/")
    while rosa.get_by_role("button", name="Volgende").is_visible():
        before = rosa.locator("main h1").inner_text()
        reveal = rosa.get_by_role("button", name="Onthul")
        if reveal.is_visible():
            reveal.click()
            nothing = rosa.get_by_text("Er heeft nog niemand iets gezegd")
            expect(rosa.locator(".result").or_(nothing).first).to_be_visible()
        rosa.get_by_role("button", name="Volgende").click()
        expect(rosa.locator("main h1")).not_to_have_text(before)


def test_an_hour_later_the_report_lies_there(alone: Visitors) -> None:
    rosa = alone.come("rosa", width=DESK)
    home = prepared(rosa)
    code = opened(rosa, home)

    phones = [alone.come() for _ in range(STARTERS + 2)]
    for phone in phones[:STARTERS]:
        enter(phone, code, "starter")
    enter(phones[STARTERS], code, "leidinggevende")
    enter(phones[STARTERS + 1], code, "docent")
    rosa.goto(f"{home}screen/")
    rosa.get_by_role("button", name="Volgende").click()
    for number, phone in enumerate(phones):
        answer(
            phone,
            "niet" if number == 1 else "herkenbaar",
            {0: HERS, 1: ALONE}.get(number, ""),
            quote=number == 0,
        )
    expect(rosa.get_by_text("8 mensen reageerden")).to_be_visible()
    expect(rosa.get_by_text(HERS)).to_have_count(0)

    rosa.get_by_role("button", name="Onthul").click()
    expect(phones[2].get_by_text(HERS)).to_be_visible()
    expect(phones[2].locator("main")).not_to_contain_text("leidinggevende")

    for place, words in ((4, "Wat het met een team doet"), (5, "Oefen om hulp vragen op school")):
        phones[3].goto(f"/room/?part={place}")
        say(phones[3], words)
    scribe = typed_along(rosa, home, alone)
    expect(
        scribe.get_by_text("Aan tafel drie zei iemand dat het rooster nooit klopt")
    ).to_be_visible()

    on_screen(rosa, home)
    named(rosa, home, "Oefen om hulp vragen op school", "om hulp leren vragen")
    rosa.goto(home)
    rosa.get_by_role("button", name="Haal op wat er gezegd is").click()
    followed_up(rosa, home)
    reported(rosa, home)
    changed(rosa, home)


def typed_along(rosa: Page, home: str, alone: Visitors) -> Page:
    """Somebody without an account types what is said."""
    rosa.goto(f"{home}people/")
    rosa.get_by_label("Voor wie is de link?").fill("tafel drie")
    rosa.get_by_role("button", name="Maak een link").click()
    link = rosa.locator(".notice code").inner_text()
    scribe = alone.come(width=DESK)
    scribe.goto(link)
    scribe.get_by_label("Waarover en van wie").fill("3t")
    scribe.get_by_label("Wat is er gezegd?").fill(
        "Aan tafel drie zei iemand dat het rooster nooit klopt"
    )
    scribe.get_by_role("button", name="Bewaren").click()
    return scribe


def named(rosa: Page, home: str, words: str, theme: str) -> None:
    """Put a contribution under a name."""
    rosa.goto(f"{home}themes/")
    rosa.get_by_label(re.compile(words)).check()
    rosa.get_by_label("Hoe heet wat bij elkaar hoort?").fill(theme)
    rosa.get_by_role("button", name="Zet onder deze naam").click()
    expect(rosa.get_by_role("link", name=theme)).to_be_visible()


def followed_up(rosa: Page, home: str) -> None:
    """A lead gets an owner and a day."""
    rosa.goto(f"{home}leads/")
    rosa.get_by_role("button", name="Maak er een van elk thema").click()
    rosa.get_by_role("link", name=re.compile("om hulp leren vragen", re.IGNORECASE)).click()
    rosa.get_by_label("Wie pakt het op?").fill("de opleiding Pedagogiek")
    day = timezone.localdate() + timedelta(days=60)
    rosa.locator("#ask-due_on").fill(day.isoformat())
    rosa.get_by_role("button", name="Bewaren").first.click()
    rosa.goto("/dialogues/leads/")
    expect(rosa.locator("main")).to_contain_text("de opleiding Pedagogiek")


def reported(rosa: Page, home: str) -> None:
    """In two languages, each sentence with what it rests on; nobody can be picked out."""
    rosa.goto(f"{home}report/?language=nl")
    report = rosa.locator("article.report")
    expect(report).to_contain_text(HERS)
    expect(report).to_contain_text("Iemand heeft dit op zich genomen")
    expect(report).not_to_contain_text("de opleiding Pedagogiek")  # that may be a person
    expect(report).to_contain_text("mensen mee: starters, leidinggevenden en docenten")
    expect(report).not_to_contain_text(ALONE)  # may not be quoted
    expect(report).to_contain_text("Eén persoon herkende het niet")
    report.get_by_role("link", name=re.compile(r"Waar deze zin op rust: .*\d")).first.click()
    expect(rosa.get_by_role("heading", name="Waar deze zin op rust")).to_be_visible()
    rosa.goto(f"{home}report/?language=en")
    expect(rosa.locator("article.report")).to_contain_text("Results of the literature study")
    with rosa.expect_download() as taken:
        rosa.get_by_role("link", name=re.compile(r"\.docx")).click()
    assert taken.value.suggested_filename.endswith(".docx")


def changed(rosa: Page, home: str) -> None:
    """The map says which dialogue changed it, and the group plays with it."""
    rosa.goto("/factors/")
    rosa.get_by_role("link", name="Weerbaarheid van starters").first.click()
    there = urlsplit(rosa.url).path
    rosa.get_by_role("link", name="Een factor erbij").click()
    rosa.locator("#id_name").fill("Naam op het rooster")
    rosa.locator("#id_because").fill("In de zaal bleek dat dit telt")
    rosa.get_by_label("Door welke dialoog?").select_option(label="Tijd om te beginnen")
    rosa.get_by_role("button", name="Bewaren als nieuwe versie").click()
    rosa.goto(f"{there}versions/")
    expect(rosa.get_by_role("link", name="Tijd om te beginnen")).to_be_visible()
    rosa.goto(f"{home}changes/")
    expect(rosa.locator("main")).to_contain_text("In de zaal bleek dat dit telt")

    rosa.goto(f"{there}what-if/")
    rosa.locator("#add").select_option(label="Tijd om in te werken")
    rosa.get_by_role("button", name="Vasthouden").click()
    rosa.get_by_role("button", name="Kijk wat er meebeweegt").click()
    expect(rosa.locator(".moves")).to_contain_text("geen kans dat het lukt")
