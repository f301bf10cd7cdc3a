"""Begin, change and end somebody's place in an organisation."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from hartlijn.lib.verdict import require
from hartlijn.people import signals
from hartlijn.people.access import may_end_membership, may_manage
from hartlijn.people.models import Membership, Person, Unit


@dataclass(frozen=True)
class Place:
    """Where, and from when until when (``ends_on`` is the first day that it no longer holds)."""

    unit: Unit | None
    starts_on: date
    ends_on: date | None


@transaction.atomic
def move(membership: Membership, place: Place, *, by: Person) -> Membership:
    """Give somebody another unit or another period."""
    membership = Membership.objects.select_for_update().get(pk=membership.pk)
    require(may_manage(by, membership.organisation))
    if place.ends_on is not None:
        require(may_end_membership(by, membership))
    membership.unit = place.unit
    membership.starts_on = place.starts_on
    membership.ends_on = place.ends_on
    membership.save(update_fields=["unit", "starts_on", "ends_on"])
    signals.membership_changed.send(
        Membership,
        about=membership.person,
        by=by,
        organisation=membership.organisation,
        membership=membership,
    )
    return membership


@transaction.atomic
def end(membership: Membership, *, by: Person) -> Membership:
    """End a place today: every right that came with it is gone with the next request."""
    membership = Membership.objects.select_for_update().get(pk=membership.pk)
    require(may_end_membership(by, membership))
    return _end(membership, by=by)


def _end(membership: Membership, *, by: Person) -> Membership:
    today = timezone.localdate()
    if membership.ends_on is None or membership.ends_on > today:
        membership.ends_on = max(today, membership.starts_on)
        membership.save(update_fields=["ends_on"])
        signals.membership_ended.send(
            Membership,
            about=membership.person,
            by=by,
            organisation=membership.organisation,
            membership=membership,
        )
    return membership
