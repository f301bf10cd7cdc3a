"""How a ring reaches the other processes: PostgreSQL carries it, or a small file beside SQLite.

Each process has one line, however many people listen in it. A process skips its own rings: those
went to its listeners already.
"""

import asyncio
import logging
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

import psycopg
from django.conf import settings
from django.db import connection, connections

Heard = Callable[[str | None], None]
"""Called with the name of the room that rang, or None when rings may have been lost."""

logger = logging.getLogger("hartlijn.bell")
CHANNEL: Final = "hartlijn_bell"
NAME: Final = "hartlijn bell"
"""What pg_stat_activity calls the line."""
LISTEN: Final = f"LISTEN {CHANNEL}"
US = secrets.token_hex(6)
"""This process, among those that share a database."""
BEAT: Final = 30.0
"""Seconds after which the line to PostgreSQL is tried with a ring to ourselves."""
PAUSES: Final = (0.2, 1.0, 5.0, 15.0)
"""Seconds before a line that broke is tried again."""
GLANCE: Final = 0.05
"""Seconds between two looks in the file."""
KEPT: Final = 10_000
"""Rings that stay in the file; whoever is further behind has stood still for very long."""
DEAF: Final = (
    "The bell hears nothing from PostgreSQL: LISTEN does not pass PgBouncer in transaction mode. "
    "Set HARTLIJN_LISTEN_URL to the address of the database itself (docs/running.md)."
)


def tell(name: str, us: str = US) -> None:
    """Ring in the processes other than ``us``. Inside a transaction PostgreSQL does it when that is saved."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, f"{us} {name}"])
        return
    with _file() as file:
        file.execute("INSERT INTO rings (us, room) VALUES (?, ?)", (us, name))
        file.execute("DELETE FROM rings WHERE id <= last_insert_rowid() - ?", (KEPT,))


async def listen(heard: Heard, wanted: asyncio.Event) -> None:
    """Pass on the rings of other processes until cancelled; ``wanted`` while somebody listens."""
    once = _listen_to_postgres if connection.vendor == "postgresql" else _look_in_the_file
    tries = 0
    while True:
        await wanted.wait()
        try:
            await once(heard, wanted)
            tries = 0
        except (psycopg.Error, sqlite3.Error, OSError) as error:
            logger.warning("the bell lost its line (%s); trying again", type(error).__name__)
            await asyncio.sleep(PAUSES[min(tries, len(PAUSES) - 1)])
            tries += 1


# --- PostgreSQL ---


async def _listen_to_postgres(heard: Heard, wanted: asyncio.Event) -> None:
    address = {**_address(), "application_name": NAME}
    async with await psycopg.AsyncConnection.connect(**address, autocommit=True) as line:
        await line.execute(LISTEN)
        heard(None)
        while await _hear(line, heard):
            if not wanted.is_set():
                return
    logger.warning(DEAF)
    raise psycopg.OperationalError


async def _hear(line: "psycopg.AsyncConnection[Any]", heard: Heard) -> bool:
    """Pass rings on for a while; whether our ring to ourselves came back."""
    probe = f"{US} ?"
    await line.execute("SELECT pg_notify(%s, %s)", [CHANNEL, probe])
    came_back = False
    async for rung in line.notifies(timeout=BEAT):
        who, _, name = rung.payload.partition(" ")
        if rung.payload == probe:
            came_back = True
        elif who != US:
            heard(name)
    return came_back


def _address() -> dict[str, Any]:
    if settings.LISTEN_URL:
        return {"conninfo": settings.LISTEN_URL}
    # A wrapper of its own: asking for the address opens nothing.
    asked = connections.create_connection("default").get_connection_params()
    ours = {"cursor_factory", "context", "prepare_threshold", "server_side_binding"}
    return {name: value for name, value in asked.items() if name not in ours}


# --- SQLite ---


async def _look_in_the_file(heard: Heard, wanted: asyncio.Event) -> None:
    with _file() as file:
        (last,) = file.execute("SELECT coalesce(max(id), 0) FROM rings").fetchone()
        heard(None)
        while wanted.is_set():
            await asyncio.sleep(GLANCE)
            for number, who, name in file.execute(
                "SELECT id, us, room FROM rings WHERE id > ? ORDER BY id", (last,)
            ).fetchall():
                last = number
                if who != US:
                    heard(name)


@contextmanager
def _file() -> Iterator[sqlite3.Connection]:
    """The file of the bell. Nothing in it needs to survive, so it waits for no disk."""
    with closing(sqlite3.connect(_path(), timeout=2, isolation_level=None)) as file:
        file.execute("PRAGMA journal_mode=WAL")
        file.execute("PRAGMA synchronous=OFF")
        file.execute(
            "CREATE TABLE IF NOT EXISTS rings"
            " (id INTEGER PRIMARY KEY AUTOINCREMENT, us TEXT NOT NULL, room TEXT NOT NULL)"
        )
        yield file


def _path() -> Path:
    """Beside the database, so that processes that share the one share the other."""
    database = str(connection.settings_dict["NAME"])
    if "memory" in database:
        return Path(settings.DATA) / "memory.bell"
    return Path(f"{database}.bell")
