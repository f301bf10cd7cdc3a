"""The summary: what was recognised, what was missing, what ties it together, the first leads."""

from collections.abc import Iterator, Sequence
from typing import Final

from hartlijn.dialogues.report.findings import name_of, share, totals
from hartlijn.dialogues.report.leads import of_kind
from hartlijn.dialogues.report.meeting import Both, Contribution, LeadKind, PutFinding
from hartlijn.dialogues.report.reception import MOST
from hartlijn.dialogues.report.saying import Listed, as_name, ended, say, whole
from hartlijn.dialogues.report.telling import (
    Teller,
    by_theme,
    names,
    numbers,
    paragraph,
)
from hartlijn.dialogues.report.text import Paragraph, Sentence
from hartlijn.dialogues.report.words import number

TOP: Final = 3
"""So many names in one sentence of the summary."""


def summary(teller: Teller) -> Iterator[Paragraph]:
    """What was recognised, what was missing, what ties it together, and the first leads."""
    yield from paragraph(_recognised(teller), _divided(teller))
    yield from paragraph(_missed(teller), _threads(teller))
    yield from paragraph(_lead(teller, "education"), _lead(teller, "practice"))


def _recognised(teller: Teller) -> Iterator[Sentence]:
    meeting = teller.meeting
    if meeting.recorded:
        for kind in ("literature", "field"):
            said = {
                one.finding
                for one in meeting.of_kind("finding")
                if one.mark in {None, "recognised"}
            }
            found = [o for o in meeting.findings if o.kind == kind and o.name and o.number in said]
            if found:
                yield _spoken(kind, found, teller)
        return
    marked = [one for one in meeting.findings if totals(one).total]
    if not marked:
        return
    wide = sorted(
        (one for one in marked if share(one) >= MOST[1]), key=lambda one: (-share(one), one.number)
    )
    every = len(wide) == len(marked) > 1
    if every:
        nl = "Alle {all} bevindingen vonden brede herkenning, {names} voorop."
        en = "All {all} findings were widely recognised, {names} first of all."
    elif wide:
        nl = "Van de {all} bevindingen vonden er {some} brede herkenning: {names}."
        en = "Of the {all} findings, {some} were widely recognised: {names}."
        if len(wide) == 1:
            nl = "Van de {all} bevindingen vond er één brede herkenning: {names}."
            en = "Of the {all} findings, one was widely recognised: {names}."
    else:
        nl = "Geen van de {all} bevindingen werd breed herkend."
        en = "None of the {all} findings was widely recognised."
    shown = wide[:TOP] if every else wide
    if len(marked) == 1 and wide:
        nl = "De bevinding over {names} werd breed herkend."
        en = "The finding about {names} was widely recognised."
    yield say(
        "summary/recognised",
        nl,
        en,
        all=number(len(marked)),
        some=number(len(wide)),
        names=Listed(tuple(name_of(one) for one in shown)),
        findings=[one.number for one in marked],
    )


def _spoken(kind: str, found: Sequence[PutFinding], teller: Teller) -> Sentence:
    if kind == "literature":
        nl = "Wat de literatuurstudie liet zien, werd herkend. Daarbij lichtten de aanwezigen {names} eruit."
        en = "What the literature study showed was recognised. Those present singled out {names}."
    else:
        nl = "Ook de praktijkverkenning riep herkenning op. Daar ging het om {names}."
        en = "The field exploration was recognised too, above all {names}."
    those = {one.number for one in found}
    return say(
        f"summary/{kind}",
        nl,
        en,
        names=Listed(tuple(name_of(one) for one in found)),
        findings=those,
        contributions=[
            one.number for one in teller.meeting.of_kind("finding") if one.finding in those
        ],
    )


def _divided(teller: Teller) -> Iterator[Sentence]:
    if teller.meeting.recorded:
        return
    split = [one for one in teller.meeting.findings if totals(one).total and share(one) < MOST[1]]
    if split and len(split) < len([o for o in teller.meeting.findings if totals(o).total]):
        split.sort(key=lambda one: (share(one), one.number))
        yield say(
            "summary/divided",
            "Meer verdeeld waren de aanwezigen over {names}.",
            "Those present were more divided about {names}.",
            names=Listed(tuple(name_of(one) for one in split[:TOP])),
            findings=[one.number for one in split[:TOP]],
        )


def _missed(teller: Teller) -> Iterator[Sentence]:
    themed, loose = by_theme(teller, teller.meeting.of_kind("missing"))
    if not themed:
        yield from _missed_loose(teller, loose)
        return
    top = themed[:TOP]
    yield say(
        "summary/missing",
        "In de resultaten misten zij vooral aandacht voor {names}.",
        "In the results they missed above all attention to {names}.",
        names=names(theme for theme, _those in top),
        contributions=[n for _theme, those in top for n in numbers(those)],
    )


def _missed_loose(teller: Teller, loose: Sequence[Contribution]) -> Iterator[Sentence]:
    if loose and not teller.meeting.recorded:
        one = len(loose) == 1
        yield say(
            "summary/missing",
            f"Ook {'werd' if one else 'werden'} {{count}} genoemd die ontbrak{'' if one else 'en'}.",
            f"They also named {{count}} that {'was' if one else 'were'} missing.",
            count=Both(*(f"{n} {w}" for n, w in _points(len(loose)))),
            contributions=numbers(loose),
        )


def _points(many: int) -> tuple[tuple[str, str], tuple[str, str]]:
    said = number(many)
    return (said.nl, "punt" if many == 1 else "punten"), (
        said.en,
        "point" if many == 1 else "points",
    )


def _threads(teller: Teller) -> Iterator[Sentence]:
    for one in teller.meeting.threads:
        yield whole(f"thread-{one.key}", one.text, contributions=one.contributions)


def _lead(teller: Teller, kind: LeadKind) -> Iterator[Sentence]:
    found = [one for one in of_kind(teller, kind) if not one.refusal]
    if not found:
        return
    first = found[0]
    if kind == "education":
        nl = "Voor de opleiding ligt het belangrijkste aanknopingspunt bij {name}."
        en = "For education the main lead lies in {name}."
    else:
        nl = "In de praktijk begint het bij {name}."
        en = "For practice it begins with {name}."
    if not first.name:
        who = (
            Both("de opleiding", "education")
            if kind == "education"
            else Both("de praktijk", "practice")
        )
        yield say(
            f"summary/{kind}",
            "Het belangrijkste aanknopingspunt voor {who}: {text}",
            "The main lead for {who}: {text}",
            who=who,
            text=Both(ended(first.text.nl), ended(first.text.en)),
            contributions=first.contributions,
        )
        return
    yield say(
        f"summary/{kind}", nl, en, name=as_name(first.name), contributions=first.contributions
    )
