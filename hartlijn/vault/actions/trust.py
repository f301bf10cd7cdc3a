"""Choose a trusted contact; ask them, wait, and open. Stop it at any moment."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Final
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from hartlijn.consent.actions import note_own
from hartlijn.consent.models import LogEntry
from hartlijn.people.models import Person
from hartlijn.people.signals import account_warned
from hartlijn.vault.access import NO_TIE, may_give
from hartlijn.vault.actions import hold
from hartlijn.vault.actions.wraps import NewWrap, put
from hartlijn.vault.models import Recovery, TrustedContact
from hartlijn.vault.refusals import Clash, Missing
from hartlijn.vault.trust import newest_keys, stopped, walking_along_with

OPEN_FOR: Final = timedelta(days=14)
"""After the waiting time; then it is asked anew."""
CHANGED: Final = _("Je sleutels zijn intussen veranderd. Laad de pagina opnieuw.")
NOBODY: Final = _(
    "Je vertrouwenscontact kan je nu niet helpen. Kijk bij je vertrouwenscontact hoe dat komt."
)
RUNNING: Final = _("Er loopt al een vraag. Stop die eerst; dan kun je het hier opnieuw vragen.")
OVER: Final = _("Deze vraag loopt niet meer. Hij is gestopt, of het duurde te lang.")
NOT_ANSWERED: Final = _("Je vertrouwenscontact hielp nog niet. Bel samen, en probeer het daarna.")
OTHER_WAYS: Final = _(
    "Er ging pas een adres of apparaat weg waarop we je waarschuwen. Daarom kun je het vragen "
    "vanaf %(when)s. Zo kan niemand ongemerkt bij je lijn."
)
LONGEST_WAIT: Final = timedelta(days=max(TrustedContact.Days.values))
TOO_EARLY: Final = _("De wachttijd die je koos, is nog niet om. Daarna kan het.")


@dataclass(frozen=True)
class NewContact:
    """Both halves, and the wrap they open together, as a browser sends them."""

    wrap: NewWrap
    to: UUID
    days: int
    letter: bytes
    half: bytes


class Stopped(Enum):
    """How far a question was when it was stopped."""

    NOTHING = "nothing"
    IN_TIME = "in_time"
    TOO_LATE = "too_late"  # both halves were out: other keys are needed


@transaction.atomic
def choose(new: NewContact, *, by: Person) -> None:
    """Keep a wrap with its two halves, in place of the former. Twice is once."""
    hold(by, with_=[new.to])
    if not (verdict := may_give(by, {new.to})):
        raise Clash(verdict.reason)
    if new.to not in walking_along_with(by):
        raise Clash(NO_TIE)
    known = TrustedContact.objects.filter(owner=by, pk=new.wrap.id).first()
    if known and bytes(known.letter) == new.letter and known.contact_id == new.to:
        return
    try:
        with transaction.atomic():
            put(new.wrap, by)
            TrustedContact.objects.create(
                wrap_id=new.wrap.id,
                owner=by,
                contact_id=new.to,
                contact_keys=newest_keys([new.to]).get(new.to, 0),
                days=new.days,
                letter=new.letter,
                half=new.half,
            )
    except IntegrityError as error:
        raise Clash(CHANGED) from error


@transaction.atomic
def ask(pk: UUID, recipient: str, *, by: Person, at: datetime) -> Recovery:
    """Begin the waiting time, and warn the owner; who calls sends the letter. Twice is once."""
    hold(by)
    trust = _of(by)
    Recovery.objects.filter(trust=trust).exclude(pk__in=Recovery.objects.running(at)).delete()
    running = Recovery.objects.filter(trust=trust).first()
    if running:
        if running.pk == pk and running.recipient == recipient:
            return running
        raise Clash(RUNNING)
    _require_known_ways(trust, at)
    opens_at = at + timedelta(days=trust.days)
    try:
        with transaction.atomic():
            recovery = Recovery.objects.create(
                id=pk,
                trust=trust,
                recipient=recipient,
                asked_at=at,
                opens_at=opens_at,
                closes_at=opens_at + OPEN_FOR,
            )
    except IntegrityError as error:  # an id of somebody else
        raise Clash(CHANGED) from error
    note_own(by, LogEntry.Did.STARTED)
    account_warned.send(Person, about=by, until=opens_at)
    return recovery


def _require_known_ways(trust: TrustedContact, at: datetime) -> None:
    """Refuse for a waiting time after a way of warning was taken away: it could not warn there."""
    if trust.ways_changed_at is None:
        return
    free = trust.ways_changed_at + timedelta(days=trust.days)
    if at < free:
        when = date_format(timezone.localtime(free), "j F H.i")
        raise Clash(str(OTHER_WAYS) % {"when": when})


def note_other_ways(owner: Person, at: datetime) -> None:
    """A way to warn the owner is gone: what runs stops, and for a waiting time nothing begins.

    Once both halves went out there is nothing left to stop, and the warning has to stay.
    """
    TrustedContact.objects.filter(owner=owner).update(ways_changed_at=at)
    Recovery.objects.filter(trust__owner=owner, opened=False).delete()


def _of(owner: Person) -> TrustedContact:
    """The own trusted contact, when it can help."""
    trust = TrustedContact.objects.filter(owner=owner).select_related("contact").first()
    if trust is None:
        raise Missing
    if stopped(owner, [trust])[trust.pk]:
        raise Clash(NOBODY)
    return trust


@transaction.atomic
def stop(*, by: Person) -> "Stopped":
    """End the own question; nothing of it is given out any more. Tells how far it was."""
    hold(by)
    own = Recovery.objects.filter(trust__owner=by)
    in_time = not own.filter(opened=True).exists()
    gone, _tables = own.delete()
    if gone:
        note_own(by, LogEntry.Did.ENDED)
    return Stopped.IN_TIME if gone and in_time else Stopped.TOO_LATE if gone else Stopped.NOTHING


@transaction.atomic
def help_(pk: UUID, answer: bytes, *, by: Person, at: datetime) -> None:
    """The contact gives their half, sealed to the browser that asks."""
    found = Recovery.objects.running(at).filter(pk=pk, trust__contact=by)
    recovery = found.select_for_update(of=("self",)).select_related("trust__contact").first()
    if recovery is None:
        raise Missing
    if stopped(by, [recovery.trust])[recovery.trust_id]:
        raise Clash(OVER)
    recovery.answer = answer
    recovery.save(update_fields=["answer"])


@transaction.atomic
def open_(*, by: Person, at: datetime) -> tuple[bytes, bytes]:
    """The server's half and the contact's answer: after the waiting time, and never before."""
    hold(by)
    trust = _of(by)
    recovery = Recovery.objects.running(at).filter(trust=trust).first()
    if recovery is None:
        raise Clash(OVER)
    if at < recovery.opens_at:
        raise Clash(TOO_EARLY)
    if recovery.answer is None:
        raise Clash(NOT_ANSWERED)
    recovery.opened = True
    recovery.save(update_fields=["opened"])
    note_own(by, LogEntry.Did.FETCHED)
    return bytes(trust.half), bytes(recovery.answer)


def forget_closed(at: datetime) -> None:
    """Questions that ran out leave no trace here; the own log has their day."""
    Recovery.objects.filter(closes_at__lte=at).delete()
    past = TrustedContact.objects.filter(ways_changed_at__lte=at - LONGEST_WAIT)
    past.update(ways_changed_at=None)
