"""One paper in every kind of file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Final
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as WordDocument
from odfdo import Document as OpenDocument
from pypdf import PdfReader

from hartlijn.lib.papers.kinds import KINDS
from hartlijn.lib.papers.paper import (
    Bullets,
    Heading,
    Paper,
    Quote,
    Room,
    Span,
    Words,
    words,
)
from hartlijn.lib.papers.template import LARGEST, TemplateError, in_template

PAPER: Final = Paper(
    "Wat de dialoog opbracht",
    "nl",
    (
        Heading(1, "Wat de dialoog opbracht"),
        Words((Span("Er ontbrak iets. "), Span("More heart", "en"), Span("3, 7", number=True))),
        Heading(2, "Wat nog ontbrak"),
        Bullets(((Span("sociale media"),), (Span("reistijd"),))),
        Quote((Span("‘Meer uit het hoofd.’"),)),
        Room(2),
    ),
    date(2024, 9, 10),
)
HOSTILE: Final = (
    '=HYPERLINK("http://x") <script>alert(1)</script> #set page(width: 1pt) *b* _i_ [l](j) '
    "\u202eomgekeerd\u2066 \x00\x07\x1b[31m \ud800 \ufffe $x$ {{7*7}} 王 🙂 مرحبا \\ ` ]]> &amp;"
)
READ: Final[dict[str, Callable[[bytes], str]]] = {
    "docx": lambda data: "\n".join(one.text for one in Document(BytesIO(data)).paragraphs),
    "odt": lambda data: OpenDocument(BytesIO(data)).get_formatted_text(),
    "pdf": lambda data: " ".join(
        " ".join(one.extract_text() for one in PdfReader(BytesIO(data)).pages).split()
    ),
    "md": lambda data: data.decode(),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_holds_all_words(kind: str) -> None:
    text = READ[kind](KINDS[kind].make(PAPER))

    for said in ("Wat de dialoog opbracht", "More heart", "3, 7", "reistijd", "‘Meer uit het"):
        assert said in text


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_paper_is_the_same_file(kind: str) -> None:
    assert KINDS[kind].make(PAPER) == KINDS[kind].make(replace(PAPER))


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_text_is_only_text(kind: str) -> None:
    blocks = (
        Heading(1, HOSTILE),
        words(HOSTILE),
        Bullets(((Span(HOSTILE),),)),
        Quote((Span(HOSTILE, "en"), Span(HOSTILE, number=True))),
    )
    data = KINDS[kind].make(Paper(HOSTILE, "nl", blocks))
    text = READ[kind](data)

    assert "omgekeerd" in text
    assert not {"\u202e", "\u2066", "\x00", "\x07", "\x1b", "\ufffe"} & set(text)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_to_say_is_a_file_too(kind: str) -> None:
    assert KINDS[kind].make(Paper("Leeg", "en", ()))


def test_a_packed_file_says_nothing_of_when_it_was_made() -> None:
    for kind in ("docx", "odt"):
        with ZipFile(BytesIO(KINDS[kind].make(PAPER))) as file:
            assert {one.date_time[0] for one in file.infolist()} == {1980}
    with ZipFile(BytesIO(KINDS["odt"].make(PAPER))) as file:
        assert file.infolist()[0].filename == "mimetype"
        assert file.infolist()[0].compress_type == 0


def test_the_pdf_has_tags_title_language_and_headings() -> None:
    file = PdfReader(BytesIO(KINDS["pdf"].make(PAPER)))
    root = file.root_object

    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index] # a dictionary of the file
    assert "/StructTreeRoot" in root
    assert str(root["/Lang"]) == "nl-NL"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]  # type: ignore[index] # as above
    assert file.metadata is not None
    assert file.metadata.title == PAPER.title
    assert b"pdfuaid:part" in bytes(root["/Metadata"].get_data())  # type: ignore[attr-defined] # a stream
    assert file.outline


def test_the_word_file_speaks_each_language() -> None:
    document = Document(BytesIO(KINDS["docx"].make(PAPER)))
    parts = document.element.xml

    assert 'w:val="en-GB"' in parts
    assert document.core_properties.language == "nl-NL"
    assert document.core_properties.author == ""
    assert [one.style and one.style.name for one in document.paragraphs][:3] == [
        "Heading 1",
        "Normal",
        "Heading 2",
    ]


def a_template(change: Callable[[WordDocument], object] = lambda _one: None) -> bytes:
    document = Document()
    document.add_paragraph("Voorblad van Hogeschool Delta")
    document.styles["Heading 2"].font.name = "Georgia"
    change(document)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def test_an_own_template_keeps_its_words_and_styles_and_the_numbers() -> None:
    document = Document(BytesIO(in_template(a_template(), PAPER)))
    texts = [one.text for one in document.paragraphs]

    assert texts[0] == "Voorblad van Hogeschool Delta"
    assert "Er ontbrak iets. More heart 3, 7" in texts
    assert document.styles["Heading 2"].font.name == "Georgia"
    numbered = [run for one in document.paragraphs for run in one.runs if run.text == " 3, 7"]
    assert [run.style.name for run in numbered] == ["Contribution number"]


def test_the_report_comes_where_the_template_says() -> None:
    def place(document: WordDocument) -> None:
        document.add_paragraph("{{verslag}}")
        document.add_paragraph("Achterblad")

    texts = [
        one.text for one in Document(BytesIO(in_template(a_template(place), PAPER))).paragraphs
    ]

    assert texts[0] == "Voorblad van Hogeschool Delta"
    assert texts[1] == PAPER.title
    assert texts[-1] == "Achterblad"
    assert "{{verslag}}" not in texts


def test_a_template_without_our_styles_still_gets_headings() -> None:
    def bare(document: WordDocument) -> None:
        for one in list(document.styles):
            if one.name.startswith(("Heading", "List", "Quote")):
                one.delete()

    document = Document(BytesIO(in_template(a_template(bare), PAPER)))

    assert "outlineLvl" in document.element.xml
    assert "– sociale media" in [one.text for one in document.paragraphs]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04 niets",
        b"%PDF-1.7",
        KINDS["odt"].make(PAPER),
        b"x" * (LARGEST + 1),
    ],
)
def test_what_is_no_template_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(TemplateError) as refused:
        in_template(data, PAPER)

    assert str(refused.value.sentence).endswith((".", "MB."))


def test_a_template_with_macros_or_a_bomb_is_refused() -> None:
    for name, many in (("word/vbaProject.bin", b"x"), ("word/media/x", b"0" * 70_000_000)):
        file = BytesIO(a_template())
        with ZipFile(file, "a", compression=8) as packed:
            packed.writestr(name, many)
        with pytest.raises(TemplateError):
            in_template(file.getvalue(), PAPER)


def test_markdown_is_never_made_by_what_people_type() -> None:
    paper = Paper("x", "nl", tuple(map(words, ("# kop", "- punt", "1. eerst", "> zei", "+ en"))))
    lines = KINDS["md"].make(paper).decode().split("\n\n")

    assert lines == ["\\# kop", "\\- punt", "1\\. eerst", "\\> zei", "\\+ en\n"]


def test_markdown_leaves_what_is_no_markup_as_it_is() -> None:
    plain = "Education & Wellbeing [nog niet vertaald]. En nu!"
    link = Words((Span("[klik]"), Span("(http://x) &amp; [a]: b")))
    lines = KINDS["md"].make(Paper("x", "nl", (words(plain), link))).decode().split("\n\n")

    assert lines == [plain, "[klik\\](http://x) \\&amp; [a\\]: b\n"]


def test_a_number_stays_with_its_sentence_in_the_pdf() -> None:
    lines = [
        Words((Span("a" * n + " en zo."), Span("B3–5,\u00a07–15", number=True)))
        for n in range(60, 100)
    ]
    page = KINDS["pdf"].make(Paper("x", "nl", tuple(lines)))
    text = "\n".join(one.extract_text() for one in PdfReader(BytesIO(page)).pages)

    assert text.count("B3–") == len(lines)
    assert not [one for one in text.splitlines() if one.startswith(("B3", "5", "7"))]
