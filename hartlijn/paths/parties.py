"""Who is meant by the roles of a side today: looked up, so that who left drops out by itself."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Final
from uuid import UUID

from django.db.models import Q

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
    return people_of_each([side])[side.pk]


def people_of_each(sides: Collection[Side]) -> dict[UUID, dict[str, list[Person]]]:
    """The same of several sides; two questions, however many there are."""
    walks = defaultdict(list)
    ties = Companionship.objects.accepted().filter(
        starter__in={side.path.starter_id for side in sides},
        companion__isnull=False,
        kind__in=WALKS,
    )
    for tie in ties.select_related("companion").order_by("companion__name", "pk"):
        walks[tie.starter_id].append(tie)
    places = defaultdict(list)
    here = Membership.objects.active().filter(
        Q(unit__in={side.unit_id for side in sides if side.unit_id}) | Q(role=Role.COORDINATOR),
        organisation__in={side.organisation_id for side in sides},
        person__is_active=True,
    )
    for place in here.select_related("person").order_by("person__name", "pk"):
        places[place.organisation_id].append(place)
    return {
        side.pk: _by_role(side, walks[side.path.starter_id], places[side.organisation_id])
        for side in sides
    }


def _by_role(
    side: Side, walks: Iterable[Companionship], places: Iterable[Membership]
) -> dict[str, list[Person]]:
    found: dict[str, list[Person]] = defaultdict(list)
    found["starter"].append(side.path.starter)
    for tie in walks:
        assert tie.companion is not None  # noqa: S101 - tells the type checker
        found[tie.kind].append(tie.companion)
    for place in places:
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
