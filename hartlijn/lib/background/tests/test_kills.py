"""Workers are killed at random instants; every task's effect happens exactly once."""

import random
import time
from functools import partial
from itertools import count

import pytest

from hartlijn.lib.background.tests.chores import chore, chore_in_steps, chore_that_stumbles
from hartlijn.lib.background.tests.workshop import Workshop, wait_until

KINDS = [chore, chore_in_steps, chore_that_stumbles]
PLENTY = 10


def kill_workers(workshop: Workshop, *, kills: int, seed: int) -> None:
    """Two workers; one after the other is killed in the middle of its work."""
    dice = random.Random(seed)
    numbers = count()
    workers = [workshop.worker(), workshop.worker()]

    def is_busy(worker: int) -> bool:
        for _ in range(PLENTY - workshop.tasks.filter(status="READY").count()):
            workshop.enqueue(dice.choice(KINDS), next(numbers))
        return workshop.is_busy(worker)

    for _ in range(kills):
        victim = workers.pop(0)
        wait_until(partial(is_busy, victim))
        time.sleep(dice.uniform(0, 0.03))  # the random instant is what we try out
        workshop.kill(victim)
        workers.append(workshop.worker())
    wait_until(workshop.is_empty)

    assert workshop.done() == dict.fromkeys(range(next(numbers)), 1)
    assert not workshop.tasks.exclude(status="SUCCESSFUL").exists()


def test_killed_fifteen_times_every_effect_is_there_once(workshop: Workshop) -> None:
    kill_workers(workshop, kills=15, seed=1)


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(3))
def test_killed_three_hundred_times_every_effect_is_there_once(
    workshop: Workshop, seed: int
) -> None:
    kill_workers(workshop, kills=100, seed=seed)
