"""Look before every start whether an acknowledged save survives a power cut.

Figures behind it: docs/decisions/0002-sqlite-durability.md.
"""

from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.db import OperationalError, connection

# With these, 600 simulated power cuts lost nothing (journal mode, synchronous).
SAFE_ON_SQLITE = {("truncate", 2), ("truncate", 3), ("delete", 3), ("persist", 3)}
WAL_RESET_FIXED = (3, 51, 3)


@register()
def saves_survive_a_power_cut(**options: Any) -> list[CheckMessage]:
    """Refuse a database that may forget what it said it kept."""
    del options
    try:
        return _sqlite() if connection.vendor == "sqlite" else _postgresql()
    except OperationalError as error:
        return [Error(f"The database does not answer: {error}", id="hartlijn.E003")]


def _sqlite() -> list[CheckMessage]:
    with connection.cursor() as cursor:
        mode = cursor.execute("PRAGMA journal_mode").fetchone()[0]
        synchronous = cursor.execute("PRAGMA synchronous").fetchone()[0]
        version = tuple(
            int(part) for part in cursor.execute("SELECT sqlite_version()").fetchone()[0].split(".")
        )
    in_memory = mode == "memory"  # a test's database: there is nothing to survive
    sound_wal = mode == "wal" and synchronous >= 2 and version >= WAL_RESET_FIXED  # noqa: PLR2004
    if in_memory or sound_wal or (mode, synchronous) in SAFE_ON_SQLITE:
        return []
    return [
        Error(
            f"SQLite runs with journal_mode={mode}, synchronous={synchronous}: a power cut can "
            "undo what was saved.",
            hint="Remove your own PRAGMAs, or use PostgreSQL with DATABASE_URL.",
            id="hartlijn.E001",
        )
    ]


def _postgresql() -> list[CheckMessage]:
    with connection.cursor() as cursor:
        cursor.execute("SHOW fsync")
        fsync = cursor.fetchone()[0]
        cursor.execute("SELECT current_database()")
        name = cursor.fetchone()[0]
    if fsync == "on" or name.startswith("test_"):
        return []
    return [
        Error(
            "PostgreSQL runs with fsync=off: a power cut can lose or damage everything.",
            hint="Set fsync = on in postgresql.conf and restart it.",
            id="hartlijn.E002",
        )
    ]
