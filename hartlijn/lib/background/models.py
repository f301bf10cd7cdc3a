"""What the kept library lacks: who holds a task until when, and which schedule had its turn."""

from datetime import datetime, timedelta
from typing import Any, TypeAlias

from django.db import models
from django.db.models import Q
from django_tasks_db.models import DBTaskResult

TaskRow: TypeAlias = DBTaskResult[..., Any]

LEASE = timedelta(seconds=60)
"""How long a worker may be silent before its task is taken up by another."""

TOO_FAR = timedelta(hours=1) - timedelta(minutes=5)
"""No lease reaches this far ahead, unless the clock was set back (an hour, at least)."""


class LeaseSet(models.QuerySet["Lease"]):
    def lapsed(self, now: datetime) -> "LeaseSet":
        """Leases of workers that were silent for too long, also when the clock was set back."""
        return self.filter(Q(expires_at__lt=now) | Q(expires_at__gt=now + TOO_FAR))


class Lease(models.Model):
    """A task at hand: which try holds it, and until when nobody else takes it up."""

    task = models.OneToOneField(
        DBTaskResult, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    holder = models.UUIDField()
    expires_at = models.DateTimeField(db_index=True)

    objects = LeaseSet.as_manager()


class Schedule(models.Model):
    """A named schedule, the last moment it had its turn, and the task that came of it."""

    name = models.CharField(primary_key=True, max_length=200)
    last_due = models.DateTimeField()
    last_task = models.ForeignKey(
        DBTaskResult, null=True, on_delete=models.SET_NULL, related_name="+"
    )
