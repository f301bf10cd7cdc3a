"""Rosa reads a report that wrote itself, looks behind a sentence, and says it in her own words."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from journeys.test_near import fine
from journeys.visitor import DESK, PHONE, Visitors

WAYS = [(PHONE, "light"), (DESK, "dark")]
OWN = "Reflectie is waar het gesprek steeds op terugkwam."


@pytest.mark.parametrize(("width", "scheme"), WAYS)
def test_rosa_reads_the_report_and_changes_a_sentence(
    visitors: Visitors, shots: Path, width: int, scheme: str
) -> None:
    rosa = visitors.come("rosa", width=width, scheme=scheme)  # type: ignore[arg-type]
    rosa.goto("/dialogues/")
    rosa.get_by_role("link", name="Weerbaarheid van starters").first.click()
    rosa.get_by_role("link", name="Verslag").click()
    article = rosa.locator("article.report")
    expect(article).to_contain_text(
        "Zingeving verdient een plek in het programma van de opleiding."
    )
    expect(article).to_contain_text("vraagt om een aanpak die opleiding en werkveld delen")
    fine(rosa)
    rosa.screenshot(path=shots / f"report-{width}.png", full_page=True)
    report = rosa.url

    rosa.locator("p", has_text="Reflectie komt in de opleiding voorop").locator(
        "a.behind"
    ).first.click()
    expect(rosa.locator("main")).to_contain_text("Reflectie als middelpunt")
    fine(rosa)
    rosa.screenshot(path=shots / f"sentence-{width}.png", full_page=True)
    sentence = rosa.url
    rosa.get_by_label("De zin in jouw woorden").fill(OWN)
    rosa.get_by_role("button", name="Bewaren").click()
    expect(rosa).to_have_url(re.compile(r"/report/\?language=nl$"))
    expect(article).to_contain_text(OWN)

    rosa.get_by_role("link", name="Lees het in het Engels").click()
    expect(article).to_contain_text("Reflection comes first in education")
    fine(rosa)

    rosa.goto(sentence)
    rosa.get_by_role("button", name="Terug naar hoe het verslag hem schreef").click()
    expect(article).to_contain_text("Reflectie komt in de opleiding voorop")

    rosa.goto(report)
    with rosa.expect_download() as taken:
        rosa.get_by_role("link", name=re.compile(r"\.pdf")).click()
    assert re.fullmatch(r"verslag-[a-z0-9-]+\.pdf", taken.value.suggested_filename)
