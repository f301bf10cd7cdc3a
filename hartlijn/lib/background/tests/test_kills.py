"""Workers are killed at random instants; every task's effect happens exactly once."""

import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count

import pytest

from hartlijn.lib.background.tests.chores import chore, chore_in_steps, chore_that_stumbles
from hartlijn.lib.background.tests.workshop import Workshop, wait_until

pytestmark = pytest.mark.sqlite
Bear = Callable[[], int]
KINDS = [chore, chore_in_steps, chore_that_stumbles]
PLENTY = 10


@pytest.fixture
def bear(workshop: Workshop) -> Iterator[Bear]:
    """Start a worker; its process id."""
    nursery = workshop.start(module="hartlijn.lib.background.tests.nursery")

    def start() -> int:
        assert nursery.stdin
        assert nursery.stdout
        nursery.stdin.write("\n")
        nursery.stdin.flush()
        return int(nursery.stdout.readline())

    yield start
    nursery.communicate()


def kill_workers(workshop: Workshop, bear: Bear, *, kills: int, seed: int) -> None:
    """Two workers; one after the other is killed in the middle of its work."""
    dice = random.Random(seed)
    numbers = count()
    workers = [bear(), bear()]

    def is_busy(worker: int) -> bool:
        os.kill(worker, 0)  # it lives
        for _ in range(PLENTY - workshop.tasks.filter(status="READY").count()):
            workshop.enqueue(dice.choice(KINDS), next(numbers))
        return workshop.is_busy(worker)

    try:
        for _ in range(kills):
            victim = workers.pop(0)
            wait_until(partial(is_busy, victim))
            time.sleep(dice.uniform(0, 0.03))  # the random instant is what we try out
            os.kill(victim, signal.SIGKILL)
            workers.append(bear())
        wait_until(workshop.is_empty)
    finally:
        for worker in workers:
            os.kill(worker, signal.SIGKILL)

    assert workshop.done() == dict.fromkeys(range(next(numbers)), 1)
    assert not workshop.tasks.exclude(status="SUCCESSFUL").exists()


def test_killed_fifteen_times_every_effect_is_there_once(workshop: Workshop, bear: Bear) -> None:
    kill_workers(workshop, bear, kills=15, seed=1)


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(3))
def test_killed_three_hundred_times_every_effect_is_there_once(
    workshop: Workshop, bear: Bear, seed: int
) -> None:
    kill_workers(workshop, bear, kills=100, seed=seed)
