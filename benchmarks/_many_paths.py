"""An organisation with thousands of running paths: more of them each time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db import transaction
from django.db.models import Model

from benchmarks._a_template import a_body
from benchmarks._many_rows import A_MONTH, MONTHS, STEPS, fill
from hartlijn.lib.civil_day import civil_day
from hartlijn.library.models import Version
from hartlijn.paths.actions import templates
from hartlijn.paths.actions.board import month_before, stretch_of
from hartlijn.paths.models import Anchor, Path, Side, Template
from hartlijn.people.models import Membership, Organisation, Person, Role, Unit

LOCATIONS, TEAMS = 12, 5
BEHIND: Final = 3
"""One path in so many runs by the older version."""


@dataclass
class Desk:
    """Who runs the desk, and what is there so far."""

    ines: Person
    organisation: Organisation
    template: Template
    teams: list[Unit]
    versions: dict[str, Version]
    paths: int = 0

    @property
    def month(self) -> date:
        """The month whose board is looked at."""
        return month_before(civil_day())

    @property
    def begun_on(self) -> date:
        """When every path began: the last month of each promise ends in the month looked at."""
        return stretch_of(self.month)[1] - MONTHS * A_MONTH

    @transaction.atomic
    def grow(self, until: int) -> None:
        """So many paths in all, and the database knows how they lie."""
        numbers = range(self.paths, until)
        people = put(
            Person(name=f"Starter {n:05d}", email=f"starter{n}@voorbeeld.nl", password="!")
            for n in numbers
        )
        put(
            Membership(
                person=one,
                organisation=self.organisation,
                role=Role.STARTER,
                starts_on=self.begun_on,
            )
            for one in people
        )
        paths = put(Path(starter=one, begun_on=self.begun_on) for one in people)
        sides = put(self._side(path, n) for path, n in zip(paths, numbers, strict=True))
        put(Anchor(side=side, name="first_day", day=self.begun_on) for side in sides)
        fill(self.begun_on, {name: version.pk for name, version in self.versions.items()})
        self.paths = until

    def _side(self, path: Path, n: int) -> Side:
        return Side(
            path=path,
            organisation=self.organisation,
            unit=self.teams[n % len(self.teams)],
            template=self.template,
            version=self.versions["new" if n % BEHIND else "old"],
            begun_on=self.begun_on,
        )


def a_desk() -> Desk:
    """An organisation of twelve locations, with a template in two versions and no path yet."""
    organisation = Organisation.objects.create(name="Zeeuwse Jeugdzorg", kind="practice")
    ines = Person.objects.create(name="Ines", email="ines@voorbeeld.nl", password="!")
    Membership.objects.create(
        person=ines, organisation=organisation, role=Role.COORDINATOR, starts_on=date(2026, 1, 1)
    )
    tops = put(Unit(organisation=organisation, name=f"Locatie {n}") for n in range(LOCATIONS))
    teams = put(
        Unit(organisation=organisation, name=f"Team {n}", parent=top)
        for top in tops
        for n in range(TEAMS)
    )
    template = Template.objects.create(organisation=organisation)
    versions = {}
    for name in ("old", "new"):
        templates.change(template, a_body(name, STEPS), by=ines)
        versions[name] = templates.publish(template, by=ines)
    return Desk(ines, organisation, template, teams, versions)


def put(rows: Iterable[Model]) -> list[Any]:
    """Write many rows at once."""
    held = list(rows)
    type(held[0])._default_manager.bulk_create(held, batch_size=500)
    return held
