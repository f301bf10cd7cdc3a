"""A paper for LibreOffice and whatever else reads ODT."""

from datetime import datetime, time
from io import BytesIO
from typing import Final

from odfdo import Document, Element, Header, List, ListItem, Paragraph, Span, Style

from hartlijn.lib.papers import paper as papers
from hartlijn.lib.papers.paper import Block, Bullets, Heading, Paper, Quote, Room, Spans
from hartlijn.lib.papers.steady import steady

UNKNOWN_DAY: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - these properties know no zone
NUMBER: Final = "Contribution_20_number"
LANGUAGES: Final = {"nl": "NL", "en": "GB"}


def made(paper: Paper) -> bytes:
    """The file."""
    document = Document("text")
    _about(document, paper)
    _styles(document)
    body = document.body
    body.clear()
    for block in paper.blocks:
        _write(body, block)
    file = BytesIO()
    document.save(file)
    return steady(file.getvalue())


def _write(body: Element, block: Block) -> None:
    if isinstance(block, Heading):
        body.append(Header(block.level, block.text, style=f"Heading_20_{block.level}"))
    elif isinstance(block, Bullets):
        listed = List(style="List_20_1")
        for one in block.items:
            item = ListItem()
            item.append(_paragraph(one, "Text_20_body"))
            listed.append(item)
        body.append(listed)
    elif isinstance(block, Room):
        for _line in range(block.lines):
            body.append(Paragraph(""))
    else:
        body.append(
            _paragraph(block.spans, "Quotations" if isinstance(block, Quote) else "Text_20_body")
        )


def _paragraph(spans: Spans, style: str) -> Paragraph:
    paragraph = Paragraph("", style=style)
    for one in spans:
        if one.number:
            paragraph.append(Span(f" {one.text}", style=NUMBER))
        elif one.language in LANGUAGES:
            paragraph.append(Span(one.text, style=f"In_20_{one.language}"))
        else:
            paragraph.append_plain_text(one.text)
    return paragraph


def _styles(document: Document) -> None:
    number = Style("text", name=NUMBER, display_name="Contribution number", area="text")
    number.set_properties({"style:text-position": "super 70%"}, area="text")
    document.insert_style(number)
    for language, country in LANGUAGES.items():
        document.insert_style(
            Style(
                "text", name=f"In_20_{language}", area="text", language=language, country=country
            ),
        )


def _about(document: Document, paper: Paper) -> None:
    """Nobody's name: not of who takes it along, and not of the library's own example."""
    document.language = papers.locale(paper.language)
    meta = document.meta
    meta.title = paper.title
    meta.creator = meta.initial_creator = ""
    day = datetime.combine(paper.day, time()) if paper.day else UNKNOWN_DAY
    meta.creation_date = meta.date = day
