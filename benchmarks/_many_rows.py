"""Steps, promises, months and ticks of thousands of paths: made by the database itself, in bulk.

All paths begin on one day, so what differs by row is only which side it is of, and luck.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from django.db import connection

from benchmarks._a_template import key_of
from hartlijn.lib.civil_day import civil_day
from hartlijn.paths.telling.vocabulary import PROMISE_KINDS, STEP_KINDS

STEPS: Final = 60
PROMISES: Final = 8
MONTHS: Final = 6
"""Of each promise; of eight in ten both sides said something."""
A_MONTH: Final = timedelta(days=30)
BETWEEN_STEPS: Final = timedelta(days=5)
OWN_WORDS: Final = {
    "sqlite": {"new_id": "lower(hex(randomblob(16)))", "of_ten": "abs(random()) % 10"},
    "postgresql": {"new_id": "gen_random_uuid()", "of_ten": "floor(random() * 10)"},
}
"""What the two call an id, and a number of zero to nine."""

STEP: Final = """
INSERT INTO paths_step
    (id, side_id, key, kind, place, due_on, is_of_organisation, is_for_both, done_on)
SELECT {new_id}, side.id, one.key, one.kind, one.place, one.day, true, false,
    CASE WHEN one.day < one.today AND {of_ten} < 7 THEN one.day END
FROM paths_side side JOIN a_step one ON one.version = side.version_id
WHERE NOT EXISTS (SELECT 1 FROM paths_step step WHERE step.side_id = side.id)"""
PROMISE: Final = """
INSERT INTO paths_promise (id, side_id, key, kind, owner, measure, place)
SELECT {new_id}, side.id, one.kind, one.kind, 'team_leader', 'yes', one.place
FROM paths_side side CROSS JOIN a_promise one
WHERE NOT EXISTS (SELECT 1 FROM paths_promise promise WHERE promise.side_id = side.id)"""
TERM: Final = """
INSERT INTO paths_term (id, promise_id, starts_on, ends_on)
SELECT {new_id}, promise.id, one.first, one.last
FROM paths_promise promise CROSS JOIN a_month one
WHERE NOT EXISTS (SELECT 1 FROM paths_term term WHERE term.promise_id = promise.id)"""
TICK: Final = """
INSERT INTO paths_tick (id, term_id, whose, word, sent_on)
SELECT {new_id}, term.id, one.whose,
    CASE WHEN {of_ten} < 6 THEN 'kept' WHEN {of_ten} < 6 THEN 'late' ELSE 'not_kept' END, term.ends_on
FROM paths_term term CROSS JOIN a_side one
WHERE {of_ten} < 8
    AND NOT EXISTS (SELECT 1 FROM paths_tick tick WHERE tick.term_id = term.id)"""


def fill(begun_on: date, versions: dict[str, str]) -> None:
    """Give every side that has none its steps and promises; ``versions`` by the name of their steps."""
    _list("a_step", "version text, key text, kind text, place int, day date, today date",
          _steps(begun_on, versions))  # fmt: skip
    _list("a_promise", "kind text, place int",
          [(one, n) for n, one in enumerate(list(PROMISE_KINDS)[:PROMISES])])  # fmt: skip
    starts = [begun_on + n * A_MONTH + timedelta(days=1) for n in range(MONTHS)]
    _list("a_month", "first date, last date",
          [(one, one + A_MONTH - timedelta(days=1)) for one in starts])  # fmt: skip
    _list("a_side", "whose text", [("starter",), ("organisation",)])
    with connection.cursor() as cursor:
        for statement in (STEP, PROMISE, TERM, TICK):
            cursor.execute(statement.format(**OWN_WORDS[connection.vendor]))
        cursor.execute("ANALYZE")


def _steps(begun_on: date, versions: dict[str, str]) -> Iterator[tuple[Any, ...]]:
    kinds = list(STEP_KINDS)
    for name, version in versions.items():
        for n in range(STEPS):
            day = begun_on + n * BETWEEN_STEPS
            yield version, key_of(name, n), kinds[n % len(kinds)], n, day, civil_day()


def _list(name: str, columns: str, rows: Any) -> None:
    """A table for a moment, of what every side gets."""
    held = list(rows)
    places = ", ".join(["%s"] * len(held[0]))
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS {name}")
        cursor.execute(f"CREATE TEMPORARY TABLE {name} ({columns})")
        cursor.executemany(f"INSERT INTO {name} VALUES ({places})", held)
