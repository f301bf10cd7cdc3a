"""Begin, change and end somebody's place in an organisation."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import Refused, require
from hartlijn.people import signals
from hartlijn.people.access import may_end_membership, may_manage
from hartlijn.people.actions.invitations import withdraw_letters_to
from hartlijn.people.actions.organisations import still_there
from hartlijn.people.models import Membership, Organisation, Person, Unit


@dataclass(frozen=True)
class Place:
    """Where, and from when until when (``ends_on`` is the first day that it no longer holds)."""

    unit: Unit | None
    starts_on: date
    ends_on: date | None


@transaction.atomic
def move(membership: Membership, place: Place, *, by: Person) -> Membership:
    """Give somebody another unit or another period."""
    membership = _held(membership)
    require(may_manage(by, membership.organisation))
    if membership.is_over:
        raise Refused(_("Deze plek is voorbij. Nodig deze persoon opnieuw uit."))
    if _holds_less(membership, place):
        require(may_end_membership(by, membership))
    still_there([place.unit], membership.organisation)
    membership.unit = place.unit
    membership.starts_on = place.starts_on
    membership.ends_on = place.ends_on
    if membership.person and Membership.objects.same_as(membership).exists():
        raise Refused(_("Deze persoon heeft deze plek al. Kies een ander onderdeel."))
    membership.save(update_fields=["unit", "starts_on", "ends_on"])
    tell_reach_ended(membership.person)
    signals.membership_changed.send(
        Membership,
        about=membership.person,
        by=by,
        organisation=membership.organisation,
        membership=membership,
    )
    return membership


def _holds_less(membership: Membership, place: Place) -> bool:
    """Whether it ends sooner or begins later: somebody else has to be there meanwhile."""
    if place.starts_on > max(civil_day(), membership.starts_on):
        return True
    ends_on = membership.ends_on or date.max
    return place.ends_on is not None and place.ends_on < ends_on


@transaction.atomic
def end(membership: Membership, *, by: Person) -> Membership:
    """End a place today: every right that came with it is gone with the next request.

    Letters of the organisation that still wait for this person are taken back with it.
    """
    membership = _held(membership)
    require(may_end_membership(by, membership))
    if not membership.is_over:
        membership.ends_on = max(civil_day(), membership.starts_on)
        membership.save(update_fields=["ends_on"])
        if membership.person:
            withdraw_letters_to(membership.person, membership.organisation)
        tell_reach_ended(membership.person)
        signals.membership_ended.send(
            Membership,
            about=membership.person,
            by=by,
            organisation=membership.organisation,
            membership=membership,
        )
    return membership


def tell_reach_ended(person: Person | None) -> None:
    """Somebody may have lost the ties of a unit. After the commit: see ``reaching``."""
    if person:
        transaction.on_commit(partial(signals.reach_ended.send, Person, people=[person]))


def _held(membership: Membership) -> Membership:
    """As it is now, with the organisation held: two coordinators never end each other at once."""
    Organisation.objects.select_for_update(no_key=True).get(pk=membership.organisation_id)
    return Membership.objects.select_for_update().get(pk=membership.pk)
