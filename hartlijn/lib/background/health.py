"""How the queue is doing: for the operator's page. Names of tasks and errors, no contents."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min, Q
from django.utils import timezone
from django_tasks_db.compat import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max


@dataclass(frozen=True)
class Health:
    """``later`` is planned, or waits for a next try; ``oldest`` is how long the first one waits."""

    waiting: int
    later: int
    running: int
    failed: int
    oldest: timedelta


@dataclass(frozen=True)
class Failure:
    """A task that had all its tries: which, with what kind of error, how often, and when."""

    task: str
    error: str
    tries: int
    at: datetime


def queue_health(now: datetime | None = None) -> Health:
    """Counts of the queue at ``now``, in one query."""
    now = now or timezone.now()
    ready = Q(status=TaskResultStatus.READY)
    due = ready & (Q(run_after__lte=now) | Q(run_after=get_date_max()))
    counts = DBTaskResult.objects.order_by().aggregate(
        waiting=Count("pk", filter=due),
        later=Count("pk", filter=ready & ~due),
        running=Count("pk", filter=Q(status=TaskResultStatus.RUNNING)),
        failed=Count("pk", filter=Q(status=TaskResultStatus.FAILED)),
        at_once=Min("enqueued_at", filter=due & Q(run_after=get_date_max())),
        planned=Min("run_after", filter=due & Q(run_after__lte=now)),
    )
    since = [moment for moment in (counts.pop("at_once"), counts.pop("planned")) if moment]
    oldest = max(now - min(since), timedelta(0)) if since else timedelta(0)
    return Health(**counts, oldest=oldest)


def failures(limit: int = 20) -> list[Failure]:
    """The last tasks that were given up."""
    rows = DBTaskResult.objects.failed().order_by("-finished_at")[:limit]
    return [
        Failure(
            task=row.task_path.rsplit(".", 1)[-1],
            error=row.exception_class_path.rsplit(".", 1)[-1],
            tries=len(row.worker_ids),
            at=row.finished_at,
        )
        for row in rows
    ]
