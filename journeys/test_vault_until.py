"""Given until a day: of ten texts three are read, then two, and from that day on none."""

import subprocess
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from journeys.device import begin_worker_with
from journeys.hostile import parcels
from journeys.line import SLOW, keep, open_with, two_who_walk_along, write
from journeys.serving import command
from journeys.visitor import House, Visitors

pytestmark = pytest.mark.long

NUMBERS = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
TEXTS = [f"Dag {number} op de groep." for number in NUMBERS]
GIVEN = [TEXTS[1], TEXTS[4], TEXTS[8]]
BACK = GIVEN[1]
WEEK = 7  # days
# For a page and for its worker alike.
AFTER_THE_WEEK = f"""
const Now = Date;
globalThis.Date = class extends Now {{
  constructor(...given) {{
    if (given.length) super(...given); else super(Date.now());
  }}
  static now() {{
    return Now.now() + {WEEK + 1} * 864e5;
  }}
}};
"""
ENDS_TODAY = """
from datetime import timedelta
from hartlijn.consent.models import Grant
from hartlijn.lib.civil_day import civil_day
today = civil_day()
for grant in Grant.objects.filter(owner__name="{owner}", ended_on=None):
    grant.given_on, grant.until = today - timedelta(days={days}), today
    grant.save()
"""


def the_day_comes(house: House, owner: str) -> None:
    """On the server everything this owner gave was given a week ago, until today."""
    script = ENDS_TODAY.format(owner=owner, days=WEEK)
    asked = command("shell", "--verbosity", "0", "--command", script)
    subprocess.run(asked, env=house.environment, check=True, capture_output=True)


def read(page: Page, text: str) -> None:
    """Open one of the own texts."""
    page.goto("/line/")
    page.locator("[data-lines]").get_by_role("link", name=text, exact=True).click()
    expect(page.locator("[data-text]")).to_have_text(text)


def give_for_a_week(page: Page, text: str, name: str) -> None:
    """Give one text until a day."""
    read(page, text)
    page.get_by_role("button", name="Aan iemand geven").click()
    page.get_by_label(name).check()
    until = datetime.now(UTC) + timedelta(days=WEEK)
    page.get_by_label("Vanaf welke dag gaat het dicht?").fill(until.date().isoformat())
    page.get_by_role("button", name="Geven", exact=True).click()
    expect(page.locator("[data-live]")).to_contain_text(
        f"{name} vindt het in eigen werktijd", timeout=SLOW
    )


def take_back(page: Page, text: str, name: str) -> None:
    """Before its day."""
    read(page, text)
    page.get_by_role("button", name=f"Terugnemen van {name}").click()
    page.get_by_role("button", name="Terugnemen", exact=True).click()
    expect(page.locator("[data-live]")).to_contain_text("Teruggenomen", timeout=SLOW)


def all_that_was_given(page: Page, name: str, count: int) -> dict[str, str]:
    """Read everything there is to read: the address of each text."""
    found = {}
    page.goto("/vault/received/")
    links = page.get_by_role("link", name=f"Van {name}")
    expect(links).to_have_count(count, timeout=SLOW)
    for place in range(count):
        links.nth(place).click()
        text = page.locator("[data-text]")
        expect(text).not_to_be_empty(timeout=SLOW)
        found[text.inner_text()] = page.url
        page.get_by_role("link", name="Terug naar wat je kreeg").locator("visible=true").click()
        expect(links).to_have_count(count, timeout=SLOW)
    return found


def state(page: Page) -> dict[str, Any]:
    """What the server says there is for somebody."""
    said: dict[str, Any] = page.evaluate("fetch('/vault/api/state/').then((one) => one.json())")
    return said


def handed_out(page: Page, ids: list[str]) -> set[str]:
    """Which of these the server gives to whoever asks without a page of ours."""
    csrf = page.locator("#vault").get_attribute("data-csrf") or ""
    answer = page.request.post(
        "/vault/api/fetch/", data={"ids": ids}, headers={"X-CSRFToken": csrf}
    )
    return set(parcels.fetched(answer.body()))


def is_gone(page: Page, address: str) -> None:
    """The address of before opens nothing."""
    page.goto("/")
    page.goto(address)
    expect(page.get_by_role("heading", name="Dit is er niet meer voor jou")).to_be_visible()


def says_of_each(page: Page, said: dict[str, str]) -> None:
    """Who reads, below each of the ten; of those not named it says that nobody else does."""
    page.goto("/line/")
    items = page.locator("[data-lines] li li")
    expect(items).to_have_count(len(TEXTS), timeout=SLOW)
    for item, text in zip(items.all(), reversed(TEXTS), strict=True):
        expect(item.get_by_role("link")).to_have_text(text, timeout=SLOW)
        expect(item.locator("[data-only] [data-when]:visible")).to_have_text(
            said.get(text, "Alleen jij.")
        )


def test_three_of_ten_are_read_until_their_day_and_no_longer(visitors: Visitors) -> None:
    pair = two_who_walk_along(visitors, "Neeltje", "Sem")
    neeltje, sem = pair.starter, pair.companion
    for text in TEXTS:
        write(neeltje, text)
    words = keep(neeltje)
    write(sem, "Ik loop mee.")
    keep(sem)
    for text in GIVEN:
        give_for_a_week(neeltje, text, "Sem")
    says_of_each(neeltje, dict.fromkeys(GIVEN, "Jij en Sem."))

    found = all_that_was_given(sem, "Neeltje", len(GIVEN))
    assert set(found) == set(GIVEN)
    own, given = state(neeltje)["own"], [one["id"] for one in state(sem)["received"]]
    assert len(own) == len(TEXTS) + 1  # with the list of what there is
    assert handed_out(sem, own + given) == set(given)

    take_back(neeltje, BACK, "Sem")
    is_gone(sem, found[BACK])
    left = [text for text in GIVEN if text != BACK]
    assert set(all_that_was_given(sem, "Neeltje", len(left))) == set(left)

    the_day_comes(visitors.house, "Neeltje")
    for text in GIVEN:
        is_gone(sem, found[text])
    sem.goto("/vault/received/")
    expect(sem.get_by_role("main")).to_contain_text("Nog niets.")
    assert handed_out(sem, own + given) == set()
    over = "Gegeven aan Sem. Volgens de server is het niet meer op te halen."
    says_of_each(neeltje, dict.fromkeys(left, over))  # where she is, the day is still to come

    neeltje.add_init_script(AFTER_THE_WEEK)
    begin_worker_with(neeltje, AFTER_THE_WEEK)
    open_with(neeltje, words)
    says_of_each(neeltje, {})
    read(neeltje, left[0])
    expect(neeltje.locator("[data-readers-list]")).to_be_hidden()
    expect(neeltje.locator("[data-nobody]")).to_contain_text("Alleen jij.")
