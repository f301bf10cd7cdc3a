"""Whoever lost its lease cannot end the task, and a lost worker's task is free again."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult

from hartlijn.lib.background import leases, running
from hartlijn.lib.background.health import failures
from hartlijn.lib.background.models import LEASE, Lease
from hartlijn.lib.background.tests import chores

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 9, 7, 8, 0, tzinfo=UTC)
Count = Callable[[], int]
LATER = MONDAY + LEASE + timedelta(seconds=1)


@pytest.fixture(autouse=True)
def at_monday() -> Iterator[None]:
    with time_machine.travel(MONDAY, tick=False):
        yield


@pytest.fixture(autouse=True)
def chores_done() -> Count:
    """How often something was done."""
    with connection.cursor() as cursor:
        cursor.execute(chores.TABLE)

    def count() -> int:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM chores_done")
            (number,) = cursor.fetchone()
            return int(number)

    return count


def claim(now: datetime = MONDAY) -> leases.Claim:
    held = leases.claim("Sam's computer", now=now, lease=LEASE)
    assert held
    return held


def test_a_task_at_hand_is_not_given_to_a_second_worker() -> None:
    chores.chore.enqueue(1)
    claim()

    assert leases.claim("another", now=MONDAY, lease=LEASE) is None
    assert leases.take_back(MONDAY + LEASE / 2) == 0


@pytest.mark.parametrize("kind", [chores.chore, chores.chore_in_steps])
def test_a_worker_that_was_merely_slow_leaves_no_effect(
    kind: Task[Any, Any], chores_done: Count
) -> None:
    kind.enqueue(1)
    slow = claim()
    assert leases.take_back(LATER) == 1
    quick = claim(LATER)

    running.run(quick, lease=LEASE)
    running.run(slow, lease=LEASE)

    assert chores_done() == 1
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"


@pytest.mark.parametrize("kind", [chores.chore, chores.chore_in_steps])
def test_a_slow_worker_leaves_no_effect_while_the_other_is_still_busy(
    kind: Task[Any, Any], chores_done: Count
) -> None:
    kind.enqueue(1)
    slow = claim()
    leases.take_back(LATER)
    claim(LATER)

    running.run(slow, lease=LEASE)

    assert chores_done() == 0
    assert DBTaskResult.objects.get().status == "RUNNING"


def test_a_renewed_lease_holds(chores_done: Count) -> None:
    chores.chore.enqueue(1)
    held = claim()

    assert leases.renew(held, until=LATER + LEASE)

    assert leases.take_back(LATER) == 0


def test_a_lost_lease_cannot_be_renewed() -> None:
    chores.chore.enqueue(1)
    slow = claim()
    leases.take_back(LATER)

    assert not leases.renew(slow, until=LATER + LEASE)


def test_a_task_that_kills_its_worker_again_and_again_is_given_up() -> None:
    chores.hopeless.enqueue("Noor")
    now = MONDAY
    while leases.claim("doomed", now=now, lease=LEASE):
        now += LEASE + timedelta(seconds=1)
        leases.take_back(now)

    (failure,) = failures()
    assert (failure.error, failure.tries) == ("WorkerLostError", 5)


def test_a_clock_set_back_one_hour_keeps_no_task_waiting() -> None:
    chores.chore.enqueue(1)
    claim()

    assert leases.take_back(MONDAY - timedelta(hours=1)) == 1
    assert not Lease.objects.exists()


def test_a_failure_after_the_effect_does_not_repeat_it(chores_done: Count) -> None:
    chores.chore_that_stumbles_late.enqueue(1)

    running.run(claim(), lease=LEASE)

    assert chores_done() == 1
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"
