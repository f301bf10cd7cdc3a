"""What is not whole yet, or cannot be sent, is not lost: words, minutes, a day, a recording."""

import re

import pytest
from playwright.sync_api import Page, expect

from journeys.line import SLOW, somebody_new, write
from journeys.test_journal import at_the_paper, seal
from journeys.visitor import DESK, Visitors

pytestmark = pytest.mark.long

DUE = "**/api/due/"
# A sound that comes from the page itself: no device is needed, and none is asked for.
SINGING = """
navigator.mediaDevices.getUserMedia = async () => {
  const sound = new AudioContext();
  const tone = sound.createOscillator();
  const end = sound.createMediaStreamDestination();
  tone.connect(end);
  tone.start();
  return end.stream;
};
"""
SILENT = """
navigator.mediaDevices.getUserMedia = async () =>
  new AudioContext().createMediaStreamDestination().stream;
MediaRecorder.prototype.start = function () {
  Object.defineProperty(this, "state", { value: "recording", configurable: true });
};
MediaRecorder.prototype.stop = function () {
  delete this.state;
  this.onstop(new Event("stop"));
};
"""


def test_without_network_the_words_stay(visitors: Visitors) -> None:
    page = somebody_new(visitors, "Nova", width=DESK)
    write(page)
    at_the_paper(page, "free")
    page.locator("#text").fill("In de trein geschreven.")
    page.context.set_offline(True)
    page.get_by_role("button", name="Verzegelen en bewaren").click()
    expect(page.get_by_role("alert")).to_be_visible(timeout=SLOW)
    expect(page.locator("[data-write]")).to_have_attribute("data-safe", "yes")
    page.context.set_offline(False)
    page.close()

    later = visitors.open[-1].new_page()
    at_the_paper(later)
    expect(later.locator("#text")).to_have_value("In de trein geschreven.")
    seal(later)


def test_minutes_are_asked_for_and_what_was_filled_in_stays(visitors: Visitors) -> None:
    page = somebody_new(visitors, "Nellie")
    at_the_paper(page, "with_others")
    page.locator("#text").fill("Over grenzen.")
    page.get_by_label("Wie begeleidde?").fill("Joost")
    page.get_by_label("Hoe?").select_option("intervision")
    page.get_by_role("button", name="Verzegelen en bewaren").click()
    expect(page.get_by_role("alert")).to_contain_text("Hoeveel minuten duurde het?")
    page.reload()
    expect(page.get_by_label("Wie begeleidde?")).to_have_value("Joost")
    expect(page.get_by_label("Hoe?")).to_have_value("intervision")
    page.get_by_label("Hoeveel minuten?").fill("90")
    seal(page)

    page.goto("/line/")
    at_the_paper(page, "with_others")
    page.get_by_label("Hoe?").select_option("talk")
    page.get_by_label("Hoeveel minuten?").fill("30")
    seal(page)
    page.goto("/journal/register/")
    expect(page.locator("tfoot")).to_contain_text(re.compile(r"Begeleid, in totaal\s*90"))
    expect(page.locator("tfoot")).to_contain_text(re.compile(r"Andere gesprekken\s*30"))
    expect(page.get_by_text("(telt niet mee)")).to_have_count(2)
    expect(page.get_by_text("(telt niet mee)").locator("visible=true")).to_have_count(1)
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Afdrukken")).to_be_hidden()
    expect(page.locator(".register-why")).to_be_hidden()


def test_what_got_no_day_can_get_one_later(visitors: Visitors) -> None:
    page = somebody_new(visitors, "Nienke")
    page.context.route(DUE, lambda route: route.abort())
    page.goto("/journal/park/")
    page.locator("#text").fill("Rooster vragen")
    page.get_by_role("button", name="Parkeren", exact=True).click()
    expect(page.get_by_text("nog zonder dag waarop")).to_be_visible(timeout=SLOW)

    page.goto("/journal/intentions/")
    field, day = page.locator("#text"), page.locator("#due")
    field.fill("Eén keer nee zeggen")
    day.fill("2020-01-01")
    page.get_by_role("button", name="Verzegelen en bewaren").click()
    expect(page.get_by_role("alert")).to_contain_text("Kies een dag vanaf")
    page.reload()
    expect(day).to_have_value("2020-01-01")
    day.fill(day.get_attribute("min") or "")
    page.get_by_role("button", name="Verzegelen en bewaren").click()
    expect(page.locator("[data-live]")).to_contain_text("maar nog zonder dag", timeout=SLOW)

    page.context.unroute(DUE)
    page.goto("/journal/intentions/")
    expect(page.locator("[data-now]")).to_contain_text("Nog geen dag.")
    page.goto("/journal/back/")
    for left in (1, 0):
        page.locator("[data-no-day]").get_by_role("button", name="Nog een keer").first.click()
        expect(page.locator("[data-no-day] li")).to_have_count(left, timeout=SLOW)
    # At work it may be back at once.
    expect(page.locator("[data-later] li, [data-back] li")).to_have_count(2)


def start_recording(page: Page) -> None:
    """Speak, without a microphone."""
    page.locator('details[data-way="voice"]').evaluate("one => { one.open = true }")
    page.locator("[data-record]").click()
    expect(page.locator("[data-stop]")).to_be_visible()


def hear_something(page: Page) -> None:
    """Wait until a second or more is recorded."""
    expect(page.locator("[data-voice] [data-slot=left]")).to_have_text(
        re.compile(r"2:5[0-8]"), timeout=SLOW
    )


def test_a_recording_without_any_sound_stands_in_no_ones_way(visitors: Visitors) -> None:
    page = somebody_new(visitors, "Nadia")
    page.add_init_script(SILENT)
    at_the_paper(page, "moment")
    page.locator("#text").fill("Alleen in woorden.")
    start_recording(page)
    seal(page)
    page.goto("/line/")
    expect(page.get_by_role("link", name="Alleen in woorden.")).to_be_visible(timeout=SLOW)


def test_a_recording_that_still_runs_is_kept_with_what_it_belongs_to(visitors: Visitors) -> None:
    page = somebody_new(visitors, "Nikki")
    page.add_init_script(SINGING)
    at_the_paper(page, "moment")
    page.locator("#text").fill("Gezegd wat ik dacht.")
    start_recording(page)
    hear_something(page)
    seal(page)
    page.goto("/line/")
    page.get_by_role("link", name="Gezegd wat ik dacht.").click()
    expect(page.locator("[data-heard]")).to_be_visible(timeout=SLOW)

    at_the_paper(page, "moment")
    expect(page.locator("[data-forget]")).to_be_hidden()
