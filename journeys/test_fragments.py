"""htmx under our policy: a fragment of a page arrives, and nothing in it can run.

htmx is held by a part of its own inside (`frontend/elements/htmx.ts`), so a new version of htmx
must pass here before it may be used. The pages are made up; the script and the policy are ours.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from csp.utils import build_policy
from playwright.sync_api import Browser, Page, Route, expect

from journeys.visitor import Visitors

pytestmark = pytest.mark.long

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "hartlijn" / "ui" / "static" / "ui" / "dist" / "main.js"
PAGE = """<!doctype html><html lang="nl"><title>Proef</title>
<script type="module" src="/main.js"></script>
<button hx-get="/{fragment}" hx-target="#here">Toon</button>
<div id="here">leeg</div>"""
FRAGMENTS = {
    "plain": "<p>Hier is het.</p>",
    "script": "<p>Hier is het.</p><script>document.title = 'gelukt'</script>",
    "handler": "<p>Hier is het.</p><img src='/none' onerror=\"document.title = 'gelukt'\">",
    "hx-on": "<p hx-on:click=\"document.title = 'gelukt'\">Hier is het.</p>",
}


def answer(route: Route) -> None:
    """Serve the page /of/NAME, the fragment /NAME and our script, with the policy of every page."""
    *folder, name = route.request.url.split("/")[3:]
    policy = {"Content-Security-Policy": build_policy()}
    if name == "main.js":
        route.fulfill(path=SCRIPT, content_type="text/javascript", headers=policy)
    elif name in FRAGMENTS:
        body = PAGE.format(fragment=name) if folder else FRAGMENTS[name]
        route.fulfill(body=body, content_type="text/html", headers=policy)
    else:
        route.fulfill(status=404, body="")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a browser for which only the made-up site exists."""
    page = browser.new_page()
    page.route("**/*", answer)
    yield page
    page.close()


def test_a_fragment_arrives(page: Page) -> None:
    page.goto("http://localhost/of/plain")

    page.get_by_role("button").click()

    expect(page.locator("#here")).to_have_text("Hier is het.")


@pytest.mark.parametrize("fragment", ["script", "handler", "hx-on"])
def test_nothing_in_a_fragment_runs(page: Page, fragment: str) -> None:
    page.goto(f"http://localhost/of/{fragment}")

    with page.expect_response(f"**/{fragment}"):
        page.get_by_role("button").click()
    page.wait_for_load_state("networkidle")
    page.locator("#here").click()

    expect(page).to_have_title("Proef")


def test_a_desk_shows_one_role_without_leaving_the_page(visitors: Visitors) -> None:
    page = visitors.come("ines", width=1280)
    page.goto("/organisations/")
    page.locator("summary").click()
    page.evaluate("window.stillHere = true")

    page.locator('select[name="role"]').select_option("team_leader")

    expect(page.locator("#people")).not_to_contain_text("starter")
    expect(page.locator("#people")).to_contain_text("Fatima Yilmaz")
    assert "role=team_leader" in page.url
    assert page.evaluate("window.stillHere") is True
