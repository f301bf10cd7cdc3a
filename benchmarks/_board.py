"""One database of the board's benchmark: fill it, freeze a month, and ask for the page."""

import json
import os
import time
from collections.abc import Iterable
from datetime import date, timedelta
from random import Random
from statistics import quantiles
from typing import Any, Final

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.db import connection  # noqa: E402
from django.db.models import Model  # noqa: E402 - models need the settings
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, setup_test_environment  # noqa: E402
from django.urls import reverse  # noqa: E402

from hartlijn.library.models import Version  # noqa: E402
from hartlijn.paths.actions import board  # noqa: E402
from hartlijn.paths.models import Path, Promise, Side, Step, Template, Term, Tick  # noqa: E402
from hartlijn.paths.telling.saying import KINDS  # noqa: E402
from hartlijn.paths.telling.saying import STEPS as STEP_KINDS  # noqa: E402
from hartlijn.people.models import Membership, Organisation, Person, Role, Unit  # noqa: E402

PATHS: Final = 2000
STEPS: Final = 60
PROMISES: Final = 9
MONTHS: Final = 6
LOCATIONS: Final = 12
REQUESTS: Final = 60
MONTH: Final = date(2026, 10, 1)
DONE: Final = 0.7
SENT: Final = 0.8
LUCK: Final = Random(6)


def filled() -> tuple[Any, Any]:
    """An organisation with its paths, and who runs its desk."""
    work = Organisation.objects.create(name="Groot", kind="practice")
    ines = Person.objects.create(name="Ines", email="ines@voorbeeld.nl")
    Membership.objects.create(person=ines, organisation=work, role=Role.COORDINATOR)
    tops = [Unit.objects.create(organisation=work, name=f"L{n}") for n in range(LOCATIONS)]
    teams = [
        Unit.objects.create(organisation=work, name=f"T{n}", parent=top)
        for top in tops
        for n in range(5)
    ]
    version = Version.objects.create(hash="0" * 64, kind="path", key="own-x", body={})
    template = Template.objects.create(organisation=work, version=version, number=1)
    people = [Person(name="S", email=f"s{n}@voorbeeld.nl") for n in range(PATHS)]
    put(people)
    paths = put(Path(starter=one) for one in people)
    begun = MONTH - timedelta(days=150)
    sides = put(
        Side(path=path, organisation=work, unit=teams[n % len(teams)], template=template,
             version=version, begun_on=begun)
        for n, path in enumerate(paths)
    )  # fmt: skip
    kinds = list(STEP_KINDS)
    put(
        Step(side=side, key=f"s{n}", kind=kinds[n % len(kinds)], place=n, is_of_organisation=True,
             due_on=begun + timedelta(days=5 * n),
             done_on=begun + timedelta(days=5 * n) if LUCK.random() < DONE else None)
        for side in sides
        for n in range(STEPS)
    )  # fmt: skip
    promises = put(
        Promise(side=side, key=kind, kind=kind, owner="team_leader", measure="yes", place=n)
        for side in sides
        for n, kind in enumerate(list(KINDS)[:PROMISES])
    )
    terms = put(
        Term(promise=promise, starts_on=begun + timedelta(days=30 * n),
             ends_on=begun + timedelta(days=30 * n + 29))
        for promise in promises
        for n in range(MONTHS)
    )  # fmt: skip
    put(
        Tick(term=term, whose=whose, word=LUCK.choice(("kept", "late", "not_kept")))
        for term in terms
        for whose in ("starter", "organisation")
        if LUCK.random() < SENT
    )
    return work, ines


def put(rows: Iterable[Model]) -> list[Any]:
    """Write many rows at once."""
    held = list(rows)
    type(held[0])._default_manager.bulk_create(held, batch_size=2000)
    return held


def main() -> None:
    """Fill, freeze, ask."""
    setup_test_environment()
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        work, ines = filled()
        began = time.perf_counter()
        board.freeze(work, MONTH)
        froze = time.perf_counter() - began
        client = Client()
        client.force_login(ines)
        url = reverse("paths:board", args=[work.pk])
        client.get(url)
        walls = []
        for _ in range(REQUESTS):
            began = time.perf_counter()
            answer = client.get(url)
            walls.append((time.perf_counter() - began) * 1000)
        with CaptureQueriesContext(connection) as asked:
            client.get(url)
        row = {
            "part": "board",
            "database": connection.vendor,
            "paths": PATHS,
            "steps": PATHS * STEPS,
            "freeze_s": round(froze, 2),
            "page_p95_ms": round(quantiles(walls, n=20)[-1], 1),
            "queries": len(asked),
            "bytes": len(answer.content),
        }
        print(json.dumps(row), flush=True)
    finally:
        connection.creation.destroy_test_db("", verbosity=0)


if __name__ == "__main__":
    main()
