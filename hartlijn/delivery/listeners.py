"""What the floors below say changes what waits: other working times, something given, an end."""

from collections import defaultdict
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.db.models.signals import pre_delete
from django.dispatch import receiver
from django.utils import timezone

from hartlijn.consent.actions import let_arrive
from hartlijn.consent.models import Grant
from hartlijn.consent.signals import given_anew, granted, grants_ended
from hartlijn.delivery.actions.knocking import warn
from hartlijn.delivery.actions.moving import plan_anew
from hartlijn.delivery.actions.planning import plan_each, withdraw_ended
from hartlijn.delivery.actions.releasing import release
from hartlijn.delivery.models import Delivery
from hartlijn.delivery.signals import arrived
from hartlijn.people.models import DutyLine, Person
from hartlijn.people.signals import (
    account_warned,
    membership_changed,
    membership_ended,
    membership_started,
    times_changed,
)


@receiver(times_changed)
def other_times(about: Person, **_: Any) -> None:
    """In the transaction of the change: both hold, or neither. Who works now has it at once."""
    now = timezone.now()
    if plan_anew(about.pk, now):
        transaction.on_commit(partial(release, now), robust=True)


@receiver(granted)
def hold_until_work(grants: list[Grant], cannot_wait: set[UUID], **_: Any) -> None:
    """What was given waits for working time of its reader; who works now has it at once.

    So has whoever is on duty, of what cannot wait and comes from their own unit.
    """
    occasions: dict[UUID, list[UUID]] = defaultdict(list)
    for one in grants:
        occasions[one.reader_id].append(one.envelope_id)
    lines = _lines_of(grants[0].owner_id) if cannot_wait else []
    plan_each(occasions, at=timezone.now(), cannot_wait=dict.fromkeys(cannot_wait, lines))


def _lines_of(owner: UUID) -> list[DutyLine]:
    """The lines that whoever gives may call; one person gives at a time."""
    return list(DutyLine.objects.of_own_units(Person(pk=owner)))


@receiver(given_anew)
def follow(former: UUID, envelope: UUID, reader: UUID, **_: Any) -> None:
    """Its message goes on under another id. Who lets it arrive holds the message first, as here."""
    Delivery.objects.filter(occasion=former, receiver_id=reader).update(occasion=envelope)


@receiver(grants_ended)
def take_back(envelopes: list[UUID], **_: Any) -> None:
    """What ended does not arrive any more."""
    withdraw_ended(envelopes)


@receiver(pre_delete, sender=Person)
def forget_what_waits(instance: Person, **_: Any) -> None:
    """Whoever leaves for good gets and sends nothing more.

    Before the account goes: who lets something arrive holds the message, then what was given.
    """
    sent = Grant.objects.filter(owner=instance).values("envelope_id")
    Delivery.objects.filter(Q(receiver=instance) | Q(occasion__in=sent)).delete()


@receiver(arrived)
def open_what_was_given(deliveries: list[Delivery], **_: Any) -> None:
    """From now on its reader may fetch it, as of today."""
    let_arrive({one.occasion: one.arrived_on for one in deliveries if one.arrived_on})


@receiver([membership_started, membership_changed, membership_ended])
def other_place(about: Person | None, **_: Any) -> None:
    """Another place can bring another usual week; who leaves a unit has no duty there any more."""
    if about:
        plan_anew(about.pk, timezone.now())


@receiver(account_warned)
def show_a_sign(about: Person, until: datetime, **_: Any) -> None:
    """In the transaction of what it warns about."""
    warn(about.pk, timezone.now(), until)
