"""More rounds, more people who weighed, and more what-ifs that were kept."""

from collections.abc import Iterator
from datetime import timedelta

from django.apps import apps
from django.db.models import Model
from django.utils import timezone

from hartlijn.consent.tests.world import World
from hartlijn.consent.tests.world.weighing import HEARD, PLAYED, RELATION, SETTINGS, STRONG


def weighing(world: World, number: int) -> Iterator[Model]:
    """A closed round, somebody who weighed in it and in the open one, and a kept what-if."""
    day = timezone.localdate() - timedelta(days=30 + number)
    for key in ("werk", "school"):
        version = world.things[f"scenario van {key}"].version
        closed = apps.get_model("factors", "WeighingRound").objects.create(
            version=version,
            asked=[RELATION],
            opened_on=day,
            open_until=day,
            closed_on=day,
            group={"people": 6, "relations": {RELATION: HEARD}},
        )
        yield closed
        for round_ in (closed, world.things[f"ronde van {key}"]):
            yield round_.weighings.create(key_digest=f"{number:064d}", answers={RELATION: STRONG})
        yield closed.weighings.create(
            person=world.people["Noor, starter"], answers={RELATION: STRONG}
        )
        yield apps.get_model("factors", "KeptScenario").objects.create(
            version=version,
            name=f"Wat als {number}",
            held={"een": "higher"},
            settings=SETTINGS,
            played=PLAYED,
            kept_by=world.people["Noor, starter"],
        )
