"""One database: what planning and releasing cost there, beside a bare bulk insert of as many rows.

Run by `benchmarks.delivery`, with the settings of that database. Prints one JSON object.
"""

import json
import os
import time
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from uuid import UUID
from zoneinfo import ZoneInfo

import django
from django.db import connection

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from hartlijn.delivery.actions.planning import plan  # noqa: E402 - after the settings
from hartlijn.delivery.actions.releasing import release  # noqa: E402
from hartlijn.delivery.models import Delivery  # noqa: E402
from hartlijn.people.models import Person  # noqa: E402

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
SATURDAY_NIGHT = datetime(2026, 11, 21, 23, 40, tzinfo=AMSTERDAM)
MONDAY = datetime(2026, 11, 23, 8, 30, tzinfo=AMSTERDAM)
PEOPLE = 1_000
PLANNED = 500
SIZES = (1_000, 10_000, 100_000)
ROUNDS = 3


def rows(people: list[Person], count: int) -> list[Delivery]:
    """Messages that wait for Monday morning, spread over everybody."""
    closes = MONDAY + timedelta(hours=8, minutes=30)
    return [
        Delivery(
            receiver=people[number % len(people)],
            occasion=UUID(int=number),
            channel=Delivery.Channel.IN_APP,
            opens_at=MONDAY,
            closes_at=closes,
        )
        for number in range(count)
    ]


def empty() -> None:
    """No messages at all."""
    Delivery.objects.all().delete()


def one_size(people: list[Person], count: int) -> dict[str, float]:
    """Microseconds for each message: inserting it bare, and letting it arrive."""
    empty()
    held = rows(people, count)
    began = time.perf_counter()
    Delivery.objects.bulk_create(held, batch_size=500)
    inserted = time.perf_counter()
    arrived = release(MONDAY)
    done = time.perf_counter()
    if arrived != count:
        message = f"{arrived} of {count} arrived"
        raise RuntimeError(message)
    each = 1_000_000 / count
    return {"insert_us": (inserted - began) * each, "release_us": (done - inserted) * each}


def planning(people: list[Person]) -> float:
    """Microseconds to plan one message for one person, their working times looked up."""
    empty()
    began = time.perf_counter()
    for number, person in enumerate(people[:PLANNED]):
        plan(UUID(int=number), [person], at=SATURDAY_NIGHT)
    return (time.perf_counter() - began) / PLANNED * 1_000_000


def main() -> None:
    """Measure on this database."""
    # A database of its own beside the one that is given, made and removed here.
    if connection.vendor == "sqlite":
        file = Path(os.environ["HARTLIJN_DATA"]) / "measured.sqlite3"
        connection.settings_dict["TEST"]["NAME"] = str(file)
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    Person.objects.bulk_create(
        Person(name=f"Iemand {number}", email=f"iemand{number}@voorbeeld.nl", password="!")
        for number in range(PEOPLE)
    )
    people = list(Person.objects.all())
    found: dict[str, object] = {"database": connection.vendor, "plan_us": round(planning(people))}
    for size in SIZES:
        measured = [one_size(people, size) for _ in range(ROUNDS if size < SIZES[-1] else 1)]
        found[str(size)] = {
            **{key: round(median(one[key] for one in measured), 1) for key in measured[0]},
            "ratio": round(median(one["release_us"] / one["insert_us"] for one in measured), 2),
        }
    connection.creation.destroy_test_db(str(connection.settings_dict["NAME"]), verbosity=0)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
