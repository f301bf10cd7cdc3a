"""Every state of the sealed pages: nothing for axe to find, nothing wider than the screen."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from journeys.line import SLOW, keep, two_who_walk_along, write
from journeys.test_every_page import DAY, Look, complaints
from journeys.visitor import Visitors

pytestmark = pytest.mark.long


def shown(page: Page, view: str) -> list[str]:
    """What is wrong with a view, once it is there."""
    expect(page.locator(f'[data-view="{view}"]')).to_be_visible(timeout=SLOW)
    # At its own place at the foot the bar covers nothing; anywhere else it slides over the page.
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    return [f"{view}: {said}" for said in complaints(page)]


def before_anything(page: Page) -> Iterator[str]:
    """Pages of somebody who never wrote."""
    for path, view in (
        ("/line/", "empty"),
        ("/journal/entry/", "gone"),
        ("/vault/keep/", "nothing"),
        ("/vault/open/", "nothing"),
        ("/vault/keys/", "nothing"),
        ("/vault/received/", "unkept"),
        ("/journal/write/", "welcome"),
    ):
        page.goto(path)
        yield from shown(page, view)
    page.get_by_role("button", name="Ja, van mij").click()
    yield from shown(page, "editor")
    page.get_by_role("button", name="Verzegelen en bewaren").click()
    expect(page.get_by_role("alert")).to_be_visible()
    yield from shown(page, "editor")


def while_unkept(page: Page) -> Iterator[str]:
    """From the first moment to six words."""
    write(page)
    yield from shown(page, "saved")
    page.goto("/line/")
    yield from shown(page, "list")
    page.goto("/vault/keep/")
    yield from shown(page, "words")
    page.get_by_role("button", name="Ik heb ze opgeschreven").click()
    yield from shown(page, "ask")


def giving(page: Page) -> Iterator[str]:
    """One text, and everything that can be done with it."""
    page.goto("/line/")
    yield from shown(page, "list")
    page.locator("[data-lines] a").first.click()
    yield from shown(page, "read")
    for button, view in (
        ("Weghalen", "remove"),
        ("Aan iemand geven", "give"),
    ):
        page.get_by_role("button", name=button).first.click()
        if view == "give":
            page.get_by_label("Dit gaat over een fout").check()
        yield from shown(page, view)
        page.locator(f'[data-view="{view}"]').get_by_role("button", name="Zo laten").or_(
            page.locator('[data-view="give"] [data-go=read]')
        ).locator("visible=true").click()
    page.get_by_role("button", name="Aan iemand geven").click()
    page.locator("[data-people] input").first.check()
    page.get_by_role("button", name="Geven", exact=True).click()
    expect(page.locator("[data-readers-list]")).to_be_visible(timeout=SLOW)
    yield from shown(page, "read")
    page.locator("[data-readers-list] [data-take]").click()
    yield from shown(page, "take-back")


def keys(page: Page, words: list[str]) -> Iterator[str]:
    """The ways to open, and what lies behind each button."""
    page.goto("/vault/keys/")
    yield from shown(page, "keys")
    for summary in page.locator('[data-view="keys"] summary').all():
        summary.click()
    yield from shown(page, "keys")
    for view in ("passkey", "change", "code-words"):
        page.locator(f'[data-go="{view}"]').click()
        yield from shown(page, view)
        if view != "code-words":
            page.locator(f'[data-view="{view}"] [data-go="keys"]').click()
    page.get_by_label("Je zes woorden").locator("visible=true").fill(" ".join(words))
    page.get_by_role("button", name="Verder").click()
    yield from shown(page, "code-shown")
    page.get_by_role("button", name="Ik heb hem opgeschreven").click()
    yield from shown(page, "code-typed")


def with_others(page: Page) -> Iterator[str]:
    """Somebody's words, and what one was given."""
    page.goto("/vault/compare/")
    yield from shown(page, "people")
    page.locator("main [data-list] a").first.click()
    yield from shown(page, "words")
    page.get_by_role("button", name="Nee, er klopt iets niet").click()
    yield from shown(page, "different")
    page.get_by_role("button", name="Nog eens voorlezen").click()
    page.get_by_role("button", name="Ja, ze kloppen").click()
    yield from shown(page, "same")
    page.goto("/vault/received/")
    yield from shown(page, "empty")


def closed(page: Page) -> Iterator[str]:
    """A closed line, and the way to begin anew."""
    page.get_by_role("button", name="Nu sluiten").click()
    yield from shown(page, "locked")
    page.get_by_role("link", name="Openen").click()
    yield from shown(page, "open")
    page.get_by_label("Je zes woorden").fill("een twee")
    page.get_by_role("button", name="Openen", exact=True).click()
    yield from shown(page, "open")
    page.goto("/vault/keys/#lost")
    yield from shown(page, "lost")


@pytest.mark.parametrize("look", DAY, ids=lambda look: f"{look.width}-{look.scheme}")
def test_no_state_of_a_sealed_page_stands_in_the_way(visitors: Visitors, look: Look) -> None:
    pair = two_who_walk_along(visitors, f"Vera{look.width}", f"Wim{look.width}")
    write(pair.companion)
    keep(pair.companion)
    page = pair.starter
    page.set_viewport_size({"width": look.width, "height": 760})
    page.emulate_media(color_scheme=look.scheme)
    said = [*before_anything(page), *while_unkept(page)]
    words = keep(page)
    said += [*giving(page), *keys(page, words), *with_others(page), *closed(page)]

    assert not said, "\n".join(dict.fromkeys(said))
