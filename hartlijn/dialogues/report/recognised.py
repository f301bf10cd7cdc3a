"""How the summary begins: which findings were widely recognised, and which were not."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from hartlijn.dialogues.report.findings import name_of
from hartlijn.dialogues.report.meeting import Both, Meeting, PutFinding
from hartlijn.dialogues.report.reception import MOST, is_telling, share, totals
from hartlijn.dialogues.report.saying import Listed, say
from hartlijn.dialogues.report.text import Sentence
from hartlijn.dialogues.report.words import number

TOP: Final = 3
"""So many names in one sentence of the summary."""


def recognised(meeting: Meeting) -> Iterator[Sentence]:
    """What those present saw of it. Few marks say nothing about all who were there."""
    if meeting.recorded:
        yield from _recorded(meeting)
        return
    marked = [one for one in meeting.findings if totals(one).total]
    telling = sorted(
        (one for one in marked if is_telling(one, meeting.people)),
        key=lambda one: (-share(one), one.number),
    )
    wide = [one for one in telling if share(one) >= MOST[1]]
    if telling:
        yield _wide(marked, wide)
    none = [one for one in telling if not totals(one).recognised]
    split = [one for one in reversed(telling) if one not in wide and one not in none]
    if len(split) < len(marked):
        yield from _about(
            "divided",
            split,
            "Meer verdeeld waren de aanwezigen over {names}.",
            "Those present were more divided about {names}.",
        )
    if len(marked) > 1:
        yield from _about(
            "unrecognised",
            none,
            "Hooguit deels herkend werd {names}.",
            "Recognised in part at most: {names}.",
        )
    yield from _about(
        "few",
        [one for one in marked if one not in telling],
        "Op {names} reageerden te weinig mensen om te zeggen wat de aanwezigen ervan vonden.",
        "Too few people responded to {names} to say what those present thought of it.",
    )


def _wide(marked: Sequence[PutFinding], wide: Sequence[PutFinding]) -> Sentence:
    every = len(wide) == len(marked)
    if len(marked) == 1:
        about = ("De bevinding over {names}", "The finding about {names}")
        if not marked[0].name:
            about = ("De bevinding {names}", "The finding {names}")
        nl = f"{about[0]} werd {'' if wide else 'niet '}breed herkend."
        en = f"{about[1]} was {'' if wide else 'not '}widely recognised."
    elif every and len(marked) == 2:  # noqa: PLR2004 - both
        nl = "Beide bevindingen vonden brede herkenning: {names}."
        en = "Both findings were widely recognised: {names}."
    elif every:
        nl = "Alle {all} bevindingen vonden brede herkenning{first}."
        en = "All {all} findings were widely recognised{first}."
    elif len(wide) == 1:
        nl = "Van de {all} bevindingen vond er één brede herkenning: {names}."
        en = "Of the {all} findings, one was widely recognised: {names}."
    elif wide:
        nl = "Van de {all} bevindingen vonden er {some} brede herkenning{first}."
        en = "Of the {all} findings, {some} were widely recognised{first}."
    else:
        nl = "Geen van de {all} bevindingen werd breed herkend."
        en = "None of the {all} findings was widely recognised."
    nl = nl.replace("{first}", ": {names}" if len(wide) <= TOP else ", {names} voorop")
    en = en.replace("{first}", ": {names}" if len(wide) <= TOP else ", {names} first of all")
    return say(
        "summary/recognised",
        nl,
        en,
        all=number(len(marked)),
        some=number(len(wide)),
        names=_names(wide or marked),
        findings=[one.number for one in marked],
    )


def _about(key: str, findings: Sequence[PutFinding], nl: str, en: str) -> Iterator[Sentence]:
    if findings:
        yield say(
            f"summary/{key}",
            nl,
            en,
            names=_names(findings),
            findings=[one.number for one in findings[:TOP]],
        )


def _names(findings: Iterable[PutFinding]) -> Listed:
    return Listed(tuple(name_of(one) for one in [*findings][:TOP]))


def _recorded(meeting: Meeting) -> Iterator[Sentence]:
    """Of a dialogue entered afterwards: what was spoken about in so many words."""
    reasons = [one for one in meeting.of_kind("finding") if one.mark in {None, "recognised"}]
    said = {one.finding for one in reasons}
    for kind in ("literature", "field"):
        found = [o for o in meeting.findings if o.kind == kind and o.name and o.number in said]
        if not found:
            continue
        if kind == "literature":
            nl = "Wat de literatuurstudie liet zien, werd herkend. Daarbij lichtten de aanwezigen {names} eruit."
            en = "What the literature study showed was recognised. Those present singled out {names}."
        else:
            some = Both("onder meer ", ", among other things") if len(found) > TOP else Both()
            nl = f"Ook de praktijkverkenning riep herkenning op. Daar ging het {some.nl}om {{names}}."
            en = f"The field exploration was recognised too{some.en or ':'} {{names}}."
        those = [one.number for one in found[:TOP]]
        yield say(
            f"summary/{kind}",
            nl,
            en,
            names=_names(found),
            findings=those,
            contributions=[one.number for one in reasons if one.finding in those],
        )
