"""Whether a trusted contact can still help: the two walk along, with the keys of then."""

from collections.abc import Iterable
from enum import StrEnum
from uuid import UUID

from django.db.models import Max

from hartlijn.people.models import Block, Companionship, Person
from hartlijn.vault.models import KeyHolder, LogLine, TrustedContact


class Stopped(StrEnum):
    """Why a contact cannot help any more. The owner reads it."""

    GONE = "gone"  # the account of the contact is closed
    APART = "apart"  # the two do not walk along any more
    KEYS = "keys"  # the contact made other keys since


def stopped(owner: Person, trusts: Iterable[TrustedContact]) -> dict[UUID, Stopped | None]:
    """For each contact of ``owner``, or each owner of whom ``owner`` is the contact: why not.

    In four statements, however many there are. ``contact`` and ``owner`` are fetched along.
    """
    found = list(trusts)
    near = walking_along_with(owner)
    newest = newest_keys({one.contact_id for one in found if one.contact_id})
    return {one.pk: _why(one, owner, near, newest) for one in found}


def _why(
    one: TrustedContact, person: Person, near: set[UUID], newest: dict[UUID, int]
) -> Stopped | None:
    if one.contact is None or not one.contact.is_active:
        return Stopped.GONE
    other = one.contact_id if one.owner_id == person.pk else one.owner_id
    if other not in near:
        return Stopped.APART
    return None if newest.get(one.contact.pk) == one.contact_keys else Stopped.KEYS


def walking_along_with(person: Person) -> set[UUID]:
    """Those with whom ``person`` walks along now: nobody else can be a contact. Blocking wins."""
    ties = Companionship.objects.accepted().visible_to(person)
    blocks = Block.objects.touching(person)
    pairs = [*ties.values_list("starter_id", "companion_id")]
    apart = [*blocks.values_list("blocker_id", "blocked_id")]
    return (
        {one for pair in pairs for one in pair}
        - {one for pair in apart for one in pair}
        - {person.pk}
    )


def newest_keys(people: Iterable[UUID]) -> dict[UUID, int]:
    """Where the newest line of each stands in the key log; of who has no keys, nothing."""
    holders = KeyHolder.objects.published().filter(pk__in=list(people))
    ids = dict(holders.values_list("log_id", "pk"))
    lines = LogLine.objects.filter(log_id__in=list(ids)).order_by().values_list("log_id")
    return {ids[log_id]: newest for log_id, newest in lines.annotate(Max("position"))}
