"""Small worlds of ties and blocks: who is within reach, asked in each way there is."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import permutations
from uuid import uuid4

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import AT_NIGHT
from hartlijn.consent.models import Grant
from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import (
    Block,
    Circle,
    CirclePlace,
    Companionship,
    Membership,
    Person,
    Role,
    Seat,
)
from hartlijn.people.reach import near, within_reach_of
from hartlijn.people.tests.factories import a_person, a_unit, an_organisation

pytestmark = pytest.mark.django_db
MANY = range(4)
WHO = st.sampled_from(MANY)
PAIRS = st.tuples(WHO, WHO).filter(lambda pair: pair[0] != pair[1])
HOLDS = ("holds", "not yet", "no more")


@dataclass(frozen=True)
class Ties:
    """Who is tied to whom or where, and how far that is; who is blocked; whose account is closed."""

    walking: dict[tuple[int, int], str]
    units: dict[tuple[int, int], str]
    circles: dict[tuple[int, int], bool]
    tables: dict[tuple[int, int], bool]
    blocks: set[tuple[int, int]]
    closed: set[int]

    def tied(self, one: int, other: int) -> bool:
        """By a tie that holds; said once more, without a database."""
        places = (
            {key for key, state in self.units.items() if state == "holds"},
            {key for key, accepted in self.circles.items() if accepted},
            {key for key, is_held in self.tables.items() if is_held},
        )
        shared = any((one, k) in some and (other, k) in some for some in places for k in range(2))
        return shared or self.walks(one, other)

    def walks(self, one: int, other: int) -> bool:
        return "holds" in {self.walking.get((one, other)), self.walking.get((other, one))}

    def apart(self, one: int, other: int) -> bool:
        return bool({(one, other), (other, one)} & self.blocks)


WORLDS = st.builds(
    Ties,
    walking=st.dictionaries(PAIRS, st.sampled_from(HOLDS), max_size=4),
    units=st.dictionaries(st.tuples(WHO, st.integers(0, 1)), st.sampled_from(HOLDS), max_size=6),
    circles=st.dictionaries(st.tuples(WHO, st.integers(0, 1)), st.booleans(), max_size=6),
    tables=st.dictionaries(st.tuples(WHO, st.integers(0, 1)), st.booleans(), max_size=6),
    blocks=st.sets(PAIRS, max_size=2),
    closed=st.sets(WHO, max_size=1),
)


def made(ties: Ties) -> list[Person]:
    """The same world, in the database."""
    today, day = civil_day(), timedelta(days=1)
    people = [a_person(f"Mens {one}", is_active=one not in ties.closed) for one in MANY]
    work = an_organisation("Werk")
    units = [a_unit(work, f"Team {key}") for key in range(2)]
    circles = [Circle.objects.create(name=f"Kring {key}") for key in range(2)]
    for (one, other), state in ties.walking.items():
        Companionship.objects.create(
            starter=people[one],
            companion=people[other],
            kind=Companionship.Kind.BUDDY,
            accepted_on=None if state == "not yet" else today,
            ended_on=today if state == "no more" else None,
        )
    for (one, key), state in ties.units.items():
        Membership.objects.create(
            person=people[one],
            organisation=work,
            unit=units[key],
            role=Role.MEMBER,
            starts_on=today + day if state == "not yet" else today - day,
            ends_on=today if state == "no more" else None,
        )
    for (one, key), accepted in ties.circles.items():
        CirclePlace.objects.create(
            circle=circles[key], person=people[one], accepted_on=today if accepted else None
        )
    tables = [uuid4() for _ in range(2)]
    for (one, key), is_held in ties.tables.items():
        until = today + day if is_held else today
        Seat.objects.create(table=tables[key], person=people[one], until=until)
    for one, other in ties.blocks:
        Block.objects.create(blocker=people[one], blocked=people[other])
    return people


@settings(
    max_examples=1_000 if AT_NIGHT else 20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(ties=WORLDS)
def test_a_tie_reaches_and_a_block_always_wins(db: None, ties: Ties) -> None:
    with transaction.atomic():
        holds(ties)
        transaction.set_rollback(True)


def holds(ties: Ties) -> None:
    people = made(ties)
    grants = {
        (one, other): Grant.objects.create(
            envelope_id=uuid4(), owner=people[one], reader=people[other], held=False
        )
        for one, other in permutations(MANY, 2)
    }
    holding = set(Grant.objects.open().values_list("pk", flat=True))
    lapsed = set(Grant.objects.lapsed().values_list("pk", flat=True))
    for one, other in permutations(MANY, 2):
        reached = ties.tied(one, other) and not ties.apart(one, other)
        grant = grants[one, other].pk
        assert (grant in holding) == reached
        assert (grant in lapsed) != reached
    for one in MANY:
        expected = {
            other: ties.walks(one, other)
            for other in MANY
            if other != one
            and ties.tied(one, other)
            and not ties.apart(one, other)
            and other not in ties.closed
        }
        assert set(within_reach_of(people[one])) == {people[other] for other in expected}
        assert {row.person: row.walks for row in near(people[one])} == {
            people[other]: walks for other, walks in expected.items()
        }


def test_what_was_given_to_a_companion_ends_with_that_also_among_colleagues(
    noor: Person, fatima: Person
) -> None:
    Companionship.objects.create(
        starter=noor,
        companion=fatima,
        kind=Companionship.Kind.BUDDY,
        accepted_on=civil_day(),
        ended_on=civil_day(),
    )
    for_companion = Grant.objects.create(
        envelope_id=uuid4(), owner=noor, reader=fatima, for_companion=True
    )
    among_colleagues = Grant.objects.create(envelope_id=uuid4(), owner=noor, reader=fatima)

    assert list(Grant.objects.open()) == [among_colleagues]
    assert list(Grant.objects.lapsed()) == [for_companion]
