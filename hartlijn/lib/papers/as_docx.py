"""A paper for Word and whatever else reads DOCX; also in somebody's own template."""

from datetime import datetime, time
from io import BytesIO
from typing import Final

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from hartlijn.lib.papers.paper import (
    Block,
    Bullets,
    Heading,
    Paper,
    Quote,
    Room,
    Span,
    Spans,
    locale,
)
from hartlijn.lib.papers.steady import steady

A4: Final = Mm(210), Mm(297)
PLACES: Final = ("{{verslag}}", "{{report}}")
"""A paragraph of a template with one of these is where the paper comes; else at its end."""
DASH: Final = Span("– ")
NUMBER: Final = "Contribution number"
UNKNOWN_DAY: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - these properties know no zone


def made(paper: Paper) -> bytes:
    """The file."""
    document = Document()
    document.sections[0].page_width, document.sections[0].page_height = A4
    return filled(document, paper)


def filled(document: WordDocument, paper: Paper) -> bytes:
    """A document with the paper in it."""
    _about(document, paper)
    writer = _Writer(document, paper)
    for block in paper.blocks:
        writer.write(block)
    writer.close()
    file = BytesIO()
    document.save(file)
    return steady(file.getvalue())


class _Writer:
    """Writes at one place in a document, in its styles."""

    def __init__(self, document: WordDocument, paper: Paper) -> None:
        self.document = document
        self.place = next(
            (one for one in document.paragraphs if one.text.strip() in PLACES),
            None,
        )
        # By name once: the library goes through all styles for each paragraph and run.
        self.known = {
            one.name: one.style_id for one in document.styles if one.type == WD_STYLE_TYPE.PARAGRAPH
        }
        _speak(document, paper.locale)
        self.number = _number_style(document)

    def write(self, block: Block) -> None:
        """One block."""
        if isinstance(block, Heading):
            heading = self._paragraph(f"Heading {block.level}")
            run = heading.add_run(block.text)
            if f"Heading {block.level}" not in self.known:
                run.bold = True
                _outline(heading, block.level)
        elif isinstance(block, Bullets):
            for one in block.items:
                bullet = self._paragraph("List Bullet")
                self._spans(bullet, one if "List Bullet" in self.known else (DASH, *one))
        elif isinstance(block, Room):
            for _line in range(block.lines):
                self._paragraph("")
        else:
            style = "Quote" if isinstance(block, Quote) else ""
            self._spans(self._paragraph(style), block.spans)

    def close(self) -> None:
        """The paragraph that held the place goes."""
        if self.place is not None:
            element = self.place._p  # noqa: SLF001 - python-docx has no other way to take one out
            element.getparent().remove(element)

    def _paragraph(self, style: str) -> Paragraph:
        made = (
            self.document.add_paragraph("")
            if self.place is None
            else self.place.insert_paragraph_before("")
        )
        if style in self.known:
            made._p.style = self.known[style]  # noqa: SLF001 - as in `close`
        return made

    def _spans(self, paragraph: Paragraph, spans: Spans) -> None:
        for one in spans:
            run = paragraph.add_run(f" {one.text}" if one.number else one.text)
            if one.number:
                run._r.style = self.number  # noqa: SLF001 - as in `close`
            if one.language:
                _in(run, locale(one.language))


def _outline(paragraph: Paragraph, level: int) -> None:
    """A heading also where the template has no style for it."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - as above
    mark = properties.makeelement(qn("w:outlineLvl"), {qn("w:val"): str(level - 1)})
    properties.append(mark)


def _number_style(document: WordDocument) -> str:
    """Numbers of contributions have a style of their own, so that one can change them at once."""
    for one in document.styles:
        if one.name == NUMBER and one.type == WD_STYLE_TYPE.CHARACTER:
            return str(one.style_id)
    style = document.styles.add_style(NUMBER, WD_STYLE_TYPE.CHARACTER)
    style.font.superscript = True
    return str(style.style_id)


def _about(document: WordDocument, paper: Paper) -> None:
    """Nobody's name: not of who takes it along, and not of the library's own example."""
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.title, properties.language = paper.title[:255], paper.locale
    day = datetime.combine(paper.day, time()) if paper.day else UNKNOWN_DAY
    properties.created = properties.modified = day


def _speak(document: WordDocument, language: str) -> None:
    """Let spelling be checked in the language it is in, and a reader say it so."""
    properties = document.styles["Normal"].element.get_or_add_rPr()
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(properties.makeelement(qn("w:lang"), {qn("w:val"): language}))


def _in(run: Run, language: str) -> None:
    properties = run._r.get_or_add_rPr()  # noqa: SLF001 - as above
    properties.append(properties.makeelement(qn("w:lang"), {qn("w:val"): language}))
