"""An employer with a team and a template, and the people around Noor."""

from dataclasses import dataclass

import pytest

from hartlijn.paths.models import Template
from hartlijn.paths.tests.factories import a_body, a_template
from hartlijn.people.models import Companionship, Organisation, Person, Role, Unit
from hartlijn.people.tests.factories import (
    a_person,
    a_place,
    a_unit,
    an_organisation,
    walking_along,
)


@dataclass(frozen=True)
class Work:
    """Zeeuwse Jeugdzorg: Ines runs its desk, Fatima leads the team in which Noor starts."""

    organisation: Organisation
    team: Unit
    template: Template
    noor: Person
    sam: Person
    fatima: Person
    ines: Person


@pytest.fixture
def work(db: None) -> Work:
    """Noor starts; Sam is her work mentor."""
    organisation = an_organisation()
    team = a_unit(organisation, "Team Gezinnen", a_unit(organisation, "Middelburg"))
    noor, sam, fatima, ines = (a_person(name) for name in ("Noor", "Sam", "Fatima", "Ines"))
    a_place(ines, organisation, Role.COORDINATOR)
    a_place(noor, organisation, Role.STARTER, unit=team)
    a_place(fatima, organisation, Role.TEAM_LEADER, unit=team)
    a_place(sam, organisation, Role.MEMBER, unit=team)
    walking_along(noor, sam, Companionship.Kind.WORK_MENTOR)
    template = a_template(organisation, ines, a_body())
    return Work(organisation, team, template, noor, sam, fatima, ines)
