"""Real worker processes: stopped, frozen, set beside each other."""

import os
import signal
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connections
from django.utils import timezone
from django_tasks.base import Task

from hartlijn.lib.background.models import Schedule
from hartlijn.lib.background.tests.chores import (
    chore,
    chore_of_a_while,
    chore_of_a_while_in_steps,
)
from hartlijn.lib.background.tests.workshop import ALIAS, Workshop, wait_until


def test_a_worker_asked_to_stop_finishes_its_task_and_starts_no_other(
    workshop: Workshop, tmp_path: Path
) -> None:
    started, go_on = tmp_path / "started", tmp_path / "go on"
    workshop.enqueue(chore_of_a_while_in_steps, 1, str(started), str(go_on))
    worker = workshop.worker()
    wait_until(started.exists)
    workshop.enqueue(chore, 2)

    os.kill(worker, signal.SIGINT)
    go_on.touch()

    assert workshop.exit_code(worker) == 0
    assert workshop.done() == {1: 1}
    assert workshop.tasks.filter(status="READY").count() == 1


def test_an_idle_worker_stops_at_once(workshop: Workshop) -> None:
    workshop.enqueue(chore, 1)
    worker = workshop.worker(interval=3600)
    wait_until(workshop.is_empty)

    assert workshop.stop(worker) == [0]


def test_a_task_longer_than_the_lease_is_held_by_its_heartbeat(
    workshop: Workshop, tmp_path: Path
) -> None:
    started, go_on = tmp_path / "started", tmp_path / "go on"
    row = workshop.enqueue(chore_of_a_while_in_steps, 1, str(started), str(go_on))
    workers = workshop.worker(lease=0.3), workshop.worker(lease=0.3)
    wait_until(started.exists)
    begin = timezone.now()
    wait_until(lambda: timezone.now() - begin > timedelta(seconds=1))  # three leases long

    go_on.touch()
    wait_until(workshop.is_empty)

    assert workshop.stop(*workers) == [0, 0]
    row.refresh_from_db()
    assert len(row.worker_ids) == 1


@pytest.mark.parametrize("kind", [chore_of_a_while_in_steps, chore_of_a_while])
def test_a_worker_that_froze_past_its_lease_leaves_no_second_effect(
    workshop: Workshop, tmp_path: Path, kind: Task[Any, Any]
) -> None:
    if kind is chore_of_a_while and connections[ALIAS].vendor == "sqlite":
        pytest.skip("one writer at a time: nobody can take over while the frozen one writes")
    started, go_on = tmp_path / "started", tmp_path / "go on"
    row = workshop.enqueue(kind, 1, str(started), str(go_on))
    frozen = workshop.worker(lease=0.3)
    wait_until(started.exists)
    os.kill(frozen, signal.SIGSTOP)
    go_on.touch()
    other = workshop.worker(lease=0.3)
    wait_until(workshop.is_empty)

    os.kill(frozen, signal.SIGCONT)

    assert workshop.stop(frozen, other) == [0, 0]
    assert workshop.done() == {1: 1}
    row.refresh_from_db()
    assert (row.status, len(row.worker_ids)) == ("SUCCESSFUL", 2)


def test_three_workers_give_a_schedule_one_turn_after_a_standstill(workshop: Workshop) -> None:
    name = "hartlijn.lib.background.tasks.remove_finished"
    last = timezone.now() - timedelta(days=3)
    Schedule.objects.using(ALIAS).create(name=name, last_due=last)

    workers = [workshop.worker() for _ in range(3)]
    wait_until(partial(_have_worked, workshop, workers))

    assert workshop.stop(*workers) == [0, 0, 0]
    assert workshop.tasks.filter(task_path=name).count() == 1


def _have_worked(workshop: Workshop, pids: list[int]) -> bool:
    """All of them took a chore; each looks at the schedules before it takes its first."""
    if not workshop.tasks.filter(status="READY").exists():
        workshop.enqueue(chore, 1)
    names = str(list(workshop.tasks.values_list("worker_ids", flat=True)))
    return all(f"-{pid}-" in names for pid in pids)


def test_the_librarys_own_worker_is_out_of_order() -> None:
    with pytest.raises(CommandError, match="Use: hartlijn worker"):
        call_command("db_worker")
