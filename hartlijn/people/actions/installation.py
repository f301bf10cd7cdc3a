"""What an operator does: organisations, their first coordinator, and closing an account."""

from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import IntegrityError, transaction
from django.utils import timezone

from hartlijn.lib.verdict import Refused, require
from hartlijn.people import signals
from hartlijn.people.access import NO_OPERATOR, may_block, may_hand_desk_to, may_operate
from hartlijn.people.actions.guests import waiting_for
from hartlijn.people.actions.holding import hold_operators
from hartlijn.people.actions.invitations import Guest, send
from hartlijn.people.actions.organisations import ORGANISATION_TAKEN
from hartlijn.people.models import Invitation, Organisation, Person, Role


def create_organisation(name: str, kind: str, *, by: Person) -> Organisation:
    """Begin an organisation; its first coordinator fills it."""
    require(may_operate(by))
    try:
        with transaction.atomic():
            return Organisation.objects.create(name=name, kind=kind)
    except IntegrityError as error:
        raise Refused(ORGANISATION_TAKEN) from error


@transaction.atomic
def invite_coordinator(
    email: str, organisation: Organisation, *, by: Person, name: str = ""
) -> Invitation:
    """Invite the first coordinator of a desk; who was invited already gets a fresh link."""
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    require(may_hand_desk_to(email, organisation, by=by))
    guest = Guest(email=email, name=name, role=Role.COORDINATOR)
    waiting = waiting_for(guest, organisation) or guest.invitation(organisation, by=by)
    waiting.invited_by = by
    return send(waiting)


@transaction.atomic
def block(account: Person, *, by: Person) -> Person:
    """Close an account: it is signed out everywhere, at once, and cannot sign in."""
    _hold(account, by=by)
    return _switch(account, by=by, is_active=False)


@transaction.atomic
def unblock(account: Person, *, by: Person) -> Person:
    """Open a closed account again; its person signs in anew."""
    _hold(account, by=by)
    return _switch(account, by=by, is_active=True)


def _hold(account: Person, *, by: Person) -> None:
    """Of two operators who close each other, the second finds that they no longer may."""
    now = hold_operators().get(by.pk)
    if now is None:
        raise Refused(NO_OPERATOR)
    require(may_block(now, account))


def _switch(account: Person, *, by: Person, is_active: bool) -> Person:
    account = Person.objects.select_for_update().get(pk=account.pk)
    if account.is_active == is_active:
        return account
    account.is_active = is_active
    account.save(update_fields=["is_active"])
    if not is_active:
        sign_out_everywhere(account)
    signals.account_blocked.send(
        Person, about=account, by=by, organisation=None, is_blocked=not is_active
    )
    return account


def sign_out_everywhere(person: Person) -> None:
    """End every session, also one that the list of sessions does not know.

    Sessions live twelve hours, so reading all of them is a matter of milliseconds.
    """
    UserSession.objects.filter(user=person).delete()
    live = Session.objects.filter(expire_date__gt=timezone.now())
    own = [
        session.pk
        for session in live.iterator()
        if session.get_decoded().get(SESSION_KEY) == str(person.pk)
    ]
    Session.objects.filter(pk__in=own).delete()
