"""What was recognised of the findings, why, and who saw it otherwise."""

from collections.abc import Iterator, Sequence
from typing import Final

from hartlijn.dialogues.report.groups import difference
from hartlijn.dialogues.report.meeting import (
    Both,
    Contribution,
    FindingKind,
    Marks,
    Perspective,
    PutFinding,
)
from hartlijn.dialogues.report.presence import SMALLEST
from hartlijn.dialogues.report.reception import PUT, of_finding, of_study
from hartlijn.dialogues.report.saying import Listed, as_name, ended, say
from hartlijn.dialogues.report.telling import (
    Teller,
    by_theme,
    names,
    numbers,
    paragraph,
    weight,
)
from hartlijn.dialogues.report.text import Paragraph, Sentence
from hartlijn.dialogues.report.words import counted, number, out_of, plural

STUDY: Final[dict[FindingKind, Both]] = {
    "literature": Both("de literatuurstudie", "the literature study"),
    "field": Both("de praktijkverkenning", "the field exploration"),
}


def totals(finding: PutFinding) -> Marks:
    """Everybody's marks together."""
    return sum((one.marks for one in finding.marks or ()), Marks())


def share(finding: PutFinding) -> int:
    """Who recognised it, in hundredths; 0 when nobody marked it."""
    marks = totals(finding)
    return 100 * marks.recognised // marks.total if marks.total else 0


NAMED: Final[dict[FindingKind, tuple[str, str]]] = {
    "literature": (
        "De aandacht ging daarbij vooral uit naar {names}.",
        "Attention went above all to {names}.",
    ),
    "field": (
        "De aanwezigen herkenden vooral {names}.",
        "Those present recognised above all {names}.",
    ),
}


def results(teller: Teller, kind: FindingKind) -> Iterator[Paragraph]:
    """One part of the report: the findings of one kind."""
    findings = [one for one in teller.meeting.findings if one.kind == kind]
    if not findings:
        return
    reasons = {one.number: _reasons(teller, one) for one in findings}
    second = kind == "field" and any(one.kind != kind for one in teller.meeting.findings)
    opening = _opening(kind, findings, reasons, second=second and teller.meeting.recorded)
    if teller.meeting.recorded:
        told = (s for one in findings for s in _told(teller, one, reasons[one.number]))
        yield from paragraph(opening, _named(kind, findings, reasons), told)
        return
    yield from paragraph(opening)
    for place, one in enumerate(findings):
        yield from paragraph(
            [_put(place, len(findings), one)],
            _marked(teller, place, one),
            _told(teller, one, reasons[one.number]),
        )


def _reasons(teller: Teller, finding: PutFinding) -> list[Contribution]:
    return [one for one in teller.meeting.of_kind("finding") if one.finding == finding.number]


def _opening(
    kind: FindingKind,
    findings: Sequence[PutFinding],
    reasons: dict[int, list[Contribution]],
    *,
    second: bool,
) -> Iterator[Sentence]:
    shares = [share(one) for one in findings if totals(one).total]
    said = [one for those in reasons.values() for one in those]
    nl, en = of_study(shares, said)
    if second and nl.startswith("De resultaten"):
        nl = f"Ook de{nl[2:]}"
    yield say(
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
    text = as_name(finding.text)
    return Both(*(f"‘{one}’" if one else "" for one in (text.nl, text.en)))


def _put(place: int, many: int, finding: PutFinding) -> Sentence:
    text = Both(ended(finding.text.nl), ended(finding.text.en))
    if many == 1:
        nl, en = "Voorgelegd werd: ‘{text}’", "The finding: ‘{text}’"
    elif place == 0:
        nl, en = "De eerste bevinding: ‘{text}’", "The first finding: ‘{text}’"
    elif many == 2:  # noqa: PLR2004 - the first is followed by the second
        nl, en = "De tweede bevinding: ‘{text}’", "The second finding: ‘{text}’"
    elif place == many - 1:
        nl, en = "Als laatste lag voor: ‘{text}’", "Put last: ‘{text}’"
    else:
        nl, en = PUT[place % len(PUT)]
    return say(f"finding-{finding.number}/put", nl, en, text=text, findings=[finding.number])


def _marked(teller: Teller, place: int, finding: PutFinding) -> Iterator[Sentence]:
    marks = totals(finding)
    key = f"finding-{finding.number}"
    if not marks.total:
        yield say(
            f"{key}/marks",
            "Niemand gaf aan dit wel of niet te herkennen.",
            "Nobody said whether they recognised this or not.",
            findings=[finding.number],
        )
        return
    nl, en = of_finding(place, marks, teller.meeting.people)
    of = out_of(marks.recognised, marks.total)
    yield say(f"{key}/marks", nl, en, of=of, findings=[finding.number])
    if marks.total >= SMALLEST:
        yield from _others(key, finding, marks)
    yield from _apart(key, finding, teller.large)


def _others(key: str, finding: PutFinding, marks: Marks) -> Iterator[Sentence]:
    """Who recognised it in part or not, however few they are."""
    partly, none = marks.partly, marks.unrecognised
    if partly and none:
        nl, en = "{partly^} herkende{s} het deels, {none} niet.", ""
        nl = nl.replace("{s}", "n" if partly > 1 else "")
        en = "{partly^} recognised it in part, {none} did not."
    elif partly:
        nl = "{partly^} " + ("herkenden" if partly > 1 else "herkende") + " het deels."
        en = "{partly^} recognised it in part."
    elif none:
        nl = "{none^} " + ("herkenden" if none > 1 else "herkende") + " het niet."
        en = "{none^} did not recognise it."
    else:
        return
    yield say(
        f"{key}/others",
        nl,
        en,
        partly=counted(partly, "people"),
        none=number(none) if partly else counted(none, "people"),
        findings=[finding.number],
    )


def _apart(key: str, finding: PutFinding, known: frozenset[Perspective]) -> Iterator[Sentence]:
    """Which perspective recognised it clearly more often, without a number."""
    found = difference(finding.marks or ())
    if not found:
        return
    most, least = (one.alone if one.alone in known else None for one in found)
    if most is None and least is None:
        return
    others = Both("de anderen", "the others")
    yield say(
        f"{key}/apart",
        "{most^} herkenden dit vaker dan {least}.",
        "{most^} recognised this more often than {least}.",
        most=plural(most) if most else others,
        least=plural(least) if least else others,
        findings=[finding.number],
    )


def _told(
    teller: Teller, finding: PutFinding, reasons: Sequence[Contribution]
) -> Iterator[Sentence]:
    """Reasons: first of who recognised it, then of who did not."""
    key = f"finding-{finding.number}"
    others = [one for one in reasons if one.mark in {"partly", "not"}]
    most = [one for one in reasons if one not in others]
    retold = list(teller.retold(key, most))
    yield from retold
    if teller.meeting.recorded:
        return
    yield from teller.quote(key, most)
    rest = [one for one in most if one.number not in teller.used]
    spoken = [theme.key for theme, _those in by_theme(teller, rest)[0][:3]]
    yield from _about(f"{key}/themes", teller, most, before=None)
    against = list(teller.retold(f"{key}/other", others))
    if against:
        yield say(
            f"{key}/other",
            "Er klonk ook een ander geluid.",
            "There was another view as well.",
            contributions=[n for one in against for n in one.contributions],
        )
        yield from against
    yield from teller.quote(f"{key}/other", others, "other")
    yield from _about(f"{key}/other-themes", teller, others, before=spoken)


ABOUT: Final = {
    False: (
        "Als reden noemden zij vooral {names}.",
        "As a reason they mentioned above all {names}.",
    ),
    True: (
        "Ook wie het niet of maar deels herkende, had het over {names}.",
        "Those who did not, or only in part, spoke of {names} as well.",
    ),
    None: (
        "Wie het niet of maar deels herkende, noemde vooral {names}.",
        "Those who did not, or only in part, mentioned above all {names}.",
    ),
}
"""Of who recognised it; of who did not and says the same; of who did not."""
MORE: Final = {
    False: ("Zij gaven er nog {count} bij.", "They added {count} more."),
    True: (
        "Wie het anders zag, gaf nog {count}.",
        "Those who saw it otherwise gave {count} more.",
    ),
}


def _about(
    key: str, teller: Teller, reasons: Sequence[Contribution], *, before: Sequence[str] | None
) -> Iterator[Sentence]:
    """What the remaining reasons were about, or that they were given.

    ``before``: the themes of who recognised it, when these are of who did not.
    """
    rest = [one for one in reasons if one.number not in teller.used]
    themed, loose = by_theme(teller, rest)
    top = [theme for theme, _those in themed[:3]]
    if top:
        same = before is not None and [one.key for one in top] == list(before)
        nl, en = ABOUT[same if before is None or same else None]
        yield say(
            key,
            nl,
            en,
            names=names(top),
            contributions=[n for _theme, those in themed for n in numbers(those)],
        )
    if loose:
        nl, en = MORE[before is not None]
        count = counted(weight(loose), "reason")
        yield say(f"{key}-loose", nl, en, count=count, contributions=numbers(loose))
