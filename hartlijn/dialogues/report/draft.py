"""From a meeting to its report. The same meeting always gives the same report."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from hartlijn.dialogues.report import attending, closing
from hartlijn.dialogues.report.findings import results
from hartlijn.dialogues.report.gathered import gathered, opening
from hartlijn.dialogues.report.leads import leads
from hartlijn.dialogues.report.meeting import Both, Edit, Meeting
from hartlijn.dialogues.report.saying import as_name, say
from hartlijn.dialogues.report.summary import summary
from hartlijn.dialogues.report.telling import Teller, paragraph
from hartlijn.dialogues.report.text import Paragraph, Report, Section, Sentence

HEADINGS: Final = {
    "meeting": Both("De bijeenkomst", "The meeting"),
    "who": Both("Wie er waren", "Who was there"),
    "literature": Both("Resultaten van de literatuurstudie", "Results of the literature study"),
    "field": Both("Resultaten van de praktijkverkenning", "Results of the field exploration"),
    "missing": Both("Wat nog ontbrak", "What was still missing"),
    "education": Both("Wat de opleiding kan doen", "What education can do"),
    "practice": Both("Wat de praktijk kan doen", "What practice can do"),
    "other": Both("Wat er verder gezegd werd", "What else was said"),
    "summary": Both("Samenvatting", "Summary"),
    "conclusion": Both("Conclusie", "Conclusion"),
    "quotes": Both("In eigen woorden", "In their own words"),
    "reading": Both("Hoe je dit verslag leest", "How to read this report"),
}
AS_WRITTEN: Final = Both("Zoals de bron het zegt", "As the source puts it")
"""Over what a source prints apart: whether somebody said it so is not known."""


def draft(meeting: Meeting) -> Report:
    """The whole report, with what the researcher wrote instead of a sentence."""
    teller = Teller(meeting)
    title = say("title", "{title^}", "{title^}", title=as_name(meeting.title))
    sections = tuple(
        Section(key, _heading(key, meeting), found)
        for key, made in _parts(teller)
        if (found := tuple(made))
    )
    return edited(Report(title, sections), meeting.edits)


def _heading(key: str, meeting: Meeting) -> Both:
    return AS_WRITTEN if key == "quotes" and meeting.recorded else HEADINGS[key]


def _parts(teller: Teller) -> Iterator[tuple[str, Iterable[Paragraph]]]:
    """Each part in its order: what is told first is not quoted again later."""
    meeting = teller.meeting
    yield "meeting", attending.occasion(meeting)
    if attending.is_empty(meeting):
        yield "who", _nothing(meeting)
        return
    yield "who", attending.who(meeting)
    yield "literature", results(teller, "literature")
    yield "field", results(teller, "field")
    yield "missing", _missing(teller)
    yield "education", leads(teller, "education")
    yield "practice", leads(teller, "practice")
    other = list(meeting.of_kind("other"))
    before = opening("other", other, recorded=meeting.recorded)
    yield "other", gathered(teller, "other", other, before=before)
    yield "summary", summary(teller)
    yield "conclusion", closing.conclusion(teller)
    yield "quotes", closing.quotes(teller)
    yield "reading", closing.reading(teller)


def _missing(teller: Teller) -> Iterator[Paragraph]:
    those = list(teller.meeting.of_kind("missing"))
    before = opening("missing", those, recorded=teller.meeting.recorded)
    yield from gathered(teller, "missing", those, before=before)


def _nothing(meeting: Meeting) -> Iterator[Paragraph]:
    """A dialogue without people or words still says so in a report."""
    came = (
        ("Er deed niemand mee.", "Nobody took part.")
        if not meeting.people
        else ("Er is niets opgeschreven.", "Nothing was written down.")
    )
    lying = [one.number for one in meeting.findings]
    sentences = [say("who/nobody", *came, findings=lying)]
    if lying:
        sentences.append(
            say(
                "who/waiting",
                "Wat was voorbereid, ligt klaar voor een volgende keer.",
                "What was prepared is ready for another time.",
                findings=lying,
            )
        )
    yield from paragraph(sentences)


def edited(report: Report, edits: Iterable[Edit]) -> Report:
    """With each edit in the place of its sentence. One whose sentence is gone changes nothing."""
    by_key: dict[str, list[Edit]] = {}
    for one in edits:
        by_key.setdefault(one.sentence, []).append(one)
    if not by_key:
        return report
    sections = tuple(
        replace(
            section,
            paragraphs=tuple(
                replace(one, sentences=tuple(_with(s, by_key) for s in one.sentences))
                for one in section.paragraphs
            ),
        )
        for section in report.sections
    )
    return Report(_with(report.title, by_key), sections)


def _with(sentence: Sentence, by_key: dict[str, list[Edit]]) -> Sentence:
    for one in by_key.get(sentence.key, ()):
        sentence = sentence.with_text(one.language, one.text, over=one.over)
    return sentence
