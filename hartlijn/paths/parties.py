"""Who is meant by the roles of a side today: looked up, so that who left drops out by itself."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from hartlijn.paths.models import Side
from hartlijn.people.models import Companionship, Membership, Person, Role

PLACES: Final[Mapping[str, str]] = {
    Role.TEAM_LEADER: "team_leader",
    Role.TEACHER: "teacher",
    Role.COORDINATOR: "coordinator",
}
"""Which membership fills which role of a template. The first two in the unit of the side."""

WALKS: Final = frozenset(
    {
        Companionship.Kind.BUDDY,
        Companionship.Kind.WORK_MENTOR,
        Companionship.Kind.SUPERVISOR,
        Companionship.Kind.STUDY_COACH,
    }
)
"""Roles that are filled by who walks along, wherever they belong."""

COLLEAGUES: Final = "colleagues"


def people_of(side: Side) -> dict[str, list[Person]]:
    """Everybody with a part in a side, by role and name; a role nobody has is not there."""
    found: dict[str, list[Person]] = defaultdict(list)
    found["starter"].append(side.path.starter)
    walks = Companionship.objects.accepted().filter(
        starter=side.path.starter, companion__isnull=False, kind__in=WALKS
    )
    for tie in walks.select_related("companion").order_by("companion__name", "pk"):
        assert tie.companion is not None  # noqa: S101 - tells the type checker
        found[tie.kind].append(tie.companion)
    places = Membership.objects.active().filter(
        organisation=side.organisation, person__is_active=True
    )
    for place in places.select_related("person").order_by("person__name", "pk"):
        for role in _roles_of(place, side):
            if place.person and place.person not in found[role]:
                found[role].append(place.person)
    return {role: people for role, people in found.items() if people}


def roles_of(person: Person, side: Side) -> frozenset[str]:
    """The roles somebody has on a side today."""
    return frozenset(role for role, people in people_of(side).items() if person in people)


def _roles_of(place: Membership, side: Side) -> list[str]:
    if place.role == Role.COORDINATOR:
        return ["coordinator"]
    if side.unit_id is None or place.unit_id != side.unit_id:
        return []
    if place.person_id == side.path.starter_id:
        return []
    return [PLACES.get(place.role, COLLEAGUES)]
