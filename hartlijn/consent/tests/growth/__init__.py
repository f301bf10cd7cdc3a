"""More of everything in the world of the test, to see that no page asks more for more rows."""

from collections.abc import Iterable

from hartlijn.consent.tests.growth import (
    dialogues,
    factors,
    paths,
    people,
    sealed,
    signalling,
    times,
    told,
    ways,
    weighing,
)
from hartlijn.consent.tests.world import World

PARTS = (
    people.places,
    people.companions,
    people.circles,
    people.letters,
    ways.ways_in,
    times.own_week,
    times.duty,
    told.agreements,
    told.log,
    sealed.letters,
    told.library,
    told.signposts,
    told.rhythms,
    paths.paths,
    paths.learning,
    factors.factors,
    weighing.weighing,
    signalling.signals,
    ways.devices,
    dialogues.dialogues,
)


def grow(world: World, numbers: Iterable[int]) -> None:
    """One more of everything of which a page may show a list, for each number."""
    for number in numbers:
        for part in PARTS:
            list(part(world, number))
