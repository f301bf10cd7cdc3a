"""Make the world, always in the same order, so that the same seed is the same world."""

from datetime import date
from random import Random
from typing import Final

from django.db import connection, transaction

from hartlijn.demo.models import World
from hartlijn.demo.world import (
    boards,
    circles,
    dialogues,
    factors,
    following,
    inhabitants,
    learning,
    near,
    path_versions,
    paths,
    signals,
    teams,
    ties,
    times,
    traces,
    ways,
    weighing,
)
from hartlijn.demo.world.draft import Draft

SEED: Final = 1009


@transaction.atomic
def make(today: date, *, seed: int = SEED) -> int:
    """Write the whole world as it is on a day; answers how many people live in it."""
    World.objects.create(pk=1, seed=seed, made_on=today)
    draft = drafted(today, seed=seed)
    for model, rows in draft.rows.items():
        model._default_manager.bulk_create(rows)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # or PostgreSQL plans the board for tables it thinks are empty
    boards.freeze(today)
    return len(draft.people)


def drafted(today: date, *, seed: int = SEED) -> Draft:
    """The world, not yet written."""
    draft = Draft(today, Random(seed))  # noqa: S311 - a story, no secret
    inhabitants.settle(draft)
    ties.tie(draft)
    circles.gather(draft)
    times.tell(draft)
    near.stand(draft)
    teams.agree(draft)
    paths.walk(draft)
    path_versions.change(draft)
    learning.plan(draft)
    factors.keep(draft)
    dialogues.hold(draft)
    signals.gather(draft)
    following.follow(draft)
    weighing.weigh(draft)
    traces.leave(draft)
    ways.choose(draft)
    return draft
