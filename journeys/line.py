"""What somebody does with the own line, in the words of the pages."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

from playwright.sync_api import Page, expect

from journeys.test_first_day import begin, letter_to
from journeys.visitor import Visitors

MOMENT = "Vandaag voor het eerst alleen op huisbezoek. Het ging."
SLOW = 20_000  # milliseconds; opening with words costs a second of work on purpose, more when busy


# Stories share a house, in an order nobody chose: two may give their people the same name.
_called: Counter[str] = Counter()


def new_address(name: str) -> str:
    """An address that nobody in this house has yet."""
    _called[name] += 1
    return address_of(name)


def address_of(name: str) -> str:
    """The address of the last one who was called so."""
    before = _called[name] - 1
    return f"{name.lower()}{f'.{before}' if before else ''}@voorbeeld.nl"


def in_three_months() -> str:
    """A day on which something may come back."""
    return (datetime.now(UTC) + timedelta(days=90)).date().isoformat()


@dataclass(frozen=True)
class Pair:
    """A starter with an empty line, and who walks along with her."""

    starter: Page
    companion: Page


def invited(visitors: Visitors, name: str) -> str:
    """The link in the letter by which Ines invites a starter."""
    address = new_address(name)
    ines = visitors.come("ines", width=1280)
    ines.goto("/organisations/")
    ines.get_by_role("link", name=re.compile("uitnodigen", re.IGNORECASE)).first.click()
    ines.get_by_label("E-mailadres").fill(address)
    ines.locator("main form").last.get_by_role("button").last.click()
    expect(ines.locator("main")).to_contain_text(address)
    return letter_to(visitors.house, address)


def somebody_new(visitors: Visitors, name: str, *, width: int = 360) -> Page:
    """Ines invites a starter, who makes an account."""
    link = invited(visitors, name)
    page = visitors.come(width=width)
    begin(page, link, name)
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)
    return page


def two_who_walk_along(visitors: Visitors, starter: str, companion: str) -> Pair:
    """A new starter, and a buddy she asked by e-mail and who said yes."""
    one = somebody_new(visitors, starter)
    address = new_address(companion)
    one.goto("/companions/ask/")
    one.get_by_label("buddy").check()
    one.get_by_label("Of iemand anders, per e-mail").fill(address)
    one.get_by_role("button", name="Vragen").click()
    expect(one.locator("main")).to_contain_text(address)
    other = visitors.come()
    begin(other, letter_to(visitors.house, address), companion)
    expect(other.locator("main")).to_contain_text(starter)
    for page in (one, other):
        works_round_the_clock(page)
    return Pair(one, other)


def works_round_the_clock(page: Page) -> None:
    """What is given to this person is there at once, at whatever hour the story is told."""
    _tells_of_two_days(page, {"hours": "own", "hours-from-1": "00:00", "hours-to-1": "00:00"})


def is_free(page: Page) -> None:
    """Nothing reaches this person today or tomorrow."""
    _tells_of_two_days(page, {"hours": "free"})


def _tells_of_two_days(page: Page, hours: dict[str, str]) -> None:
    ask = page.context.request
    form = urljoin(page.url, "/me/times/exception/")
    today = datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    for day in (today, today + timedelta(days=1)):
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', ask.get(form).text())
        assert token
        told = {"csrfmiddlewaretoken": token[1], "day": day.isoformat(), **hours}
        answer = ask.post(form, form=told)
        assert "is anders" in answer.text()


def write(page: Page, text: str = MOMENT) -> None:
    """Write one moment, the first or the next."""
    page.goto("/journal/write/")
    own = page.get_by_role("button", name="Ja, van mij")
    field = page.locator("#text")
    expect(
        page.locator('[data-view="welcome"], [data-view="editor"], [data-view="person"]').locator(
            "visible=true"
        )
    ).to_have_count(1)
    if own.is_visible():
        own.click()
    field.fill(text)
    page.get_by_role("button", name="Verzegelen en bewaren").click()
    expect(page.locator('[data-view="saved"]')).to_be_visible(timeout=SLOW)


def keep(page: Page) -> list[str]:
    """Write down six words and type back two; gives the words."""
    page.goto("/vault/keep/")
    shown = page.locator('[data-view="words"] .six-words li')
    expect(shown).to_have_count(6)
    words = shown.all_text_contents()
    page.get_by_role("button", name="Ik heb ze opgeschreven").click()
    type_back(page, words)
    page.get_by_role("button", name="Mijn lijn houden").click()
    expect(page.get_by_role("heading", name="Je lijn blijft")).to_be_visible(timeout=SLOW)
    return words


def type_back(page: Page, words: list[str]) -> None:
    """Type the two words that are asked for."""
    for field in page.locator("[data-asked]:visible").all():
        place = int(field.locator("[data-slot=place]").inner_text())
        field.locator("input").fill(words[place - 1])


def open_with(page: Page, words: list[str]) -> None:
    """Open the line on a device that does not know it."""
    page.goto("/vault/open/")
    page.get_by_label("Je zes woorden").fill(" ".join(words))
    page.get_by_role("button", name="Openen", exact=True).click()
    page.wait_for_url("**/line/", timeout=SLOW)
    expect(page.locator("[data-bar]")).to_contain_text("Open tot")


def signed_in_elsewhere(visitors: Visitors, name: str, *, width: int = 360) -> Page:
    """The same person with another device."""
    page = visitors.come(width=width)
    page.goto("/account/login/")
    page.locator('input[name="login"]').fill(address_of(name))
    page.locator('input[name="password"]').fill("een-lange-rustige-zin")
    page.locator("main form").filter(has=page.locator('input[name="password"]')).get_by_role(
        "button", name="Aanmelden", exact=True
    ).click()
    page.wait_for_url(f"{visitors.house.url}/")
    return page
