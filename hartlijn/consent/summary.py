"""Turn the register and the log into lines somebody can read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from hartlijn.consent.log_sentences import sentence_for
from hartlijn.consent.models import Grant, LogEntry
from hartlijn.consent.register import Register, Sentence
from hartlijn.people.models import (
    CirclePlace,
    Companionship,
    Membership,
    Organisation,
    Person,
    Role,
)
from hartlijn.people.models.membership import MembershipQuerySet

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
        "circle": _people(
            CirclePlace.objects.visible_to(person)
            .exclude(person=person)
            .values_list("person__name", flat=True)
        ),
        "same_unit": _members(Membership.objects.beside(person), person),
    } | _by_places(person)


def _by_places(person: Person) -> dict[str, tuple[str, ...]]:
    """Who reads because of a place: one that holds, has yet to begin, or is over."""
    own = list(Membership.objects.filter(person=person))
    now = {place.organisation_id for place in own if not place.is_over}
    past = {place.organisation_id for place in own} - now
    soon = {p.unit_id for p in own if p.unit_id and not p.is_over and not p.is_active}
    desks = Membership.objects.coordinators()
    names = {"coordinator": _members(desks.filter(organisation__in=now), person)}
    if past:
        names["past_coordinator"] = _members(desks.filter(organisation__in=past), person)
    if soon:
        leaders = Membership.objects.filter(role=Role.TEAM_LEADER, unit__in=soon)
        names["leader_soon"] = _members(leaders, person)
    return names


def _members(places: MembershipQuerySet, person: Person) -> tuple[str, ...]:
    """Who has one of these places today, but for the person themselves."""
    others = places.active().exclude(person=person)
    return _people(others.values_list("person__name", flat=True))


def _never(person: Person) -> set[str]:
    """Ties this person cannot have, because of the roles they never had."""
    roles = set(Membership.objects.filter(person=person).values_list("role", flat=True))
    never = set() if Role.TEAM_LEADER in roles else {"team_soon"}
    if person.is_operator or Role.COORDINATOR in roles:
        return never
    return never | {"logged", "desk"}


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
