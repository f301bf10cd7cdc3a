"""One database: what it costs to bring 500 running paths to a new version of their template.

Run by `benchmarks.moving`, with the settings of that database. Prints one JSON object.
"""

import json
import os
import time
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import django
from django.db import connection

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.test.utils import CaptureQueriesContext  # noqa: E402 - after the settings

from hartlijn.paths.actions import beginning, moving, templates  # noqa: E402
from hartlijn.paths.models import Side, Step, Template  # noqa: E402
from hartlijn.people.models import Membership, Organisation, Person, Role  # noqa: E402

PATHS = 500
FEW = 30
STEPS = 60
"""On each path, besides eight promises of twelve months."""


def a_body(name: str, steps: int) -> dict[str, Any]:
    """A template whose steps are called so; every other one is of this version alone."""
    when = {"unit": "working_days", "number": 3, "anchor": "first_day"}
    return {
        "title": both(name),
        "about": both("De eerste jaren."),
        "world": "practice",
        "anchors": ["first_day"],
        "roles": ["starter", "team_leader"],
        "phases": [{"key": "all", "name": both("Alles")}],
        "steps": [
            {
                "key": f"{'both' if number % 2 else name}-{number}",
                "phase": "all",
                "kind": "conversation",
                "name": both(f"Stap {number}"),
                "who": ["team_leader", "starter"],
                "when": when | {"number": number},
            }
            for number in range(steps)
        ],
        "promises": [
            {
                "key": f"promise-{number}",
                "kind": "talks",
                "name": both(f"Belofte {number}"),
                "owner": "team_leader",
                "measure": "weeks_between",
                "amount": 1,
                "anchor": "first_day",
                "from_month": 1,
                "to_month": 12,
            }
            for number in range(8)
        ],
        "source": "Hartlijn",
        "licence": "CC-BY-4.0",
    }


def both(said: str) -> dict[str, str]:
    """The same in both languages."""
    return {"nl": said, "en": said}


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


def queries_of_taking(side: Side) -> int:
    """How often one take asks the database."""
    with CaptureQueriesContext(connection) as asked:
        moving.take(side, by=side.path.starter)
    return len(asked)


def main() -> None:
    """Measure on this database."""
    # A database of its own beside the one that is given, made and removed here.
    if connection.vendor == "sqlite":
        file = Path(os.environ["HARTLIJN_DATA"]) / "measured.sqlite3"
        connection.settings_dict["TEST"]["NAME"] = str(file)
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    print(json.dumps({"database": connection.vendor, **figures()}))
    connection.creation.destroy_test_db(str(connection.settings_dict["NAME"]), verbosity=0)


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
    people = starters(organisation)

    began = time.perf_counter()
    for one in people:
        beginning.begin(template, one, days, unit=None, by=ines)
    found = {"begin_ms": each(began)}
    templates.change(template, a_body("new", STEPS), by=ines)
    templates.publish(template, by=ines)
    began = time.perf_counter()
    offered = templates.offer(template, by=ines)
    found["offer_all_ms"] = round((time.perf_counter() - began) * 1000, 1)
    sides = list(Side.objects.filter(template=template).select_related("path__starter"))
    began = time.perf_counter()
    for side in sides:
        moving.take(side, by=side.path.starter)
    found["take_ms"] = each(began)
    moved = Side.objects.filter(version=template.version).count()
    if not offered == moved == PATHS or Step.objects.count() != PATHS * STEPS:
        raise RuntimeError(f"{offered} offered, {moved} moved")
    for name, steps in (("queries_few", FEW), ("queries_many", 2 * STEPS)):
        templates.change(template, a_body(name.replace("_", "-"), steps), by=ines)
        templates.publish(template, by=ines)
        templates.offer(template, by=ines)
        found[name] = queries_of_taking(Side.objects.get(pk=sides[0].pk))
    return found


def each(began: float) -> float:
    """Milliseconds for each path."""
    return round((time.perf_counter() - began) * 1000 / PATHS, 2)


if __name__ == "__main__":
    main()
