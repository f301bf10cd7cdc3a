"""Noor sees what counts for a register, and takes the outline of her learning report along."""

from collections.abc import Iterator
from datetime import date
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from docx import Document
from odfdo import Document as OpenDocument
from pypdf import PdfReader

from conftest import SignIn
from hartlijn.lib.papers import kinds
from hartlijn.lib.papers.kinds import FOR_WRITING, KINDS
from hartlijn.library import shelf
from hartlijn.paths.actions import drafting, steps
from hartlijn.paths.definitions import PathTemplate
from hartlijn.paths.drafting import drafts
from hartlijn.paths.drafting.comparing import compare
from hartlijn.paths.models import Side
from hartlijn.paths.register.outline import Outline, Section
from hartlijn.paths.register.requirements import known_parts, part_name, part_of
from hartlijn.paths.tests.conftest import Work
from hartlijn.paths.tests.factories import a_body, a_step, a_template, begun
from hartlijn.people.models import Person

pytestmark = pytest.mark.django_db
SET = "practice-programme-draft"
PARTS = [
    "Veiligheid van jeugdigen en van jezelf",
    "Meelopen en zelf doen",
    "Terugkijken met anderen",
    "Scholing",
]


@pytest.fixture(autouse=True)
def on_a_day() -> Iterator[None]:
    """The third day of December."""
    with time_machine.travel("2026-12-03T12:00:00+01:00", tick=False):
        yield


@pytest.fixture
def side(work: Work) -> Side:
    """Noor's path at work: a course that was followed, and walking along that comes."""
    course = a_step("cursus", who=["starter"], kind="training", covers=[f"{SET}/training"])
    walk = a_step(
        "meelopen",
        covers=[f"{SET}/practice", f"{SET}/safety"],
        when={"unit": "working_days", "number": 3, "anchor": "first_day"},
    )
    body = a_body(steps=[course, walk, a_step("koffie")])
    found = begun(
        a_template(work.organisation, work.ines, body), work.noor, work.ines, unit=work.team
    )
    steps.mark_done(found.steps.get(key="cursus"), by=work.noor)
    return found


def words(answer: Any) -> str:
    return " ".join(unescape(answer.content.decode()).split())


def taken(client: Client, kind: str) -> bytes:
    answer = client.get(reverse("paths:outline", args=[SET, kind]))
    assert answer["Content-Type"] == KINDS[kind].media
    return answer.content


def test_by_part_she_reads_which_steps_count_and_whether_they_are_done(
    as_: SignIn, work: Work, side: Side
) -> None:
    page = words(as_(work.noor).get(reverse("paths:register")))

    course = page[page.index("<h3>Scholing</h3>") :]
    assert "cursus" in course
    assert "gedaan op 3 december 2026" in course
    practice = page[page.index("<h3>Meelopen en zelf doen</h3>") :]
    assert "nog niet gedaan, rond 4 december 2026" in practice[: practice.index("<h3>Terugkijken")]
    reflection = page[page.index("<h3>Terugkijken met anderen</h3>") :]
    assert "Geen stap van je traject hoort hierbij." in reflection[: reflection.index("<h3>Sch")]
    assert "koffie" not in page
    assert "Controleer dit bij het register." in page
    assert "Bron: Hartlijn, eigen indeling; geen tekst van een register." in page
    assert "Zo gelezen op 27 november 2026" in page
    assert "%" not in page


def test_on_paper_late_is_no_matter(as_: SignIn, work: Work, side: Side) -> None:
    side.steps.filter(key="meelopen").update(due_on=date(2026, 11, 2))

    page = words(as_(work.noor).get(reverse("paths:register")))

    assert "nog niet gedaan, rond 2 november 2026" in page
    assert "afgesproken voor" not in page


def test_who_is_on_no_path_reads_what_to_expect(as_: SignIn, stranger: Person) -> None:
    page = words(as_(stranger).get(reverse("paths:register")))

    assert "Er hoort nog geen stap van je traject bij een onderdeel van een register." in page


def test_others_get_their_own_page_and_nothing_of_hers(as_: SignIn, work: Work, side: Side) -> None:
    for reader in (work.sam, work.fatima, work.ines):
        assert "cursus" not in words(as_(reader).get(reverse("paths:register")))
        file = Document(BytesIO(taken(as_(reader), "docx")))
        assert not any("cursus" in one.text for one in file.paragraphs)


def test_the_outline_for_word_has_a_heading_for_each_part(
    as_: SignIn, work: Work, side: Side
) -> None:
    file = Document(BytesIO(taken(as_(work.noor), "docx")))

    headings = [one.text for one in file.paragraphs if _style(one) == "Heading 2"]
    assert headings == PARTS
    titles = [one.text for one in file.paragraphs if _style(one) == "Heading 1"]
    assert titles == ["Leerverslag: Praktijkprogramma (voorbeeld)"]
    listed = [one.text for one in file.paragraphs if _style(one) == "List Bullet"]
    walking = "meelopen: nog niet gedaan, rond 4 december 2026"
    assert listed == [walking, walking, "cursus: gedaan op 3 december 2026"]
    assert any("Controleer dit bij het register" in one.text for one in file.paragraphs)
    assert sum(not one.text for one in file.paragraphs) >= 4 * 8
    about = file.core_properties
    assert (about.author, about.last_modified_by, about.comments) == ("", "", "")
    assert about.created is not None
    assert about.created.year == 2026


def test_the_outline_for_libreoffice_has_the_same(as_: SignIn, work: Work, side: Side) -> None:
    file = OpenDocument(BytesIO(taken(as_(work.noor), "odt")))

    headers = file.body.get_headers()
    assert [one.text_recursive for one in headers if str(one.level) == "2"] == PARTS
    assert headers[0].text_recursive == "Leerverslag: Praktijkprogramma (voorbeeld)"
    text = file.get_formatted_text()
    assert "cursus: gedaan op 3 december 2026" in text
    assert "Controleer dit bij het register" in text
    assert file.language == "nl-NL"
    assert not file.meta.creator
    assert not file.meta.initial_creator


def test_the_outline_on_paper_has_the_same(as_: SignIn, work: Work, side: Side) -> None:
    file = PdfReader(BytesIO(taken(as_(work.noor), "pdf")))

    title, parts = cast("tuple[Any, list[Any]]", tuple(file.outline))
    assert title["/Title"] == "Leerverslag: Praktijkprogramma (voorbeeld)"
    assert [one["/Title"] for one in parts if not isinstance(one, list)] == PARTS
    text = " ".join(" ".join(page.extract_text() for page in file.pages).split())
    assert "cursus: gedaan op 3 december 2026" in text
    assert "Controleer dit bij het register" in text
    assert str(file.root_object["/Lang"]) == "nl-NL"
    assert file.metadata is not None
    assert file.metadata.author is None


@pytest.mark.parametrize("kind", FOR_WRITING)
def test_her_name_is_in_no_file_and_the_file_is_called_plainly(
    as_: SignIn, work: Work, side: Side, kind: str
) -> None:
    work.noor.name = "Noortje Xantippe"
    work.noor.save()
    answer = as_(work.noor).get(reverse("paths:outline", args=[SET, kind]))

    assert answer["Content-Disposition"] == f'attachment; filename="leerverslag.{kind}"'
    text = {
        "docx": lambda data: "".join(one.text for one in Document(BytesIO(data)).paragraphs),
        "odt": lambda data: OpenDocument(BytesIO(data)).get_formatted_text(),
        "pdf": lambda data: "".join(one.extract_text() for one in PdfReader(BytesIO(data)).pages),
    }[kind](answer.content)
    assert "cursus" in text
    assert "Xantippe" not in text
    assert work.organisation.name not in text


def test_in_english_it_is_english(as_: SignIn, work: Work, side: Side) -> None:
    work.noor.language = "en"
    work.noor.save()

    answer = as_(work.noor).get(reverse("paths:outline", args=[SET, "docx"]))

    assert "learning-report.docx" in answer["Content-Disposition"]
    file = Document(BytesIO(answer.content))
    assert "Looking back with others" in [one.text for one in file.paragraphs]
    assert any("Check this with the register" in one.text for one in file.paragraphs)


def test_another_set_or_kind_does_not_exist(as_: SignIn, work: Work) -> None:
    noor = as_(work.noor)
    assert noor.get(reverse("paths:outline", args=["nothing", "pdf"])).status_code == 404
    assert noor.get(reverse("paths:outline", args=[SET, "exe"])).status_code == 404


@pytest.mark.parametrize("kind", FOR_WRITING)
def test_words_of_any_length_and_script_can_be_taken_along(kind: str) -> None:
    strange = "Şükrüye 王 🙂 <b> & " + "x" * 200
    section = Section(strange, strange, (strange,) * 20, "geen", strange)
    outline = Outline("nl", strange, (strange,), "Stappen", (section,) * 3)

    assert len(KINDS[kind].make(outline.paper)) > 1000


def test_a_part_is_chosen_at_a_step_and_taken_off_again(as_: SignIn, work: Work) -> None:
    address = reverse("paths:draft_part", args=[work.template.pk, "steps", "talk"])
    ines = as_(work.ines)
    page = ines.get(address)
    assert "Praktijkprogramma (voorbeeld): Scholing" in words(page)

    ines.post(address, _filled(page, covers=[f"{SET}/training"]))

    body = drafting.body_of(_again(work))
    step = drafts.find(body, "steps", "talk")
    assert step is not None
    assert step["covers"] == [f"{SET}/training"]
    assert work.template.version is not None
    difference = compare(work.template.version.body, body)
    assert [(row.label, row.after) for row in difference[0].rows] == [
        ("Telt mee voor", "Praktijkprogramma (voorbeeld): Scholing")
    ]
    ines.post(address, _filled(ines.get(address), covers=[]))
    step = drafts.find(drafting.body_of(_again(work)), "steps", "talk")
    assert step is not None
    assert not step.get("covers")


def test_a_part_nobody_knows_any_more_stays_until_it_is_taken_off(as_: SignIn, work: Work) -> None:
    body = a_body(steps=[a_step("talk", covers=["oud/deel"]), a_step("later")])
    template = a_template(work.organisation, work.ines, body)
    address = reverse("paths:draft_part", args=[template.pk, "steps", "talk"])

    page = as_(work.ines).get(address)
    assert "oud/deel" in words(page)
    as_(work.ines).post(address, _filled(page))

    template.refresh_from_db()
    assert template.draft is None
    assert begun(template, work.noor, work.ines, unit=work.team).steps.count() == 2
    assert as_(work.noor).get(reverse("paths:register")).status_code == 200


def test_an_unknown_part_is_refused_and_what_was_typed_stays(as_: SignIn, work: Work) -> None:
    address = reverse("paths:draft_part", args=[work.template.pk, "steps", "talk"])
    typed = _filled(as_(work.ines).get(address), covers=["x/y"], name_nl="Wat ik typte")

    answer = as_(work.ines).post(address, typed)

    assert answer.status_code == 422
    assert "Wat ik typte" in words(answer)


def test_what_comes_with_hartlijn_speaks_of_parts_that_are_there() -> None:
    known = known_parts()
    for one in shelf.every("path"):
        content = one.content
        assert isinstance(content, PathTemplate)
        for step in content.steps:
            assert set(step.covers) <= set(known), step.key
    assert part_of(f"{SET}/training") is not None
    assert part_name("oud/deel") == "oud/deel"
    assert part_of(f"{SET}/nothing") is None


def test_word_processors_and_paper_are_read_in_only_when_somebody_asks() -> None:
    source = Path(__file__).parents[1]
    for file in (Path(kinds.__file__), source / "views" / "register.py"):
        text = file.read_text(encoding="utf-8")
        assert not any(f"import {one}" in text for one in ("docx", "odfdo", "typst")), file


def test_the_page_asks_the_database_little(
    as_: SignIn, work: Work, side: Side, django_assert_max_num_queries: Any
) -> None:
    noor = as_(work.noor)
    with django_assert_max_num_queries(12):
        noor.get(reverse("paths:register"))


def _style(paragraph: Any) -> str:
    return str(paragraph.style.name)


def _filled(page: Any, **other: Any) -> dict[str, Any]:
    form = page.context["form"]
    fields = {bound.html_name: bound.value() for bound in form}
    return {k: v for k, v in fields.items() if v is not None and v is not False} | other


def _again(work: Work) -> Any:
    work.template.refresh_from_db()
    return work.template
