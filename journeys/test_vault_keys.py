"""Opening and closing: the right words, the wrong ones, the code on paper, closing now."""

import pytest
from playwright.sync_api import Page, expect

from journeys.line import (
    MOMENT,
    SLOW,
    address_of,
    keep,
    open_with,
    signed_in_elsewhere,
    somebody_new,
    type_back,
    write,
)
from journeys.test_keyboard import go_to, press
from journeys.visitor import Visitors

pytestmark = pytest.mark.long


def kept(visitors: Visitors, name: str) -> tuple[Page, list[str]]:
    """Somebody with a line that stays, and her words."""
    page = somebody_new(visitors, name)
    write(page)
    return page, keep(page)


def test_a_slip_of_the_pen_is_told_gently(visitors: Visitors) -> None:
    page = somebody_new(visitors, "Mo")
    write(page)
    page.goto("/vault/keep/")
    shown = page.locator('[data-view="words"] .six-words li')
    expect(shown).to_have_count(6)
    words = shown.all_text_contents()
    page.get_by_role("button", name="Ik heb ze opgeschreven").click()
    type_back(page, [word[::-1] for word in words])
    page.get_by_role("button", name="Mijn lijn houden").click()
    expect(page.get_by_role("alert")).to_contain_text("Dit is niet wat er stond")

    page.get_by_role("button", name="Laat de woorden nog eens zien").click()
    assert shown.all_text_contents() == words


def test_wrong_words_are_named_or_refused(visitors: Visitors) -> None:
    _page, words = kept(visitors, "Nina")
    elsewhere = signed_in_elsewhere(visitors, "Nina")
    elsewhere.goto("/vault/open/")
    field = elsewhere.get_by_label("Je zes woorden")
    button = elsewhere.get_by_role("button", name="Openen", exact=True)

    field.fill(" ".join([*words[:5], "xylofoonkast"]))
    button.click()
    expect(elsewhere.get_by_role("alert")).to_contain_text("xylofoonkast")

    field.fill(" ".join(words[:5]))
    button.click()
    expect(elsewhere.get_by_role("alert")).to_contain_text("je typte er 5")

    field.fill(" ".join(reversed(words)))
    button.click()
    expect(elsewhere.get_by_role("alert")).to_contain_text(
        "Hiermee gaat je lijn niet open", timeout=SLOW
    )
    expect(field).to_have_value(" ".join(reversed(words)))

    field.fill("\n".join(word.upper() for word in words))
    button.click()
    elsewhere.wait_for_url("**/line/", timeout=SLOW)
    expect(elsewhere.locator("[data-lines]")).to_contain_text(MOMENT)


def test_closing_now_takes_everything_off_the_page(visitors: Visitors) -> None:
    page, words = kept(visitors, "Olaf")
    page.goto("/line/")
    page.locator("[data-lines] a").first.click()
    expect(page.locator("[data-text]")).to_have_text(MOMENT)
    page.get_by_role("button", name="Nu sluiten").click()

    expect(page.get_by_role("heading", name="Je lijn is gesloten")).to_be_focused()
    assert MOMENT not in page.content()
    page.get_by_role("link", name="Openen").click()
    page.get_by_label("Je zes woorden").fill(" ".join(words))
    page.get_by_role("button", name="Openen", exact=True).click()
    expect(page.locator("[data-text]")).to_have_text(MOMENT, timeout=SLOW)


def test_closing_in_one_window_closes_the_other(visitors: Visitors) -> None:
    page, _words = kept(visitors, "Pien")
    page.goto("/line/")
    expect(page.locator("[data-lines]")).to_contain_text(MOMENT)
    other = page.context.new_page()
    other.goto("/line/")
    other.get_by_role("button", name="Nu sluiten").click()

    expect(page.get_by_role("heading", name="Je lijn is gesloten")).to_be_visible()
    assert MOMENT not in page.content()


def test_a_code_on_paper_is_a_second_way_in(visitors: Visitors) -> None:
    page, words = kept(visitors, "Roos")
    page.goto("/line/")
    page.get_by_role("link", name="Herstelcode maken").click()
    page.get_by_role("button", name="Herstelcode maken").click()
    page.get_by_label("Je zes woorden").locator("visible=true").fill(" ".join(words))
    page.get_by_role("button", name="Verder").click()
    shown = page.locator("[data-code-shown]")
    expect(shown).to_be_visible(timeout=SLOW)
    code = shown.inner_text()
    page.get_by_role("button", name="Ik heb hem opgeschreven").click()
    page.get_by_label("Je herstelcode").fill(code.lower())
    page.get_by_role("button", name="Klaar").click()
    expect(page.locator("[data-live]")).to_contain_text("Je herstelcode werkt", timeout=SLOW)
    expect(page.locator("[data-ways] > li")).to_have_count(2)

    elsewhere = signed_in_elsewhere(visitors, "Roos")
    elsewhere.goto("/vault/open/")
    elsewhere.get_by_text("Met de herstelcode").click()
    elsewhere.get_by_label("Je herstelcode").fill(code)
    elsewhere.get_by_role("button", name="Openen met de code").click()
    elsewhere.wait_for_url("**/line/", timeout=SLOW)
    expect(elsewhere.locator("[data-lines]")).to_contain_text(MOMENT)


def test_signing_out_warns_while_a_line_is_not_kept(visitors: Visitors) -> None:
    page = somebody_new(visitors, "Stan", width=1280)
    write(page)
    page.goto("/")
    page.get_by_role("navigation").get_by_role("button", name="Afmelden").click()

    expect(page.locator("main")).to_contain_text("Wat je schreef, staat alleen op dit apparaat")
    page.get_by_role("link", name="Mijn lijn houden").click()
    expect(page.locator('[data-view="words"] .six-words li')).to_have_count(6)


def test_signing_out_closes_the_line(visitors: Visitors) -> None:
    page, words = kept(visitors, "Tess")
    page.goto("/account/logout/")
    page.get_by_role("main").get_by_role("button", name="Afmelden").click()
    page.wait_for_url("**/account/login/**")
    page.locator('input[name="login"]').fill(address_of("Tess"))
    page.locator('input[name="password"]').fill("een-lange-rustige-zin")
    page.locator('input[name="password"]').press("Enter")
    page.wait_for_url(f"{visitors.house.url}/")
    page.goto("/line/")

    expect(page.get_by_role("heading", name="Je lijn is gesloten")).to_be_visible()
    open_with(page, words)


def test_a_moment_is_written_with_the_keyboard_alone(visitors: Visitors) -> None:
    page = somebody_new(visitors, "Umut", width=1280)
    press(page, page.get_by_role("main").get_by_role("link", name="Schrijven"))
    page.wait_for_url("**/journal/write/**")
    press(page, page.get_by_role("button", name="Ja, van mij"))
    expect(page.locator("#text")).to_be_focused()
    page.keyboard.type(MOMENT)
    go_to(page, page.get_by_role("button", name="Verzegelen en bewaren"))
    page.keyboard.press("Enter")
    heading = page.get_by_role("heading", name="Gesloten, alleen op deze telefoon of computer.")
    expect(heading).to_be_focused(timeout=SLOW)
    press(page, page.get_by_role("link", name="Ja, hij mag blijven"))
    shown = page.locator('[data-view="words"] .six-words li')
    expect(shown).to_have_count(6)
    words = shown.all_text_contents()
    press(page, page.get_by_role("button", name="Ik heb ze opgeschreven"))
    for field in page.locator("[data-asked]:visible").all():
        go_to(page, field.locator("input"))
        place = int(field.locator("[data-slot=place]").inner_text())
        page.keyboard.type(words[place - 1])
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Je lijn blijft")).to_be_focused(timeout=SLOW)


def test_without_javascript_the_page_says_what_it_needs(visitors: Visitors) -> None:
    signed_in = visitors.come("noor")
    context = visitors.browser.new_context(
        base_url=visitors.house.url,
        java_script_enabled=False,
        viewport={"width": 360, "height": 740},
    )
    visitors.open.append(context)
    context.add_cookies(signed_in.context.cookies())  # type: ignore[arg-type]
    page = context.new_page()
    sealed = ("keep", "open", "keys", "compare", "received")
    for path in (
        "/line/",
        "/journal/write/",
        "/journal/entry/",
        *(f"/vault/{one}/" for one in sealed),
    ):
        page.goto(path)
        expect(page.get_by_role("heading", name="Hier is JavaScript voor nodig")).to_be_visible()
        expect(page.locator("[data-view]:visible")).to_have_count(0)
