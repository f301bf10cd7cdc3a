"""A dialogue from a file as a meeting the report can be made of."""

from datetime import date

from hartlijn.dialogues.definitions import DIALOGUE, Can, Put, Said, ShippedDialogue
from hartlijn.dialogues.report.meeting import (
    Both,
    Contribution,
    Lead,
    Marks,
    Meeting,
    PerspectiveMarks,
    Presence,
    PutFinding,
    Theme,
    Thread,
)
from hartlijn.library import shelf
from hartlijn.library.text import Text


def meeting_from(key: str) -> Meeting:
    """One of the dialogues on the shelf. Raises ``UnknownError``."""
    return meeting_of(shelf.get(DIALOGUE, key).content)


def meeting_of(one: ShippedDialogue) -> Meeting:
    """What the file says; what it does not say stays unknown."""
    recorded = one.manner == "recorded"
    return Meeting(
        title=both(one.title),
        occasion=both(one.occasion),
        day=date.fromisoformat(one.day),
        until=date.fromisoformat(one.until) if one.until else None,
        place=one.place,
        organisations=one.organisations,
        who=tuple(
            Presence(there.perspective or None, both(there.name), there.number) for there in one.who
        ),
        people=one.people,
        findings=tuple(
            _finding(number, put, recorded=recorded) for number, put in enumerate(one.findings, 1)
        ),
        contributions=tuple(
            _said(number, said) for number, said in enumerate(one.contributions, 1)
        ),
        themes=tuple(Theme(named.key, both(named.name), both(named.says)) for named in one.themes),
        threads=tuple(Thread(tied.key, both(tied.text), tied.rests) for tied in one.threads),
        leads=tuple(map(_lead, one.leads)),
        questions=tuple(map(both, one.questions)),
        recorded=recorded,
    )


def both(text: Text | None) -> Both:
    """A text of the library as one of the report."""
    return Both(text.nl, text.en) if text else Both()


def _finding(number: int, put: Put, *, recorded: bool) -> PutFinding:
    marks = tuple(
        PerspectiveMarks(
            one.perspective or None, Marks(one.recognised, one.partly, one.unrecognised)
        )
        for one in put.marks
    )
    return PutFinding(
        number=number,
        kind=put.kind,
        text=both(put.text),
        name=both(put.name),
        source=put.source,
        marks=None if recorded else marks,
    )


def _said(number: int, said: Said) -> Contribution:
    return Contribution(
        number=number,
        kind=said.kind,
        text=said.said,
        language=said.language,
        finding=said.finding or None,
        mark=said.mark or None,
        perspective=said.perspective or None,
        may_quote=said.quote == "yes",
        theme=said.theme or None,
        translation=said.translation,
        retold=both(said.retold),
        weight=said.weight,
    )


def _lead(can: Can) -> Lead:
    return Lead(
        key=can.key,
        kind=can.kind,
        text=both(can.text),
        name=both(can.name),
        taken=bool(can.owners),
        owners=can.owners,
        due=date.fromisoformat(can.due) if can.due else None,
        refusal=both(can.refusal),
        contributions=can.rests,
    )
