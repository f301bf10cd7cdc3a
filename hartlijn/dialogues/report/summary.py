"""The summary: what was recognised, what was missing, what ties it together, the first leads."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from hartlijn.dialogues.report.leads import WHO, cards, of_kind
from hartlijn.dialogues.report.meeting import Both, Contribution, Lead, LeadKind, Thread
from hartlijn.dialogues.report.recognised import TOP, recognised
from hartlijn.dialogues.report.saying import as_name, ended, say, whole
from hartlijn.dialogues.report.telling import Teller, by_theme, names, numbers, paragraph
from hartlijn.dialogues.report.text import Paragraph, Sentence
from hartlijn.dialogues.report.words import number


def summary(teller: Teller) -> Iterator[Paragraph]:
    """What was recognised, what was missing, what ties it together, and the first leads."""
    reasons = {one.number for one in teller.meeting.of_kind("finding")}
    early = [one for one in teller.meeting.threads if _is_mostly(one, reasons)]
    late = [one for one in teller.meeting.threads if one not in early]
    yield from paragraph(recognised(teller.meeting), _threads(early))
    yield from paragraph(_missed(teller), _threads(late))
    yield from paragraph(_lead(teller, "education"), _lead(teller, "practice"))


def _is_mostly(thread: Thread, reasons: set[int]) -> bool:
    """Whether a thread rests for the larger part on what was said of findings."""
    return 2 * len(reasons.intersection(thread.contributions)) > len(thread.contributions)


def _missed(teller: Teller) -> Iterator[Sentence]:
    themed, loose = by_theme(teller, teller.meeting.of_kind("missing"))
    if not themed:
        yield from _missed_loose(teller, loose)
        return
    top = themed[:TOP]
    every = len(top) == len(themed) and not loose
    yield say(
        "summary/missing",
        f"In de resultaten misten de aanwezigen {'' if every else 'vooral '}aandacht voor {{names}}.",
        f"In the results, those present missed {'' if every else 'above all '}attention to {{names}}.",
        names=names(theme for theme, _those in top),
        contributions=[n for _theme, those in top for n in numbers(those)],
    )


def _missed_loose(teller: Teller, loose: Sequence[Contribution]) -> Iterator[Sentence]:
    if loose and not teller.meeting.recorded:
        one = len(loose) == 1
        yield say(
            "summary/missing",
            f"Ook {'werd' if one else 'werden'} {{count}} genoemd {'dat ontbrak' if one else 'die ontbraken'}.",
            f"Those present also named {{count}} that {'was' if one else 'were'} missing.",
            count=Both(*(f"{n} {w}" for n, w in _points(len(loose)))),
            contributions=numbers(loose),
        )


def _points(many: int) -> tuple[tuple[str, str], tuple[str, str]]:
    said = number(many)
    return (said.nl, "punt" if many == 1 else "punten"), (
        said.en,
        "point" if many == 1 else "points",
    )


def _threads(threads: Iterable[Thread]) -> Iterator[Sentence]:
    for one in threads:
        yield whole(f"thread-{one.key}", one.text, contributions=one.contributions)


FIRST: Final[dict[LeadKind, dict[str, tuple[str, str]]]] = {
    "education": {
        "main": ("Voor de opleiding ligt het belangrijkste aanknopingspunt bij {name}.", "For education, the main lead lies in {name}."),
        "only": ("Voor de opleiding ligt het aanknopingspunt bij {name}.", "For education, the lead lies in {name}."),
        "one": ("Voor de opleiding ligt een aanknopingspunt bij {name}.", "For education, one lead lies in {name}."),
    },
    "practice": {
        "main": ("In de praktijk begint het bij {name}.", "In practice it begins with {name}."),
        "only": ("In de praktijk begint het bij {name}.", "In practice it begins with {name}."),
        "one": ("Voor de praktijk ligt een aanknopingspunt bij {name}.", "For practice, one lead lies in {name}."),
    },
}  # fmt: skip
UNNAMED: Final = {
    "main": ("Het belangrijkste aanknopingspunt voor {who}: {text}", "The main lead for {who}: {text}"),
    "only": ("Het aanknopingspunt voor {who}: {text}", "The lead for {who}: {text}"),
    "one": ("Een aanknopingspunt voor {who}: {text}", "One lead for {who}: {text}"),
}  # fmt: skip


def _lead(teller: Teller, kind: LeadKind) -> Iterator[Sentence]:
    found = [one for one in of_kind(teller, kind) if not one.refusal]
    if not found:
        return
    first = found[0]
    place = _place(teller, found)
    nl, en = FIRST[kind][place] if first.name else UNNAMED[place]
    yield say(
        f"summary/{kind}",
        nl,
        en,
        who=WHO[kind],
        name=as_name(first.name),
        text=Both(ended(first.text.nl), ended(first.text.en)),
        contributions=first.contributions,
    )


def _place(teller: Teller, found: Sequence[Lead]) -> str:
    """The main one is the one most was said about, or, entered afterwards, the source's first."""
    if len(found) == 1 and not teller.meeting.recorded:
        return "only"
    more = teller.meeting.recorded or cards(teller, found[0]) > cards(teller, found[1])
    return "main" if more else "one"
