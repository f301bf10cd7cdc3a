"""A task that fails is tried again, ever later, and in the end stays visible as failed."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from hartlijn.lib.background import turns
from hartlijn.lib.background.health import failures, queue_health
from hartlijn.lib.background.tests import chores
from hartlijn.lib.background.worker import run_waiting

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 9, 7, 8, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def nothing_planned(monkeypatch: pytest.MonkeyPatch) -> None:
    """The schedules of other apps have no turn in these stories."""
    monkeypatch.setattr(turns, "PLANNED", {})


def test_a_failed_task_waits_longer_each_time_and_is_given_up_after_five_tries() -> None:
    with time_machine.travel(MONDAY, tick=False) as clock:
        chores.hopeless.enqueue("Noor")
        waits = []
        while run_waiting():
            row = DBTaskResult.objects.get()
            if row.finished_at is None:
                waits.append(row.run_after - timezone.now())
                assert run_waiting() == 0  # not before its time
                clock.move_to(row.run_after)

    assert len(waits) == 4
    for wait, usual in zip(waits, (10, 30, 90, 270), strict=True):
        assert timedelta(seconds=usual / 2) <= wait <= timedelta(seconds=usual * 1.5)
    assert queue_health().failed == 1


def test_what_failed_is_kept_without_the_words_of_the_error() -> None:
    with time_machine.travel(MONDAY, tick=False) as clock:
        chores.hopeless.enqueue("Noor")
        while run_waiting():
            clock.shift(timedelta(hours=2))

    (failure,) = failures()
    assert (failure.task, failure.error, failure.tries) == ("hopeless", "StumbleError", 5)
    kept = DBTaskResult.objects.get()
    assert "hopeless" in kept.traceback
    assert "Noor" not in kept.traceback
    assert "reached" not in kept.traceback


def test_a_task_whose_code_is_gone_is_tried_again_like_any_other() -> None:
    result = chores.hopeless.enqueue("Noor")
    DBTaskResult.objects.update(task_path="hartlijn.gone.away")

    assert run_waiting() == 1

    row = DBTaskResult.objects.get(pk=result.id)
    assert row.status == "READY"
    assert row.exception_class_path.endswith("ModuleNotFoundError")
