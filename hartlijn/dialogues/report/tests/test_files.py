"""Contributions and codes for a spreadsheet and for programs of qualitative research."""

import csv
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from hartlijn.dialogues.report.appendix import appendix
from hartlijn.dialogues.report.as_paper import paper_of
from hartlijn.dialogues.report.as_qda import SPACE, project_of
from hartlijn.dialogues.report.as_table import HEADER, plain, table_of
from hartlijn.dialogues.report.draft import draft
from hartlijn.dialogues.report.meeting import Language, Meeting
from hartlijn.dialogues.report.numbers import FINDING, marked, stretches
from hartlijn.dialogues.report.saying import LANGUAGES, tidy
from hartlijn.dialogues.report.tests.meetings import meeting
from hartlijn.dialogues.report.text import Sentence
from hartlijn.lib.papers.kinds import KINDS
from hartlijn.lib.papers.paper import Paper, Words

HOSTILE = '=HYPERLINK("http://x";"klik") \u202eom\x07 <b> ]]> & \ud800 "a;b"\nnieuwe regel'


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig")), delimiter=";"))


def test_nothing_runs_for_who_splits_at_another_sign() -> None:
    assert plain("Ja, =1+1; @A1;-2") == "Ja, '=1+1; '@A1;'-2"
    assert plain("Kop-hals, en meer") == "Kop-hals, en meer"


@pytest.mark.parametrize("text", ["Wat er gezegd werd", HOSTILE, "+31", "-1", "@som", "\t=1"])
def test_in_a_table_nothing_runs_as_a_formula(text: str) -> None:
    table = rows(table_of(meeting(60, 40, text=text)))

    assert tuple(table[0]) == HEADER
    assert len(table) == 41
    assert not [cell for row in table for cell in row if cell.startswith(("=", "+", "-", "@"))]
    assert not {"\u202e", "\x07", "\ud800"} & {
        sign for row in table for cell in row for sign in cell
    }


def test_a_table_names_no_perspective_of_few() -> None:
    few, many = rows(table_of(meeting(8, 40))), rows(table_of(meeting(60, 40)))
    place = HEADER.index("perspective")

    assert {row[place] for row in few[1:]} == {""}
    assert {row[place] for row in many[1:]} == {"student", "starter", "experienced", "leader"}


@pytest.mark.parametrize(("people", "contributions"), [(0, 0), (3, 4), (60, 300)])
@pytest.mark.parametrize("text", ["Wat er gezegd werd", HOSTILE])
def test_a_project_is_as_the_standard_asks(people: int, contributions: int, text: str) -> None:
    held = meeting(people, contributions, text=text)
    schema = etree.XMLSchema(etree.parse(Path(__file__).with_name("qda.xsd")))
    with ZipFile(BytesIO(project_of(held, "nl"))) as file:
        root = etree.fromstring(file.read("project.qde"))
        (name,) = [one for one in file.namelist() if one.startswith("Sources/")]
        source = file.read(name).decode()

    schema.assertValid(root)
    found = {"q": SPACE}
    assert root.xpath("string(//q:TextSource/@plainTextPath)", namespaces=found) == (
        f"internal://{name.removeprefix('Sources/')}"
    )
    guids = root.xpath("//@guid")
    assert len(guids) == len(set(guids))
    assert set(root.xpath("//@targetGUID")) <= set(guids)
    for one, selection in zip(
        held.contributions, root.iter(f"{{{SPACE}}}PlainTextSelection"), strict=True
    ):
        start, end = int(selection.get("startPosition")), int(selection.get("endPosition"))
        assert source[start:end] == f"[{one.number}] {tidy(one.text)}"


def test_the_same_meeting_gives_the_same_files() -> None:
    held, again = meeting(60, 300), meeting(60, 300)

    assert table_of(held) == table_of(again)
    for language in LANGUAGES:
        assert project_of(held, language) == project_of(again, language)
        first, second = (paper_of(draft(one), one, language) for one in (held, again))
        assert first == second
        for kind in KINDS.values():
            assert kind.make(first) == kind.make(second)


def test_numbers_in_a_row_become_a_stretch() -> None:
    assert stretches([3, 1, 2, 7, 9, 8, 12, 13]) == ["1–3", "7–9", "12", "13"]
    assert stretches([]) == []


def test_of_many_numbers_the_first_and_the_last_stand_there() -> None:
    sentence = Sentence("x", (), (), contributions=tuple(range(1, 100, 2)), findings=(4,))

    assert marked(sentence, "nl").startswith("B4, 1, 3, 5")
    assert marked(sentence, "en").startswith("F4, 1, 3, 5")
    assert marked(sentence, "nl").endswith("… 99")


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_text_is_safe_in_every_kind_of_file(kind: str) -> None:
    held = meeting(12, 40, text=HOSTILE)

    assert len(KINDS[kind].make(paper_of(draft(held), held, "en"))) > 500


def appended(held: Meeting, language: Language) -> str:
    """What stands behind the numbers, as Markdown."""
    paper = Paper("x", language, tuple(appendix(held, language)))
    return KINDS["md"].make(paper).decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_leads_somewhere_in_a_file(language: Language) -> None:
    held = meeting(60, 300)
    text = appended(held, language)
    lines = text.splitlines()
    spoken = {
        int(one[2:].split(" · ")[0]) for one in lines if one.startswith("- ") and one[2].isdigit()
    }
    silent = {
        number
        for line in lines
        if line.startswith(("Zonder woorden: ", "Without words: "))
        for piece in line.split(": ")[1].rstrip(".").split(", ")
        for number in range(int(piece.split("–")[0]), int(piece.split("–")[-1]) + 1)
    }

    assert spoken == {one.number for one in held.contributions if one.may_quote}
    assert silent == {one.number for one in held.contributions} - spoken
    assert not [one.text for one in held.contributions if not one.may_quote and one.text in text]
    for finding in held.findings:
        assert any(
            line.startswith(f"- {FINDING.of(language)}{finding.number} · ") for line in lines
        )


def test_the_numbers_of_a_recorded_dialogue_lead_to_its_own_words() -> None:
    text = appended(replace(meeting(60, 20), recorded=True, people=None, who=()), "nl")

    assert "Niemand is hier aangehaald" in text
    assert "- 3 · Wat er gezegd werd, bijdrage 3 zo." in text
    assert "‘" not in text


def test_words_that_were_not_translated_are_marked_and_too_many_are_left_out() -> None:
    assert "bijdrage 2 zo. [not translated yet]’" in appended(meeting(60, 20), "en")
    assert "Ze staan in de lijst met bijdragen (CSV)." in appended(meeting(60, 1001), "nl")


def test_numbers_never_begin_a_line_of_their_own() -> None:
    paper = paper_of(draft(meeting(60, 40)), meeting(60, 40), "nl")
    raised = [s.text for b in paper.blocks if isinstance(b, Words) for s in b.spans if s.number]

    assert any("\u00a0" in one for one in raised)
    assert not any(" " in one for one in raised)
