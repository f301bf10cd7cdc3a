"""A team as its leader finds it: who is in it and who comes, and nothing about how they are."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from hartlijn.people.models import Membership, Unit
from hartlijn.today.me import Me

AHEAD: Final = timedelta(days=42)


@dataclass
class Team:
    """One unit, the names in it, and who begins when."""

    unit: Unit
    names: list[str] = field(default_factory=list)
    soon: list[tuple[str, date]] = field(default_factory=list)


def teams_of(me: Me) -> list[Team]:
    """The teams somebody leads, in one query."""
    teams = {place.unit_id: Team(place.unit) for place in me.led if place.unit}
    if not teams:
        return []
    begun_or_soon = (
        Membership.objects.beside(me.person)
        .not_over(me.today)
        .filter(
            unit__in=teams,
            person__isnull=False,
            starts_on__lte=me.today + AHEAD,
        )
    )
    rows = begun_or_soon.exclude(person=me.person).order_by("starts_on", "person__name")
    seen = set()
    for unit, person, name, starts_on in rows.values_list(
        "unit", "person", "person__name", "starts_on"
    ):
        if (unit, person) in seen:  # somebody with two roles in a team is named once
            continue
        seen.add((unit, person))
        if starts_on > me.today:
            teams[unit].soon.append((name, starts_on))
        else:
            teams[unit].names.append(name)
    for team in teams.values():
        team.names.sort(key=str.casefold)
    return list(teams.values())
