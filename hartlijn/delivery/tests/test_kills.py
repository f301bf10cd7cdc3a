"""Workers are killed while messages arrive: every message arrives once, with all that follows."""

import os
import random
import signal
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest
from django.db import connection, connections

from hartlijn.delivery.actions import releasing
from hartlijn.delivery.actions.planning import plan
from hartlijn.delivery.models import Delivery
from hartlijn.delivery.signals import arrived
from hartlijn.people.models import Person
from hartlijn.people.tests.factories import a_person
from hartlijn.people.tests.times_told import local

SATURDAY_NIGHT = local("2026-11-21T23:40")
MONDAY = local("2026-11-23T08:30")
EACH = 20  # messages before each kill
A_MOMENT, PATIENCE = 0.001, 60.0  # seconds


def write_what_follows(deliveries: list[Delivery], **_: object) -> None:
    """As the floors above do: in the same transaction."""
    with connection.cursor() as cursor:
        for one in deliveries:
            cursor.execute("INSERT INTO follows (occasion) VALUES (%s)", [str(one.occasion)])


def a_worker() -> int:
    """A process of its own that lets arrive what is due, until it is killed or we are; its id."""
    connections.close_all()
    parent = os.getpid()
    if pid := os.fork():
        return pid
    try:
        arrived.connect(write_what_follows)
        while os.getppid() == parent:
            releasing.release(MONDAY)
            time.sleep(A_MOMENT)
    finally:
        os._exit(1)


def kill(worker: int) -> None:
    os.kill(worker, signal.SIGKILL)
    os.waitpid(worker, 0)


def arrive_under_fire(person: Person, *, kills: int, seed: int) -> None:
    """Two workers; one after the other is killed at a random instant."""
    dice = random.Random(seed)
    sent = [UUID(int=number) for number in range(kills * EACH)]
    workers = [a_worker(), a_worker()]
    try:
        for number in range(kills):
            for occasion in sent[number * EACH : (number + 1) * EACH]:
                plan(occasion, [person], at=SATURDAY_NIGHT)
            time.sleep(dice.uniform(0, 0.05))  # the random instant is what we try out
            kill(workers.pop(0))
            workers.append(a_worker())
        end = time.monotonic() + PATIENCE
        while Delivery.objects.held().exists():
            assert time.monotonic() < end, "not everything arrived"
            time.sleep(A_MOMENT)
    finally:
        for worker in workers:
            kill(worker)
    with connection.cursor() as cursor:
        cursor.execute("SELECT occasion FROM follows")
        followed = Counter(UUID(occasion) for (occasion,) in cursor.fetchall())
    assert followed == dict.fromkeys(sent, 1)


@pytest.fixture
def shared(tmp_path: Path, transactional_db: None) -> Iterator[None]:
    """A database that other processes see too: SQLite keeps that of a test in memory."""
    before = connections["default"]
    if before.vendor == "sqlite":
        file = tmp_path / "shared.sqlite3"
        with closing(sqlite3.connect(file)) as target:
            before.connection.backup(target)
        here = {**before.settings_dict, "NAME": str(file)}
        connections["default"] = type(before)(here, "default")
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE follows (occasion varchar(40))")
    yield
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE follows")
    if before.vendor == "sqlite":
        connections["default"].close()
        connections["default"] = before


@pytest.fixture
def small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a kill often falls between two."""
    monkeypatch.setattr(releasing, "PORTION", 7)


@pytest.mark.usefixtures("shared", "small_portions")
def test_killed_thirty_times_every_message_arrives_once() -> None:
    arrive_under_fire(a_person("Noor de Wit"), kills=30, seed=1)


@pytest.mark.nightly
@pytest.mark.usefixtures("shared", "small_portions")
@pytest.mark.parametrize("seed", range(10))
def test_killed_a_thousand_times_every_message_arrives_once(seed: int) -> None:
    arrive_under_fire(a_person("Noor de Wit"), kills=100, seed=seed)
