"""One database: the desk's list of running paths beside a bare page over the same rows.

Run by `benchmarks.paths_desk`, with the settings of that database. Prints one JSON object.
"""

import json
import os
import time
from collections.abc import Callable
from pathlib import Path as File
from statistics import quantiles

import django
from django.db import connection

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.conf import settings  # noqa: E402 - after the settings
from django.http import HttpResponse  # noqa: E402
from django.template import engines  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from hartlijn.lib.civil_day import civil_day  # noqa: E402
from hartlijn.library import shelf  # noqa: E402
from hartlijn.library.models import Version  # noqa: E402
from hartlijn.paths.models import Path, Side, Step, Template  # noqa: E402
from hartlijn.people.models import Membership, Organisation, Person, Role, Unit  # noqa: E402

PATHS, STEPS = 2_000, 60
ROUNDS, WARM = 100, 5
GOAL = 3.0
BARE = "<ul>{% for side in sides %}<li>{{ side.path.starter.name }} {{ side.unit.name }}</li>{% endfor %}</ul>"


def filled() -> tuple[Person, Organisation]:
    """A desk with so many starters on a path, all with their steps."""
    desk = Person.objects.create(name="Ines", email="ines@voorbeeld.nl", password="!")
    home = Organisation.objects.create(name="Zeeuwse Jeugdzorg", kind="practice")
    today = civil_day()
    Membership.objects.create(
        person=desk, organisation=home, role=Role.COORDINATOR, starts_on=today
    )
    units = [Unit.objects.create(organisation=home, name=f"Team {n}") for n in range(20)]
    body = dict(shelf.get("path", "first-years").body)
    version = Version.objects.create(hash="measured", kind="path", key="measured", body=body)
    template = Template.objects.create(organisation=home, version=version, number=1)
    people = [
        Person(name=f"Starter {n:04d}", email=f"starter{n}@voorbeeld.nl", password="!")
        for n in range(PATHS)
    ]
    Person.objects.bulk_create(people, batch_size=500)
    paths = [Path(starter=person) for person in people]
    Path.objects.bulk_create(paths, batch_size=500)
    sides = [
        Side(path=one, organisation=home, unit=units[n % 20], template=template, version=version)
        for n, one in enumerate(paths)
    ]
    Side.objects.bulk_create(sides, batch_size=500)
    for side in sides:
        Step.objects.bulk_create(
            Step(
                side=side,
                key=f"step-{place}",
                kind="conversation",
                place=place,
                due_on=today,
                is_of_organisation=True,
            )
            for place in range(STEPS)
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return desk, home


def bare(home: Organisation) -> HttpResponse:
    """What the framework needs for these rows, and nothing around them."""
    rows = Side.objects.filter(organisation=home, ended_on=None)
    rows = rows.select_related("path__starter", "unit").order_by("path__starter__name", "pk")
    template = engines["django"].from_string(BARE)
    return HttpResponse(template.render({"sides": list(rows[:50]), "all": rows.count()}))


def taken(act: Callable[[], object]) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def p95(found: list[float]) -> float:
    """Of a hundred, the fifth from above."""
    return quantiles(found, n=20)[-1]


def measured(desk: Person, home: Organisation) -> dict[str, object]:
    """In turn, so that a slow moment of the machine hits both."""
    client = Client(HTTP_HOST="localhost")
    client.force_login(desk)
    address = f"/paths/organisation/{home.pk}/"

    def page() -> None:
        if (status := client.get(address).status_code) != 200:  # noqa: PLR2004
            raise RuntimeError(status)

    for _ in range(WARM):
        page()
        bare(home)
    ours, floor = [], []
    for _ in range(ROUNDS):
        ours.append(taken(page))
        floor.append(taken(lambda: bare(home)))
    with CaptureQueriesContext(connection) as asked:
        page()
    return {
        "part": "paths.desk",
        "database": connection.vendor,
        "paths": PATHS,
        "steps": PATHS * STEPS,
        "ours_p95_ms": round(p95(ours), 1),
        "bare_p95_ms": round(p95(floor), 1),
        "ratio": round(p95(ours) / p95(floor), 2),
        "goal": GOAL,
        "queries": len(asked),
    }


def main() -> None:
    """Measure on a database of its own, made and removed here."""
    if connection.vendor == "sqlite":
        file = File(os.environ["HARTLIJN_DATA"]) / "measured.sqlite3"
        connection.settings_dict["TEST"]["NAME"] = str(file)
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "localhost"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        print(json.dumps(measured(*filled())))
    finally:
        connection.creation.destroy_test_db("", verbosity=0)


if __name__ == "__main__":
    main()
