"""What goes along, as one of the three reads it: the same before it happens and after."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from hartlijn.library.text import Text
from hartlijn.paths.models import HandOverItem


@dataclass(frozen=True)
class Letter:
    """Items by what they are, and the sentence of the starter when the reader gets it."""

    groups: list[tuple[str, list[tuple[Text, date | None]]]]
    added: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read."""
        return not (self.groups or self.added)


def letter(items: Iterable[HandOverItem], added: str = "") -> Letter:
    """The letter with these items, in the order of the proposal."""
    grouped = groupby(items, lambda one: one.kind)
    groups = [
        (
            str(HandOverItem.Kind(kind).label),
            [(Text(one.words_nl, one.words_en), one.day) for one in some],
        )
        for kind, some in grouped
    ]
    return Letter(groups, added)
