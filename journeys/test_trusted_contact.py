"""Everything is lost: the whole way with a trusted contact, and somebody who stops it."""

import re
import subprocess

import pytest
from playwright.sync_api import Page, expect

from journeys.line import (
    MOMENT,
    SLOW,
    keep,
    open_with,
    signed_in_elsewhere,
    two_who_walk_along,
    type_back,
    write,
)
from journeys.serving import command
from journeys.visitor import House, Visitors

pytestmark = pytest.mark.long

PASSWORD = "een-lange-rustige-zin"
THE_WAIT_IS_OVER = """
from datetime import timedelta
from hartlijn.vault.models import Recovery
for one in Recovery.objects.filter(trust__owner__name="{owner}"):
    one.asked_at -= timedelta(days=3)
    one.opens_at -= timedelta(days=3)
    one.save()
"""


def days_pass(house: House, owner: str) -> None:
    """On the server this owner asked three days ago."""
    asked = command("shell", "--verbosity", "0", "--command", THE_WAIT_IS_OVER.format(owner=owner))
    subprocess.run(asked, env=house.environment, check=True, capture_output=True)


def compare(page: Page, name: str) -> None:
    """They sit together, and their words are the same."""
    page.goto("/vault/compare/")
    page.get_by_role("link", name=re.compile(f"Woorden zien.*{name}")).click()
    page.get_by_role("button", name="Ja, ze kloppen").click()
    expect(page.get_by_role("heading", name="Jullie woorden kloppen")).to_be_visible(timeout=SLOW)


def choose(page: Page, name: str, words: list[str]) -> None:
    """Make somebody the trusted contact, after reading what that means."""
    page.goto("/vault/keys/")
    page.locator("main").get_by_role("link", name="Vertrouwenscontact", exact=True).click()
    expect(page.locator('[data-view="choose"]')).to_contain_text("kunnen samen je lijn openen")
    page.get_by_label(name).check()
    page.get_by_label("Hoe lang moet het wachten?").select_option(label="3 dagen")
    page.get_by_label("Je zes woorden").fill(" ".join(words))
    page.get_by_role("button", name="Kiezen").click()
    chosen = page.locator('[data-view="chosen"]')
    # The words open the keyring and the secret closes it: twice the work of opening.
    expect(chosen).to_contain_text(f"{name} kan je helpen", timeout=2 * SLOW)
    expect(chosen).to_contain_text("kunnen samen je lijn openen")


def ask(page: Page) -> list[str]:
    """Say that everything is lost; gives the words to read aloud."""
    page.goto("/vault/open/")
    page.get_by_role("link", name="Ik ben alles kwijt").click()
    page.get_by_role("link", name="Vraag het je vertrouwenscontact").click()
    now = page.get_by_role("button", name="Nu vragen")
    prove = page.get_by_role("link", name="Laten zien dat jij het bent")
    expect(now.or_(prove)).to_be_visible(timeout=SLOW)
    if prove.is_visible():
        prove.click()
        page.locator('main input[type="password"]').fill(PASSWORD)
        page.locator('main input[type="password"]').press("Enter")
    now.click()
    aloud = page.locator("[data-aloud] li")
    expect(aloud).to_have_count(6, timeout=SLOW)
    return aloud.all_text_contents()


def help_with(page: Page, name: str, words: list[str]) -> None:
    """Type the words that were heard."""
    page.goto("/")
    page.get_by_role("link", name="Helpen").click()
    page.get_by_role("button", name=f"Helpen {name}").click()
    expect(page.locator('[data-view="verify"]')).to_contain_text("Hoor de stem")
    page.get_by_label("De zes woorden die").fill(" ".join(words))
    page.get_by_role("button", name="Ik hoor of zie dat het klopt").click()


def test_a_trusted_contact_helps_when_everything_is_lost(visitors: Visitors) -> None:
    pair = two_who_walk_along(visitors, "Wendel", "Xara")
    wendel, xara = pair.starter, pair.companion
    write(wendel)
    words = keep(wendel)
    write(xara, "Ik loop mee.")
    keep(xara)
    compare(wendel, "Xara")
    compare(xara, "Wendel")
    choose(wendel, "Xara", words)
    xara.goto("/vault/help/")
    expect(xara.locator("[data-list]")).to_contain_text("Koos jou")

    found = signed_in_elsewhere(visitors, "Wendel")  # nothing is known here
    aloud = ask(found)
    expect(found.locator('[data-view="calling"]')).to_contain_text("hielp nog niet")
    wendel.goto("/me/")  # the other device, on whichever page
    alarm = wendel.get_by_role("alert")
    expect(alarm).to_contain_text("vraagt je vertrouwenscontact om je lijn te openen")

    help_with(xara, "Wendel", list(reversed(aloud)))
    expect(xara.get_by_role("alert")).to_contain_text("horen niet bij", timeout=SLOW)
    help_with(xara, "Wendel", aloud)
    back = xara.locator("[data-back-words] li")
    expect(back).to_have_count(6, timeout=SLOW)
    read_back = back.all_text_contents()

    found.reload()
    expect(found.locator('[data-view="calling"]')).to_contain_text("heeft geholpen", timeout=SLOW)
    days_pass(visitors.house, "Wendel")
    found.reload()
    found.get_by_label("De zes woorden van Xara").fill(" ".join(reversed(read_back)))
    found.get_by_role("button", name="Openen", exact=True).click()
    expect(found.get_by_role("alert").last).to_contain_text("horen niet bij", timeout=SLOW)
    assert MOMENT not in found.content()
    found.get_by_label("De zes woorden van Xara").fill(" ".join(read_back))
    found.get_by_role("button", name="Openen", exact=True).click()
    shown = found.locator('[data-view="new-words"] .six-words li')
    expect(shown).to_have_count(6, timeout=SLOW)
    new = shown.all_text_contents()
    found.get_by_role("button", name="Ik heb ze opgeschreven").click()
    type_back(found, new)
    found.get_by_role("button", name="Mijn lijn houden").click()
    expect(found.get_by_role("heading", name="Je lijn is weer van jou")).to_be_visible(timeout=SLOW)

    found.goto("/line/")
    expect(found.locator("[data-lines]")).to_contain_text(MOMENT, timeout=SLOW)
    found.goto("/vault/keys/")
    expect(found.locator("[data-ways] > li")).to_have_count(1)
    xara.goto("/vault/help/")
    expect(xara.locator("main")).to_contain_text("Nog niemand koos jou")
    open_with(signed_in_elsewhere(visitors, "Wendel"), new)


def test_a_question_of_a_stranger_is_stopped_with_one_press(visitors: Visitors) -> None:
    pair = two_who_walk_along(visitors, "Yara", "Zeno")
    yara, zeno = pair.starter, pair.companion
    write(yara)
    words = keep(yara)
    write(zeno, "Ik loop mee.")
    keep(zeno)
    compare(yara, "Zeno")
    choose(yara, "Zeno", words)
    thief = signed_in_elsewhere(visitors, "Yara")
    ask(thief)

    yara.goto("/")
    yara.get_by_role("alert").get_by_role("link", name="Bekijken of stoppen").click()
    yara.get_by_role("button", name="Stoppen").click()
    expect(yara.get_by_role("status")).to_contain_text("Er gaat niets open")
    expect(yara.get_by_role("alert")).to_have_count(0)
    thief.reload()
    expect(thief.locator('[data-view="begin"]')).to_be_visible(timeout=SLOW)
    zeno.goto("/vault/help/")
    expect(zeno.locator("[data-list]")).to_contain_text("Koos jou")
