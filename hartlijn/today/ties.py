"""Who walks along with whom, out of one query."""

from dataclasses import dataclass, field

from hartlijn.people.models import Companionship, Person


@dataclass(frozen=True)
class Ties:
    """The open companionships of one person, from both sides."""

    with_me: list[Companionship] = field(default_factory=list)
    """Who walks along with me, those I asked and who have not answered included."""
    i_walk: list[Companionship] = field(default_factory=list)
    """With whom I walk along."""
    questions: list[Companionship] = field(default_factory=list)
    """Who asks me to walk along."""


def ties_of(person: Person) -> Ties:
    """All of them, oldest first."""
    found = Companionship.objects.open().visible_to(person)
    ties = Ties()
    for tie in found.select_related("starter", "companion").order_by("asked_on", "pk"):
        if tie.starter_id == person.pk:
            ties.with_me.append(tie)
        elif tie.is_accepted:
            ties.i_walk.append(tie)
        else:
            ties.questions.append(tie)
    return ties
