"""A world of people, what they are to each other, and every text with its owner."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import CharField, Field, Model, TextField
from django.utils import timezone

from hartlijn.people.models import (
    Membership,
    Person,
    Role,
)

MARK = "kanarie"
ID_MARK = "ca4a41e0-0000-4000-8000-"
ANONYMOUS = "iemand zonder account"


@dataclass(frozen=True)
class Canary:
    """One text in the world: which field of whom, as a reader of the report knows it."""

    text: str
    field: str
    about: Any
    whose: str


@dataclass
class World:
    """The people, what they are to each other, and every text with its owner."""

    canaries: dict[str, Canary] = field(default_factory=dict)
    ties: dict[tuple[Any, Any], set[str]] = field(default_factory=lambda: defaultdict(set))
    rules: dict[str, set[str]] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    things: dict[str, Any] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)

    # -------------------------------------------------------------- canaries
    def canary(self, model_field: str, whose: str, *, email: bool = False) -> str:
        """A text that occurs nowhere else."""
        text = f"{MARK}{len(self.canaries):04d}x"
        self.canaries[text] = Canary(text, model_field, None, whose)
        return f"{text}@voorbeeld.nl" if email else text

    def canary_id(self, model_field: str, whose: str) -> UUID:
        """An id that occurs nowhere else, for a table without words."""
        text = f"{ID_MARK}{len(self.canaries):012d}"
        self.canaries[text] = Canary(text, model_field, None, whose)
        return UUID(text)

    def own(self, thing: Model, whose: str) -> None:
        """Note whose texts the canaries of a row are."""
        for model_field in text_fields(type(thing)):
            value = str(getattr(thing, model_field.attname) or "")
            key = value.split("@", maxsplit=1)[0]
            if key in self.canaries:
                found = self.canaries[key]
                self.canaries[key] = replace(found, about=thing, whose=whose)

    def tie(self, reader: str, thing: Any, relation: str) -> None:
        """``reader`` has this relation to a person or thing."""
        self.ties[reader, thing].add(relation)

    def tied(self, relation: str, one: str, other: str) -> None:
        """Two people have this relation to each other."""
        self.tie(one, self.people[other], relation)
        self.tie(other, self.people[one], relation)

    def relations(self, reader: str, thing: Any) -> set[str]:
        """What ``reader`` is to a person or thing."""
        return self.ties.get((reader, thing), set())

    # ---------------------------------------------------------------- people
    def person(self, key: str, **fields: Any) -> Person:
        """Somebody, with a canary for a name and one for an address."""
        person = Person(
            name=self.canary("people.Person.name", key),
            email=self.canary("people.Person.email", key, email=True),
            **fields,
        )
        person.set_unusable_password()
        person.save()
        self.own(person, key)
        self.people[key] = person
        self.rules[key] = {"anyone", "signed_in"}
        self.tie(key, person, "self")
        return person

    def place(
        self,
        key: str,
        organisation: str,
        role: str,
        *,
        unit: str | None = None,
        ended: bool = False,
        soon: bool = False,
    ) -> Membership:
        """A place in an organisation; ended places tie nobody to anything."""
        today = timezone.localdate()
        membership = Membership.objects.create(
            person=self.people[key],
            organisation=self.things[organisation],
            unit=self.things[unit] if unit else None,
            role=role,
            starts_on=today + timedelta(days=7) if soon else today - timedelta(days=30),
            ends_on=today - timedelta(days=1) if ended else None,
        )
        self.things[f"{key} at {organisation}"] = membership
        if soon:
            for thing in filter(None, (organisation, unit)):
                self.tie(key, self.things[thing], "expected")
        elif not ended:
            self.tie(key, self.things[organisation], "member")
            if unit:
                self.tie(key, self.things[unit], "member")
            if role == Role.COORDINATOR:
                self.rules[key].add("coordinator")
        return membership

    def __iter__(self) -> Iterator[str]:
        """Every reader, the one without an account included."""
        yield ANONYMOUS
        yield from self.people


def text_fields(model: type[Model]) -> list[Field[Any, Any]]:
    """The fields of a table in which somebody's words can stand."""
    return [
        item
        for item in model._meta.concrete_fields
        if isinstance(item, (CharField, TextField)) and not item.choices
    ]
