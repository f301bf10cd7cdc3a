"""How many times a second one core answers "may she be reached; if not, from when?"."""

import json
import time
from datetime import UTC, date, datetime, timedelta
from datetime import time as wall
from statistics import median
from zoneinfo import ZoneInfo

from hartlijn.people.reachable import Leave, Shift, Window, WorkingTimes, reachable_from

_DECISIONS = 10_000
_ROUNDS = 5


def noor() -> WorkingTimes:
    """Four days a week, three weeks tapped with a night shift each, summer leave, holidays."""
    tapped = date(2026, 10, 19)
    night = datetime.fromisoformat("2026-10-22 22:00")
    return WorkingTimes(
        zone=ZoneInfo("Europe/Amsterdam"),
        weekly=tuple(Window(day, wall(8, 30), wall(17)) for day in range(4)),
        shifts=tuple(
            Shift(night + timedelta(weeks=week), night + timedelta(weeks=week, hours=9))
            for week in range(3)
        ),
        explicit_days=frozenset(tapped + timedelta(days=day) for day in range(21)),
        leave=(
            Leave(date(2026, 12, 21), date(2027, 1, 3)),
            Leave(date(2027, 7, 19), date(2027, 8, 8)),
        ),
        public_holidays=frozenset({date(2027, 3, 29), date(2027, 4, 27), date(2027, 5, 6)}),
    )


def decisions_per_second() -> float:
    """One round: instants spread over a year, a person freshly put together each time, in time of the core itself."""
    first = datetime(2026, 10, 1, tzinfo=UTC)
    instants = [first + timedelta(minutes=53 * step) for step in range(_DECISIONS)]
    people = [noor() for _ in instants]
    began = time.process_time()
    for at, person in zip(instants, people, strict=True):
        reachable_from(at, person)
    return _DECISIONS / (time.process_time() - began)


def main() -> None:
    """Print the median of five rounds as one line of JSON."""
    figure = median(decisions_per_second() for _ in range(_ROUNDS))
    print(json.dumps({"part": "reachable", "decisions_per_s": round(figure)}))


if __name__ == "__main__":
    main()
