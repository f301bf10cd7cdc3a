"""Invite a list of people into an organisation: all of them or nobody, and each once."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from django.core.mail import get_connection
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.verdict import Refused, require
from hartlijn.people.access import may_invite
from hartlijn.people.actions.invitations import Guest, letter, link
from hartlijn.people.actions.organisations import hold, still_there
from hartlijn.people.models import Invitation, Membership, Organisation, Person
from hartlijn.people.models.invitation import VALID_FOR, digest, new_token

MOST_IN_AN_HOUR: Final = 600
"""Letters that one person sends from desks: a list of 500, and whom it forgot."""
ENOUGH_SENT: Final = _(
    "Meer dan 600 uitnodigingen in een uur gaat niet. Wacht een uur, of maak je lijst korter."
)


class EnoughSent(Refused):
    """This hour's letters are used up; waiting helps, other words do not (status 429)."""


Place = tuple[str, str, object]
"""Address, role and unit."""


def place_of(guest: Guest) -> Place:
    """What makes two invitations of one organisation the same."""
    return guest.email.lower(), guest.role, guest.unit.pk if guest.unit else None


def waiting_places(emails: Iterable[str], organisation: Organisation) -> set[Place]:
    """The places for which a letter of this organisation waits for an answer."""
    waiting = _waiting(emails, organisation)
    return set(waiting.values_list(Lower("email"), "role", "unit"))


def member_places(emails: Iterable[str], organisation: Organisation) -> set[Place]:
    """The places people with these addresses have here now, or will have.

    Only the address a coordinator reads anyway is looked at, and only this organisation.
    """
    places = Membership.objects.not_over().filter(organisation=organisation)
    known = places.annotate(lowered=Lower("person__email")).filter(lowered__in=_lowered(emails))
    return set(known.values_list("lowered", "role", "unit"))


def waiting_for(guest: Guest, organisation: Organisation) -> Invitation | None:
    """The invitation that waits for this guest, if any."""
    found = _waiting([guest.email], organisation)
    return found.filter(role=guest.role, unit=guest.unit).first()


def _waiting(emails: Iterable[str], organisation: Organisation) -> QuerySet[Invitation]:
    own = Invitation.objects.usable().filter(organisation=organisation)
    return own.annotate(lowered=Lower("email")).filter(lowered__in=_lowered(emails))


def _lowered(emails: Iterable[str]) -> list[str]:
    return [email.lower() for email in emails]


@transaction.atomic
def invite_all(guests: list[Guest], organisation: Organisation, *, by: Person) -> int:
    """Invite those for whom no letter waits yet; answers how many. Twice is once.

    Refuses when ``by`` sent enough letters from desks this hour, or a unit was removed meanwhile.
    The letters go after the commit, over one connection; a mail server that does not answer
    raises ``OSError`` then, and the invitations stay.
    """
    require(may_invite(by, organisation))
    # Of a double click the second waits here, and then finds the letters of the first.
    hold(organisation)
    still_there([guest.unit for guest in guests], organisation)
    waiting = waiting_places([guest.email for guest in guests], organisation)
    new = [guest for guest in guests if place_of(guest) not in waiting]
    if new and len(new) + _sent_this_hour(by) > MOST_IN_AN_HOUR:
        raise EnoughSent(ENOUGH_SENT)
    tokens = [new_token() for _guest in new]
    ready = [guest.invitation(organisation, by=by) for guest in new]
    for one, token in zip(ready, tokens, strict=True):
        one.token_digest = digest(token)
    made = Invitation.objects.bulk_create(ready)
    letters = [letter(one, link(token)) for one, token in zip(made, tokens, strict=True)]
    if letters:
        transaction.on_commit(lambda: get_connection().send_messages(letters))
    return len(new)


def _sent_this_hour(by: Person) -> int:
    """A letter is valid for a fixed time, so its end says when it was sent."""
    an_hour_ago = timezone.now() + VALID_FOR - timedelta(hours=1)
    sent = Invitation.objects.filter(invited_by=by, organisation__isnull=False)
    return int(sent.filter(expires_at__gt=an_hour_ago).count())
