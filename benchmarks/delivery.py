"""A Monday at 8:30: held messages arrive, on SQLite and on PostgreSQL, beside a bare bulk insert.

Goals: 10,000 messages arrive within 5 times a bare insert of as many rows; what one message costs
stays flat from 1,000 to 100,000 (beside the insert of as many, at most 1.5 times). Planning one, with a look at somebody's
working times, stands beside it. Decisions of the pure rule: `benchmarks.reachable`.
"""

import json
import os
import subprocess
import sys
import tempfile
from typing import Any

from benchmarks import _machine
from setup import postgres

GOAL = 5.0
FLAT = 1.5
SMALL, MONDAY_MORNING, LARGE = "1000", "10000", "100000"


def measured(environment: dict[str, str]) -> dict[str, Any]:
    """The figures of one database, in a process of its own."""
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    with tempfile.TemporaryDirectory(prefix="hartlijn-bench-") as folder:
        own = {"HARTLIJN_DATA": folder, **environment}
        command = [sys.executable, "-m", "benchmarks._delivering"]
        run = subprocess.run(
            command, env={**kept, **own}, check=True, stdout=subprocess.PIPE, text=True
        )
    figures: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return figures


def report(figures: dict[str, Any]) -> bool:
    """Print them; whether the goals were reached."""
    name = figures["database"]
    print(json.dumps({"part": f"delivery.{name}.plan", "us": figures["plan_us"]}))
    for size in (SMALL, MONDAY_MORNING, LARGE):
        print(json.dumps({"part": f"delivery.{name}.{size}", **figures[size], "goal": GOAL}))
    flat = figures[LARGE]["ratio"] / figures[SMALL]["ratio"]
    print(json.dumps({"part": f"delivery.{name}.flat", "ratio": round(flat, 2), "goal": FLAT}))
    return figures[MONDAY_MORNING]["ratio"] <= GOAL and flat <= FLAT


def main() -> int:
    """Both databases, one after the other."""
    with postgres.running() as url:
        both = [measured({}), measured({"DATABASE_URL": url})]
    print(f"\n{_machine.told()}; medians")
    reached = [report(figures) for figures in both]
    return 0 if all(reached) else 1


if __name__ == "__main__":
    sys.exit(main())
