"""Five minutes of writing, and finding it: a success with a drawing, given, answered, taken along."""

import json
import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from journeys.line import (
    SLOW,
    in_three_months,
    keep,
    open_with,
    signed_in_elsewhere,
    somebody_new,
    two_who_walk_along,
    write,
)
from journeys.visitor import Visitors

pytestmark = pytest.mark.long

FULL = {"sentence": "Je ruimte is vol. Haal eerst iets weg."}
SUCCESS = "Vandaag zei ik nee tegen een extra dienst."


def at_the_paper(page: Page, kind: str = "") -> None:
    """Open the sheet, past the question whose device it is."""
    page.goto(f"/journal/write/#kind={kind}" if kind else "/journal/write/")
    shown = page.locator('[data-view="welcome"], [data-view="editor"]').locator("visible=true")
    expect(shown).to_have_count(1, timeout=SLOW)
    own = page.get_by_role("button", name="Ja, van mij")
    if own.is_visible():
        own.click()


def draw(page: Page) -> None:
    """One line, with the mouse."""
    page.locator('details[data-way="drawing"]').evaluate("one => { one.open = true }")
    sheet = page.locator("[data-sheet]")
    sheet.scroll_into_view_if_needed()
    box = sheet.bounding_box()
    assert box
    page.mouse.move(box["x"] + 30, box["y"] + 30)
    page.mouse.down()
    page.mouse.move(box["x"] + 120, box["y"] + 80, steps=5)
    page.mouse.up()
    expect(sheet.locator("polyline")).to_have_count(1)


def seal(page: Page) -> None:
    """Seal and keep what is on the paper."""
    page.get_by_role("button", name="Verzegelen en bewaren").click()
    expect(page.locator('[data-view="saved"]')).to_be_visible(timeout=SLOW)


def a_success(page: Page) -> None:
    """Words, a drawing and a theme."""
    at_the_paper(page, "success")
    expect(page.get_by_label("succes", exact=True)).to_be_checked()
    page.locator("#text").fill(SUCCESS)
    draw(page)
    page.locator('details[data-way="themes"]').evaluate("one => { one.open = true }")
    page.get_by_label("Woorden om het op terug te vinden").fill("grenzen, Grenzen, rooster")
    seal(page)


def test_a_success_with_a_drawing_is_found_on_another_device(visitors: Visitors) -> None:
    page = somebody_new(visitors, "Noortje")
    a_success(page)
    write(page, "Een gewone dag.")
    words = keep(page)

    elsewhere = signed_in_elsewhere(visitors, "Noortje")
    open_with(elsewhere, words)
    expect(elsewhere.locator("[data-lines] li li")).to_have_count(2)
    elsewhere.get_by_label("Zoeken in wat je schreef").fill("EXTRA dienst")
    expect(elsewhere.locator("[data-lines] li li")).to_have_count(1)
    expect(elsewhere.locator("[data-lines] mark").first).to_have_text("extra")
    elsewhere.get_by_label("Zoeken in wat je schreef").fill("paarden")
    expect(elsewhere.locator("[data-found]")).to_contain_text("Niets gevonden")
    elsewhere.get_by_label("Zoeken in wat je schreef").fill("")

    elsewhere.get_by_text("Kiezen op soort, thema of tijd").click()
    elsewhere.get_by_label("Eigen thema").select_option("rooster")
    expect(elsewhere.locator("[data-lines] li li")).to_have_count(1)
    elsewhere.get_by_role("link", name=SUCCESS).click()
    expect(elsewhere.locator("[data-text]")).to_have_text(SUCCESS)
    expect(elsewhere.locator("[data-drawn] polyline")).to_have_count(1)
    expect(elsewhere.locator("[data-theme-line]")).to_contain_text("rooster")


def test_an_answer_stands_at_what_it_answers(visitors: Visitors) -> None:
    pair = two_who_walk_along(visitors, "Noa", "Samira")
    page, other = pair.starter, pair.companion
    a_success(page)
    page.get_by_role("link", name="Straks").click()
    keep(page)
    write(other, "Ik loop mee.")
    keep(other)

    page.goto("/line/")
    page.get_by_role("link", name=SUCCESS).click()
    page.get_by_role("button", name="Aan iemand geven").click()
    page.get_by_label("Samira").check()
    page.get_by_role("button", name="Geven", exact=True).click()
    expect(page.locator("[data-live]")).to_contain_text(
        "Samira vindt het in eigen werktijd", timeout=SLOW
    )

    other.goto("/vault/received/")
    other.get_by_role("link", name="Van Noa").click()
    expect(other.locator("[data-text]")).to_have_text(SUCCESS)
    expect(other.locator("[data-drawn] polyline")).to_have_count(1)
    other.get_by_role("button", name="Wat had je nodig toen…").click()
    other.keyboard.type("je het zei?")
    other.get_by_role("button", name="Verzegelen en geven").click()
    expect(other.locator("[data-own-answers]")).to_contain_text("je het zei?", timeout=SLOW)

    page.goto("/line/")
    page.get_by_role("link", name="Samira antwoordde").click()
    expect(page.locator("[data-answers]")).to_contain_text("Wat had je nodig toen je het zei?")
    page.get_by_role("button", name="Terugnemen van Samira").click()
    page.get_by_role("button", name="Terugnemen", exact=True).click()
    expect(page.locator("[data-live]")).to_contain_text("Teruggenomen", timeout=SLOW)
    other.reload()
    expect(other.get_by_role("heading", name="Dit is er niet meer voor jou")).to_be_visible()


def test_the_whole_line_goes_along_in_one_file(visitors: Visitors, tmp_path: Path) -> None:
    page = somebody_new(visitors, "Nora")
    a_success(page)
    keep(page)
    place = taken_along(page, tmp_path / "line.zip")
    expect(page.get_by_text("wie dit bestand heeft, kan alles lezen")).to_be_visible()

    with zipfile.ZipFile(place) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        text = next(name for name in names if name.endswith(".md") and "success" in name)
        assert SUCCESS in archive.read(text).decode()
        assert SUCCESS in json.dumps(json.loads(archive.read("line.json")), ensure_ascii=False)
        assert any(name.endswith(".age") for name in names)

    bring_in(page, place)
    expect(page.locator("[data-live]")).to_contain_text("Erbij gekomen: 0", timeout=SLOW)

    place.write_bytes(place.read_bytes()[:-200])
    bring_in(page, place)
    expect(page.get_by_role("alert")).to_contain_text("Er is niets veranderd", timeout=SLOW)


def taken_along(page: Page, place: Path) -> Path:
    """The whole line in one file."""
    page.goto("/line/#file")
    with page.expect_download() as download:
        page.get_by_role("button", name="Mijn lijn meenemen").click()
    download.value.save_as(place)
    return place


def bring_in(page: Page, file: Path) -> None:
    """Choose the file, see what happens, and do it."""
    expect(page.get_by_label("Een zip van Hartlijn")).to_be_visible()
    page.get_by_label("Een zip van Hartlijn").set_input_files(file)
    preview = page.locator("[data-preview]")
    expect(preview).to_be_visible()
    expect(preview).to_contain_text("Wat er al staat, blijft zoals het is")
    page.get_by_role("button", name="Terugzetten").click()


def on_the_line(page: Page) -> list[str]:
    """What stands on the line, in order."""
    expect(page.locator("[data-lines] ol > li").first).to_be_visible(timeout=SLOW)
    expect(page.locator("[data-rest]")).to_be_hidden(timeout=SLOW)
    return page.locator("[data-lines] ol > li").all_inner_texts()


def test_a_line_moves_to_an_account_on_which_nothing_was_written(
    visitors: Visitors, tmp_path: Path
) -> None:
    page = somebody_new(visitors, "Nora")
    a_success(page)
    write(page, "Een gewone dag.")
    page.goto("/journal/park/")
    page.locator("[data-park] textarea").fill("Sam vragen naar het rooster")
    page.get_by_role("button", name="Parkeer").click()
    expect(page.get_by_role("heading", name="Geparkeerd")).to_be_visible(timeout=SLOW)
    page.goto("/journal/intentions/")
    page.locator("[data-intend] textarea").fill("Eerst ademhalen")
    page.locator("#due").fill(in_three_months())
    page.locator("[data-intend]").get_by_role("button").last.click()
    expect(page.locator("[data-now]")).to_contain_text("Eerst ademhalen", timeout=SLOW)
    file = taken_along(page, tmp_path / "line.zip")

    other = somebody_new(visitors, "Mirte")
    other.goto("/line/#file")
    expect(other.get_by_text("Hier komt jouw lijn")).to_be_visible()
    expect(other.get_by_role("button", name="Mijn lijn meenemen")).to_be_hidden()
    bring_in(other, file)
    expect(other.locator("[data-live]")).to_contain_text("Erbij gekomen: 4", timeout=SLOW)
    expect(other.get_by_role("button", name="Mijn lijn meenemen")).to_be_visible()
    page.goto("/line/")
    assert on_the_line(other) == on_the_line(page)
    other.get_by_role("link", name=SUCCESS).click()
    expect(other.locator("[data-drawn] polyline")).to_have_count(1)
    other.goto("/journal/back/")
    for text in ("Sam vragen naar het rooster", "Eerst ademhalen"):
        expect(other.locator("[data-later]")).to_contain_text(text)


def test_a_line_for_which_there_is_no_room_says_so(visitors: Visitors, tmp_path: Path) -> None:
    page = somebody_new(visitors, "Neeltje")
    write(page, "Een gewone dag.")
    file = taken_along(page, tmp_path / "line.zip")
    other = somebody_new(visitors, "Marit")
    other.route("**/vault/api/store/", lambda route: route.fulfill(status=413, json=FULL))
    other.goto("/line/#file")
    bring_in(other, file)

    said = other.get_by_role("alert")
    expect(said).to_contain_text(f"Er is niets bij gekomen. {FULL['sentence']}", timeout=SLOW)
    expect(said).not_to_contain_text("nog eens terug")


def test_a_thought_is_parked_in_ten_seconds(visitors: Visitors) -> None:
    page = somebody_new(visitors, "Nynke")
    write(page)
    page.goto("/journal/park/")
    expect(page.get_by_role("button", name="Parkeer tot")).to_be_visible()
    page.keyboard.type("Sam vragen naar het rooster")
    page.get_by_role("button", name="Parkeer tot").click()
    expect(page.get_by_role("heading", name="Geparkeerd tot")).to_be_focused(timeout=SLOW)
    page.goto("/journal/back/")
    expect(page.locator("[data-later]")).to_contain_text("Sam vragen naar het rooster")


def replaced(page: Page, kind: str) -> None:
    """From now on the library knows other words for everything of a kind, and none of before."""

    def answer(route: Route) -> None:
        said = route.fetch().json()
        for version in said["versions"]:
            version["hash"] = "0" * 64
            body = version["body"]
            if kind == "prompt":
                body["text"] = {"nl": "Een heel andere vraag?", "en": "Something else?"}
            else:
                body["steps"] = [{**body["steps"][-1], "name": {"nl": "Anders", "en": "Other"}}]
        route.fulfill(json=said)

    page.route(re.compile(rf"/{kind}\.json"), answer)


def test_answers_stay_under_the_words_that_were_asked(visitors: Visitors) -> None:
    page = somebody_new(visitors, "Nienke")
    write(page)
    at_the_paper(page)
    page.get_by_role("button", name="Andere vraag").click()
    question = page.locator("[data-slot=question]").inner_text()
    page.locator('details[data-way="model"] summary').click()
    page.locator("[data-model-list] button").first.click()
    steps = page.locator("[data-step]")
    names = steps.locator("[data-slot=name]").all_text_contents()
    steps.first.locator("textarea").fill("Ik keek.")
    for _step in names[1:]:
        page.get_by_role("button", name="Volgende stap").click()
    steps.last.locator("textarea").fill("Ik ging verder.")
    seal(page)

    replaced(page, "prompt")
    replaced(page, "model")
    page.goto("/line/")
    page.get_by_role("link", name="Ik keek.").click()
    expect(page.locator("[data-asked-text]")).to_have_text(question)
    answers = page.locator("[data-model-answers]")
    expect(answers.locator("dt")).to_have_text([names[0], names[-1]])
    page.get_by_role("link", name="Verder schrijven").click()
    expect(page.locator("[data-slot=question]")).to_have_text(question)
    expect(steps.locator("[data-slot=name]")).to_have_text(names)
    expect(steps.last.locator("textarea")).to_have_value("Ik ging verder.")
    steps.first.locator("textarea").fill("Ik keek nog eens.")
    page.get_by_role("button", name="Verzegelen en bewaren").click()
    expect(answers.locator("dt")).to_have_text([names[0], names[-1]], timeout=SLOW)
    expect(answers.locator("dd")).to_have_text(["Ik keek nog eens.", "Ik ging verder."])


def test_two_tabs_do_not_eat_each_others_words(visitors: Visitors) -> None:
    page = somebody_new(visitors, "Nuria")
    write(page)
    other = page.context.new_page()
    for tab, text in ((page, "Dit is van de eerste."), (other, "En dit van de tweede.")):
        at_the_paper(tab, "free")
        expect(tab.locator("[data-view=editor]")).to_be_visible()
        tab.locator("#text").fill(text)
        expect(tab.locator("[data-write]")).to_have_attribute("data-safe", "yes")
    other.close()
    expect(page.locator("#text")).to_have_value("Dit is van de eerste.")
    back = page.context.new_page()
    at_the_paper(back)

    expect(back.locator("#text")).to_have_value("En dit van de tweede.")
    expect(back.locator("[data-live]")).to_contain_text("nog niet bewaard")


def test_a_name_is_pointed_at_and_never_stops_anybody(visitors: Visitors) -> None:
    page = somebody_new(visitors, "Nadia")
    at_the_paper(page, "vulnerability")
    page.locator("#text").fill("Ik wist het niet bij de moeder van Jayden.")
    finding = page.locator(".finding").first
    expect(finding).to_contain_text("Hier staat misschien een naam")
    finding.locator("[data-take]").click()
    expect(page.locator("#text")).not_to_have_value(re.compile("Jayden"))
    expect(page.locator(".finding")).to_have_count(0)
    seal(page)


def test_a_mistake_says_first_that_it_stays_yours(visitors: Visitors) -> None:
    page = somebody_new(visitors, "Nel")
    at_the_paper(page)
    page.get_by_label("fout", exact=True).check()
    expect(page.get_by_role("heading", name="Dit blijft van jou")).to_be_visible()
    page.get_by_label("succes", exact=True).check()
    expect(page.get_by_role("heading", name="Dit blijft van jou")).to_be_hidden()
