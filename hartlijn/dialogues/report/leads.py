"""What education or practice can do, who takes it up, and what will not happen and why."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from hartlijn.dialogues.report.gathered import gathered, opening
from hartlijn.dialogues.report.meeting import Both, Contribution, Lead, LeadKind
from hartlijn.dialogues.report.saying import Listed, ended, say, whole
from hartlijn.dialogues.report.telling import Teller, paragraph, weight
from hartlijn.dialogues.report.text import Paragraph, Sentence
from hartlijn.dialogues.report.words import counted, day, number

WHO: Final[dict[LeadKind, Both]] = {
    "education": Both("de opleiding", "education"),
    "practice": Both("de praktijk", "practice"),
    "together": Both("opleiding en praktijk samen", "education and practice together"),
}


def of_kind(teller: Teller, kind: LeadKind) -> list[Lead]:
    """The leads of one kind, the one most was said about first; as entered, when recorded."""
    found = [one for one in teller.meeting.leads if one.kind == kind]
    if not teller.meeting.recorded:
        found.sort(key=lambda one: (not one.contributions, -cards(teller, one)))
    return found


def cards(teller: Teller, lead: Lead) -> int:
    """How many cards a lead rests on."""
    return weight(_linked(teller, lead))


def leads(teller: Teller, kind: LeadKind) -> Iterator[Paragraph]:
    """One part of the report."""
    found = of_kind(teller, kind)
    those = list(teller.meeting.of_kind(kind))
    added = [one for one in found if not one.contributions]
    yield from paragraph(_opening(teller, kind, [one for one in found if one.contributions]))
    many = len([one for one in found if not (one.taken or one.refusal)]) > 2  # noqa: PLR2004
    for one in found:
        linked = _linked(teller, one)
        if added and one is added[0]:
            yield from paragraph(_added(teller, kind, added, alone=added == found))
        yield from paragraph(
            [told(one)],
            teller.retold(f"lead-{one.key}", linked),
            teller.quote(f"lead-{one.key}", linked, restates=True),
            owned(one),
            () if many else _without_owner(teller, [one]),
        )
    if many:
        yield from paragraph(_without_owner(teller, found))
    held = {n for one in teller.meeting.leads for n in one.contributions}
    rest = [one for one in those if one.number not in held]
    before = () if found else opening(kind, rest, recorded=teller.meeting.recorded)
    yield from gathered(teller, kind, rest, before=before, opened=bool(found))


def told(lead: Lead) -> Sentence:
    """What can be done, as it was agreed."""
    return whole(f"lead-{lead.key}", lead.text, contributions=lead.contributions)


def owned(lead: Lead) -> Iterator[Sentence]:
    """Which organisation takes it up and by when; or the reason why nobody does."""
    if lead.refusal:
        nl, en = (
            "Dit wordt niet opgepakt. De reden: {why}",
            "This will not be taken up. The reason: {why}",
        )
    elif lead.owners and lead.due:
        nl = "Dit ligt bij {owners}, met als uiterste datum {due}."
        en = "{owners} agreed to take this up, by {due} at the latest."
    elif lead.owners:
        nl, en = "Dit ligt bij {owners}.", "{owners} agreed to take this up."
    elif lead.taken and lead.due:
        nl = "Iemand heeft dit op zich genomen, met als uiterste datum {due}."
        en = "Somebody has taken this on, by {due} at the latest."
    else:
        return
    yield say(
        f"lead-{lead.key}/owner",
        nl,
        en,
        why=Both(ended(lead.refusal.nl), ended(lead.refusal.en)),
        owners=Listed(tuple(Both(one, one) for one in lead.owners)),
        due=day(lead.due) if lead.due else "",
        contributions=lead.contributions,
    )


def _linked(teller: Teller, lead: Lead) -> list[Contribution]:
    wanted = set(lead.contributions)
    return [one for one in teller.meeting.contributions if one.number in wanted]


def _opening(teller: Teller, kind: LeadKind, found: Sequence[Lead]) -> Iterator[Sentence]:
    if not found or teller.meeting.recorded:
        return
    yield say(
        f"{kind}/opening",
        "Voor {who} leverde de dialoog {count} op.",
        "For {who}, {count} came out of the dialogue.",
        who=WHO[kind],
        count=counted(len(found), "lead"),
        contributions=[n for lead in found for n in lead.contributions],
    )


def _added(
    teller: Teller, kind: LeadKind, added: Sequence[Lead], *, alone: bool
) -> Iterator[Sentence]:
    """What nobody in the dialogue said: it comes from who led."""
    if teller.meeting.recorded:
        return
    if alone:
        nl, en = (
            "Wie de dialoog leidde, stelt voor {who} zelf {count} voor.",
            "Those who led the dialogue propose {count} for {who} themselves.",
        )
    else:
        nl, en = (
            "Wie de dialoog leidde, voegt daar zelf {count} aan toe.",
            "Those who led the dialogue add {count} themselves.",
        )
    yield say(f"{kind}/added", nl, en, who=WHO[kind], count=counted(len(added), "lead"))


def _without_owner(teller: Teller, found: Iterable[Lead]) -> Iterator[Sentence]:
    open_ones = [one for one in found if not (one.taken or one.refusal)]
    if not open_ones or teller.meeting.recorded:
        return
    if len(open_ones) == 1:
        nl, en = "Hiervoor is nog niemand gevonden.", "Nobody has been found for this yet."
    else:
        nl = "Voor {count} daarvan is nog niemand gevonden."
        en = "For {count} of these nobody has been found yet."
    yield say(
        f"lead-{open_ones[0].key}/open",
        nl,
        en,
        count=number(len(open_ones)),
        contributions=[n for one in open_ones for n in one.contributions],
    )
