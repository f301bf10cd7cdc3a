"""Does somebody come in only through a school or employer? Then an own way in is needed in time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db.models import (
    CharField,
    Exists,
    F,
    FilteredRelation,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Concat, Lower

from hartlijn.people.models import Membership, Organisation, Person

TEXT: Final = CharField()


@dataclass(frozen=True)
class OwnSignIn:
    """Whose account somebody comes in with, and by which day an own one is needed."""

    organisation: Organisation | None
    """``None`` when it cannot be told which school or employer a connected account is of."""
    by: date | None
    """The day the place there ends; ``None`` when it has no end yet."""


def needs_own_sign_in(person: Person) -> OwnSignIn | None:
    """``None`` when there is a way in that is somebody's own, or none that is an organisation's.

    An address is of an organisation in whose domain it is and where the person has or had a
    place: any coordinator may claim any domain, and names nothing to people elsewhere by it.

    An own way in is a checked address outside every organisation's domain, with a password or
    a passkey. A passkey alone is not enough: who loses it is let in again through an address.
    One query, and one more to say whose account it is when one is needed.
    """
    ways = list(_ways_in(person))
    _address, _owner, owner_of_main, has_passkey, is_connected = ways[0]
    own = any(address and owner is None for address, owner, *_rest in ways)
    if own and (person.has_usable_password() or has_passkey):
        return None
    owners = [owner_of_main, *(owner for _address, owner, *_rest in ways)]
    found = {owner for owner in owners if owner is not None}
    if not found and not is_connected:
        return None
    return _first_to_end(person, found)


def _ways_in(person: Person) -> Iterable[tuple[str | None, UUID | None, UUID | None, bool, bool]]:
    """Each checked address (or none) with the organisation it is of; beside it the other ways."""
    places = Membership.objects.filter(person=person)
    checked = FilteredRelation("emailaddress", condition=Q(emailaddress__verified=True))
    return (  # type: ignore[no-any-return] # the relation to allauth's table has no types
        Person.objects.filter(pk=person.pk)
        .annotate(
            checked=checked,
            owner=Subquery(_owner_of(OuterRef("checked__email"), places)[:1]),
            owner_of_main=Subquery(_owner_of(OuterRef("email"), places)[:1]),
            has_passkey=Exists(
                Authenticator.objects.filter(user=person, type=Authenticator.Type.WEBAUTHN)
            ),
            is_connected=Exists(SocialAccount.objects.filter(user=person)),
        )
        .values_list("checked__email", "owner", "owner_of_main", "has_passkey", "is_connected")
    )


def _owner_of(address: OuterRef, places: QuerySet[Membership]) -> QuerySet[Organisation, UUID]:
    """Ids of the organisations of these places whose domain, or a part of it, an address is in."""
    domain = Lower("email_domain")
    return (
        Organisation.objects.filter(pk__in=places.values("organisation"))
        .exclude(email_domain="")
        .annotate(
            address=Lower(address, output_field=TEXT),
            whole=Concat(Value("@"), domain, output_field=TEXT),
            below=Concat(Value("."), domain, output_field=TEXT),
        )
        .filter(Q(address__endswith=F("whole")) | Q(address__endswith=F("below")))
        .values_list("pk", flat=True)
    )


def _first_to_end(person: Person, organisations: set[UUID]) -> OwnSignIn:
    """The place that ends first; of a connected account any place may be the one."""
    places = Membership.objects.filter(person=person).select_related("organisation")
    if organisations:
        places = places.filter(organisation__in=organisations)
    lasts: dict[Organisation, date] = {}
    for place in places:
        end = place.ends_on or date.max
        lasts[place.organisation] = max(end, lasts.get(place.organisation, end))
    if not lasts:
        return OwnSignIn(None, None)
    organisation, end = min(lasts.items(), key=lambda item: (item[1], item[0].name))
    return OwnSignIn(organisation, None if end == date.max else end)
