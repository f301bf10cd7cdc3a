"""Hold what must not change meanwhile, always in the same order: desks first, then operators."""

from collections.abc import Iterable

from hartlijn.people.models import Membership, Organisation, Person


def hold_desks_of(person: Person) -> None:
    """Nobody else ends a place in the organisations somebody runs until we are done."""
    desks = Membership.objects.active().coordinators().filter(person=person)
    own = Organisation.objects.select_for_update(no_key=True).order_by("pk")
    list(own.filter(pk__in=desks.values("organisation")))


def hold_people(keys: Iterable[object]) -> dict[object, Person]:
    """These people as they are now, by key, always in the same order."""
    people = Person.objects.select_for_update(no_key=True).order_by("pk")
    return {one.pk: one for one in people.filter(pk__in=list(keys))}


def hold_operators() -> dict[object, Person]:
    """Every operator as they are now, by key; until we are done nobody changes one."""
    operators = Person.objects.select_for_update(no_key=True).order_by("pk")
    return {one.pk: one for one in operators.filter(is_operator=True)}
