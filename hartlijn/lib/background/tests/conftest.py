from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from hartlijn.lib.background.tests.workshop import ALIAS, Workshop


@pytest.fixture
def workshop(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Workshop]:
    """A database of its own: a file, or one more database on the test server."""
    database = deepcopy(connections["default"].settings_dict)
    is_sqlite = connections["default"].vendor == "sqlite"
    name = str(tmp_path / "workshop.sqlite3") if is_sqlite else f"workshop_{uuid4().hex}"
    with django_db_blocker.unblock():
        if not is_sqlite:
            _on_the_server(f'CREATE DATABASE "{name}"', database)
        connections.databases[ALIAS] = database | {"NAME": name}
        shop = Workshop(connections.databases[ALIAS])
        try:
            shop.lay_out()
            yield shop
        finally:
            shop.close()
            connections[ALIAS].close()
            del connections[ALIAS], connections.databases[ALIAS]
            if not is_sqlite:
                _on_the_server(f'DROP DATABASE "{name}" WITH (FORCE)', database)


def _on_the_server(statement: str, database: dict[str, object]) -> None:
    connections.databases[ALIAS] = database | {"NAME": "postgres"}
    with connections[ALIAS].cursor() as cursor:
        cursor.execute(statement)
    connections[ALIAS].close()
    del connections[ALIAS], connections.databases[ALIAS]
