"""One database: what planning and releasing cost there, beside a bare bulk insert of as many rows.

Run by `benchmarks.delivery`, with the settings of that database. Prints one JSON object.
"""

import json
import os
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from statistics import median
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import django
from django.db import connection

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from benchmarks import _databases  # noqa: E402
from hartlijn.delivery.actions.planning import plan, plan_each  # noqa: E402 - after the settings
from hartlijn.delivery.actions.releasing import release  # noqa: E402
from hartlijn.delivery.models import Delivery  # noqa: E402
from hartlijn.people.models import Person  # noqa: E402

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
SATURDAY_NIGHT = datetime(2026, 11, 21, 23, 40, tzinfo=AMSTERDAM)
MONDAY = datetime(2026, 11, 23, 8, 30, tzinfo=AMSTERDAM)
A_WEEK = timedelta(days=7)
PEOPLE = 1_000
EACH = 10
"""Messages for everybody on one weekend: 10,000 in all."""
SIZES = (1_000, 10_000, 100_000)
ROUNDS = 3
BESIDE, BATCH = 100, 500
"""Planned one by one, and released at once, beside so many that wait."""


def rows(people: list[Person], count: int, opens: datetime = MONDAY) -> list[Delivery]:
    """Messages that wait for Monday morning, spread over everybody."""
    closes = opens + timedelta(hours=8, minutes=30)
    return [
        Delivery(
            receiver=people[number % len(people)],
            occasion=uuid4(),
            channel=Delivery.Channel.IN_APP,
            opens_at=opens,
            closes_at=closes,
        )
        for number in range(count)
    ]


def held(people: list[Person], count: int, opens: datetime = MONDAY) -> None:
    """They stand in the table, as after a while: the database knows how they lie."""
    Delivery.objects.bulk_create(rows(people, count, opens), batch_size=500)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def empty() -> None:
    """No messages at all, and nothing of what was there before."""
    Delivery.objects.all().delete()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE delivery_delivery")


def taken(act: Callable[[], int], count: int) -> float:
    """Microseconds for each message."""
    began = time.perf_counter()
    if (found := act()) != count:
        raise RuntimeError(f"{found} of {count}")
    return (time.perf_counter() - began) * 1_000_000 / count


def let_arrive(count: int) -> float:
    """Everything of this Monday morning, and nothing else."""
    return taken(lambda: release(MONDAY), count)


def one_size(people: list[Person], count: int) -> dict[str, float]:
    """Inserting so many bare, and letting them arrive."""
    empty()
    ready = rows(people, count)
    insert = taken(lambda: len(Delivery.objects.bulk_create(ready, batch_size=500)), count)
    return {"insert_us": insert, "release_us": let_arrive(count)}


def a_monday(people: list[Person]) -> dict[str, float]:
    """Ten thousand are planned, everybody's times looked up, and all arrive at half past eight."""
    empty()
    count = len(people) * EACH

    def planned() -> int:
        for person in people:
            plan_each({person.pk: [uuid4() for _ in range(EACH)]}, at=SATURDAY_NIGHT)
        return count

    return {"plan_us": taken(planned, count), "release_us": let_arrive(count)}


def beside(people: list[Person], count: int) -> dict[str, float]:
    """What one more costs beside ``count`` that wait: planning it, and a batch that arrives.

    Those that wait are of a week later; those of today come out from between them.
    """
    empty()
    held(people, count, MONDAY + A_WEEK)
    some = people[:BESIDE]

    def planned() -> int:
        for person in some:
            plan(uuid4(), [person], at=SATURDAY_NIGHT)
        return len(some)

    found = []
    for _ in range(ROUNDS):
        plan_us = taken(planned, BESIDE)
        Delivery.objects.bulk_create(rows(people, BATCH - BESIDE), batch_size=500)
        found.append({"plan_us": plan_us, "release_us": let_arrive(BATCH)})
    return medians(found)


def medians(found: list[dict[str, float]]) -> dict[str, float]:
    """Of each figure the middle one."""
    return {key: round(median(one[key] for one in found), 1) for key in found[0]}


def main() -> None:
    """Measure on a database of its own."""
    with _databases.own():
        print(json.dumps(figures()))


def figures() -> dict[str, object]:
    """A thousand people, and their messages."""
    Person.objects.bulk_create(
        Person(
            id=UUID(int=number + 1),
            name=f"Iemand {number}",
            email=f"iemand{number}@voorbeeld.nl",
            password="!",
        )
        for number in range(PEOPLE)
    )
    people = list(Person.objects.all())
    found: dict[str, object] = {
        "database": connection.vendor,
        "monday": medians([a_monday(people)]),
    }
    found["beside"] = {str(size): beside(people, size) for size in SIZES}
    for size in SIZES:
        measured = [one_size(people, size) for _ in range(ROUNDS if size < SIZES[-1] else 1)]
        ratio = median(one["release_us"] / one["insert_us"] for one in measured)
        found[str(size)] = {**medians(measured), "ratio": round(ratio, 2)}
    return found


if __name__ == "__main__":
    main()
