"""Verbs of the vault. Each holds its person's row, so that two requests of one person take turns."""

from collections.abc import Iterable
from uuid import UUID

from hartlijn.people.models import Person
from hartlijn.vault.refusals import Missing


def hold(person: Person, *, with_: Iterable[UUID] = ()) -> None:
    """Nobody else writes in this person's vault until we are done.

    With those something is given to: all at once and in one order, so that two who give to each
    other at the same instant do not wait for each other.
    """
    rows = Person.objects.select_for_update(no_key=True).filter(pk__in={person.pk, *with_})
    if person.pk not in {pk for (pk,) in rows.order_by("pk").values_list("pk")}:
        raise Missing  # left for good, this instant
