"""A template of 500 running paths goes to a new version, on SQLite and on PostgreSQL.

Each path has 60 steps and eight promises of a year. Offering it to all is a few questions to the
database, whatever their number; then every starter takes it, each by itself. Goals: one take costs
at most 3 times the processor time of beginning such a path, and asks the database as often for 30
steps as for 120, but for the portions of larger inserts.
"""

import json
import sys
from typing import Any, Final

from benchmarks import _databases, _machine

GOAL: Final = 3.0
PORTIONS: Final = 4
"""A larger insert goes to SQLite in a few portions more."""


def report(figures: dict[str, Any]) -> bool:
    """Print them; whether the goals were reached."""
    name = figures.pop("database")
    ratio = figures["take_cpu_ms"] / figures["begin_cpu_ms"]
    flat = figures["queries_many"] <= figures["queries_few"] + PORTIONS
    said = {"part": f"moving.{name}", **figures, "flat": flat, "ratio": round(ratio, 2)}
    print(json.dumps({**said, "goal": GOAL}))
    return bool(ratio <= GOAL and flat)


def main() -> int:
    """Both databases, one after the other."""
    both = _databases.on_both("_moving")
    print(f"\n{_machine.told()}; 500 paths, medians of each")
    reached = [report(figures) for figures in both]
    return 0 if all(reached) else 1


if __name__ == "__main__":
    sys.exit(main())
