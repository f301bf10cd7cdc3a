"""Plan a message, and withdraw it while it waits."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from uuid import UUID

from django.db import transaction

from hartlijn.delivery.actions.moving import held_still, moments_of
from hartlijn.delivery.actions.releasing import release
from hartlijn.delivery.models import Delivery
from hartlijn.people.models import Person


@transaction.atomic
def plan(
    occasion: UUID,
    receivers: Iterable[Person],
    *,
    at: datetime,
    not_before: datetime | None = None,
) -> None:
    """Let ``occasion`` reach each of them at their first working moment from ``at`` (aware) on.

    Planned twice is planned once: what is there already stays as it is. Who works now has it with
    the commit. Looks up the working times of each: for a handful of people, not for a crowd.
    """
    people = held_still(person.pk for person in receivers)
    there = set(
        Delivery.objects.filter(occasion=occasion, receiver__in=people).values_list(
            "receiver_id", flat=True
        )
    )
    fresh = [_held(occasion, person, at, not_before) for person in people if person.pk not in there]
    Delivery.objects.bulk_create(fresh)
    if any(one.opens_at and one.opens_at <= at for one in fresh):
        transaction.on_commit(partial(release, at), robust=True)


def withdraw(occasion: UUID, receiver: Person | None = None) -> int:
    """Take back what has not arrived; how many that were. What arrived stays arrived."""
    held = Delivery.objects.held().filter(occasion=occasion)
    gone, _ = (held.filter(receiver=receiver) if receiver else held).delete()
    return gone


def _held(occasion: UUID, person: Person, at: datetime, not_before: datetime | None) -> Delivery:
    moment = moments_of(person, at)(not_before)
    return Delivery(
        receiver=person,
        occasion=occasion,
        channel=Delivery.Channel.IN_APP,
        not_before=not_before,
        opens_at=moment.opens if moment else None,
        closes_at=moment.closes if moment else None,
    )
