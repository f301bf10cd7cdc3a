"""A template of 500 running paths goes to a new version, on SQLite and on PostgreSQL.

Each path has 60 steps and eight promises of a year. Offering it to all is two questions to the
database; then every starter takes it. Goals: one take costs at most 3 times beginning such a path,
and asks the database as often for 30 steps as for 120, but for the portions of larger inserts.
"""

import json
import os
import subprocess
import sys
import tempfile
from typing import Any

from benchmarks import _machine
from setup import postgres

GOAL = 3.0
PORTIONS = 4
"""A larger insert goes to SQLite in a few portions more."""


def measured(environment: dict[str, str]) -> dict[str, Any]:
    """The figures of one database, in a process of its own."""
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    with tempfile.TemporaryDirectory(prefix="hartlijn-bench-") as folder:
        own = {"HARTLIJN_DATA": folder, **environment}
        run = subprocess.run(
            [sys.executable, "-m", "benchmarks._moving"],
            env={**kept, **own},
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
    figures: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return figures


def report(figures: dict[str, Any]) -> bool:
    """Print them; whether the goals were reached."""
    name = figures.pop("database")
    ratio = figures["take_ms"] / figures["begin_ms"]
    said = {"part": f"moving.{name}", **figures, "ratio": round(ratio, 2), "goal": GOAL}
    print(json.dumps(said))
    flat = figures["queries_many"] <= figures["queries_few"] + PORTIONS
    return bool(ratio <= GOAL and flat)


def main() -> int:
    """Both databases, one after the other."""
    with postgres.running() as url:
        both = [measured({}), measured({"DATABASE_URL": url})]
    print(f"\n{_machine.told()}; 500 paths, milliseconds for each")
    reached = [report(figures) for figures in both]
    return 0 if all(reached) else 1


if __name__ == "__main__":
    sys.exit(main())
