"""Rounds in which people weigh a map, one of them closed, and what-ifs that were kept."""

from datetime import timedelta

from django.apps import apps
from django.utils import timezone

from hartlijn.consent.tests.world.factors import KEEPERS, READERS
from hartlijn.consent.tests.world.known import World

RELATION = "een-twee"
STRONG = "+ strong"
SETTINGS = {"rule": "kosko", "function": "sigmoid", "slope": 1.0, "seed": 1}
STILL = {"outcome": "fixed point", "moving": 0}
CHANGE = {"baseline": 0.5, "scenario": 0.6, "low": 0.05, "high": 0.15, "direction_share": 0.9}
PLAYED = {
    "draws": 10000,
    "people": False,
    "changes": {"twee": CHANGE},
    "without": STILL,
    "with_held": STILL,
    "hinges": {"twee": [["een", "twee"]]},
}
HEARD = {
    "source": "een",
    "target": "twee",
    "directed": True,
    "low": 0.5,
    "middle": 0.7,
    "high": 0.9,
    "differ": False,
    "opposite": False,
    "unsure": False,
}


def weighing(world: World) -> None:
    """Of the maps of work and school: an open round in which Noor weighed, one that closed, a what-if."""
    today = timezone.localdate()
    for key in ("werk", "school"):
        newest = world.things[f"kaart {key}"].versions.order_by("-number")[0]
        rounds = apps.get_model("factors", "WeighingRound").objects
        open_one = rounds.create(version=newest, asked=[RELATION])
        closed = rounds.create(
            version=newest,
            asked=[RELATION],
            opened_on=today - timedelta(days=20),
            open_until=today - timedelta(days=6),
            closed_on=today - timedelta(days=6),
            group={"people": 6, "relations": {RELATION: HEARD}},
        )
        open_one.weighings.create(person=world.people["Noor, starter"], answers={RELATION: STRONG})
        kept = apps.get_model("factors", "KeptScenario").objects.create(
            version=newest,
            name=world.canary("factors.KeptScenario.name", key),
            held={"een": "higher"},
            settings=SETTINGS,
            round=closed,
            played=PLAYED,
            kept_by=world.people["Noor, starter"],
        )
        world.own(kept, f"{key} (factoren)")
        for thing in (open_one, closed, kept):
            for reader in READERS[key]:
                world.tie(reader, thing, "member")
            for reader in KEEPERS[key]:
                world.tie(reader, thing, "keeper")
        world.things |= {
            f"ronde van {key}": open_one,
            f"gesloten ronde van {key}": closed,
            f"scenario van {key}": kept,
        }
