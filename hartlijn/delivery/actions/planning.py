"""Plan a message, and withdraw it while it waits."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from functools import partial
from uuid import UUID

from django.db import connection, transaction

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
    plan_each({person.pk: [occasion] for person in receivers}, at=at, not_before=not_before)


@transaction.atomic
def plan_each(
    occasions: Mapping[UUID, Collection[UUID]], *, at: datetime, not_before: datetime | None = None
) -> None:
    """The same, of several occasions for each receiver; their times are looked up once."""
    people = held_still(occasions)
    asked = {occasion for some in occasions.values() for occasion in some}
    planned = Delivery.objects.filter(occasion__in=asked, receiver__in=people)
    there = set(planned.values_list("occasion", "receiver_id"))
    fresh = [
        one
        for person in people
        for one in _held(occasions[person.pk], person, at, not_before)
        if (one.occasion, person.pk) not in there
    ]
    Delivery.objects.bulk_create(fresh)
    if any(one.opens_at and one.opens_at <= at for one in fresh):
        transaction.on_commit(partial(release, at), robust=True)


def withdraw(occasion: UUID, receiver: Person | None = None) -> int:
    """Take back what has not arrived; how many that were. What arrived stays arrived."""
    held = Delivery.objects.held().filter(occasion=occasion)
    gone, _ = (held.filter(receiver=receiver) if receiver else held).delete()
    return gone


@transaction.atomic
def withdraw_ended(occasions: Collection[UUID]) -> int:
    """Take back what ended, and wait for nothing: of what arrives this instant nothing opens.

    Whoever lets it arrive holds the message and then what ended; here it is the other way round.
    """
    held = Delivery.objects.held().filter(occasion__in=occasions).order_by("pk")
    skipping = connection.features.has_select_for_update_skip_locked
    mine = held.select_for_update(skip_locked=skipping).values_list("pk", flat=True)
    gone, _ = Delivery.objects.filter(pk__in=list(mine)).delete()
    return gone


def _held(
    occasions: Collection[UUID], person: Person, at: datetime, not_before: datetime | None
) -> list[Delivery]:
    moment = moments_of(person, at)(not_before)
    return [
        Delivery(
            receiver=person,
            occasion=occasion,
            channel=Delivery.Channel.IN_APP,
            not_before=not_before,
            opens_at=moment.opens if moment else None,
            closes_at=moment.closes if moment else None,
        )
        for occasion in occasions
    ]
