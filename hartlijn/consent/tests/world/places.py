"""Organisations, who has a place in them, and what their desks are to whom."""

from hartlijn.consent.tests.world.known import World
from hartlijn.people.models import (
    Membership,
    Organisation,
    Role,
    Unit,
)


def organisations(world: World) -> None:
    for key, kind in (
        ("werk", Organisation.Kind.PRACTICE),
        ("school", Organisation.Kind.EDUCATION),
        ("elders", Organisation.Kind.PRACTICE),
    ):
        organisation = Organisation.objects.create(
            name=world.canary("people.Organisation.name", key),
            kind=kind,
            email_domain=world.canary("people.Organisation.email_domain", key),
        )
        unit = Unit.objects.create(
            organisation=organisation, name=world.canary("people.Unit.name", f"unit van {key}")
        )
        world.own(organisation, key)
        world.own(unit, f"unit van {key}")
        world.things |= {key: organisation, f"unit van {key}": unit}


def places(world: World) -> None:
    world.place("Noor, starter", "werk", Role.STARTER, unit="unit van werk")
    world.place("Noor, starter", "school", Role.STARTER)
    world.place("Milan, same team", "werk", Role.STARTER, unit="unit van werk")
    world.place("Fatima, own team leader", "werk", Role.TEAM_LEADER, unit="unit van werk")
    world.place("Tess, left the team", "werk", Role.STARTER, unit="unit van werk", ended=True)
    world.place("Daan, starts soon", "werk", Role.STARTER, unit="unit van werk", soon=True)
    world.tie("Fatima, own team leader", world.people["Daan, starts soon"], "leader_soon")
    world.tie("Daan, starts soon", world.people["Fatima, own team leader"], "team_soon")
    world.place("Sam, own companion", "werk", Role.MEMBER)
    world.place("Joost, own teacher", "school", Role.TEACHER)
    world.place("Rosa, researcher", "school", Role.RESEARCHER)
    world.place("Ines, own coordinator at work", "werk", Role.COORDINATOR)
    world.place("Lotte, own coordinator at school", "school", Role.COORDINATOR)
    world.place("Karel, former coordinator", "werk", Role.COORDINATOR, ended=True)
    world.place("Bram, coordinator elsewhere", "elders", Role.COORDINATOR)
    world.place("Olga, starter elsewhere", "elders", Role.STARTER, unit="unit van elders")
    team = ("Noor, starter", "Milan, same team", "Fatima, own team leader")
    for one in team:
        for other in team:
            if one != other:
                world.tied("same_unit", one, other)


def desks(world: World) -> None:
    """What coordinators and the operator are to the people and things of their desk."""
    for key, organisation in (
        ("Ines, own coordinator at work", "werk"),
        ("Lotte, own coordinator at school", "school"),
        ("Bram, coordinator elsewhere", "elders"),
    ):
        home = world.things[organisation]
        world.tie(key, home, "coordinator")
        for thing in world.things.values():
            if thing == home or getattr(thing, "organisation", None) == home:
                world.tie(key, thing, "coordinator")
        for place in Membership.objects.filter(organisation=home):
            over = place.ends_on is not None
            world.tie(key, place.person, "past_coordinator" if over else "coordinator")
            reader = next(name for name, one in world.people.items() if one == place.person)
            # "Wie ziet wat" names them to everybody whose place they see.
            world.tie(reader, world.people[key], "desk")
    for thing in (*world.people.values(), *world.things.values()):
        world.tie("Otto, operator", thing, "operator")
