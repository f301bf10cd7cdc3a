"""A meeting that was held elsewhere, as rows: what its source does not say stays unknown.

Rows are made and given back unsaved, so that a demonstration can write them with its own ids.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from hartlijn.dialogues.models import (
    Contribution,
    Dialogue,
    Lead,
    PutFinding,
    Theme,
    Thread,
)
from hartlijn.dialogues.report.meeting import Both, Meeting
from hartlijn.dialogues.small_groups import WORDS, Marked, labels, tally
from hartlijn.people.models import Organisation

Name = Callable[..., UUID]


def _random(*_names: object) -> UUID:
    return uuid4()


@dataclass(frozen=True)
class Recorded:
    """All the rows of one meeting, in the order in which they go in."""

    dialogue: Dialogue
    rows: list[Any]

    def __iter__(self) -> Iterator[Any]:
        yield self.dialogue
        yield from self.rows


def recorded(meeting: Meeting, organisation: Organisation, *, name: Name = _random) -> Recorded:
    """The rows of a meeting, in Dutch with English beside it. It is over: nobody joins it."""
    people: dict[str, int] = {}
    for one in meeting.who:
        if one.perspective and one.number:
            people[one.perspective] = one.number
    dialogue = Dialogue(
        pk=name("dialogue"),
        organisation=organisation,
        **_pair("title", meeting.title),
        **_pair("occasion", meeting.occasion),
        on_day=meeting.day,
        open_until=meeting.until,
        place=meeting.place,
        organisations="\n".join(meeting.organisations),
        organisation_count=meeting.organisation_count,
        present=[
            {"perspective": one.perspective or "", "nl": one.name.nl, "en": one.name.en,
             "number": one.number}
            for one in meeting.who
        ],
        people=meeting.people,
        questions="\n".join(one.nl for one in meeting.questions),
        questions_other="\n".join(one.en for one in meeting.questions),
        state=Dialogue.State.GATHERED,
        recorded=meeting.recorded,
        last_number=len(meeting.contributions),
        made_on=meeting.day,
    )  # fmt: skip
    for kind in Contribution.Kind.values:
        said = [
            (one.perspective, one.show_perspective)
            for one in meeting.contributions
            if one.kind == kind and one.finding is None and one.perspective
        ]
        dialogue.opened[kind] = labels(people, said)
    put = {one.number: _finding(dialogue, meeting, one, people, name) for one in meeting.findings}
    themes = {
        one.key: Theme(
            pk=name("theme", one.key),
            dialogue=dialogue,
            order=place,
            **_pair("name", one.name),
            **_pair("says", one.says),
        )
        for place, one in enumerate(meeting.themes, 1)
    }
    said_rows = [
        Contribution(
            pk=name("contribution", one.number),
            token=name("token", one.number),
            dialogue=dialogue,
            number=one.number,
            kind=one.kind,
            put=put.get(one.finding) if one.finding else None,
            perspective=one.perspective or "",
            text=one.text,
            language=one.language,
            may_quote=one.may_quote if not meeting.recorded or one.may_quote else None,
            show_perspective=one.show_perspective,
            source=Contribution.Source.SCRIBE,
            mark=one.mark or "",
            translation=one.translation,
            **_pair("retold", one.retold, own=one.language),
            weight=one.weight,
            theme=themes.get(one.theme) if one.theme else None,
        )
        for one in meeting.contributions
    ]
    threads = [
        Thread(
            pk=name("thread", one.key),
            dialogue=dialogue,
            order=place,
            numbers=list(one.contributions),
            **_pair("text", one.text),
        )
        for place, one in enumerate(meeting.threads, 1)
    ]
    leads = [_lead(dialogue, place, one, name) for place, one in enumerate(meeting.leads, 1)]
    return Recorded(dialogue, [*put.values(), *themes.values(), *said_rows, *threads, *leads])


def _finding(
    dialogue: Dialogue, meeting: Meeting, one: Any, people: dict[str, int], name: Name
) -> PutFinding:
    marks = [
        Marked(group.perspective or "", word, show=False)
        for group in one.marks or ()
        for word, number in zip(
            WORDS,
            (group.marks.recognised, group.marks.partly, group.marks.unrecognised),
            strict=True,
        )
        for _one in range(number)
    ]
    said = [
        (words.perspective, words.show_perspective)
        for words in meeting.contributions
        if words.finding == one.number and words.perspective
    ]
    shown = tally(marks)
    apart = [block["of"][0] for block in shown["blocks"] if len(block["of"]) == 1]
    return PutFinding(
        pk=name("finding", one.number),
        dialogue=dialogue,
        order=one.number,
        kind=one.kind,
        source=one.source,
        shown=shown | labels(people, said, apart if marks else None),
        **_pair("text", one.text),
        **_pair("name", one.name),
    )


def _lead(dialogue: Dialogue, place: int, one: Any, name: Name) -> Lead:
    state = Lead.State.OPEN
    if one.refusal:
        state = Lead.State.REFUSED
    elif one.taken and one.due:
        state = Lead.State.TAKEN
    return Lead(
        pk=name("lead", one.key),
        dialogue=dialogue,
        order=place,
        kind=one.kind,
        numbers=list(one.contributions),
        owner_name=", ".join(one.owners),
        due_on=one.due,
        state=state,
        why_not=one.refusal.nl or one.refusal.en,
        **_pair("text", one.text),
        **_pair("name", one.name),
    )


def _pair(field: str, both: Both, *, own: str = "nl") -> dict[str, str]:
    one, other = (both.nl, both.en) if own == "nl" else (both.en, both.nl)
    return {field: one, f"{field}_other": other}
