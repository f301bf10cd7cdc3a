"""Who walks along with whom, out of one query."""

from dataclasses import dataclass, field
from typing import Any

from hartlijn.people.models import Companionship, Person
from hartlijn.vault.recoveries import Side, beside


@dataclass(frozen=True)
class Ties:
    """The open companionships of one person, from both sides."""

    with_me: list[Companionship] = field(default_factory=list)
    """Who walks along with me, those I asked and who have not answered included."""
    i_walk: list[Companionship] = field(default_factory=list)
    """With whom I walk along."""
    questions: list[Companionship] = field(default_factory=list)
    """Who asks me to walk along."""
    sides: frozenset[Side] = frozenset()
    """Of a recovery that runs: it needs two who walk along, so it is seen beside a tie."""


def ties_of(person: Person) -> Ties:
    """All of them, oldest first."""
    open_ = Companionship.objects.open().visible_to(person).annotate(**beside(person))
    found = list(open_.select_related("starter", "companion").order_by("asked_on", "pk"))
    ties = Ties(sides=_sides(found))
    for tie in found:
        if tie.starter_id == person.pk:
            ties.with_me.append(tie)
        elif tie.is_accepted:
            ties.i_walk.append(tie)
        else:
            ties.questions.append(tie)
    return ties


def _sides(found: list[Any]) -> frozenset[Side]:
    sides = {Side.OWNER for tie in found if tie.asks_contact}
    return frozenset(sides | {Side.CONTACT for tie in found if tie.is_asked})
