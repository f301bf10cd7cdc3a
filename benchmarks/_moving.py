"""One database: what it costs to bring 500 running paths to a new version of their template.

Run by `benchmarks.moving`, with the settings of that database. Prints one JSON object.
"""

import json
import os
import time
from collections.abc import Callable, Iterable
from datetime import date
from statistics import median
from typing import Any
from uuid import UUID

import django
from django.db import connection

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.test.utils import CaptureQueriesContext  # noqa: E402 - after the settings

from benchmarks import _databases  # noqa: E402
from benchmarks._a_template import a_body  # noqa: E402
from hartlijn.paths.actions import beginning, moving, templates  # noqa: E402
from hartlijn.paths.models import Side, Step, Template  # noqa: E402
from hartlijn.people.models import Membership, Organisation, Person, Role  # noqa: E402

PATHS = 500
FEW = 30
STEPS = 60
"""On each path, besides eight promises of twelve months."""


def starters(organisation: Organisation) -> list[Person]:
    """Who starts here."""
    people = [
        Person(
            id=UUID(int=number + 1),
            name=f"Iemand {number}",
            email=f"iemand{number}@voorbeeld.nl",
            password="!",
        )
        for number in range(PATHS)
    ]
    Person.objects.bulk_create(people)
    Membership.objects.bulk_create(
        Membership(
            person=one,
            organisation=organisation,
            role=Role.STARTER,
            starts_on=date(2026, 1, 1),
        )
        for one in people
    )
    return people


def queries(act: Callable[[], object]) -> int:
    """How often it asks the database."""
    with CaptureQueriesContext(connection) as asked:
        act()
    return len(asked)


def each(name: str, things: Iterable[Any], act: Callable[[Any], object]) -> dict[str, float]:
    """For each of them: milliseconds of the processor and on the wall, the median."""
    cpu, wall = [], []
    for number, thing in enumerate(things):
        if number % 100 == 0:
            _databases.told(f"{connection.vendor}: {name} {number} of {PATHS}")
        spent, began = time.process_time(), time.perf_counter()
        act(thing)
        cpu.append((time.process_time() - spent) * 1000)
        wall.append((time.perf_counter() - began) * 1000)
    return {f"{name}_cpu_ms": round(median(cpu), 2), f"{name}_p50_ms": round(median(wall), 2)}


def main() -> None:
    """Measure on a database of its own."""
    with _databases.own():
        print(json.dumps({"database": connection.vendor, **figures()}))


def figures() -> dict[str, Any]:
    """Begin five hundred, offer, and let each take; then once with few steps and once with many."""
    organisation = Organisation.objects.create(name="Zeeuwse Jeugdzorg", kind="practice")
    ines = Person.objects.create(name="Ines", email="ines@voorbeeld.nl", password="!")
    Membership.objects.create(
        person=ines, organisation=organisation, role=Role.COORDINATOR, starts_on=date(2026, 1, 1)
    )
    template = Template.objects.create(organisation=organisation, draft=a_body("old", STEPS))
    templates.publish(template, by=ines)
    days = {"first_day": date(2026, 9, 1)}

    def begin(one: Person) -> None:
        beginning.begin(template, one, days, unit=None, by=ines)

    def take(side: Side) -> None:
        moving.take(side, by=side.path.starter)

    found: dict[str, Any] = each("begin", starters(organisation), begin)
    renew(template, "new", STEPS, ines)
    began = time.perf_counter()
    found["offer_queries"] = queries(lambda: templates.offer(template, by=ines))
    found["offer_all_ms"] = round((time.perf_counter() - began) * 1000, 1)
    sides = list(Side.objects.filter(template=template).select_related("path__starter"))
    found |= each("take", sides, take)
    moved = Side.objects.filter(version=template.version).count()
    if moved != PATHS or Step.objects.count() != PATHS * STEPS:
        raise RuntimeError(f"{moved} moved")
    for name, steps in (("queries_few", FEW), ("queries_many", 2 * STEPS)):
        renew(template, name.replace("_", "-"), steps, ines)
        templates.offer(template, by=ines)
        side = Side.objects.get(pk=sides[0].pk)
        found[name] = queries(lambda one=side: take(one))
    return found


def renew(template: Template, name: str, steps: int, by: Person) -> None:
    """A new version, that nobody goes by yet."""
    templates.change(template, a_body(name, steps), by=by)
    templates.publish(template, by=by)


if __name__ == "__main__":
    main()
