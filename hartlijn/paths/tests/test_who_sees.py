"""School and employer each see their own side, and nothing of before or after."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import pytest

from hartlijn.lib.civil_day import civil_day
from hartlijn.paths.actions import beginning
from hartlijn.paths.asked import asked_of
from hartlijn.paths.models import Anchor, Path, Promise, Side, Step, Term, Tick
from hartlijn.paths.parties import people_of, roles_of
from hartlijn.paths.tests.conftest import Work
from hartlijn.paths.tests.factories import FIRST_DAY, a_body, a_promise, a_step, a_template, begun
from hartlijn.people.models import Companionship, Membership, Organisation, Person, Role
from hartlijn.people.tests.factories import (
    a_person,
    a_place,
    a_unit,
    an_organisation,
    walking_along,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def running(work: Work) -> Side:
    """Noor's path at work."""
    return begun(work.template, work.noor, work.ines, unit=work.team)


@pytest.fixture
def school(work: Work) -> tuple[Side, Person, Person]:
    """The school's side of the same time; Joost teaches, Lotte runs the desk."""
    home = an_organisation("HZ", Organisation.Kind.EDUCATION)
    cohort = a_unit(home, "Social Work 2026")
    joost, lotte = a_person("Joost"), a_person("Lotte")
    a_place(lotte, home, Role.COORDINATOR)
    a_place(joost, home, Role.TEACHER, unit=cohort)
    body = a_body(
        world="education",
        anchors=["placement"],
        roles=["starter", "study_coach", "teacher", "work_mentor"],
        steps=[
            a_step("ours", who=["teacher"], when=_on("placement")),
            a_step("joint", who=["teacher"], when=_on("placement"), seen_by="both"),
            a_step("asks-sam", who=["work_mentor"], when=_on("placement")),
        ],
        promises=[a_promise("coaching", owner="teacher", anchor="placement")],
    )
    template = a_template(home, lotte, body)
    return begun(template, work.noor, lotte, unit=cohort, placement=FIRST_DAY), joost, lotte


def _on(anchor: str) -> dict[str, Any]:
    return {"unit": "days", "number": 0, "anchor": anchor}


def keys(found: Iterable[Step | Promise]) -> set[str]:
    return {one.key for one in found}


def test_who_has_a_part_in_it_sees_the_side(work: Work, running: Side, stranger: Person) -> None:
    for reader in (work.noor, work.sam, work.fatima, work.ines):
        assert list(Side.objects.visible_to(reader)) == [running]
        assert keys(Step.objects.visible_to(reader)) == {"welcome", "talk", "look-back"}
        assert list(Path.objects.visible_to(reader)) == [running.path]
        assert Anchor.objects.visible_to(reader).count() == 1

    milan = a_person("Milan")
    a_place(milan, work.organisation, Role.MEMBER, unit=work.team)
    for nobody in (stranger, milan):
        assert not Side.objects.visible_to(nobody).exists()
        assert not Step.objects.visible_to(nobody).exists()
        assert not Path.objects.visible_to(nobody).exists()


def test_a_leader_of_another_team_sees_nothing(work: Work, running: Side) -> None:
    del running
    other = a_person("Wim")
    a_place(other, work.organisation, Role.TEAM_LEADER, unit=a_unit(work.organisation, "Team B"))

    assert not Side.objects.visible_to(other).exists()


def test_promises_are_for_those_who_are_party_to_them(work: Work, running: Side) -> None:
    term = Term.objects.filter(promise__side=running)[0]
    Tick.objects.create(term=term, whose="starter", word="kept", by=work.noor)

    for reader in (work.noor, work.sam, work.fatima):
        assert keys(Promise.objects.visible_to(reader)) == {"weekly-talk"}
        assert Tick.objects.visible_to(reader).count() == 1
    assert not Promise.objects.visible_to(work.ines).exists()
    assert not Tick.objects.visible_to(work.ines).exists()


def test_a_buddy_sees_the_promise_that_is_theirs_alone(work: Work) -> None:
    body = a_body(promises=[a_promise("time", owner="buddy"), a_promise("talk")])
    template = a_template(work.organisation, work.ines, body)
    bo = a_person("Bo")
    a_place(bo, work.organisation, Role.MEMBER, unit=work.team)
    walking_along(work.noor, bo, Companionship.Kind.BUDDY)

    begun(template, work.noor, work.ines, unit=work.team)

    assert keys(Promise.objects.visible_to(bo)) == {"time"}


def test_of_each_other_they_see_what_is_for_both(
    work: Work, running: Side, school: tuple[Side, Person, Person]
) -> None:
    side, joost, lotte = school
    del running

    assert keys(Step.objects.visible_to(work.fatima).filter(side=side)) == {"joint"}
    assert keys(Step.objects.visible_to(work.sam).filter(side=side)) == {"joint", "asks-sam"}
    for reader in (joost, lotte):
        assert keys(Step.objects.visible_to(reader)) == {"ours", "joint", "asks-sam"}
        assert list(Side.objects.visible_to(reader)) == [side]
    assert not Promise.objects.visible_to(work.fatima).filter(side=side).exists()
    assert keys(Promise.objects.visible_to(joost)) == {"coaching"}
    assert Step.objects.visible_to(work.noor).filter(side=side).count() == 3


def test_after_the_end_each_knows_nothing_of_the_other(
    work: Work, school: tuple[Side, Person, Person]
) -> None:
    """Noor graduates; then she starts at work."""
    side, joost, lotte = school
    beginning.end(side, by=lotte)
    at_work = begun(work.template, work.noor, work.ines, unit=work.team)

    for reader in (work.sam, work.fatima, work.ines):
        assert not Step.objects.visible_to(reader).filter(side=side).exists()
    assert not Step.objects.visible_to(joost).exists()
    assert list(Side.objects.visible_to(lotte)) == [side]  # the desk keeps what it did itself
    assert not Step.objects.visible_to(lotte).filter(side=at_work).exists()
    assert Step.objects.visible_to(work.noor).filter(side=side).exists()


def test_who_left_drops_out_by_themselves(work: Work, running: Side) -> None:
    yesterday = civil_day() - timedelta(days=1)
    Membership.objects.filter(person=work.fatima).update(
        starts_on=yesterday - timedelta(days=9), ends_on=yesterday
    )

    assert "team_leader" not in people_of(running)
    assert roles_of(work.fatima, running) == frozenset()
    assert not Step.objects.visible_to(work.fatima).exists()


def test_roles_are_filled_by_who_is_there(work: Work, running: Side) -> None:
    found = people_of(running)

    assert {role: [one.name for one in people] for role, people in found.items()} == {
        "starter": ["Noor"],
        "work_mentor": ["Sam"],
        "team_leader": ["Fatima"],
        "coordinator": ["Ines"],
        "colleagues": ["Sam"],
    }


def test_who_is_asked_to_act_sees_the_step(
    work: Work, school: tuple[Side, Person, Person], stranger: Person
) -> None:
    """``asked_of`` leaves ``visible_to`` out: here it is seen that nobody gets more by it."""
    everybody = ["starter", "buddy", "work_mentor", "team_leader", "coordinator", "colleagues"]
    steps = [a_step(role.replace("_", "-"), who=[role]) for role in everybody]
    template = a_template(work.organisation, work.ines, a_body(roles=everybody, steps=steps))
    begun(template, work.noor, work.ines, unit=work.team)
    milan, elsewhere = a_person("Milan"), a_unit(work.organisation, "Goes")
    a_place(milan, work.organisation, Role.MEMBER, unit=work.team)
    for role in Role.values:
        a_place(stranger, work.organisation, role, unit=elsewhere)
    walking_along(milan, stranger, Companionship.Kind.WORK_MENTOR)
    _side, joost, lotte = school

    asked = {}
    for reader in (work.noor, work.sam, work.fatima, work.ines, milan, joost, lotte):
        found = asked_of(reader)
        assert not found.exclude(pk__in=Step.objects.visible_to(reader).values("pk")).exists()
        asked[reader.name] = keys(found)

    assert asked["Noor"] == asked["Lotte"] == asked["Milan"] == set()
    assert asked["Sam"] == {"work-mentor", "colleagues", "asks-sam"}
    assert asked["Fatima"] == {"team-leader"}
    assert asked["Ines"] == {"coordinator"}
    assert asked["Joost"] == {"ours", "joint"}
    assert keys(asked_of(stranger)) == {"coordinator"}  # runs the desk of the whole
