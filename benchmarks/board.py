"""A coordinator's pages over 2,000 running paths of 60 steps, on SQLite and on PostgreSQL.

Goals: the board at most 2 times the processor time of a bare signed-in page over the same frozen
rows (and once more as the first reader since the process began has it, without a goal: a frozen
month is written once), and each list at most 3 times one over the same fifty; as many questions to the database at
100, 500 and 2,000 paths. Freezing a month, once and in the background, takes at most five seconds of
the processor; beside it stands the bare aggregate, which on PostgreSQL the server counts for itself.
"""

import json
import sys
from typing import Any, Final

from benchmarks import _databases, _machine

GOALS: Final = {"board": 2.0, "desk": 3.0}
FREEZE: Final = 5_000
"""Milliseconds of the processor."""


def report(figures: dict[str, Any]) -> bool:
    """Print them; whether the goals were reached."""
    name = figures["database"]
    good = True
    for part, goal in GOALS.items():
        print(json.dumps({"part": f"board.{name}.{part}", **figures[part], "goal": goal}))
        good &= figures[part]["ratio"] <= goal
    print(json.dumps({"part": f"board.{name}.board_first", **figures["board_first"]}))
    frozen = figures["freeze"]
    print(json.dumps({"part": f"board.{name}.freeze", **frozen, "goal_cpu_ms": FREEZE}))
    good &= frozen["ours_cpu_ms"] <= FREEZE
    for page, asked in figures["queries"].items():
        flat = len(set(asked.values())) == 1
        print(json.dumps({"part": f"board.{name}.queries.{page}", **asked, "flat": flat}))
        good &= flat
    return good


def main() -> int:
    """Both databases, one after the other."""
    both = _databases.on_both("_board")
    sizes = {name: both[0][name] for name in ("paths", "steps")}
    print(f"\n{_machine.told()}; {sizes['paths']} paths, {sizes['steps']} steps, in turn, medians")
    reached = [report(figures) for figures in both]
    return 0 if all(reached) else 1


if __name__ == "__main__":
    sys.exit(main())
