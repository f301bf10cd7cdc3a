"""Locations with running paths, and the board as somebody gets it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.test import Client
from django.urls import reverse

from hartlijn.paths.models import Path, Promise, Side, Step, Template, Term, Tick
from hartlijn.people.models import Organisation, Person, Role, Unit
from hartlijn.people.tests.factories import a_person, a_place, a_unit

MONTH = date(2026, 10, 1)
A_DAY = date(2026, 10, 3)
DAYS = timedelta(days=29)


@dataclass(frozen=True)
class Place:
    """A location with one team, and who leads it."""

    top: Unit
    team: Unit
    leader: Person


def a_location(organisation: Organisation, name: str) -> Place:
    """A location."""
    top = a_unit(organisation, name)
    team, leader = a_unit(organisation, f"Team {name}", top), a_person(f"Leider {name}")
    a_place(leader, organisation, Role.TEAM_LEADER, unit=team)
    return Place(top, team, leader)


def paths_at(template: Template, place: Place, number: int, **said: str) -> Iterator[Side]:
    """So many paths with one promise of which a month ended, and one step that is not done."""
    assert template.version
    for _n in range(number):
        side = Side.objects.create(
            path=Path.objects.create(starter=a_person("Starter")),
            organisation=template.organisation,
            unit=place.team,
            template=template,
            version=template.version,
            begun_on=A_DAY - DAYS,
        )
        promise = Promise.objects.create(
            side=side, key="weekly-talk", kind="talks", owner="work_mentor",
            measure="weeks_between", amount=1, place=0,
        )  # fmt: skip
        term = Term.objects.create(promise=promise, starts_on=A_DAY - DAYS, ends_on=A_DAY)
        for whose, word in said.items():
            Tick.objects.create(term=term, whose=whose, word=word)
        Step.objects.create(
            side=side, key="talk", kind="conversation", place=0, due_on=A_DAY,
            is_of_organisation=True,
        )  # fmt: skip
        yield side


def page(person: Person, organisation: Organisation, query: str = "") -> Any:
    """The board as somebody gets it."""
    client = Client()
    client.force_login(person)
    return client.get(reverse("paths:board", args=[organisation.pk]) + query)


def bare(answer: Any) -> str:
    """A page without what differs each time it is asked for."""
    text = re.sub(r'nonce="[^"]+"', "", answer.text)
    return re.sub(r'(csrfmiddlewaretoken" value|data-csrf|X-CSRFToken[^:]*:)="?[^" ]+"?', "", text)
