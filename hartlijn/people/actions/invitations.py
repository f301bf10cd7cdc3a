"""Invite somebody, take it back, and come in."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.db.models import F
from django.db.models.functions import Lower
from django.dispatch import Signal
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import Refused, require
from hartlijn.people import signals
from hartlijn.people.access import may_invite, may_take, may_withdraw
from hartlijn.people.actions.unwanted import is_unwanted
from hartlijn.people.letter_reasons import HEADER, INVITATION
from hartlijn.people.models import (
    Companionship,
    Invitation,
    Membership,
    Organisation,
    Person,
    Role,
    Unit,
)
from hartlijn.people.models.invitation import (
    OPERATOR_LINK_VALID_FOR,
    a_while_from_now,
    digest,
    new_token,
)

GONE: Final = gettext_lazy("Deze uitnodiging werkt niet meer. Vraag om een nieuwe.")
PLACE_IS_OVER: Final = gettext_lazy("Deze plek is al voorbij. Nodig deze persoon opnieuw uit.")
KNOWN: Final = gettext_lazy("Met dit adres is er al een account. Meld je daarmee aan.")


@dataclass(frozen=True)
class Guest:
    """Somebody to invite, and the place that waits for them."""

    email: str
    role: str = Role.STARTER
    name: str = ""
    unit: Unit | None = None
    starts_on: date | None = None
    ends_on: date | None = None

    def invitation(self, organisation: Organisation, *, by: Person) -> Invitation:
        """The place that waits; neither saved nor sent yet."""
        return Invitation(
            email=self.email,
            name=self.name,
            organisation=organisation,
            role=self.role,
            unit=self.unit,
            starts_on=self.starts_on,
            ends_on=self.ends_on,
            invited_by=by,
        )


@transaction.atomic
def invite(guest: Guest, organisation: Organisation, *, by: Person) -> Invitation:
    """Invite one person into one organisation, in one role."""
    require(may_invite(by, organisation))
    return send(guest.invitation(organisation, by=by))


@transaction.atomic
def invite_personally(email: str, *, by: Person, companion_as: str = "") -> Invitation:
    """Invite somebody yourself, without an organisation.

    ``companion_as`` says as what you ask them to walk along with you; empty means that
    you welcome a starter. The same letter goes out whether or not the address is known.
    Inviting again while the first letter waits sends no second one.
    """
    Person.objects.select_for_update().get(pk=by.pk)  # of a double click, the second waits here
    own = Invitation.objects.usable().filter(organisation=None, invited_by=by)
    waiting = own.filter(email__iexact=email, companion_as=companion_as).first()
    return waiting or send(Invitation(email=email, companion_as=companion_as, invited_by=by))


def invite_operator(email: str) -> str:
    """Make a link for an operator that works once, for fifteen minutes; answers its address."""
    token = new_token()
    Invitation.objects.create(
        email=email,
        as_operator=True,
        token_digest=digest(token),
        expires_at=timezone.now() + OPERATOR_LINK_VALID_FOR,
    )
    return link(token)


def link(token: str) -> str:
    """The address in the letter."""
    return f"{settings.SITE_URL}{reverse('people:invitation', args=[token])}"


def send(invitation: Invitation) -> Invitation:
    """Give the invitation a fresh link and time, and send its letter after the commit.

    To somebody who wants nothing from whoever asks, none goes; the page says what it always says.
    """
    token = new_token()
    invitation.token_digest = digest(token)
    invitation.expires_at = a_while_from_now()
    invitation.save()
    if is_unwanted(invitation):
        return invitation
    message = letter(invitation, link(token))
    transaction.on_commit(lambda: message.send(fail_silently=False))
    return invitation


def letter(invitation: Invitation, address: str) -> EmailMessage:
    """A neutral letter: who reads along in a mailbox learns no role and no team."""
    language = invitation.invited_by.language if invitation.invited_by else settings.LANGUAGE_CODE
    with translation.override(language):
        text = render_to_string(
            "people/letters/invitation.txt", {"invitation": invitation, "address": address}
        )
        subject = str(_("Er ligt een uitnodiging voor je klaar"))
    return EmailMessage(subject, text, to=[invitation.email], headers={HEADER: INVITATION})


@transaction.atomic
def send_again(invitation: Invitation, *, by: Person) -> Invitation:
    """Send a fresh link; the earlier one stops working. Whoever sends now stands behind it."""
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    require(may_withdraw(by, invitation))
    if invitation.place_is_over:
        raise Refused(PLACE_IS_OVER)
    invitation.withdrawn_at = None
    invitation.invited_by = by
    return send(invitation)


@transaction.atomic
def withdraw(invitation: Invitation, *, by: Person) -> Invitation:
    """Take it back; the link stops working at once."""
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    require(may_withdraw(by, invitation))
    if invitation.withdrawn_at is None:
        invitation.withdrawn_at = timezone.now()
        invitation.save(update_fields=["withdrawn_at"])
    return invitation


def withdraw_letters_to(person: Person, organisation: Organisation) -> None:
    """Take back what an organisation still has waiting for somebody, at any proven address."""
    to_them = Invitation.objects.annotate(lowered=Lower("email")).filter(
        lowered__in=addresses_of(person), organisation=organisation
    )
    to_them.unanswered().update(withdrawn_at=timezone.now())


def addresses_of(person: Person) -> list[str]:
    """The addresses somebody reads, in small letters: the account's, and those that were proven."""
    proven = EmailAddress.objects.filter(user=person, verified=True)
    return [one.lower() for one in {person.email, *proven.values_list("email", flat=True)}]


@transaction.atomic
def accept(invitation: Invitation, *, by: Person) -> Invitation:
    """Take the place that waits; a link works once, for one person.

    Whom the letter went to is forgotten then; it may be another address than the account's.
    """
    invitation = _held(invitation)
    require(may_take(by, invitation))
    invitation.used_at = timezone.now()
    invitation.email = invitation.name = ""
    invitation.save(update_fields=["used_at", "email", "name"])
    if invitation.organisation:
        _take_place(invitation, by)
    if invitation.companion_as:
        _walk_along(invitation, by)
    if invitation.as_operator:
        by.is_operator = True
        by.save(update_fields=["is_operator"])
    signals.invitation_accepted.send(
        Invitation,
        about=by,
        by=invitation.invited_by,
        organisation=invitation.organisation,
        invitation=invitation,
    )
    return invitation


def _held(invitation: Invitation) -> Invitation:
    """As it is now, while nobody ends a place or removes a unit there; refuses one that is dead.

    So of two letters of an operator the second waits here, and finds the desk taken.
    """
    if invitation.organisation_id:
        Organisation.objects.select_for_update(no_key=True).get(pk=invitation.organisation_id)
    now = Invitation.objects.select_for_update().filter(pk=invitation.pk).first()
    if now is None or not now.is_usable:
        raise Refused(GONE)
    return now


def has_account(email: str) -> bool:
    """Whether somebody signs in with this address. An unproven claim to it does not count."""
    proven = EmailAddress.objects.filter(email=email.lower(), verified=True)
    return proven.exists() or bool(Person.objects.filter(email__iexact=email).exists())


@transaction.atomic
def open_account(invitation: Invitation, *, name: str, password: str) -> Person:
    """Make the account an invitation leads to, and take the place that waits.

    Whoever holds the link reads the mailbox it was sent to, so the address needs no other proof.
    """
    invitation = _held(invitation)
    email = invitation.email.lower()
    try:
        with transaction.atomic():
            person = Person.objects.create_user(email, name, password)
            EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
    except IntegrityError as error:  # the database knows one account for each address
        raise Refused(KNOWN) from error
    person.language = translation.get_language() or settings.LANGUAGE_CODE
    if invitation.organisation:  # only now: later the clock is the person's own
        person.time_zone = invitation.organisation.time_zone
    person.save(update_fields=["language", "time_zone"])
    accept(invitation, by=person)
    return person


def _take_place(invitation: Invitation, person: Person) -> None:
    assert invitation.organisation is not None  # noqa: S101 - tells the type checker
    starts_on = invitation.starts_on or civil_day()
    if invitation.ends_on and invitation.ends_on <= starts_on:
        raise Refused(GONE)
    place = Membership(
        person=person,
        organisation=invitation.organisation,
        unit=invitation.unit,
        role=invitation.role,
        starts_on=starts_on,
        ends_on=invitation.ends_on,
    )
    held = Membership.objects.same_as(place).order_by(F("ends_on").desc(nulls_first=True)).first()
    if held is None:
        place.save()
        _tell(signals.membership_started, place, invitation)
    elif _stretch(held, place):
        _tell(signals.membership_changed, held, invitation)


def _stretch(held: Membership, place: Membership) -> bool:
    """Let the place somebody holds already last as long as both; whether that changed it."""
    before = held.starts_on, held.ends_on
    held.starts_on = min(held.starts_on, place.starts_on)
    ends = [held.ends_on, place.ends_on]
    held.ends_on = None if None in ends else max(end for end in ends if end)
    held.save(update_fields=["starts_on", "ends_on"])
    return before != (held.starts_on, held.ends_on)


def _tell(happened: Signal, membership: Membership, invitation: Invitation) -> None:
    happened.send(
        Membership,
        about=membership.person,
        by=invitation.invited_by,
        organisation=membership.organisation,
        membership=membership,
    )


def _walk_along(invitation: Invitation, person: Person) -> None:
    """The starter asked by sending the letter; opening it and saying yes is the answer."""
    if invitation.invited_by is None or invitation.invited_by == person:
        raise Refused(GONE)
    companionship, _made = Companionship.objects.get_or_create(
        starter=invitation.invited_by,
        companion=person,
        kind=invitation.companion_as,
        ended_on=None,
    )
    companionship.accepted_on = companionship.accepted_on or timezone.localdate()
    companionship.save(update_fields=["accepted_on"])
