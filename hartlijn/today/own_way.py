"""Remembers for a while who has an own way in, so that Vandaag need not look it up each time."""

from time import monotonic
from typing import Final
from uuid import UUID

from hartlijn.people.models import Person
from hartlijn.people.own_sign_in import OwnSignIn, needs_own_sign_in

A_WHILE: Final = 10 * 60
"""Seconds. Who loses the own way in reads it this much later; who gets one, at once."""
ROOM: Final = 10_000

_fine_until: dict[UUID, float] = {}


def own_way_needed(person: Person) -> OwnSignIn | None:
    """As ``needs_own_sign_in``; only "all is well" is remembered, in this process."""
    if _fine_until.get(person.pk, 0) > monotonic():
        return None
    needed = needs_own_sign_in(person)
    if needed is None:
        if len(_fine_until) >= ROOM:
            _fine_until.clear()
        _fine_until[person.pk] = monotonic() + A_WHILE
    return needed
