"""The cards that somebody typed last, so that one typed wrong can be taken back.

Kept in the session of who typed: elsewhere nobody can tell which cards came from which hand.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.contrib.sessions.backends.base import SessionBase

from hartlijn.dialogues.models import Contribution, Dialogue, Mark
from hartlijn.dialogues.paper.letters import QUESTIONS

MOST: Final = 12


@dataclass(frozen=True)
class TypedCard:
    """A card as it was understood."""

    token: UUID
    code: str
    perspective: str
    word: str
    reason: str


class Lately:
    """Which cards these are, the last one first."""

    def __init__(self, session: SessionBase, dialogue: Dialogue) -> None:
        """Of one dialogue, in one session."""
        self.session = session
        self.dialogue = dialogue
        self.key = f"paper {dialogue.pk}"

    @property
    def tokens(self) -> list[str]:
        """What the session has."""
        found: list[str] = self.session.get(self.key, [])
        return found

    def add(self, token: UUID) -> None:
        """One more; a card that came twice stands there once."""
        others = [one for one in self.tokens if one != str(token)]
        self.session[self.key] = [str(token), *others][:MOST]

    def drop(self, token: UUID) -> None:
        """It was taken back."""
        self.session[self.key] = [one for one in self.tokens if one != str(token)]

    def cards(self) -> list[TypedCard]:
        """What they say now, in two queries and one for the numbers."""
        tokens = self.tokens
        if not tokens:
            return []
        places = {pk: str(at) for at, pk in enumerate(_puts(self.dialogue), 1)}
        said = {
            str(one.token): one
            for one in Contribution.objects.filter(dialogue=self.dialogue, token__in=tokens)
        }
        marks = {
            str(one.pk): one
            for one in Mark.objects.filter(
                put__dialogue=self.dialogue, pk__in=tokens
            ).select_related("seat")
        }
        letters = {kind: letter.upper() for letter, kind in QUESTIONS.items()}
        return [
            _card(UUID(one), said.get(one), marks.get(one), places, letters)
            for one in tokens
            if one in said or one in marks
        ]


def _puts(dialogue: Dialogue) -> list[UUID]:
    return list(dialogue.put.order_by("order", "pk").values_list("pk", flat=True))


def _card(
    token: UUID,
    said: Contribution | None,
    mark: Mark | None,
    places: dict[UUID, str],
    letters: Mapping[str, str],
) -> TypedCard:
    put = mark.put_id if mark else said.put_id if said else None
    from_where = mark.seat if mark else said
    return TypedCard(
        token=token,
        code=places.get(put, "") if put else letters.get(said.kind if said else "", ""),
        perspective=from_where.get_perspective_display() if from_where else "",
        word=mark.get_word_display() if mark else "",
        reason=said.text if said else "",
    )
