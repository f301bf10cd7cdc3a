"""What happens seldom on the sealed pages: passkeys, borrowed devices, and what a browser lacks."""

from datetime import UTC, datetime
from itertools import count

import pytest
from playwright.sync_api import Page, Route, expect

from journeys.device import KeyRing, begin_worker_with, kept_in, stop_halfway, time_is_up
from journeys.line import MOMENT, SLOW, open_with, somebody_new, type_back, write
from journeys.test_vault_keys import kept
from journeys.visitor import Visitors

pytestmark = pytest.mark.long

NO_CURVES = """
for (const name of ["generateKey", "importKey"]) {
  const whole = SubtleCrypto.prototype[name];
  SubtleCrypto.prototype[name] = function (...asked) {
    const wanted = asked.map((one) => one?.name ?? one);
    if (wanted.includes("X25519") || wanted.includes("Ed25519")) {
      return Promise.reject(new DOMException("not here", "NotSupportedError"));
    }
    return whole.apply(this, asked);
  };
}
"""


def go_to_passkeys(page: Page, words: list[str]) -> None:
    """Give the words, up to where a passkey can be made."""
    page.goto("/vault/keys/")
    page.get_by_role("button", name="Passkey toevoegen").click()
    page.get_by_label("Je zes woorden").locator("visible=true").fill(" ".join(words))
    page.get_by_role("button", name="Verder").locator("visible=true").click()
    expect(page.get_by_label("Hoe noem je deze passkey?")).to_be_visible(timeout=SLOW)


def make_passkey(page: Page, words: list[str], label: str) -> None:
    """Ask the device for a passkey that opens the line."""
    go_to_passkeys(page, words)
    page.get_by_label("Hoe noem je deze passkey?").fill(label)
    page.get_by_role("button", name="Passkey maken").click()


def test_a_passkey_opens_the_line_beside_the_words(visitors: Visitors) -> None:
    page, words = kept(visitors, "Ada")
    device = KeyRing.put_in(page)

    page.goto("/vault/keys/")
    page.get_by_role("button", name="Passkey toevoegen").click()
    page.get_by_label("Je zes woorden").locator("visible=true").fill(" ".join(reversed(words)))
    page.get_by_role("button", name="Verder").locator("visible=true").click()
    expect(page.get_by_role("alert")).to_contain_text("gaat je lijn niet open", timeout=SLOW)
    assert device.count() == 0

    make_passkey(page, words, "mijn telefoon")
    expect(page.locator("[data-live]")).to_contain_text("naast je zes woorden", timeout=SLOW)
    expect(page.locator("[data-ways] > li")).to_have_count(2)
    assert device.count() == 1

    page.get_by_role("button", name="Nu sluiten").click()
    page.get_by_role("link", name="Openen").click()
    stop_halfway(page)
    page.get_by_role("button", name="Openen met mijn telefoon").click()
    expect(page.get_by_role("alert")).to_contain_text("De passkey deed het niet")
    expect(page.get_by_role("alert")).to_contain_text("zes woorden")
    page.get_by_role("button", name="Openen met mijn telefoon").click()
    page.wait_for_url(f"{visitors.house.url}/vault/keys/", timeout=SLOW)
    expect(page.locator("[data-ways] > li")).to_have_count(2)

    page.get_by_role("button", name="Weghalen mijn telefoon").click()
    expect(page.locator('[data-view="remove"]')).to_contain_text("Je zes woorden blijven werken")
    page.locator("[data-remove-way]").click()
    expect(page.locator("[data-live]")).to_contain_text("Weggehaald")
    expect(page.get_by_role("button", name="Weghalen")).to_have_count(0)  # the words stay
    page.get_by_role("button", name="Nu sluiten").click()
    page.get_by_role("link", name="Openen").click()
    expect(page.get_by_label("Je zes woorden")).to_be_visible()
    expect(page.get_by_role("button", name="Openen met")).to_have_count(0)


def test_a_passkey_opens_the_line_on_the_page_for_opening(visitors: Visitors) -> None:
    page, words = kept(visitors, "Aletta")
    KeyRing.put_in(page)
    make_passkey(page, words, "mijn telefoon")
    expect(page.locator("[data-ways] > li")).to_have_count(2, timeout=SLOW)
    page.get_by_role("button", name="Nu sluiten").click()
    expect(page.get_by_role("heading", name="Je lijn is gesloten")).to_be_visible()
    assert not kept_in(page)["open"]

    page.goto("/vault/open/")
    page.get_by_role("button", name="Openen met mijn telefoon").click()
    page.wait_for_url("**/line/", timeout=SLOW)
    expect(page.locator("[data-bar]")).to_contain_text("Open tot")
    page.locator("[data-lines]").get_by_role("link", name=MOMENT).click()
    expect(page.locator("[data-text]")).to_have_text(MOMENT)


def test_a_passkey_that_is_gone_from_the_device_costs_nothing(visitors: Visitors) -> None:
    page, words = kept(visitors, "Bea")
    device = KeyRing.put_in(page)
    go_to_passkeys(page, words)
    stop_halfway(page)
    page.get_by_label("Hoe noem je deze passkey?").fill("laptop")
    page.get_by_role("button", name="Passkey maken").click()
    expect(page.get_by_role("alert")).to_contain_text("De passkey deed het niet", timeout=SLOW)
    page.get_by_role("button", name="Passkey maken").click()
    expect(page.locator("[data-ways] > li")).to_have_count(2, timeout=SLOW)
    assert device.count() == 1

    device.clear()
    page.get_by_role("button", name="Nu sluiten").click()
    page.get_by_role("link", name="Openen").click()
    page.get_by_role("button", name="Openen met laptop").click()
    expect(page.get_by_role("alert")).to_contain_text("De passkey deed het niet", timeout=SLOW)
    open_with(page, words)


def test_a_device_that_keeps_no_secrets_says_so(visitors: Visitors) -> None:
    page, words = kept(visitors, "Cas")
    KeyRing.put_in(page, secrets=False)
    make_passkey(page, words, "oude sleutel")

    expect(page.get_by_role("alert")).to_contain_text("PRF", timeout=SLOW)
    expect(page.get_by_role("alert")).to_contain_text("Je zes woorden werken altijd")
    page.goto("/vault/keys/")
    expect(page.locator("[data-ways] > li")).to_have_count(1)


def test_the_line_closes_by_itself_and_loses_no_words(visitors: Visitors) -> None:
    page, words = kept(visitors, "Dex")
    page.clock.install()
    page.goto("/line/")
    page.locator("[data-lines] a").first.click()
    page.get_by_role("link", name="Verder schrijven").click()
    page.locator("#text").fill(f"{MOMENT} En toen")
    page.clock.run_for(16 * 60 * 1000)

    expect(page.get_by_role("heading", name="Je lijn is gesloten")).to_be_visible(timeout=SLOW)
    assert MOMENT not in page.content()
    assert page.evaluate("[...document.querySelectorAll('textarea')].every((one) => !one.value)")
    assert not kept_in(page)["open"]
    page.clock.set_system_time(datetime.now(tz=UTC))
    page.get_by_role("link", name="Openen").click()
    page.get_by_label("Je zes woorden").fill(" ".join(words))
    page.get_by_role("button", name="Openen", exact=True).click()
    expect(page.locator("#text")).to_have_value(f"{MOMENT} En toen", timeout=SLOW)
    expect(page.locator("[data-live]")).to_contain_text("nog niet bewaard")


def test_after_a_quarter_of_an_hour_away_the_line_is_closed(visitors: Visitors) -> None:
    page, _words = kept(visitors, "Eef")
    page.goto("/line/")
    expect(page.locator("[data-lines]")).to_contain_text(MOMENT)
    time_is_up(page)
    page.reload()

    expect(page.get_by_role("heading", name="Je lijn is gesloten")).to_be_visible()
    assert MOMENT not in page.content()
    assert not kept_in(page)["open"]


def test_a_borrowed_device_keeps_nothing(visitors: Visitors) -> None:
    page = somebody_new(visitors, "Fay")
    page.goto("/journal/write/")
    page.get_by_role("button", name="Nee, van iemand anders").click()
    page.locator("#text").fill(MOMENT)
    page.get_by_role("button", name="Verzegelen en bewaren").click()
    page.wait_for_url("**/vault/keep/", timeout=SLOW)

    page.goto("/account/logout/")
    expect(page.get_by_role("main")).to_contain_text("Wat je schreef, staat alleen op dit apparaat")
    page.get_by_role("link", name="Mijn lijn houden").click()
    shown = page.locator('[data-view="words"] .six-words li')
    expect(shown).to_have_count(6)
    words = shown.all_text_contents()
    page.get_by_role("button", name="Ik heb ze opgeschreven").click()
    type_back(page, words)
    page.get_by_role("button", name="Mijn lijn houden").click()
    expect(page.get_by_text("Dit is niet je eigen apparaat. Sluit")).to_be_visible(timeout=SLOW)

    page.goto("/journal/write/")
    field = page.locator("#text")
    field.fill("Nog iets")
    expect(page.locator("[data-write]")).to_have_attribute("data-safe", "yes")
    page.goto("/account/logout/")
    page.get_by_role("main").get_by_role("button", name="Afmelden").click()
    page.wait_for_url("**/account/login/**")
    assert not any(kept_in(page).values())
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_a_browser_that_cannot_seal_says_what_it_lacks(visitors: Visitors) -> None:
    page = visitors.come("noor")
    page.add_init_script(NO_CURVES)
    begin_worker_with(page, NO_CURVES)
    page.goto("/journal/write/")

    lacking = page.locator('[data-view="lacking"]')
    expect(lacking).to_contain_text("Deze browser kan nog niet verzegelen")
    expect(lacking).to_contain_text("x25519, ed25519")
    expect(lacking).to_contain_text("Werk de browser bij")
    expect(page.locator("[data-view]:visible")).to_have_count(1)


def test_taking_along_too_often_is_told_on_a_page(visitors: Visitors) -> None:
    page = visitors.come("sam")
    page.goto("/vault/keys/")
    for _ in range(3):
        with page.expect_download() as download:
            page.evaluate("location.assign('/vault/api/export/')")
        assert download.value.suggested_filename.endswith("-sealed.zip")
    page.goto("/vault/api/export/")

    expect(page.get_by_role("heading", level=1)).to_have_text("Dit kan nu niet")
    expect(page.get_by_role("main")).to_contain_text("Morgen kan het weer")


def test_two_windows_that_change_one_text_keep_both(visitors: Visitors) -> None:
    page = somebody_new(visitors, "Gus")
    write(page)
    page.goto("/line/")
    page.locator("[data-lines] a").first.click()
    page.get_by_role("link", name="Verder schrijven").click()
    page.locator("#text").fill("Van het ene venster")
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator("#text")).to_have_value(MOMENT)  # each window its own sheet
    other.locator("#text").fill("Van het andere venster")
    other.get_by_role("button", name="Verzegelen en bewaren").click()
    expect(other.locator("[data-text]")).to_have_text("Van het andere venster", timeout=SLOW)
    page.get_by_role("button", name="Verzegelen en bewaren").click()

    expect(page.locator("[data-live]")).to_contain_text("Beide zijn bewaard", timeout=SLOW)
    expect(page.locator("[data-text]")).to_have_text("Van het ene venster")
    page.goto("/line/")
    expect(page.locator("[data-lines] ol > li")).to_have_count(2)
    expect(page.locator("[data-lines]")).to_contain_text("Van het andere venster")
    expect(page.locator("[data-lines]")).to_contain_text("Van het ene venster")


def test_closing_while_a_page_still_opens_leaves_it_closed(visitors: Visitors) -> None:
    page, _words = kept(visitors, "Mia")
    held: list[Route] = []

    def hold(route: Route) -> None:
        """Let the first through, with which the page finds out where the line stands."""
        held.append(route)
        if len(held) == 1:
            route.continue_()

    asked = count()
    page.context.route("**/vault/api/fetch/", hold)
    with page.expect_request(lambda one: one.url.endswith("/fetch/") and next(asked) == 1):
        page.goto("/line/")
    page.get_by_role("button", name="Nu sluiten").click()
    expect(page.get_by_role("heading", name="Je lijn is gesloten")).to_be_visible()
    assert len(held) == 2
    with page.expect_response("**/vault/api/fetch/"):
        held[1].continue_()

    expect(page.get_by_role("heading", name="Je lijn is gesloten")).to_be_visible()
    expect(page.locator("[data-view]")).to_have_count(1)
    assert MOMENT not in page.content()


def test_signing_out_closes_the_line_in_every_window(visitors: Visitors) -> None:
    page, _words = kept(visitors, "Wil")
    other = page.context.new_page()
    other.goto("/line/")
    expect(other.locator("[data-lines]")).to_contain_text(MOMENT, timeout=SLOW)

    page.goto("/account/logout/")
    page.get_by_role("main").get_by_role("button", name="Afmelden").click()

    expect(other.locator('[data-view="locked"]')).to_be_visible(timeout=SLOW)
    assert MOMENT not in other.content()
