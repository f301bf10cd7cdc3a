"""The same measurement on SQLite and on PostgreSQL, each in a process and a database of its own."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from setup import postgres

Figures = dict[str, Any]


def on_both(module: str) -> list[Figures]:
    """Run the module on one after the other; of each the figures it printed last, as JSON."""
    with postgres.running() as url:
        return [_measured(module, {}), _measured(module, {"DATABASE_URL": url})]


def _measured(module: str, environment: Mapping[str, str]) -> Figures:
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    with tempfile.TemporaryDirectory(prefix="hartlijn-bench-") as folder:
        run = subprocess.run(
            [sys.executable, "-m", f"benchmarks.{module}"],
            env={**kept, "HARTLIJN_DATA": folder, **environment},
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
    figures: Figures = json.loads(run.stdout.splitlines()[-1])
    return figures


@contextmanager
def own() -> Iterator[None]:
    """A database beside the one that is given, made and removed here; Django is set up already."""
    from django.db import connection  # noqa: PLC0415 - after the settings

    given = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        file = Path(os.environ["HARTLIJN_DATA"]) / "measured.sqlite3"
        connection.settings_dict["TEST"]["NAME"] = str(file)
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(given, verbosity=0)


def told(said: str) -> None:
    """How far it is: on standard error, beside the figures."""
    print(said, file=sys.stderr, flush=True)
