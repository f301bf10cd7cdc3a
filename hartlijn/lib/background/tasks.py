"""The queue's own housekeeping."""

from datetime import time, timedelta

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from hartlijn.lib.background import daily, policy, task

KEPT = timedelta(days=14)
AT_A_TIME = 1000
"""Few enough that nobody notices the write lock on SQLite."""


@daily(at=time(3, 40))
@task
@policy(in_steps=True)
def remove_finished() -> None:
    """Forget finished work, failed work too, after two weeks."""
    old = DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - KEPT)
    while some := list(old.order_by("finished_at").values_list("pk", flat=True)[:AT_A_TIME]):
        DBTaskResult.objects.filter(pk__in=some).delete()
