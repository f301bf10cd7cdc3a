"""What was put, study by study: how it was received, and each finding with its reasons."""

from collections.abc import Iterator, Sequence
from typing import Final

from hartlijn.dialogues.report.meeting import Both, Contribution, FindingKind, PutFinding
from hartlijn.dialogues.report.reasons import reasoned, received
from hartlijn.dialogues.report.reception import PUT, of_study
from hartlijn.dialogues.report.saying import Listed, as_name, ended, say, tidy
from hartlijn.dialogues.report.telling import Teller, numbers, paragraph
from hartlijn.dialogues.report.text import Paragraph, Sentence

STUDY: Final[dict[FindingKind, Both]] = {
    "literature": Both("de literatuurstudie", "the literature study"),
    "field": Both("de praktijkverkenning", "the field exploration"),
}
NAMED: Final[dict[FindingKind, tuple[str, str]]] = {
    "literature": (
        "De aandacht ging daarbij vooral uit naar {names}.",
        "Attention went above all to {names}.",
    ),
    "field": ("De aanwezigen herkenden {names}.", "Those present recognised {names}."),
}


def results(teller: Teller, kind: FindingKind) -> Iterator[Paragraph]:
    """One part of the report: the findings of one kind."""
    findings = [one for one in teller.meeting.findings if one.kind == kind]
    if not findings:
        return
    reasons = {one.number: _reasons(teller, one) for one in findings}
    if teller.meeting.recorded:
        second = kind == "field" and any(one.kind != kind for one in teller.meeting.findings)
        told = (
            s
            for one in findings
            for s in teller.retold(f"finding-{one.number}", reasons[one.number])
        )
        opening = _opening(teller, kind, findings, reasons, second=second)
        yield from paragraph([opening], _named(kind, findings, reasons), told)
        return
    if len(findings) > 1:  # of one, its own sentences say it
        yield from paragraph([_opening(teller, kind, findings, reasons)])
    for place, one in enumerate(findings):
        yield from paragraph(
            [_put(place, len(findings), one)],
            received(teller, place, one),
            reasoned(teller, one, reasons[one.number]),
        )


def _reasons(teller: Teller, finding: PutFinding) -> list[Contribution]:
    return [one for one in teller.meeting.of_kind("finding") if one.finding == finding.number]


def _opening(
    teller: Teller,
    kind: FindingKind,
    findings: Sequence[PutFinding],
    reasons: dict[int, list[Contribution]],
    *,
    second: bool = False,
) -> Sentence:
    said = [one for those in reasons.values() for one in those]
    nl, en = of_study(findings, said, teller.meeting.people)
    if second and nl.startswith("De resultaten"):
        nl = f"Ook de{nl[2:]}"
    return say(
        f"{kind}/opening",
        nl,
        en,
        study=STUDY[kind],
        findings=[one.number for one in findings],
        contributions=numbers(said),
    )


def _named(
    kind: FindingKind, findings: Sequence[PutFinding], reasons: dict[int, list[Contribution]]
) -> Iterator[Sentence]:
    """Of a meeting that was entered afterwards: what was spoken about in so many words."""
    spoken = [one for one in findings if one.name and reasons[one.number]]
    if spoken:
        yield say(
            f"{kind}/named",
            *NAMED[kind],
            names=Listed(tuple(name_of(one) for one in spoken)),
            findings=[one.number for one in spoken],
            contributions=[n for one in spoken for n in numbers(reasons[one.number])],
        )


def name_of(finding: PutFinding) -> Both:
    """How a finding is called in a sentence; without a name its text between marks."""
    if finding.name:
        return as_name(finding.name)
    texts = (tidy(one).rstrip(". ") for one in (finding.text.nl, finding.text.en))
    return Both(*(f"‘{one}’" if one else "" for one in texts))


def _put(place: int, many: int, finding: PutFinding) -> Sentence:
    text = Both(ended(finding.text.nl), ended(finding.text.en))
    if many == 1:
        nl, en = "Voorgelegd werd: ‘{text}’", "The finding: ‘{text}’"
    elif place == 0:
        nl, en = "De eerste bevinding: ‘{text}’", "The first finding: ‘{text}’"
    elif many == 2:  # noqa: PLR2004 - the first is followed by the second
        nl, en = "De tweede bevinding: ‘{text}’", "The second finding: ‘{text}’"
    elif place == many - 1:
        nl, en = "Als laatste lag voor: ‘{text}’", "The last finding: ‘{text}’"
    else:
        nl, en = PUT[place % len(PUT)]
    return say(f"finding-{finding.number}/put", nl, en, text=text, findings=[finding.number])
