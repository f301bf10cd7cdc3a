"""Tasks for the tests. What they do is one row in the table ``chores_done``."""

import time
from datetime import timedelta
from pathlib import Path

from django.db import connection

from hartlijn.lib.background import TaskContext, policy, task
from hartlijn.lib.background.running import effect

TABLE = "CREATE TABLE chores_done (number integer)"
A_MOMENT = 0.01
SOON = timedelta(milliseconds=50)


class StumbleError(Exception):
    """Raised with words that name somebody, which must not be kept."""


def done(number: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO chores_done (number) VALUES (%s)", [number])


@task
@policy(tries=50)
def chore(number: int) -> None:
    done(number)
    time.sleep(A_MOMENT)


@task
@policy(tries=50, in_steps=True)
def chore_in_steps(number: int) -> None:
    time.sleep(A_MOMENT)
    with effect():
        done(number)
        time.sleep(A_MOMENT)


@task(takes_context=True)
@policy(tries=50, first_wait=SOON)
def chore_that_stumbles(context: TaskContext, number: int) -> None:
    done(number)
    if context.attempt == 1:
        raise StumbleError(number)


@task
@policy(in_steps=True)
def chore_that_stumbles_late(number: int) -> None:
    with effect():
        done(number)
    raise StumbleError(number)


@task
def hopeless(name: str) -> None:
    raise StumbleError(f"{name} could not be reached")


@task
def chore_of_a_while(number: int, started: str, go_on: str) -> None:
    """Write that it started, and end when the test allows it."""
    done(number)
    Path(started).touch()
    while not Path(go_on).exists():
        time.sleep(A_MOMENT)


@task
@policy(in_steps=True)
def chore_of_a_while_in_steps(number: int, started: str, go_on: str) -> None:
    Path(started).touch()
    while not Path(go_on).exists():
        time.sleep(A_MOMENT)
    with effect():
        done(number)
