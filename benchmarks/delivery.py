"""A Monday at 8:30: held messages arrive, on SQLite and on PostgreSQL, beside a bare bulk insert.

Goals: 10,000 messages arrive within 5 times a bare insert of as many rows; what one message costs
stays flat (at most 1.5 times) from 1,000 to 100,000: letting all of them arrive (beside the insert
of as many), and planning one or letting a portion arrive beside so many that wait. Ten thousand are
also planned, with a look at everybody's working times; and a core decides at least 20,000 times a
second (`benchmarks.reachable`).
"""

import json
import sys
from statistics import median
from typing import Any

from benchmarks import _databases, _machine
from benchmarks.reachable import decisions_per_second

GOAL = 5.0
FLAT = 1.5
DECISIONS = 20_000
ROUNDS = 5
SMALL, MONDAY_MORNING, LARGE = "1000", "10000", "100000"


def report(figures: dict[str, Any]) -> bool:
    """Print them; whether the goals were reached."""
    name, beside = figures["database"], figures["beside"]

    def say(part: str, **said: object) -> None:
        print(json.dumps({"part": f"delivery.{name}.{part}", **said}))

    say("monday.10000", **figures["monday"])
    for size in (SMALL, MONDAY_MORNING, LARGE):
        say(size, **figures[size], goal=GOAL)
    for size in (SMALL, MONDAY_MORNING, LARGE):
        say(f"beside.{size}", **beside[size])
    flat = {
        "all": figures[LARGE]["ratio"] / figures[SMALL]["ratio"],
        "plan": beside[LARGE]["plan_us"] / beside[SMALL]["plan_us"],
        "release": beside[LARGE]["release_us"] / beside[SMALL]["release_us"],
    }
    for part, ratio in flat.items():
        say(f"flat.{part}", ratio=round(ratio, 2), goal=FLAT)
    return bool(figures[MONDAY_MORNING]["ratio"] <= GOAL and max(flat.values()) <= FLAT)


def main() -> int:
    """Both databases, one after the other, and the rule without any."""
    decided = median(decisions_per_second() for _ in range(ROUNDS))
    both = _databases.on_both("_delivering")
    print(f"\n{_machine.told()}; medians")
    said = {"part": "delivery.rule", "decisions_per_s": round(decided), "goal": DECISIONS}
    print(json.dumps(said))
    reached = [report(figures) for figures in both]
    return 0 if all(reached) and decided >= DECISIONS else 1


if __name__ == "__main__":
    sys.exit(main())
