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
PATIENCE = 30.0


def wait_until(true: Callable[[], object]) -> None:
    """Look again and again; fail when it takes longer than a test may."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.01)


class Workshop:
    """The database is also there for the test itself, as the alias ``workshop``."""

    def __init__(self, database: dict[str, Any]) -> None:
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "hartlijn.lib.background.tests.settings",
            "WORKSHOP_DATABASE": json.dumps({key: database[key] for key in KEYS}),
        }
        self.processes: list[subprocess.Popen[str]] = []

    def lay_out(self) -> None:
        with connections[ALIAS].schema_editor() as editor:
            for model in (DBTaskResult, Lease, Schedule):
                editor.create_model(model)
            editor.execute(TABLE)

    def start(
        self, *command: str, module: str = "django", **environment: str
    ) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [sys.executable, "-m", module, *command],
            env=self.environment | environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.processes.append(process)
        return process

    def worker(self, *, lease: float = 1.0) -> "subprocess.Popen[str]":
        return self.start("worker", "--interval=0.05", f"--lease={lease}")

    def enqueue(self, task: Task[Any, Any], *args: Any) -> TaskRow:
        return DBTaskResult.objects.using(ALIAS).create(
            task_path=task.module_path,
            args_kwargs={"args": args, "kwargs": {}},
            run_after=get_date_max(),
            backend_name="default",
        )

    @property
    def tasks(self) -> Any:
        return DBTaskResult.objects.using(ALIAS).order_by()

    def done(self) -> Counter[int]:
        """How often the effect of each chore is there."""
        with connections[ALIAS].cursor() as cursor:
            cursor.execute("SELECT number FROM chores_done")
            return Counter(number for (number,) in cursor.fetchall())

    def is_busy(self, pid: int) -> bool:
        running = self.tasks.running().values_list("worker_ids", flat=True)
        return any(f"-{pid}-" in ids[-1] for ids in running)

    def is_empty(self) -> bool:
        return not self.tasks.filter(finished_at=None).exists()

    def close(self) -> None:
        for process in self.processes:
            if process.poll() is None:
                process.send_signal(signal.SIGCONT)
                process.kill()
            process.communicate()


def stop(*workers: "subprocess.Popen[str]") -> list[int]:
    """Ask workers to stop; their exit codes."""
    for worker in workers:
        worker.terminate()
    return [worker.wait(PATIENCE) for worker in workers]
