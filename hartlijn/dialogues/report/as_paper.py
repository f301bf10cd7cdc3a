"""The report as a paper that every kind of file can hold, with the numbers behind each sentence."""

from collections.abc import Iterator
from typing import Final

from hartlijn.dialogues.report.appendix import appendix
from hartlijn.dialogues.report.meeting import Language, Meeting
from hartlijn.dialogues.report.numbers import GAP, marked
from hartlijn.dialogues.report.text import Paragraph, Report, Runs, Sentence
from hartlijn.lib.papers.paper import Block, Heading, Paper, Quote, Span, Words

NO_BREAK: Final = "\u00a0"


def paper_of(report: Report, meeting: Meeting, language: Language) -> Paper:
    """The report of a meeting in one language, with what stands behind its numbers at the end."""
    title = report.title.text(language)
    blocks: list[Block] = [Heading(1, title)]
    for section in report.sections:
        written = [block for one in section.paragraphs for block in _paragraph(one, language)]
        if written:
            blocks += [Heading(2, section.heading.of(language)), *written]
    blocks += appendix(meeting, language)
    return Paper(title, language, tuple(blocks), meeting.day)


def _paragraph(paragraph: Paragraph, language: Language) -> Iterator[Block]:
    spans: list[Span] = []
    for one in paragraph.sentences:
        said = list(_sentence(one, language))
        if said:
            spans += [Span(" "), *said] if spans else said
    if spans:
        yield Quote(tuple(spans)) if paragraph.is_quote else Words(tuple(spans))


def _sentence(sentence: Sentence, language: Language) -> Iterator[Span]:
    runs = sentence.runs(language)
    if not any(one.text for one in runs):
        return
    yield from _runs(runs, language)
    if behind := marked(sentence, language):
        yield Span(behind.replace(" ", NO_BREAK), number=True)


def _runs(runs: Runs, language: Language) -> Iterator[Span]:
    gap = False
    for one in runs:
        yield Span(one.text, one.language or "")
        gap = gap or one.is_gap
    if gap:
        yield Span(f" {GAP.of(language)}")
