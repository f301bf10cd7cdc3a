import json
import subprocess
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from hartlijn.lib.background.tests.workshop import ALIAS, Nursery, Workshop, python


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    born = Nursery()
    yield born
    born.process.communicate()


@pytest.fixture
def workshop(
    tmp_path: Path, django_db_blocker: DjangoDbBlocker, nursery: Nursery
) -> Iterator[Workshop]:
    """A database of its own: a file, or one more database on the test server."""
    database = deepcopy(connections["default"].settings_dict)
    is_sqlite = connections["default"].vendor == "sqlite"
    name = str(tmp_path / "workshop.sqlite3") if is_sqlite else f"workshop_{uuid4().hex}"
    with django_db_blocker.unblock():
        if not is_sqlite:
            _on_the_server(f'CREATE DATABASE "{name}"', database)
        connections.databases[ALIAS] = database | {"NAME": name}
        shop = Workshop(connections.databases[ALIAS], nursery)
        try:
            yield shop
        finally:
            shop.close()
            connections[ALIAS].close()
            del connections[ALIAS], connections.databases[ALIAS]
            if not is_sqlite:
                _on_the_server(f'DROP DATABASE "{name}" WITH (FORCE)', database)


@pytest.fixture
def command(workshop: Workshop) -> Iterator[Callable[..., "subprocess.Popen[str]"]]:
    """Start a command of Django in the workshop."""
    processes = []

    def start(*words: str, **environment: str) -> "subprocess.Popen[str]":
        database = json.dumps(workshop.database)
        process = python("django", *words, WORKSHOP_DATABASE=database, **environment)
        processes.append(process)
        return process

    yield start
    for process in processes:
        process.kill()
        process.communicate()


def _on_the_server(statement: str, database: dict[str, object]) -> None:
    connections.databases[ALIAS] = database | {"NAME": "postgres"}
    with connections[ALIAS].cursor() as cursor:
        cursor.execute(statement)
    connections[ALIAS].close()
    del connections[ALIAS], connections.databases[ALIAS]
