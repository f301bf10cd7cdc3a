"""The report as a paper that every kind of file can hold, with the numbers behind each sentence."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from hartlijn.dialogues.report.meeting import Both, Language
from hartlijn.dialogues.report.text import Paragraph, Report, Runs, Sentence
from hartlijn.lib.papers.paper import Block, Heading, Paper, Quote, Span, Words

GAP: Final = Both("[nog niet vertaald]", "[not translated yet]")
FINDING: Final = Both("B", "F")
MOST: Final = 12
"""So many numbers or stretches behind a sentence; of more, the rest is counted."""


def paper_of(report: Report, language: Language, day: date) -> Paper:
    """The report in one language."""
    title = report.title.text(language)
    blocks: list[Block] = [Heading(1, title)]
    for section in report.sections:
        written = [block for one in section.paragraphs for block in _paragraph(one, language)]
        if written:
            blocks += [Heading(2, section.heading.of(language)), *written]
    return Paper(title, language, tuple(blocks), day)


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
        yield Span(behind, number=True)


def _runs(runs: Runs, language: Language) -> Iterator[Span]:
    gap = False
    for one in runs:
        yield Span(one.text, one.language or "")
        gap = gap or one.is_gap
    if gap:
        yield Span(f" {GAP.of(language)}")


def marked(sentence: Sentence, language: Language) -> str:
    """What stands behind a sentence: findings with their letter, contributions as numbers."""
    letter = FINDING.of(language)
    findings = [f"{letter}{one}" for one in stretches(sentence.findings)]
    return ", ".join([*findings, *_few(stretches(sentence.contributions))])


def _few(items: list[str]) -> list[str]:
    return items if len(items) <= MOST else [*items[:MOST], f"… {items[-1]}"]


def stretches(numbers: Sequence[int]) -> list[str]:
    """Numbers in order; three or more in a row as one stretch."""
    rows: list[list[int]] = []
    for one in sorted(set(numbers)):
        if rows and one == rows[-1][-1] + 1:
            rows[-1].append(one)
        else:
            rows.append([one])
    return [piece for row in rows for piece in _row(row)]


def _row(row: list[int]) -> list[str]:
    if len(row) > 2:  # noqa: PLR2004 - two stand beside each other as they are
        return [f"{row[0]}–{row[-1]}"]
    return [str(one) for one in row]
