"""Turn the register and the log into lines somebody can read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from hartlijn.consent.log_sentences import sentence_for
from hartlijn.consent.models import Grant, LogEntry
from hartlijn.consent.register import Register, Sentence
from hartlijn.people.models import Companionship, Membership, Organisation, Person, Role

SELF = "self"


@dataclass(frozen=True)
class Reader:
    """One kind of reader, and who that is for this person at this moment."""

    who: Sentence
    names: tuple[str, ...] | None
    """Today's names; ``None`` where it is a kind of person rather than a list."""


@dataclass(frozen=True)
class Row:
    """Pieces of data that the same people read."""

    labels: tuple[Sentence, ...]
    readers: tuple[Reader, ...]

    @property
    def named(self) -> list[Reader]:
        """Readers of whom we can say today who they are, or that there is nobody."""
        return [reader for reader in self.readers if reader.names is not None]

    @property
    def possible(self) -> list[Reader]:
        """Readers that only exist when something happened."""
        return [reader for reader in self.readers if reader.names is None]


def rows(register: Register, person: Person) -> list[Row]:
    """What others read of a person, grouped by who they are, with the names of today."""
    names, never = _names(person), _never(person)
    groups: dict[tuple[str, ...], list[Sentence]] = {}
    for field in register.fields.values():
        if SELF in field.readers:
            others = tuple(who for who in field.readers if who != SELF and who not in never)
            groups.setdefault(others, []).append(field.label)
    return [
        Row(
            tuple(labels),
            tuple(Reader(register.relations[who], names.get(who)) for who in readers),
        )
        for readers, labels in groups.items()
    ]


def _names(person: Person) -> dict[str, tuple[str, ...]]:
    own = Membership.objects.active().filter(person=person)
    desks = (
        Membership.objects.active()
        .coordinators()
        .filter(organisation__in=own.values("organisation"))
    )
    companions = Companionship.objects.accepted().visible_to(person)
    return {
        "companion": _people(
            other.name
            for tie in companions.select_related("starter", "companion")
            if (other := tie.other(person))
        ),
        "given": _people(
            Grant.objects.open().filter(owner=person).values_list("reader__name", flat=True)
        ),
        "coordinator": _people(desks.exclude(person=person).values_list("person__name", flat=True)),
        "same_unit": _people(
            Membership.objects.active()
            .beside(person)
            .exclude(person=person)
            .values_list("person__name", flat=True)
        ),
    }


def _never(person: Person) -> set[str]:
    """Ties this person cannot have: who never had a desk or the installation looked at nobody."""
    desks = Membership.objects.coordinators().filter(person=person)
    if person.is_operator or desks.exists():
        return set()
    return {"logged", "desk"}


def _people(names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({name for name in names if name}))


ROLES = {str(role.value): role.label for role in Role} | {
    "operator": _("beheerder"),
    "self": _("jijzelf"),
}


@dataclass(frozen=True)
class Line:
    """One line of the log as somebody reads it."""

    day: date
    text: str


def readable(entries: Iterable[LogEntry]) -> list[Line]:
    """Put names to the ids of the log, in two statements whatever its length."""
    found = list(entries)
    people = Person.objects.in_bulk({entry.by_id for entry in found if entry.by_id})
    places = Organisation.objects.in_bulk({e.organisation_id for e in found if e.organisation_id})
    return [
        Line(entry.day, _said(entry, people.get(entry.by_id), places.get(entry.organisation_id)))
        for entry in found
    ]


def _said(entry: LogEntry, by: Person | None, place: Organisation | None) -> str:
    name = by.name if by else _("Iemand die geen account meer heeft")
    return str(sentence_for(entry)) % {
        "who": f"{name} ({ROLES.get(entry.as_role, entry.as_role)})",
        "organisation": place.name if place else _("een organisatie die hier weg is"),
    }
