"""Take a task, hold it, end it. Only who holds the lease can end a task: that is the fence.

The state of a task and its effect in the database change in one transaction, and that transaction
ends by giving up the lease. Whoever lost the lease cannot commit, however slow it was.
"""

import traceback
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import random
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django_tasks_db.compat import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from hartlijn.lib.background.models import Lease, TaskRow
from hartlijn.lib.background.policy import Policy, policy_of


class LeaseLostError(Exception):
    """Another worker took the task up; what this one did is rolled back."""


class WorkerLostError(Exception):
    """The worker was killed, or silent for longer than its lease, again and again."""


@dataclass
class Claim:
    """One try of one task; ``ended`` once its effect and its state are written."""

    task: TaskRow
    holder: UUID
    ended: bool = False

    @property
    def policy(self) -> Policy:
        return _policy(self.task)


def claim(worker: str, *, now: datetime, lease: timedelta) -> Claim | None:
    """Take the first task that is due, or nothing."""
    if not DBTaskResult.objects.ready().exists():  # an idle worker takes no write lock
        return None
    with transaction.atomic():
        task = DBTaskResult.objects.ready().get_locked()
        if task is None:
            return None
        task.claim(worker)
        held = Claim(task, holder=uuid4())
        Lease.objects.create(task=task, holder=held.holder, expires_at=now + lease)
        return held


def renew(held: Claim, *, until: datetime) -> bool:
    """Hold a task longer; no when it was taken up by another or has ended."""
    leases = Lease.objects.filter(task=held.task, holder=held.holder)
    return bool(leases.update(expires_at=until))


def settle(held: Claim, value: Any = None, *, now: datetime) -> None:
    """The task succeeded. Call it in the transaction of its effect; it raises LeaseLostError."""
    _give_up(held)
    DBTaskResult.objects.filter(pk=held.task.pk).update(
        status=TaskResultStatus.SUCCESSFUL,
        finished_at=now,
        return_value=value,
        exception_class_path="",
        traceback="",
    )


@transaction.atomic
def fail(held: Claim, error: Exception, *, now: datetime) -> None:
    """The task failed: wait and try again, or leave it as failed when it had all its tries."""
    _give_up(held)
    tries = len(held.task.worker_ids)
    if tries < held.policy.tries:
        wait = held.policy.wait_after(tries, random())  # noqa: S311 - only spreads load
        _again(held.task, error, run_after=now + wait)
    else:
        _failed(held.task, error, now=now)


def take_back(now: datetime) -> int:
    """Free the tasks whose worker was killed; how many there were."""
    lapsed = list(Lease.objects.lapsed(now).values_list("pk", flat=True))
    return sum(_take_back(pk, now) for pk in lapsed)


@transaction.atomic
def _take_back(pk: UUID, now: datetime) -> bool:
    lapsed = Lease.objects.lapsed(now).filter(pk=pk)
    if not lapsed.select_for_update(skip_locked=True).exists():
        return False  # renewed, ended, or another worker was first
    task = DBTaskResult.objects.get(pk=pk)
    _give_up(Claim(task, holder=lapsed.get().holder))
    if len(task.worker_ids) < _policy(task).tries:
        _again(task, WorkerLostError(), run_after=task.run_after)
    else:
        _failed(task, WorkerLostError(), now=now)
    return True


def _give_up(held: Claim) -> None:
    """End the lease; the fence that lets only one try commit."""
    gone, _ = Lease.objects.filter(task=held.task, holder=held.holder).delete()
    if not gone:
        raise LeaseLostError


def _again(task: TaskRow, error: Exception, *, run_after: datetime) -> None:
    DBTaskResult.objects.filter(pk=task.pk).update(
        status=TaskResultStatus.READY, run_after=run_after, **_what_went_wrong(error)
    )


def _failed(task: TaskRow, error: Exception, *, now: datetime) -> None:
    DBTaskResult.objects.filter(pk=task.pk).update(
        status=TaskResultStatus.FAILED, finished_at=now, **_what_went_wrong(error)
    )


def _what_went_wrong(error: Exception) -> dict[str, str]:
    """The class of the error and the places it passed; never its words, which may name somebody."""
    places = traceback.extract_tb(error.__traceback__)
    return {
        "exception_class_path": f"{type(error).__module__}.{type(error).__qualname__}",
        "traceback": "\n".join(f"{at.name} ({at.filename}:{at.lineno})" for at in places),
    }


def _policy(task: TaskRow) -> Policy:
    try:
        return policy_of(task.task.func)
    except Exception:  # noqa: BLE001 - a task whose code is gone or broken has the usual policy
        return Policy()
