"""New keys: the page says how much is still to be sealed anew, can be stopped, and goes on."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from journeys.line import MOMENT, SLOW, open_with, signed_in_elsewhere, write
from journeys.test_vault_new_keys import both_kept, to_new_words, use_new_keys
from journeys.visitor import Visitors

pytestmark = pytest.mark.long

STORE = "**/vault/api/store/"
HEADING = "Opnieuw verzegelen met je nieuwe sleutels"
DONE = "Klaar. Wat hier staat, opent alleen nog met je nieuwe sleutels."
LATER = "Later schreef ik nog iets."

Answer = Callable[[Route], None]


@dataclass
class Barrier:
    """Holds back what a browser wants to store; each time one request goes on, or none does."""

    held: list[Route] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)

    def put_up(self, page: Page) -> None:
        """From now on nothing is stored by itself."""
        page.context.route(STORE, self._come)

    def let_one_through(self) -> None:
        """The one that waits, or the first that comes."""
        self._next(Route.continue_)

    def cut_one_off(self) -> None:
        """As when the network is gone."""
        self._next(Route.abort)

    def _next(self, answer: Answer) -> None:
        if self.held:
            answer(self.held.pop(0))
        else:
            self.answers.append(answer)

    def _come(self, route: Route) -> None:
        if self.answers:
            self.answers.pop(0)(route)
        else:
            self.held.append(route)


def progress(page: Page) -> Locator:
    """The box that says how far it is."""
    return page.get_by_role("region", name=HEADING)


def test_the_page_says_how_much_is_still_sealed_with_former_keys(visitors: Visitors) -> None:
    pair, words = both_kept(visitors, "Dieke", "Egbert")
    page, box, barrier = pair.starter, progress(pair.starter), Barrier()
    write(page, LATER)
    new = to_new_words(page, words)
    barrier.put_up(page)
    barrier.let_one_through()  # with this the new keys are written down
    use_new_keys(page)
    expect(box).to_contain_text("Nog 3 te gaan")  # two texts and a gift
    box.get_by_role("button", name="Stoppen").click()
    barrier.let_one_through()
    expect(box).to_contain_text("Gestopt, nog 2 te gaan", timeout=SLOW)

    page.goto("/line/")
    expect(box).to_contain_text("Nog 2 te gaan. Je kunt gewoon verder", timeout=SLOW)
    barrier.cut_one_off()
    expect(box).to_contain_text("Gestopt, nog 2 te gaan", timeout=SLOW)
    box.get_by_role("button", name="Verdergaan").click()
    expect(box).to_contain_text("Nog 2 te gaan. Je kunt gewoon verder")
    barrier.let_one_through()
    expect(box).to_contain_text(DONE, timeout=SLOW)
    expect(box.get_by_role("button")).to_have_count(0)

    page.goto("/line/")
    expect(page.locator("[data-lines]")).to_contain_text(MOMENT, timeout=SLOW)
    expect(box).to_be_hidden()
    elsewhere = signed_in_elsewhere(visitors, "Dieke")
    open_with(elsewhere, new)
    expect(elsewhere.locator("[data-lines] a[translate=no]")).to_have_text([LATER, MOMENT])
    expect(progress(elsewhere)).to_be_hidden()
