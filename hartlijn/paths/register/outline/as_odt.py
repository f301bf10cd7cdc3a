"""The outline for LibreOffice and whatever else reads ODT."""

from io import BytesIO

from django.utils import timezone
from odfdo import Document, Element, Header, List, Paragraph

from hartlijn.paths.register.outline.kinds import ROOM
from hartlijn.paths.register.outline.words import Outline


def made(outline: Outline) -> bytes:
    """The file."""
    document = Document("text")
    _about(document, outline)
    body = document.body
    body.clear()
    _heading(body, 1, outline.title)
    for words in outline.before:
        body.append(Paragraph(words))
    for section in outline.sections:
        _heading(body, 2, section.heading)
        if section.about:
            body.append(Paragraph(section.about))
        _heading(body, 3, outline.steps_heading)
        if section.steps:
            body.append(List(list(section.steps), style="List_20_1"))
        else:
            body.append(Paragraph(section.no_steps))
        _heading(body, 3, section.asks)
        for _line in range(ROOM):
            body.append(Paragraph(""))
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _heading(body: Element, level: int, words: str) -> None:
    body.append(Header(level, words, style=f"Heading_20_{level}"))


def _about(document: Document, outline: Outline) -> None:
    """Nobody's name: not of who takes it along, and not of the library's own example."""
    document.language = outline.locale
    meta = document.meta
    meta.title = outline.title
    meta.creator = meta.initial_creator = ""
    meta.creation_date = meta.date = timezone.now().replace(tzinfo=None, microsecond=0)
