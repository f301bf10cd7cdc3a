"""Schedules, declared in code above a task. Which moment is due is a calculation, without a clock.

@every(hours=6)
@task
def tidy() -> None: ...
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import Any, Protocol, TypeVar

from django.utils import timezone
from django.utils.module_loading import autodiscover_modules
from django_tasks.base import Task

AnyTask = TypeVar("AnyTask", bound=Task[Any, Any])
EPOCH = datetime(2000, 1, 3, tzinfo=UTC)
"""A Monday, so that weekly schedules fall on Mondays."""


class Rhythm(Protocol):
    def latest(self, now: datetime) -> datetime:
        """The last due moment at or before ``now`` (aware)."""


@dataclass(frozen=True)
class Every:
    """Whole periods since a fixed start."""

    period: timedelta

    def latest(self, now: datetime) -> datetime:
        return now - (now - EPOCH) % self.period


@dataclass(frozen=True)
class Daily:
    """Once a day at this time on the clock of the place."""

    at: time

    def latest(self, now: datetime, zone: tzinfo | None = None) -> datetime:
        zone = zone or timezone.get_default_timezone()
        today = now.astimezone(zone).date()
        due = datetime.combine(today, self.at, tzinfo=zone).astimezone(UTC)
        if due > now:
            due = datetime.combine(today - timedelta(days=1), self.at, tzinfo=zone).astimezone(UTC)
        return due


@dataclass(frozen=True)
class Planned:
    name: str
    rhythm: Rhythm
    task: Task[Any, Any]


PLANNED: dict[str, Planned] = {}


def every(*, minutes: int = 0, hours: int = 0, days: int = 0) -> Callable[[AnyTask], AnyTask]:
    """Run the task below once each period; after a standstill once, not for every missed turn."""
    period = timedelta(minutes=minutes, hours=hours, days=days)
    if period < timedelta(minutes=1):
        raise ValueError("A schedule needs a period of at least a minute: every(hours=1).")
    return _planned(Every(period))


def daily(*, at: time) -> Callable[[AnyTask], AnyTask]:
    """Run the task below once a day, at ``at`` in the time zone of the installation."""
    return _planned(Daily(at))


def discover() -> None:
    """Read the ``tasks`` module of every app, so that its schedules are known."""
    autodiscover_modules("tasks")


def _planned(rhythm: Rhythm) -> Callable[[AnyTask], AnyTask]:
    def plan(task: AnyTask) -> AnyTask:
        PLANNED[task.module_path] = Planned(task.module_path, rhythm, task)
        return task

    return plan
