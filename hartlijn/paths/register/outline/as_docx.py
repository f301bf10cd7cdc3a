"""The outline for Word and whatever else reads DOCX."""

from io import BytesIO
from typing import Final

from django.utils import timezone
from docx import Document
from docx.document import Document as WordDocument
from docx.opc.coreprops import CoreProperties
from docx.oxml.ns import qn
from docx.shared import Mm

from hartlijn.paths.register.outline.kinds import ROOM
from hartlijn.paths.register.outline.words import Outline

A4: Final = Mm(210), Mm(297)


def made(outline: Outline) -> bytes:
    """The file."""
    document = Document()
    document.sections[0].page_width, document.sections[0].page_height = A4
    _about(document.core_properties, outline)
    _speak(document, outline.locale)
    document.add_heading(outline.title, level=1)
    for words in outline.before:
        document.add_paragraph(words)
    for section in outline.sections:
        document.add_heading(section.heading, level=2)
        if section.about:
            document.add_paragraph(section.about)
        document.add_heading(outline.steps_heading, level=3)
        for step in section.steps:
            document.add_paragraph(step, style="List Bullet")
        if not section.steps:
            document.add_paragraph(section.no_steps)
        document.add_heading(section.asks, level=3)
        for _line in range(ROOM):
            document.add_paragraph()
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _about(properties: CoreProperties, outline: Outline) -> None:
    """Nobody's name: not of who takes it along, and not of the library's own example."""
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.title, properties.language = outline.title, outline.locale
    properties.created = properties.modified = timezone.now().replace(tzinfo=None, microsecond=0)


def _speak(document: WordDocument, locale: str) -> None:
    """Let spelling be checked in the language it is in, and a reader say it so."""
    run = document.styles["Normal"].element.get_or_add_rPr()
    mark = run.makeelement(qn("w:lang"), {qn("w:val"): locale})
    run.append(mark)
