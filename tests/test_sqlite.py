"""What a file of the embedded database holds after something was deleted."""

import sqlite3
from pathlib import Path

from config.env import SQLITE_PRAGMAS

GONE = "kanarie " * 20


def deleted(file: Path, settings: str) -> bytes:
    """A file from which a row was deleted, on an SQLite that does not clean by itself."""
    connection = sqlite3.connect(file)
    connection.executescript("PRAGMA secure_delete=OFF;" + settings)
    connection.execute("CREATE TABLE letter (text)")
    connection.executemany("INSERT INTO letter VALUES (?)", [(GONE,), ("blijft",)])
    connection.commit()
    connection.execute("DELETE FROM letter WHERE text = ?", [GONE])
    connection.commit()
    connection.close()
    return file.read_bytes()


def test_what_is_deleted_leaves_the_file(tmp_path: Path) -> None:
    assert GONE.encode() in deleted(tmp_path / "without", "")

    assert GONE.encode() not in deleted(tmp_path / "with", SQLITE_PRAGMAS)
