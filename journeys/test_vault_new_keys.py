"""New keys, and a line begun anew: what the other still reads, and what they are told first."""

import re

import pytest
from playwright.sync_api import Page, expect

from journeys.device import KeyRing
from journeys.line import (
    MOMENT,
    SLOW,
    Pair,
    keep,
    open_with,
    signed_in_elsewhere,
    two_who_walk_along,
    type_back,
    write,
)
from journeys.test_vault import read_first
from journeys.test_vault_keys import kept
from journeys.test_vault_rare import make_passkey
from journeys.visitor import Visitors

pytestmark = pytest.mark.long

CHANGED = "heeft andere sleutels dan eerst"
STOP = "De sleutels van de ander zijn niet meer die je kende"


def both_kept(visitors: Visitors, starter: str, companion: str) -> tuple[Pair, list[str]]:
    """Two with a line that stays; the starter gave her moment."""
    pair = two_who_walk_along(visitors, starter, companion)
    write(pair.starter)
    words = keep(pair.starter)
    write(pair.companion, "Ik loop mee.")
    keep(pair.companion)
    give(pair.starter, companion)
    return pair, words


def give(page: Page, name: str) -> None:
    """Give the newest text, until it is taken back."""
    read_first(page)
    page.get_by_role("button", name="Aan iemand geven").click()
    page.get_by_label(name).check()
    page.get_by_label("Tot ik het terugneem").check()
    page.get_by_role("button", name="Geven", exact=True).click()
    expect(page.locator("[data-live]")).to_contain_text(
        f"{name} vindt het in eigen werktijd", timeout=SLOW
    )


def read_given(page: Page, name: str) -> None:
    """Open what somebody gave."""
    page.goto("/vault/received/")
    page.get_by_role("link", name=f"Van {name}").click()


def compare(page: Page) -> None:
    """Follow the way out of a hard stop, and find the words the same."""
    page.get_by_role("link", name="Woorden vergelijken").locator("visible=true").first.click()
    words = page.get_by_role("link", name=re.compile("Woorden zien"))
    expect(words.or_(page.locator('[data-view="words"]')).locator("visible=true")).to_have_count(1)
    if words.is_visible():
        words.click()
    expect(page.locator('[data-view="words"]')).to_contain_text(CHANGED, timeout=SLOW)
    page.get_by_role("button", name="Ja, ze kloppen").click()
    expect(page.get_by_role("heading", name="Jullie woorden kloppen")).to_be_visible(timeout=SLOW)


def change_keys(page: Page, words: list[str]) -> list[str]:
    """Make new keys, to the end; gives the new words."""
    new = to_new_words(page, words)
    use_new_keys(page)
    return new


def to_new_words(page: Page, words: list[str]) -> list[str]:
    """Draw new words and type two of them back; gives them all."""
    page.goto("/vault/keys/")
    page.get_by_text("Zag iemand je woorden?").click()
    page.get_by_role("button", name="Nieuwe sleutels maken").click()
    page.get_by_label("Je zes woorden").locator("visible=true").fill(" ".join(words))
    page.locator("[data-change-form]").get_by_role("button", name="Nieuwe sleutels maken").click()
    shown = page.locator('[data-view="new-words"] .six-words li')
    expect(shown).to_have_count(6, timeout=SLOW)
    new = shown.all_text_contents()
    page.get_by_role("button", name="Ik heb ze opgeschreven").click()
    type_back(page, new)
    return new


def use_new_keys(page: Page) -> None:
    """From here on only the new words open."""
    page.get_by_role("button", name="Nieuwe sleutels gebruiken").click()
    expect(page.locator("[data-live]")).to_contain_text("nieuwe woorden", timeout=SLOW)


def test_new_keys_close_the_old_ways_and_open_what_was(visitors: Visitors) -> None:
    pair, words = both_kept(visitors, "Hua", "Ivo")
    hua, ivo = pair.starter, pair.companion
    read_given(ivo, "Hua")
    expect(ivo.locator("[data-text]")).to_have_text(MOMENT)
    read_first(hua)
    hua.get_by_role("link", name="Verder schrijven").click()
    hua.locator("#text").fill(f"{MOMENT} Dit las Ivo niet.")
    hua.get_by_role("button", name="Verzegelen en bewaren").click()
    expect(hua.locator("[data-text]")).to_contain_text("Dit las Ivo niet", timeout=SLOW)
    elsewhere = signed_in_elsewhere(visitors, "Hua")
    open_with(elsewhere, words)
    KeyRing.put_in(hua)
    make_passkey(hua, words, "telefoon")
    expect(hua.locator("[data-ways] > li")).to_have_count(2, timeout=SLOW)

    new = change_keys(hua, words)
    expect(hua.locator("[data-live]")).to_contain_text("herstelcode en passkeys maak je opnieuw")
    expect(hua.locator("[data-ways] > li")).to_have_count(1)

    elsewhere.goto("/line/")  # it was open there: no alarm, but closed
    elsewhere.get_by_role("link", name="Openen").click()
    elsewhere.get_by_label("Je zes woorden").fill(" ".join(words))
    elsewhere.get_by_role("button", name="Openen", exact=True).click()
    expect(elsewhere.get_by_role("alert")).to_contain_text("gaat je lijn niet open", timeout=SLOW)
    open_with(elsewhere, new)
    read_first(elsewhere)
    expect(elsewhere.locator("[data-text]")).to_contain_text("Dit las Ivo niet")

    read_given(ivo, "Hua")
    expect(ivo.get_by_role("alert")).to_contain_text(STOP)
    assert MOMENT not in ivo.content()
    compare(ivo)
    read_given(ivo, "Hua")
    expect(ivo.locator("[data-text]")).to_have_text(MOMENT)  # what was given, and no more


def begin_anew(page: Page, choice: str) -> None:
    """Say that everything is lost."""
    page.goto("/line/")
    page.get_by_role("button", name="Nu sluiten").click()
    page.get_by_role("link", name="Openen").click()
    page.get_by_role("link", name="Ik ben alles kwijt").click()
    begin_here(page, choice)


def begin_here(page: Page, choice: str) -> None:
    """Begin where the page asks whether everything is lost."""
    begin, prove = (
        page.get_by_role("button", name="Opnieuw beginnen"),
        page.get_by_role("link", name="Laten zien dat jij het bent"),
    )
    expect(begin.or_(prove)).to_be_visible()
    if prove.is_visible():
        prove.click()
        page.locator('main input[type="password"]').fill("een-lange-rustige-zin")
        page.locator('main input[type="password"]').press("Enter")
    page.get_by_label(choice).check()
    begin.click()
    expect(page.get_by_role("heading", name="Je begint opnieuw")).to_be_visible(timeout=SLOW)


def test_a_line_begun_anew_is_known_again_after_comparing(visitors: Visitors) -> None:
    pair, _words = both_kept(visitors, "Jet", "Kim")
    jet, kim = pair.starter, pair.companion
    read_given(kim, "Jet")
    expect(kim.locator("[data-text]")).to_have_text(MOMENT)
    give(kim, "Jet")
    begin_anew(jet, "Laten staan, al kan niemand het openen")
    write(jet, "Opnieuw begonnen.")
    jet.goto("/line/")
    expect(jet.locator("[data-lines] ol > li")).to_have_count(1)
    former = jet.locator("[data-former]")
    expect(former).to_contain_text("Gegeven uit je vorige lijn")

    kim.goto("/vault/compare/")
    kim.get_by_role("link", name=re.compile("Woorden zien")).click()
    expect(kim.get_by_role("heading", name="Jet heeft nog geen woorden")).to_be_visible()
    keep(jet)
    read_given(kim, "Jet")
    expect(kim.get_by_role("alert")).to_contain_text(STOP)
    read_first(kim)
    kim.get_by_role("button", name="Aan iemand geven").click()
    expect(kim.get_by_label("Jet")).to_be_disabled()
    expect(kim.locator('[data-view="give"]')).to_contain_text(CHANGED)
    compare(kim)

    read_given(kim, "Jet")
    expect(kim.locator("[data-text]")).to_have_text(MOMENT)  # read before, so known to be hers
    read_given(jet, "Kim")  # given again, to the new keys
    expect(jet.locator("[data-text]")).to_have_text("Ik loop mee.")
    jet.goto("/line/")
    former.get_by_role("button", name="Terugnemen").click()
    expect(jet.locator("[data-live]")).to_contain_text("Teruggenomen", timeout=SLOW)
    expect(former).to_be_hidden()
    kim.goto("/vault/received/")
    expect(kim.locator("main")).to_contain_text("Nog niets.")


def test_what_nobody_can_open_goes_when_asked(visitors: Visitors) -> None:
    page, _words = kept(visitors, "Lou")
    page.goto("/journal/write/")
    page.locator("#text").fill("Nog niet af")
    expect(page.locator("[data-write]")).to_have_attribute("data-safe", "yes")
    begin_anew(page, "Weghalen, voorgoed")
    own = page.evaluate("fetch('/vault/api/state/').then((one) => one.json())")
    assert own["own"] == []
    page.goto("/line/")
    expect(page.get_by_text("Hier komt jouw lijn.")).to_be_visible()
    write(page, "Opnieuw begonnen.")
    words = keep(page)
    elsewhere = signed_in_elsewhere(visitors, "Lou")
    open_with(elsewhere, words)
    expect(elsewhere.locator("[data-lines]")).to_contain_text("Opnieuw begonnen.")
