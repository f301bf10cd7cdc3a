"""The server ends and starts again while somebody writes: nothing is lost, nothing is doubled."""

import pytest
from playwright.sync_api import Page, Route, expect

from journeys.device import kept_in
from journeys.line import MOMENT, SLOW, keep, somebody_new, write
from journeys.serving import Door
from journeys.test_journal import at_the_paper, seal
from journeys.visitor import Visitors

pytestmark = pytest.mark.long

TYPED = "Halverwege ging de server weg."
AWAY = "De server was niet te bereiken"
STORE = "**/vault/api/store/"


def writing(visitors: Visitors, name: str) -> Page:
    """Somebody with a line that stays, who has typed a second text."""
    page = somebody_new(visitors, name)
    write(page)
    keep(page)
    at_the_paper(page, "free")
    page.locator("#text").fill(TYPED)
    return page


def is_told_that_it_is_away(page: Page) -> None:
    """The refusal says so, and what was typed still stands there, and is safe."""
    page.get_by_role("button", name="Verzegelen en bewaren").click()
    expect(page.get_by_role("alert")).to_contain_text(AWAY, timeout=SLOW)
    expect(page.locator("#text")).to_have_value(TYPED)
    expect(page.locator("[data-write]")).to_have_attribute("data-safe", "yes")


def both_are_there_once(page: Page) -> None:
    """On the line, and on the server: two texts, and the list of what there is."""
    page.goto("/line/")
    expect(page.locator("[data-lines] a[translate=no]")).to_have_text([TYPED, MOMENT])
    own = page.evaluate("fetch('/vault/api/state/').then((one) => one.json())")["own"]
    assert len(own) == 3
    assert not kept_in(page)["drafts"]


def test_what_was_typed_is_there_when_the_server_is_back(alone: Visitors, door: Door) -> None:
    page = writing(alone, "Gerda")
    door.close()
    is_told_that_it_is_away(page)
    page.close()
    door.open()

    later = alone.open[-1].new_page()
    at_the_paper(later)
    expect(later.locator("#text")).to_have_value(TYPED)
    expect(later.locator("[data-live]")).to_contain_text("nog niet bewaard")
    seal(later)
    both_are_there_once(later)


def test_who_stays_on_the_page_presses_once_more(alone: Visitors, door: Door) -> None:
    page = writing(alone, "Hilde")
    door.close()
    is_told_that_it_is_away(page)
    door.open()

    seal(page)
    both_are_there_once(page)


def test_what_the_server_kept_just_before_it_ended_is_kept_once(
    alone: Visitors, door: Door
) -> None:
    page = writing(alone, "Irma")

    def end_before_it_answers(route: Route) -> None:
        assert route.fetch().ok
        door.close()
        route.abort()

    page.context.route(STORE, end_before_it_answers, times=1)
    is_told_that_it_is_away(page)
    door.open()

    seal(page)
    both_are_there_once(page)
