"""A cohort: Joost teaches it, Noor and Milan are in it."""

from dataclasses import dataclass

import pytest

from hartlijn.people.models import Organisation, Person, Role, Unit
from hartlijn.people.tests.factories import a_person, a_place, a_unit, an_organisation

ASSIGNMENT = "what-i-came-for"


@dataclass(frozen=True)
class Cohort:
    """Social Work, year 4, and who is in it."""

    unit: Unit
    noor: Person
    milan: Person
    joost: Person
    lotte: Person


@pytest.fixture
def cohort(db: None) -> Cohort:
    """Lotte coordinates the school."""
    school = an_organisation("Hogeschool Delta", Organisation.Kind.EDUCATION)
    unit = a_unit(school, "Jaar 4", parent=a_unit(school, "Social Work"))
    noor, milan, joost, lotte = (a_person(name) for name in ("Noor", "Milan", "Joost", "Lotte"))
    a_place(noor, school, unit=unit)
    a_place(milan, school, unit=unit)
    a_place(joost, school, Role.TEACHER, unit=unit)
    a_place(lotte, school, Role.COORDINATOR)
    return Cohort(unit, noor, milan, joost, lotte)
