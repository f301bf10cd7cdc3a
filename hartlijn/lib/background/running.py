"""Run one task that was claimed: hold the lease meanwhile, and end it in one way or another."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import timedelta
from typing import Any

from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from django_tasks_db.compat import TaskContext

from hartlijn.lib.background.leases import Claim, LeaseLostError, fail, renew, settle

logger = logging.getLogger("hartlijn.background")
at_hand: ContextVar[Claim | None] = ContextVar("at_hand", default=None)


def run(held: Claim, *, lease: timedelta) -> None:
    """Do the task. Whatever it raises is kept with the task, not raised."""
    mark = at_hand.set(held)
    try:
        with _heartbeat(held, lease):
            _do(held)
    except LeaseLostError:
        logger.warning("%s: taken up by another worker, undone here", held.task.task_path)
    except Exception as error:  # noqa: BLE001 - any error of a task belongs to that task
        _went_wrong(held, error)
    finally:
        at_hand.reset(mark)


@contextmanager
def effect() -> Iterator[None]:
    """What a task ``in_steps`` writes, and that it is done, in one transaction: happens once."""
    held = at_hand.get()
    if held is None or not held.policy.in_steps:
        with transaction.atomic():  # outside a worker, or in a task that is one transaction anyway
            yield
        return
    if held.ended:
        raise RuntimeError("A task has one effect(): put everything it writes in there.")
    with transaction.atomic():
        yield
        settle(held, now=timezone.now())
    held.ended = True


def _do(held: Claim) -> None:
    if not held.policy.in_steps:
        with transaction.atomic():
            settle(held, _call(held), now=timezone.now())
        return
    value = _call(held)
    if not held.ended:
        with transaction.atomic():
            settle(held, value, now=timezone.now())


def _call(held: Claim) -> Any:
    task, result = held.task.task, held.task.task_result
    args = [TaskContext(task_result=result), *result.args] if task.takes_context else result.args
    return task.call(*args, **result.kwargs)


def _went_wrong(held: Claim, error: Exception) -> None:
    name = f"{type(error).__module__}.{type(error).__qualname__}"
    logger.warning("%s: try %s: %s", held.task.task_path, len(held.task.worker_ids), name)
    try:
        fail(held, error, now=timezone.now())
    except LeaseLostError:
        # It had ended already (an error after the commit), or another worker took it up.
        logger.warning("%s: its state stays as it is", held.task.task_path)


@contextmanager
def _heartbeat(held: Claim, lease: timedelta) -> Iterator[None]:
    ended = threading.Event()
    heart = threading.Thread(target=_beat, args=(held, lease, ended), daemon=True)
    heart.start()
    try:
        yield
    finally:
        ended.set()
        heart.join()


def _beat(held: Claim, lease: timedelta, ended: threading.Event) -> None:
    """Renew the lease three times a period.

    On SQLite this waits while the task itself is writing; nobody else can take it up then.
    """
    while not ended.wait(lease.total_seconds() / 3):
        try:
            if not renew(held, until=timezone.now() + lease):
                return
        except DatabaseError:
            logger.debug("heartbeat missed")
        finally:
            connection.close()
