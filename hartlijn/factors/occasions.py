"""What changed a map or a finding, told by whoever knows more of it than its reference.

This floor keeps a reference ("dialogue:…") and knows no dialogues. An app above that does says so
with ``know``; its answers give a title and an address, and only to who may read them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from hartlijn.factors.models import Viewer
from hartlijn.people.models import Person

DIALOGUE: Final = "dialogue:"
"""How the reference of a dialogue held here begins; its id follows."""


@dataclass(frozen=True)
class Occasion:
    """Something that can change a map, with the address of its page."""

    reference: str
    title: str
    address: str
    then: tuple[tuple[str, str], ...] = ()
    """What is taken up after it, and how far that is, as far as the reader may know."""


class Knows(Protocol):
    """What an app that knows occasions can say."""

    def own(self, person: Person) -> list[Occasion]:
        """Those that ``person`` may name as the reason of a change, the newest first."""

    def told(self, references: Iterable[str], viewer: Viewer) -> list[Occasion]:
        """Those of these that ``viewer`` may read of."""


_known: list[Knows] = []


def know(one: Knows) -> None:
    """Ask this one too from now on."""
    _known.append(one)


def own(person: Person) -> list[Occasion]:
    """What ``person`` may name as the reason of a change."""
    return [occasion for one in _known for occasion in one.own(person)]


def told(references: Iterable[str], viewer: Viewer) -> Mapping[str, Occasion]:
    """By reference, what ``viewer`` may read of."""
    asked = {one for one in references if one}
    return {found.reference: found for one in _known for found in one.told(asked, viewer)}
