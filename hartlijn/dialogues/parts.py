"""The parts of a dialogue, in the order in which the screen shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues.models import Contribution, Dialogue, PutFinding

QUESTIONS: Final = (
    Contribution.Kind.MISSING,
    Contribution.Kind.EDUCATION,
    Contribution.Kind.PRACTICE,
)
ASKED: Final = {
    Contribution.Kind.MISSING: _("Wat ontbreekt hier nog?"),
    Contribution.Kind.EDUCATION: _("Wat kan de opleiding doen?"),
    Contribution.Kind.PRACTICE: _("Wat kan de praktijk doen?"),
}


@dataclass(frozen=True)
class Part:
    """One thing the screen shows: the welcome, a finding, a question, or the end."""

    place: int
    what: str
    put: PutFinding | None = None
    kind: str = ""
    is_revealed: bool = False

    @property
    def title(self) -> str | Promise:
        """The words that stand large."""
        if self.put is not None:
            return self.put.text
        return ASKED.get(self.kind, "")  # type: ignore[call-overload, no-any-return]


def parts(dialogue: Dialogue, put: Sequence[PutFinding]) -> list[Part]:
    """All of them."""
    found = [Part(0, "welcome")]
    for one in put:
        found.append(Part(len(found), "finding", put=one, is_revealed=bool(one.revealed_at)))
    for kind in QUESTIONS:
        found.append(Part(len(found), "question", kind=kind, is_revealed=kind in dialogue.opened))
    return [*found, Part(len(found), "end")]


def at(found: Sequence[Part], place: int) -> Part:
    """The part at a place; beyond the last one the last."""
    return found[min(max(place, 0), len(found) - 1)]
