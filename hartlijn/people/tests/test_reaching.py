"""Who may write to Noor: she blocks, and makes a circle of a few people who write to each other."""

import pytest

from hartlijn.lib.verdict import Refused
from hartlijn.people.actions import reaching
from hartlijn.people.models import Block, Circle, CirclePlace, Organisation, Person, Unit
from hartlijn.people.reach import near, within_reach_of
from hartlijn.people.tests.factories import a_person, a_place, walking_along

pytestmark = pytest.mark.django_db


@pytest.fixture
def tess(employer: Organisation, team: Unit) -> Person:
    """Tess works in Noor's team."""
    tess = a_person("Tess Bakker")
    a_place(tess, employer, unit=team)
    return tess


def test_within_reach_says_by_which_ties(noor: Person, sam: Person, fatima: Person) -> None:
    walking_along(noor, fatima, "buddy")
    circle = reaching.make_circle("Vrijdagkring", by=noor)
    reaching.invite_to_circle(circle, sam, by=noor)
    reaching.join_circle(circle, by=sam)

    found = [(one.person, one.ties, one.walks) for one in near(noor)]

    assert found == [
        (fatima, ("Team Oost", "buddy"), True),
        (sam, ("Vrijdagkring", "werkbegeleider"), True),
    ]


def test_a_team_leader_is_within_reach_and_does_not_walk_along(
    noor: Person, fatima: Person
) -> None:
    assert [(one.person, one.walks) for one in near(noor)] == [(fatima, False)]
    assert [(one.person, one.walks) for one in near(fatima)] == [(noor, False)]


def test_whoever_blocks_is_out_of_reach_both_ways_until_it_is_over(
    noor: Person, fatima: Person
) -> None:
    reaching.block(fatima, by=noor)
    reaching.block(fatima, by=noor)

    assert not within_reach_of(noor)
    assert not within_reach_of(fatima)
    assert not Block.objects.visible_to(fatima)

    reaching.unblock(fatima, by=noor)
    assert list(within_reach_of(fatima)) == [noor]


def test_a_block_of_both_ends_when_both_end_it(noor: Person, fatima: Person) -> None:
    reaching.block(fatima, by=noor)
    reaching.block(noor, by=fatima)

    reaching.unblock(fatima, by=noor)

    assert not within_reach_of(noor)


def test_a_circle_is_seen_by_who_is_in_it_or_invited(
    noor: Person, fatima: Person, tess: Person
) -> None:
    circle = reaching.make_circle("Kring", by=noor)
    reaching.invite_to_circle(circle, tess, by=noor)
    reaching.invite_to_circle(circle, tess, by=noor)

    assert list(Circle.objects.visible_to(tess)) == [circle]
    assert CirclePlace.objects.visible_to(tess).count() == 2
    assert not Circle.objects.visible_to(fatima)
    with pytest.raises(Refused, match="Zeg eerst ja"):
        reaching.invite_to_circle(circle, fatima, by=tess)

    reaching.leave_circle(circle, by=tess)
    assert not Circle.objects.visible_to(tess)


def test_only_who_is_within_reach_is_invited_and_a_block_reads_the_same(
    noor: Person, fatima: Person, tess: Person
) -> None:
    circle = reaching.make_circle("Kring", by=noor)
    reaching.block(noor, by=tess)
    said = []
    for nobody in (tess, a_person("Vreemde")):
        with pytest.raises(Refused) as refused:
            reaching.invite_to_circle(circle, nobody, by=noor)
        said.append(str(refused.value))

    assert said[0] == said[1]


def test_twelve_fit_in_a_circle(noor: Person, employer: Organisation, team: Unit) -> None:
    circle = reaching.make_circle("Kring", by=noor)
    for _number in range(11):
        one = a_person("Collega")
        a_place(one, employer, unit=team)
        reaching.invite_to_circle(circle, one, by=noor)
    one = a_person("Collega")
    a_place(one, employer, unit=team)

    with pytest.raises(Refused, match="twaalf"):
        reaching.invite_to_circle(circle, one, by=noor)


def test_the_last_one_who_leaves_takes_the_circle_along(noor: Person, tess: Person) -> None:
    circle = reaching.make_circle("Kring", by=noor)
    reaching.invite_to_circle(circle, tess, by=noor)

    reaching.leave_circle(circle, by=noor)
    reaching.leave_circle(circle, by=noor)

    assert not Circle.objects.exists()
    assert not CirclePlace.objects.exists()
