"""Verbs of the vault. Each holds its person's row, so that two requests of one person take turns."""

from hartlijn.people.models import Person
from hartlijn.vault.refusals import Missing


def hold(person: Person) -> None:
    """Nobody else writes in this person's vault until we are done."""
    row = Person.objects.select_for_update(no_key=True).filter(pk=person.pk)
    if not row.values_list("pk").first():  # left for good, this instant
        raise Missing
