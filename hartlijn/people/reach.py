"""Who may write to whom: those who walk along, the same unit now, the same circle or table.

Whoever blocks somebody is out of reach for that person, and the other way round; that wins over
every tie. An account that is closed is out of reach for as long as it is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from hartlijn.people.models import Block, CirclePlace, Companionship, Membership, Person, Seat
from hartlijn.people.models.person import PersonQuerySet


@dataclass(frozen=True)
class Near:
    """Somebody within reach, and by which ties, in the words of the reader's language."""

    person: Person
    ties: tuple[str, ...]
    walks: bool
    """Whether the two walk along; only then is a letter of one's own line given."""


def within_reach_of(person: Person) -> PersonQuerySet:
    """Those to whom ``person`` may write now, and who may write to ``person``."""
    ties = Companionship.objects.accepted().visible_to(person)
    blocks = Block.objects.touching(person)
    near: PersonQuerySet = Person.objects.filter(
        Q(pk__in=ties.values("starter"))
        | Q(pk__in=ties.values("companion"))
        | Q(pk__in=Membership.objects.active().beside(person).values("person"))
        | Q(pk__in=CirclePlace.objects.accepted().beside(person).values("person"))
        | Q(pk__in=Seat.objects.beside(person).values("person")),
        is_active=True,
    )
    near = near.exclude(pk__in=blocks.values("blocker")).exclude(pk__in=blocks.values("blocked"))
    return near.exclude(pk=person.pk)


def near(person: Person) -> list[Near]:
    """Everybody within reach, each once, by name, with the words of each tie."""
    apart = {one for pair in Block.objects.touching(person).values_list("blocker", "blocked")
             for one in pair}  # fmt: skip
    words: dict[Person, list[str]] = {}
    walking = set[Person]()
    for other, word in _walking(person):
        walking.add(other)
        words.setdefault(other, []).append(word)
    for other, word in chain(_beside(person), _in_circles(person), _at_tables(person)):
        words.setdefault(other, []).append(word)
    found = [
        Near(other, tuple(sorted(set(said))), other in walking)
        for other, said in words.items()
        if other != person and other.is_active and other.pk not in apart
    ]
    return sorted(found, key=lambda one: (one.person.name, str(one.person.pk)))


def kinds_of_ties(person: Person, other: Person) -> list[str]:
    """By what two may write to each other, in plain English, without a name; empty for no more.

    Nobody can tell from it whether a block or the lack of a tie keeps two apart.
    """
    if not within_reach_of(person).filter(pk=other.pk).exists():
        return []
    ties = Companionship.objects.accepted().visible_to(person)
    found = {
        "they walk along": ties.filter(Q(starter=other) | Q(companion=other)),
        "the same unit": Membership.objects.active().beside(person).filter(person=other),
        "the same circle": CirclePlace.objects.accepted().beside(person).filter(person=other),
        "the same table": Seat.objects.beside(person).filter(person=other),
    }
    return [words for words, rows in found.items() if rows.exists()]


def _walking(person: Person) -> Iterator[tuple[Person, str]]:
    ties = Companionship.objects.accepted().visible_to(person)
    for tie in ties.select_related("starter", "companion"):
        if other := tie.other(person):
            mine = tie.starter_id == person.pk
            yield other, str(tie.get_kind_display()) if mine else _("starter")


def _beside(person: Person) -> Iterator[tuple[Person, str]]:
    places = Membership.objects.active().beside(person).exclude(person=None)
    for place in places.select_related("person", "unit"):
        if place.person and place.unit:
            yield place.person, place.unit.name


def _in_circles(person: Person) -> Iterator[tuple[Person, str]]:
    places = CirclePlace.objects.accepted().beside(person)
    for place in places.select_related("person", "circle"):
        yield place.person, place.circle.name


def _at_tables(person: Person) -> Iterator[tuple[Person, str]]:
    for seat in Seat.objects.beside(person).select_related("person"):
        yield seat.person, _("aan tafel met jou")


def in_reach(one: str, other: str) -> Q:
    """The same, asked of a row about the two persons that stand in these fields of it.

    Not whether their accounts are open: what was given stays while one of them is closed.
    """
    tied = Q(walking_along(one, other)) | Q(_same_unit(one, other))
    tied |= Q(_same_circle(one, other)) | Q(_same_table(one, other))
    return tied & ~Q(_blocked(one, other))


def walking_along(one: str, other: str) -> Exists:
    """Whether the two persons in these fields of a row walk along, whoever is the starter."""
    tie = Q(starter=OuterRef(one), companion=OuterRef(other))
    other_way = Q(starter=OuterRef(other), companion=OuterRef(one))
    return Exists(Companionship.objects.accepted().filter(tie | other_way))


def _same_unit(one: str, other: str) -> Exists:
    there = Membership.objects.active().filter(person=OuterRef(OuterRef(other)), unit__isnull=False)
    here = Membership.objects.active().filter(person=OuterRef(one))
    return Exists(here.filter(unit__in=there.values("unit")))


def _same_circle(one: str, other: str) -> Exists:
    there = CirclePlace.objects.accepted().filter(person=OuterRef(OuterRef(other)))
    here = CirclePlace.objects.accepted().filter(person=OuterRef(one))
    return Exists(here.filter(circle__in=there.values("circle")))


def _same_table(one: str, other: str) -> Exists:
    there = Seat.objects.held().filter(person=OuterRef(OuterRef(other)))
    here = Seat.objects.held().filter(person=OuterRef(one))
    return Exists(here.filter(table__in=there.values("table")))


def _blocked(one: str, other: str) -> Exists:
    block = Q(blocker=OuterRef(one), blocked=OuterRef(other))
    other_way = Q(blocker=OuterRef(other), blocked=OuterRef(one))
    return Exists(Block.objects.filter(block | other_way))


def hold_ties(person: Person, others: Iterable[object]) -> None:
    """Until we are done no tie between these ends; whoever calls holds the persons already.

    Whoever blocks holds the two persons, so that waits too.
    """
    among = list(others)
    ties = Companionship.objects.accepted().visible_to(person)
    ties = ties.filter(Q(starter__in=among) | Q(companion__in=among))
    held = (
        ties,
        Membership.objects.active().filter(person__in=[person.pk, *among], unit__isnull=False),
        CirclePlace.objects.accepted().filter(person__in=[person.pk, *among]),
        Seat.objects.held().filter(person__in=[person.pk, *among]),
    )
    for rows in held:
        list(rows.order_by("pk").select_for_update(no_key=True, of=("self",)).values_list("pk"))
