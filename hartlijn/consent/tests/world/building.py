"""Build the world, always in the same order."""

from hartlijn.consent.tests.world import (
    dialogues,
    factors,
    learning,
    near,
    paths,
    places,
    sealed,
    signalling,
    teams,
    times,
    told,
    ways_in,
    weighing,
)
from hartlijn.consent.tests.world.known import ANONYMOUS, World


def build() -> World:
    """The whole world."""
    world = World(rules={ANONYMOUS: {"anyone"}})
    places.organisations(world)
    for key in (
        "Noor, starter",
        "Sam, own companion",
        "Els, former companion",
        "Piet, asked to walk along",
        "Milan, same team",
        "Tess, left the team",
        "Daan, starts soon",
        "Fatima, own team leader",
        "Joost, own teacher",
        "Ines, own coordinator at work",
        "Lotte, own coordinator at school",
        "Karel, former coordinator",
        "Bram, coordinator elsewhere",
        "Olga, starter elsewhere",
        "Rosa, researcher",
        "Vreemde, nobody",
    ):
        world.person(key)
    world.person("Otto, operator", is_operator=True)
    world.rules["Otto, operator"].add("operator")
    places.places(world)
    near.companions(world)
    near.circles(world)
    near.invitations(world)
    ways_in.ways_in(world)
    ways_in.second_factor(world)
    times.times(world)
    teams.signposts(world)
    teams.rhythms(world)
    paths.paths(world)
    learning.learning(world)
    factors.factors(world)
    weighing.weighing(world)
    signalling.signals(world)
    places.desks(world)
    times.duty(world)
    teams.agreement(world)
    told.log(world)
    sealed.vault(world)
    sealed.journal(world)
    told.ways(world)
    sealed.trust(world)
    dialogues.dialogues(world)
    return world
