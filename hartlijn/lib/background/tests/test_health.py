from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoAssertNumQueries

from hartlijn.lib.background.health import queue_health
from hartlijn.lib.background.tests.chores import chore

pytestmark = pytest.mark.django_db


def test_an_empty_queue_is_all_zeros() -> None:
    health = queue_health()

    assert (health.waiting, health.later, health.running, health.failed) == (0, 0, 0, 0)
    assert health.oldest == timedelta(0)


def test_the_operator_sees_what_waits_runs_and_failed(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    now = timezone.now()
    for status in ("READY", "READY", "RUNNING", "FAILED", "SUCCESSFUL"):
        chore.enqueue(1)
        DBTaskResult.objects.filter(status="READY", queue_name="default").update(
            status=status, queue_name="told", enqueued_at=now - timedelta(minutes=5)
        )
    chore.using(run_after=now + timedelta(hours=1)).enqueue(1)
    chore.using(run_after=now - timedelta(minutes=9)).enqueue(1)

    with django_assert_num_queries(1):
        health = queue_health(now)

    assert (health.waiting, health.later, health.running, health.failed) == (3, 1, 1, 1)
    assert health.oldest == timedelta(minutes=9)
