"""What stands behind the numbers, at the end of a file: what was put, and what was said.

Words stand here only of those who agreed to be quoted; of others there is the kind and the number.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from hartlijn.dialogues.report.groups import large, named
from hartlijn.dialogues.report.meeting import (
    Both,
    Contribution,
    ContributionKind,
    Language,
    Meeting,
    PutFinding,
)
from hartlijn.dialogues.report.numbers import FINDING, GAP, stretches
from hartlijn.dialogues.report.saying import one_of_both, spoken, tidy
from hartlijn.dialogues.report.text import Run
from hartlijn.dialogues.report.words import counted, plural
from hartlijn.lib.papers.paper import Block, Bullets, Heading, Span, Spans, words

PUT: Final = Both("Wat is voorgelegd", "What was presented")
SAID: Final = Both("Wat er gezegd is", "What was said")
KINDS: Final[dict[ContributionKind, Both]] = {
    "finding": Both("Toelichtingen", "Explanations"),
    "missing": Both("Wat nog ontbrak", "What was still missing"),
    "education": Both("Voor de opleiding", "For education"),
    "practice": Both("Voor de praktijk", "For practice"),
    "together": Both("Voor beide samen", "For both together"),
    "other": Both("Verder gezegd", "Also said"),
}
ABOUT: Final = Both("Toelichtingen bij {finding}", "Explanations about {finding}")
OWN: Final = Both(
    "Niemand is hier aangehaald: wat er gezegd is, staat er in de woorden van wie het optekende.",
    "Nobody is quoted here: what was said stands in the words of who wrote it down.",
)
AGREED: Final = Both(
    "Woorden staan hier alleen van wie goedvond dat ze worden aangehaald; van de rest het nummer.",
    "Words stand here only of those who agreed to be quoted; of the rest, the number.",
)
SILENT: Final = Both("Zonder woorden: {numbers}.", "Without words: {numbers}.")
MOST: Final = 1_000
TOO_MANY: Final = Both(
    "Het zijn er te veel om hier af te drukken. Ze staan in de lijst met bijdragen (CSV).",
    "There are too many to print here. They are in the list of contributions (CSV).",
)


def appendix(meeting: Meeting, language: Language) -> Iterator[Block]:
    """Every number of the report, in its order."""
    if meeting.findings:
        yield Heading(2, PUT.of(language))
        yield Bullets(tuple(_finding(one, language) for one in meeting.findings))
    if meeting.contributions:
        yield Heading(2, SAID.of(language))
        if len(meeting.contributions) > MOST:
            yield words(TOO_MANY.of(language))
            return
        yield words((OWN if meeting.recorded else AGREED).of(language))
        for heading, those in _parts(meeting, language):
            yield Heading(3, heading)
            yield from _said(meeting, those, language)


def _finding(one: PutFinding, language: Language) -> Spans:
    source = f" ({tidy(one.source)})" if one.source else ""
    number = f"{FINDING.of(language)}{one.number} · "
    text = _shown(one_of_both(one.text, language), language)
    return (Span(number), *text, Span(source))


def _parts(meeting: Meeting, language: Language) -> Iterator[tuple[str, list[Contribution]]]:
    """Reasons finding by finding, then the open questions."""
    letter = FINDING.of(language)
    reasons = list(meeting.of_kind("finding"))
    numbers = dict.fromkeys(
        one.finding for one in sorted(reasons, key=lambda one: one.finding or 0)
    )
    for finding in numbers:
        heading = KINDS["finding"].of(language)
        if finding:
            heading = ABOUT.of(language).format(finding=f"{letter}{finding}")
        yield heading, [one for one in reasons if one.finding == finding]
    for kind, heading_of in KINDS.items():
        those = list(meeting.of_kind(kind))
        if those and kind != "finding":
            yield heading_of.of(language), those


def _said(meeting: Meeting, those: Sequence[Contribution], language: Language) -> Iterator[Block]:
    shown = [one for one in those if one.may_quote or meeting.recorded]
    if shown:
        yield Bullets(tuple(_contribution(meeting, one, language) for one in shown))
    silent = stretches([one.number for one in those if one not in shown])
    if silent:
        yield words(SILENT.of(language).format(numbers=", ".join(silent)))


def _contribution(meeting: Meeting, one: Contribution, language: Language) -> Spans:
    text = _shown(spoken(one, language), language)
    if not meeting.recorded:
        text = (Span("‘"), *text, Span("’"))
    who = named(one, large(meeting))
    cards = counted(one.weight, "card") if one.weight > 1 else Both()
    about = [f.of(language) for f in (plural(who, 1) if who else Both(), cards) if f]
    return (Span(f"{one.number} · "), *text, Span(f" ({', '.join(about)})" if about else ""))


def _shown(run: Run, language: Language) -> Spans:
    if run.is_gap:
        return (Span(run.text, run.language or ""), Span(f" {GAP.of(language)}"))
    return (Span(run.text),)
