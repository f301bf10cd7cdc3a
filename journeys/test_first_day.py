"""A first working day, told as people live it: invited, in, asked along, known."""

import re
from email import message_from_bytes, policy

import pytest
from playwright.sync_api import Page, expect

from journeys.visitor import House, Visitors

LINK = re.compile(r"http://localhost:\d+/invitations/\S+")


def letter_to(house: House, address: str) -> str:
    """The link in the newest letter to an address; a demonstration keeps what it would send."""
    letters = [
        message_from_bytes(path.read_bytes(), policy=policy.default)
        for path in sorted((house.data / "mail").iterdir(), key=lambda one: one.stat().st_mtime)
    ]
    texts = [str(letter.get_content()) for letter in letters if address in str(letter["To"])]
    found = LINK.search(texts[-1])
    assert found
    return found.group()


def begin(page: Page, link: str, name: str) -> None:
    """Open the link of an invitation and make an account."""
    page.goto(link)
    page.get_by_label("Hoe heet je?").fill(name)
    page.locator('input[type="password"]').first.fill("een-lange-rustige-zin")
    page.locator("main form").first.get_by_role("button").last.click()


def test_a_starter_is_invited_comes_in_and_asks_somebody_along(visitors: Visitors) -> None:
    ines = visitors.come("ines", width=1280)
    ines.goto("/organisations/")
    ines.get_by_role("link", name=re.compile("uitnodigen", re.IGNORECASE)).first.click()
    ines.get_by_label("E-mailadres").fill("yara@voorbeeld.nl")
    ines.locator("main form").last.get_by_role("button").last.click()
    expect(ines.locator("main")).to_contain_text("yara@voorbeeld.nl")

    yara = visitors.come()
    begin(yara, letter_to(visitors.house, "yara@voorbeeld.nl"), "Yara Bos")
    yara.goto("/")
    expect(yara.get_by_role("heading", level=1)).to_contain_text("Yara")

    yara.goto("/companions/ask/")
    yara.get_by_label("buddy").check()
    yara.get_by_label("Of iemand anders, per e-mail").fill("oma@voorbeeld.nl")
    yara.get_by_role("button", name="Vragen").click()
    expect(yara.locator("main")).to_contain_text("oma@voorbeeld.nl")

    oma = visitors.come()
    begin(oma, letter_to(visitors.house, "oma@voorbeeld.nl"), "Oma Bos")
    yara.goto("/")
    expect(yara.locator("main")).to_contain_text("Oma Bos")

    yara.get_by_role("button", name="English").click()
    expect(yara.locator("html")).to_have_attribute("lang", "en")
    expect(yara.locator("main")).to_contain_text("Oma Bos")


@pytest.mark.long
def test_a_link_works_once(visitors: Visitors) -> None:
    ines = visitors.come("ines", width=1280)
    ines.goto("/organisations/")
    ines.get_by_role("link", name=re.compile("uitnodigen", re.IGNORECASE)).first.click()
    ines.get_by_label("E-mailadres").fill("eens@voorbeeld.nl")
    ines.locator("main form").last.get_by_role("button").last.click()
    expect(ines.locator("main")).to_contain_text("eens@voorbeeld.nl")
    link = letter_to(visitors.house, "eens@voorbeeld.nl")
    begin(visitors.come(), link, "Eens Maar")

    again = visitors.come()
    again.goto(link)

    expect(again.locator("main")).to_contain_text("werkt niet meer")


@pytest.mark.long
def test_a_coordinators_look_is_in_noors_log(visitors: Visitors) -> None:
    ines = visitors.come("ines", width=1280)
    ines.goto("/organisations/")
    ines.get_by_role("link", name="Noor de Wit").first.click()
    expect(ines.get_by_role("heading", level=1)).to_contain_text("Noor")

    noor = visitors.come("noor")
    noor.goto("/my-data/log/")

    expect(noor.locator("main")).to_contain_text("Ines Pereira")


@pytest.mark.long
def test_noor_takes_everything_along(visitors: Visitors) -> None:
    mila = visitors.come("mila")
    mila.goto("/my-data/")

    with mila.expect_download() as taken:
        mila.get_by_role("button", name="Alles meenemen").click()

    assert taken.value.suggested_filename.endswith(".zip")
