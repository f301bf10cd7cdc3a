"""Conclusion, quotations, and how to read the report."""

from collections.abc import Iterator
from typing import Final

from hartlijn.dialogues.report.gathered import gathered
from hartlijn.dialogues.report.groups import large, named
from hartlijn.dialogues.report.leads import leads, of_kind, owned, told
from hartlijn.dialogues.report.meeting import Both, Contribution, Lead, LeadKind
from hartlijn.dialogues.report.saying import Voice, as_name, say, tidy
from hartlijn.dialogues.report.telling import (
    SHORTEST,
    Teller,
    numbers,
    paragraph,
)
from hartlijn.dialogues.report.text import Paragraph, Sentence
from hartlijn.dialogues.report.words import counted, plural

KINDS: Final[tuple[LeadKind, ...]] = ("education", "practice", "together")
MOST_QUOTES: Final = 8


def conclusion(teller: Teller) -> Iterator[Paragraph]:
    """What school and practice do together, and what happens next."""
    together = of_kind(teller, "together")
    if together:
        yield from paragraph(
            s for place, one in enumerate(together) for s in _plea(teller, place, one)
        )
        held = {n for one in teller.meeting.leads for n in one.contributions}
        rest = [one for one in teller.meeting.of_kind("together") if one.number not in held]
        yield from gathered(teller, "together", rest, opened=True)
    else:
        yield from paragraph(_both(teller))
        yield from leads(teller, "together")
    yield from paragraph(_next(teller), _nobody_yet(teller))


def quotes(teller: Teller) -> Iterator[Paragraph]:
    """Words of people who allowed it and that stand nowhere else, from as many themes as can be."""
    chosen: list[Contribution] = []
    seen: set[tuple[str, str | None, int | None]] = set()
    for one in teller.meeting.contributions:
        about = (one.kind, one.theme, one.finding)
        free = one.may_quote and one.number not in teller.used and about not in seen
        free = free and one.kind != "finding"  # without its finding nobody knows what it is about
        if free and SHORTEST <= len(tidy(one.text)) <= 300:  # noqa: PLR2004 - readable at once
            chosen.append(one)
            seen.add(about)
    known = large(teller.meeting)
    for one in chosen[:MOST_QUOTES]:
        teller.used.add(one.number)
        who = named(one, known)
        nl, en = ("{voice} – {who}", "{voice} – {who}") if who else ("{voice}", "{voice}")
        said = say(
            f"quote-{one.number}",
            nl,
            en,
            voice=Voice(one),
            who=plural(who, 1) if who else "",
        )
        yield Paragraph((said,), is_quote=True)


def reading(teller: Teller) -> Iterator[Paragraph]:
    """How to read it, and what came of the draft."""
    yield from paragraph(_how(teller), _check(teller))


def _plea(teller: Teller, place: int, lead: Lead) -> Iterator[Sentence]:
    if place == 0 and lead.name:
        yield say(
            f"lead-{lead.key}/plea",
            "Dit alles vraagt om {name}.",
            "All this calls for {name}.",
            name=as_name(lead.name),
            contributions=lead.contributions,
        )
    yield told(lead)
    linked = [one for one in teller.meeting.contributions if one.number in set(lead.contributions)]
    yield from teller.retold(f"lead-{lead.key}", linked)
    yield from teller.quote(f"lead-{lead.key}", linked, restates=True)
    yield from owned(lead)


def _both(teller: Teller) -> Iterator[Sentence]:
    school = [one for one in of_kind(teller, "education") if not one.refusal and one.name]
    work = [one for one in of_kind(teller, "practice") if not one.refusal and one.name]
    if school and work:
        yield say(
            "conclusion/both",
            "Opleiding en praktijk hebben hier allebei een stuk van in handen: "
            "de opleiding met {school}, de praktijk met {work}.",
            "Education and practice each hold a part of this: "
            "education with {school}, practice with {work}.",
            school=as_name(school[0].name),
            work=as_name(work[0].name),
            contributions=[*school[0].contributions, *work[0].contributions],
        )
    elif school or work:
        one = (school or work)[0]
        yield say(
            "conclusion/one",
            "De volgende stap ligt bij {who}, met {name}.",
            "The next step is with {who}, starting with {name}.",
            who=Both("de opleiding", "education") if school else Both("de praktijk", "practice"),
            name=as_name(one.name),
            contributions=one.contributions,
        )


def _nobody_yet(teller: Teller) -> Iterator[Sentence]:
    """Without any lead the next step is still to be taken."""
    meeting = teller.meeting
    if meeting.recorded or meeting.leads:
        return
    said = [one for kind in KINDS for one in meeting.of_kind(kind)]
    yield say(
        "conclusion/nobody",
        "Wie wat oppakt, is nog niet afgesproken.",
        "Who takes up what has not been agreed yet.",
        contributions=numbers(said),
    )


def _next(teller: Teller) -> Iterator[Sentence]:
    """The next dialogue opens with what was agreed."""
    agreed = [one for one in teller.meeting.leads if one.taken and one.due and not one.refusal]
    if not agreed:
        return
    one = len(agreed) == 1
    yield say(
        "conclusion/next",
        "{count^} " + ("heeft" if one else "hebben") + " een eigenaar en een datum. "
        "Daarmee begint de volgende dialoog.",
        "{count^} " + ("has" if one else "have") + " an owner and a date. "
        "The next dialogue begins with " + ("it." if one else "them."),
        count=counted(len(agreed), "lead"),
        contributions=[n for lead in agreed for n in lead.contributions],
    )


def _how(teller: Teller) -> Iterator[Sentence]:
    yield say(
        "reading/numbers",
        "De nummers achter een zin wijzen de bijdragen aan waarop die zin rust; "
        "B met een nummer wijst een bevinding aan. In een bestand staan ze achterin.",
        "The numbers after a sentence point to the contributions it rests on; "
        "F with a number points to a finding. In a file they are listed at the end.",
    )
    if any(one.weight > 1 for one in teller.meeting.contributions):
        yield say(
            "reading/cards",
            "Eén nummer kan voor meer kaartjes staan die hetzelfde zeiden.",
            "One number may stand for several cards that said the same.",
        )
    if teller.meeting.recorded:
        return
    yield say(
        "reading/groups",
        "Verschillen tussen perspectieven staan er alleen waar geen enkele groep kleiner is dan vijf mensen. "
        "Letterlijk aangehaald is alleen wie dat goed vond.",
        "Differences between perspectives are told only where no group is smaller than five people. "
        "Only those who agreed to it are quoted.",
    )


def _check(teller: Teller) -> Iterator[Sentence]:
    meeting = teller.meeting
    if not meeting.checked:
        return
    if meeting.remarks:
        came = "kwam" if len(meeting.remarks) == 1 else "kwamen"
        nl = f"Wie erbij was, kon het concept lezen; daarop {came} {{count}}."
        en = "Those who were there could read the draft; {count} came back."
    else:
        nl = "Wie erbij was, kon het concept lezen; daarop kwam geen opmerking."
        en = "Those who were there could read the draft; no remarks came back."
    yield say("reading/check", nl, en, count=counted(len(meeting.remarks), "remark"))
