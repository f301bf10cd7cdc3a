"""The world is the same every time, whole, and never touches real people."""

from collections import Counter
from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import models
from pytest_django import Settings

from hartlijn.demo import greeting
from hartlijn.demo.cast import CAST
from hartlijn.demo.models import World
from hartlijn.demo.world.making import drafted
from hartlijn.people.models import (
    Companionship,
    Invitation,
    LeavePeriod,
    Membership,
    Organisation,
    Person,
    Role,
    RosterShift,
    Unit,
)

pytestmark = pytest.mark.django_db
BY_MONTH = ("Step", "Term", "Tick", "Change", "Evaluation")
"""Tables of paths that follow the months of the calendar."""
HISTORY = (date(2024, 9, 1), date(2024, 9, 30))
"""The dialogue that was really held in this month stays on its day."""


def demo() -> str:
    out = StringIO()
    call_command("demo", without_lines=True, stdout=out)
    return out.getvalue()


@pytest.fixture
def switched_on(settings: Settings) -> Settings:
    settings.DEMO = True
    settings.HOST, settings.SITE_URL, settings.BEHIND_PROXY = (
        "127.0.0.1",
        "http://localhost:8000",
        False,
    )
    return settings


def snapshot() -> dict[str, list[Any]]:
    return {
        model.__name__: list(model.objects.order_by("pk").values())
        for model in (Person, Organisation, Unit, Membership, Companionship, Invitation)
    }


def test_a_second_time_changes_nothing(switched_on: Settings) -> None:
    demo()
    before = snapshot()

    said = demo()

    assert snapshot() == before
    assert "is er al" in said


def test_what_you_did_stays(switched_on: Settings) -> None:
    demo()
    noor = Person.objects.get(pk=CAST[0].id)
    noor.name = "Noor Anders"
    noor.save()
    Companionship.objects.visible_to(noor).delete()
    Person.objects.get(pk=CAST[-1].id).delete()

    demo()

    assert Person.objects.get(pk=noor.pk).name == "Noor Anders"
    assert not Companionship.objects.visible_to(noor).exists()
    assert not Person.objects.filter(pk=CAST[-1].id).exists()


def values(row: models.Model, day: date) -> dict[str, Any]:
    """A row with its days counted from the day it was made, and without counting ids."""
    found = {}
    for item in row._meta.concrete_fields:
        value = getattr(row, item.attname)
        if isinstance(value, date):
            on = date(value.year, value.month, value.day)
            value = on if HISTORY[0] <= on <= HISTORY[1] else (on - day).days
        if not isinstance(item, models.AutoField):
            found[item.attname] = value
    return found


def test_the_same_ids_names_and_ties_on_whatever_day_it_is_made() -> None:
    winter, winter_too = date(2026, 1, 12), date(2026, 1, 12)
    later = winter + timedelta(days=7 * 20)  # a Monday again, on the other clock

    first, again, summer = drafted(winter), drafted(winter_too), drafted(later)

    def told(draft: Any, day: date) -> dict[str, list[dict[str, Any]]]:
        return {
            model.__name__: [values(row, day) for row in rows] for model, rows in draft.rows.items()
        }

    assert told(first, winter) == told(again, winter)
    by_day, by_day_too = told(first, winter), told(summer, later)
    for by_month in BY_MONTH:  # months are not all as long
        del by_day[by_month], by_day_too[by_month]
    assert by_day == by_day_too


def test_another_seed_is_another_world() -> None:
    one, other = drafted(date(2026, 1, 12)), drafted(date(2026, 1, 12), seed=1)

    assert [p.name for p in one.people.values()] != [p.name for p in other.people.values()]


@pytest.mark.usefixtures("demo")
def test_one_organisation_has_three_locations_with_at_least_eight_starters(demo: date) -> None:
    starters = Membership.objects.active().filter(
        organisation__name="Jeugdhulp De Vuurtoren", role=Role.STARTER
    )
    by_location = Counter(starters.values_list("unit__parent__name", flat=True))

    assert len(by_location) == 3
    assert min(by_location.values()) >= 8


def test_the_world_is_as_full_as_promised(demo: date) -> None:
    kinds = Counter(Organisation.objects.values_list("kind", flat=True))

    assert kinds == {"education": 2, "practice": 3, "network": 1}
    assert 170 <= Person.objects.count() <= 190
    roles = set(Membership.objects.active().values_list("role", flat=True))
    assert roles == set(Role.values)
    starters = Membership.objects.filter(role=Role.STARTER)
    half_a_year_ago = demo - timedelta(days=183)
    spread = {(demo - m.starts_on).days // 30 for m in starters if m.starts_on > half_a_year_ago}
    assert spread >= {0, 1, 2, 3, 4, 5}
    assert starters.filter(ends_on__lte=demo).exists()
    assert starters.filter(starts_on__gt=demo).exists()
    assert Companionship.objects.waiting().count() > 5
    assert Companionship.objects.exclude(ended_on=None).exists()
    assert Invitation.objects.usable().exists()
    assert LeavePeriod.objects.exists()
    assert any(shift.ends_on > shift.starts_on for shift in RosterShift.objects.all())
    both = Membership.objects.active().filter(role=Role.STARTER, person=CAST[0].id)
    assert {m.organisation.kind for m in both} == {"education", "practice"}


def test_nobody_in_it_has_a_password(demo: date) -> None:
    assert not any(person.has_usable_password() for person in Person.objects.all())


def test_it_refuses_a_database_with_real_people(switched_on: Settings, noor: Person) -> None:
    before = Person.objects.count()

    with pytest.raises(CommandError, match="There are people in this database"):
        demo()

    assert Person.objects.count() == before
    assert not World.objects.exists()


def test_it_refuses_without_the_switch(settings: Settings) -> None:
    settings.DEMO = False

    with pytest.raises(CommandError, match="HARTLIJN_DEMO=yes"):
        demo()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HOST", "0.0.0.0"),
        ("SITE_URL", "https://hartlijn.example"),
        ("BEHIND_PROXY", True),
    ],
)
def test_it_refuses_to_be_reached_from_elsewhere(
    switched_on: Settings, name: str, value: object
) -> None:
    setattr(switched_on, name, value)

    with pytest.raises(CommandError, match="stays on this machine"):
        demo()

    assert not Person.objects.exists()


def test_the_terminal_says_whom_one_can_be(switched_on: Settings) -> None:
    assert greeting.lines() == []
    demo()

    said = "\n".join(greeting.lines())

    assert all(part.name in said for part in CAST)
    switched_on.DEMO = False
    assert greeting.lines() == []
