"""The world before it is written: rows of every table, in the order they go in."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from allauth.account.models import EmailAddress
from django.db.models import Model

from hartlijn.demo.cast import CAST, identity
from hartlijn.demo.world.names import Names, address
from hartlijn.demo.world.places import PRIVATE, Place
from hartlijn.people.models import Membership, Organisation, Person, Role, Unit

NO_PASSWORD = "!" + "-" * 40  # unusable: one comes in by the page that lets you pick


@dataclass
class Draft:
    """What was made so far, and who is where."""

    today: date
    random: Random
    names: Names = field(init=False)
    rows: dict[type[Model], list[Any]] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    places: dict[tuple[str, str], Membership] = field(default_factory=dict)
    """By person and organisation."""

    def __post_init__(self) -> None:
        self.names = Names(self.random, [part.name for part in CAST])

    def add(self, row: Any) -> Any:
        """Keep a row until everything is written at once."""
        self.rows.setdefault(type(row), []).append(row)
        return row

    def days_ago(self, days: int) -> date:
        """A day in the past; negative for one to come."""
        return self.today - timedelta(days=days)

    def monday(self, days: int) -> date:
        """The first Monday from so many days ahead: few people begin in a weekend."""
        day = self.today + timedelta(days=days)
        return day + timedelta(days=-day.weekday() % 7)

    def person(self, key: str, name: str = "", *, since: int, at: Place | None = None) -> Person:
        """Somebody, with an address of the organisation or a private one."""
        name = name or self.names.next()
        person = Person(
            pk=identity("person", key),
            name=name,
            email=address(name, at.domain if at else PRIVATE),
            password=NO_PASSWORD,
            joined_on=self.days_ago(max(0, min(since, 200))),
        )
        self.people[key] = self.add(person)
        self.add(EmailAddress(user=person, email=person.email, primary=True, verified=True))
        return person

    def place(  # noqa: PLR0913 - a place has this many sides
        self,
        key: str,
        at: Place,
        role: str = Role.STARTER,
        *,
        unit: str = "",
        since: int,
        until: int | None = None,
    ) -> Membership:
        """A place in an organisation, from and until so many days ago (negative: to come)."""
        membership = Membership(
            pk=identity("place", key, at.key, role),
            person=self.people[key],
            organisation=self.organisations[at.key],
            unit=self.units[f"{at.key}/{unit}"] if unit else None,
            role=role,
            starts_on=self.days_ago(since),
            ends_on=None if until is None else self.days_ago(until),
        )
        self.places[key, at.key] = self.add(membership)
        return membership
