"""A database of its own, with real worker processes that can be stopped, frozen and killed."""

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

from django.db import connections
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult, get_date_max

from hartlijn.lib.background.models import Lease, Schedule, TaskRow
from hartlijn.lib.background.tests.chores import TABLE

ALIAS = "workshop"
KEYS = ("ENGINE", "NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")
PATIENCE = 60.0


def wait_until(true: Callable[[], object]) -> None:
    """Look again and again; fail when it takes longer than a test may."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.01)


def python(module: str, *arguments: str, **environment: str) -> "subprocess.Popen[str]":
    """Start a module with the settings of the tests."""
    own = {"DJANGO_SETTINGS_MODULE": "hartlijn.lib.background.tests.settings"}
    return subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        env={**os.environ, "WORKSHOP_DATABASE": "{}"} | own | environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE if module == "django" else None,
        text=True,
    )


class Nursery:
    """Starts workers fast; see ``nursery.py``."""

    def __init__(self) -> None:
        self.process = python("hartlijn.lib.background.tests.nursery")

    def ask(self, **wish: object) -> int | None:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(wish) + "\n")
        self.process.stdin.flush()
        answer: int | None = json.loads(self.process.stdout.readline())
        return answer


class Workshop:
    """The database is also there for the test itself, as the alias ``workshop``."""

    def __init__(self, database: dict[str, Any], nursery: Nursery) -> None:
        self.database = {key: database[key] for key in KEYS}
        self.nursery = nursery
        self.workers: list[int] = []
        with connections[ALIAS].schema_editor() as editor:
            for model in (DBTaskResult, Lease, Schedule):
                editor.create_model(model)
            editor.execute(TABLE)

    def worker(self, *, lease: float = 1.0, interval: float = 0.05) -> int:
        """Start one; its process id."""
        command = ["worker", f"--interval={interval}", f"--lease={lease}"]
        pid = self.nursery.ask(bear=command, database=self.database)
        assert pid
        self.workers.append(pid)
        return pid

    def exit_code(self, pid: int) -> int:
        """How a worker ended; waits for it."""
        codes: list[int] = []

        def ended() -> bool:
            code = self.nursery.ask(ended=pid)
            codes.extend([] if code is None else [code])
            return bool(codes)

        wait_until(ended)
        self.workers.remove(pid)
        return codes[0]

    def stop(self, *workers: int) -> list[int]:
        """Ask workers to stop; their exit codes."""
        for worker in workers:
            os.kill(worker, signal.SIGTERM)
        return [self.exit_code(worker) for worker in workers]

    def kill(self, worker: int) -> None:
        os.kill(worker, signal.SIGKILL)
        assert self.exit_code(worker) == -signal.SIGKILL

    def enqueue(self, task: Task[Any, Any], *args: Any) -> TaskRow:
        return DBTaskResult.objects.using(ALIAS).create(
            task_path=task.module_path,
            args_kwargs={"args": args, "kwargs": {}},
            run_after=get_date_max(),
            backend_name="default",
        )

    @property
    def tasks(self) -> Any:
        """All tasks of this workshop, in no order."""
        return DBTaskResult.objects.using(ALIAS).order_by()

    def done(self) -> Counter[int]:
        """How often the effect of each chore is there."""
        with connections[ALIAS].cursor() as cursor:
            cursor.execute("SELECT number FROM chores_done")
            return Counter(number for (number,) in cursor.fetchall())

    def is_busy(self, worker: int) -> bool:
        running = self.tasks.running().values_list("worker_ids", flat=True)
        return any(f"-{worker}-" in ids[-1] for ids in running)

    def is_empty(self) -> bool:
        return not self.tasks.filter(finished_at=None).exists()

    def close(self) -> None:
        for worker in list(self.workers):
            self.kill(worker)
