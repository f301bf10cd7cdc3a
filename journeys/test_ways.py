"""How somebody hears that something is there: a sign on this device, and a calendar."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from journeys.browsers import launched
from journeys.visitor import DESK, PHONE, Visitors
from setup.browser import found, whole

# There is no push service here; what a browser gets from one is made up, the rest is real.
NO_SERVICE = """
const known = { endpoint: "https://push.voorbeeld.nl/telefoon" };
PushManager.prototype.subscribe = async () => { localStorage.signs = "on"; return known; };
PushManager.prototype.getSubscription = async () => (localStorage.signs ? known : null);
"""


@pytest.fixture
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A whole Chromium: its headless shell shows no notifications."""
    yield from launched(playwright, whole() or found())


def with_signs(page: Page) -> None:
    """A browser that may show notifications."""
    page.context.grant_permissions(["notifications"])
    page.context.add_init_script(NO_SERVICE)


def test_a_sign_is_switched_on_shown_and_switched_off(visitors: Visitors) -> None:
    page = visitors.come("noor", width=PHONE)
    with_signs(page)
    page.goto("/me/ways/")
    page.get_by_label("Hoe noem je dit apparaat?").fill("Telefoon van Noor")
    page.get_by_role("button", name="Een seintje op dit apparaat").click()

    expect(page.get_by_text("Je krijgt voortaan een seintje op dit apparaat.")).to_be_visible()
    expect(page.get_by_text("Telefoon van Noor", exact=True)).to_be_visible()
    expect(page.get_by_label("Hoe noem je dit apparaat?")).to_be_hidden()

    assert rung(page) == ["Hartlijn: Er staat iets voor je klaar"]
    page.get_by_role("button", name="Geen seintje meer op Telefoon van Noor").click()
    expect(page.get_by_text("“Telefoon van Noor” krijgt geen seintje meer.")).to_be_visible()
    expect(page.get_by_label("Hoe noem je dit apparaat?")).to_be_visible()


def rung(page: Page) -> list[str]:
    """What stands on the screen after an empty push."""
    tools = page.context.new_cdp_session(page)
    found: list[str] = []
    tools.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda event: found.extend(one["registrationId"] for one in event["registrations"]),
    )
    tools.send("ServiceWorker.enable")
    while not found:
        page.evaluate("navigator.serviceWorker.getRegistrations()")  # meanwhile it tells which
    origin = page.evaluate("location.origin")
    tools.send(
        "ServiceWorker.deliverPushMessage",
        {"origin": origin, "registrationId": found[0], "data": ""},
    )
    shown: list[str] = page.evaluate(
        """async () => {
            const [registration] = await navigator.serviceWorker.getRegistrations();
            for (let tries = 0; tries < 100; tries += 1) {
                const shown = await registration.getNotifications();
                if (shown.length) return shown.map((one) => `${one.title}: ${one.body}`);
                await new Promise((done) => setTimeout(done, 50));
            }
            return [];
        }"""
    )
    return shown


def test_a_calendar_address_is_made_and_opens(visitors: Visitors) -> None:
    page = visitors.come("sam", width=DESK)
    page.goto("/me/ways/")
    page.get_by_role("button", name="Een agenda-adres maken").click()
    address = page.locator("#calendar-address").inner_text()

    assert "BEGIN:VCALENDAR" in page.request.get(address).text()
    page.goto("/me/ways/")
    expect(page.locator("#calendar-address")).to_have_count(0)
    page.get_by_role("button", name="Agenda-adres weghalen").click()
    assert page.request.get(address).status == 404
