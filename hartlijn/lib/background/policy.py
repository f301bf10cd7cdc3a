"""How often a task is tried, how long we wait in between, and whether it is one transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

ATTRIBUTE = "background_policy"
FIRST_WAIT = timedelta(seconds=10)
LONGEST_WAIT = timedelta(hours=1)
GROWTH = 3
"""Waits of about 10 s, 30 s, 90 s, 4.5 min, 13.5 min, 40 min and then an hour each."""


@dataclass(frozen=True)
class Policy:
    """What a task asks of the worker."""

    tries: int = 5
    in_steps: bool = False
    first_wait: timedelta = FIRST_WAIT

    def wait_after(self, tries: int, spread: float) -> timedelta:
        """How long to wait after failed try number ``tries`` (1 is the first).

        ``spread`` (0 to 1) is the luck of the draw: from half to one and a half times the wait,
        so that tasks that failed together do not return together.
        """
        growth: int = GROWTH ** min(tries - 1, 10)
        return min(self.first_wait * growth, LONGEST_WAIT) * (0.5 + spread)


def policy(
    *, tries: int = 5, in_steps: bool = False, first_wait: timedelta = FIRST_WAIT
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Give the function below ``@task`` another policy than the usual one.

    ``tries``: after so many failed or killed tries the task is left as failed.

    ``first_wait``: how long to wait after the first failure; each next wait is three times longer.

    ``in_steps``: do not wrap the task in one transaction. For work that takes longer than a
    moment (SQLite has one writer) or talks to another machine. Such a task writes its effect
    inside ``with effect():``, and marks an attempt that cannot be repeated before it is made.
    """

    def keep(function: Callable[P, R]) -> Callable[P, R]:
        setattr(function, ATTRIBUTE, Policy(tries, in_steps, first_wait))
        return function

    return keep


def policy_of(function: Callable[..., object]) -> Policy:
    """The policy a task function was given, or the usual one."""
    found = getattr(function, ATTRIBUTE, None)
    return found if isinstance(found, Policy) else Policy()
