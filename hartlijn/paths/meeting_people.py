"""Who may sit at the table of a meeting of three: from school, and from work."""

from dataclasses import dataclass

from hartlijn.paths.models import Side
from hartlijn.paths.parties import people_of
from hartlijn.people.models import Membership, Organisation, Person

FROM_SCHOOL = ("teacher", "study_coach")
FROM_WORK = ("work_mentor", "team_leader")


@dataclass(frozen=True)
class Table:
    """A side of a school and one of an employer that run now, and who may come for each."""

    school: Side
    work: Side
    teachers: list[Person]
    guides: list[Person]


def table_of(starter: Person) -> Table | None:
    """The table of somebody who is at school and at work; None while one of the two is missing."""
    sides = Side.objects.running().filter(path__starter=starter)
    by_kind = {
        side.organisation.kind: side
        for side in sides.select_related("organisation", "path__starter")
    }
    school = by_kind.get(Organisation.Kind.EDUCATION)
    work = by_kind.get(Organisation.Kind.PRACTICE)
    if school is None or work is None:
        return None
    return Table(school, work, _from(school, FROM_SCHOOL), _from(work, FROM_WORK))


def _from(side: Side, roles: tuple[str, ...]) -> list[Person]:
    """Who has one of these roles, from inside the organisation: they see its side too."""
    found = people_of(side)
    people = dict.fromkeys(person for role in roles for person in found.get(role, ()))
    places = Membership.objects.active().filter(organisation=side.organisation, person__in=people)
    inside = set(places.values_list("person", flat=True))
    return [one for one in people if one.pk in inside and one != side.path.starter]
