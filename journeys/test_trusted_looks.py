"""How the pages of the trusted contact look, and that axe finds nothing in them."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from journeys.line import keep, two_who_walk_along, write
from journeys.test_every_page import complaints
from journeys.test_trusted_contact import ask, choose, compare
from journeys.visitor import PHONE, Visitors

pytestmark = pytest.mark.long


def seen(page: Page, shots: Path, name: str) -> list[str]:
    """A picture to look at, and what axe says; narrow and wide, light and dark."""
    said = []
    for width, scheme in ((PHONE, "light"), (1280, "dark")):
        page.set_viewport_size({"width": width, "height": 760})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.screenshot(path=shots / f"trusted-{name}-{width}.png", full_page=True)
        said += complaints(page)
    return said


def test_nothing_stands_in_the_way_of_a_trusted_contact(visitors: Visitors, shots: Path) -> None:
    pair = two_who_walk_along(visitors, "Amber", "Bas")
    amber, bas = pair.starter, pair.companion
    write(amber)
    words = keep(amber)
    write(bas, "Ik loop mee.")
    keep(bas)
    amber.goto("/vault/contact/")
    amber.locator('[data-view="choose"]').wait_for()
    said = seen(amber, shots, "choose")
    compare(amber, "Bas")
    choose(amber, "Bas", words)
    said += seen(amber, shots, "chosen")
    amber.goto("/vault/keys/")
    amber.locator("[data-contact] [data-when=works]").wait_for()
    said += seen(amber, shots, "keys")
    amber.get_by_role("button", name="Nu sluiten").click()
    amber.locator('[data-view="locked"], [data-view="shut"]').locator("visible=true").wait_for()
    ask(amber)
    said += seen(amber, shots, "calling")
    amber.goto("/vault/stop/")
    said += seen(amber, shots, "stop")
    amber.goto("/")
    said += seen(amber, shots, "alarm")
    bas.goto("/vault/help/")
    bas.locator("[data-list] li").wait_for()
    said += seen(bas, shots, "help")
    bas.get_by_role("button", name="Helpen Amber").click()
    said += seen(bas, shots, "verify")

    assert not said, "\n".join(said)
