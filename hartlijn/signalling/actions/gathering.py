"""Write a signal, sign it, take that back; with the eighth signature it leaves by itself."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import Refused, require
from hartlijn.people.models import Membership, Person, Role
from hartlijn.signalling.access import may_change, may_drop, may_sign, may_start, may_take_back
from hartlijn.signalling.actions.sending import leave
from hartlijn.signalling.models import ENOUGH, Addressee, Signal, Signature

MOST_DRAFTS: Final = 20
GONE: Final = _("Dit signaal is er niet meer.")


@dataclass(frozen=True)
class Words:
    """What somebody writes: to whom, what, and before which day an answer is expected."""

    to: Addressee
    text: str
    answer_by: date

    @property
    def fields(self) -> dict[str, object]:
        """The addressee is written over: whoever changes it later does not change a signal."""
        return {
            "organisation": self.to.organisation,
            "to_kind": self.to.kind,
            "to_name": self.to.name,
            "to_address": self.to.address,
            "language": self.to.language,
            "text": self.text,
            "answer_by": self.answer_by,
        }


@transaction.atomic
def write(words: Words, *, token: UUID, by: Person) -> Signal:
    """Begin a signal. The same form sent twice is one signal: its token is the id."""
    require(may_start(by, words.to.organisation))
    Person.objects.select_for_update(no_key=True).get(pk=by.pk)  # of a double click, one waits
    known: Signal | None = Signal.objects.filter(pk=token).first()
    if known and known.started_by_id == by.pk:
        return known
    if known:
        raise Refused(GONE)
    if Signal.objects.drafts().filter(started_by=by).count() >= MOST_DRAFTS:
        raise Refused(_("Je hebt al twintig concepten. Teken er een, of gooi er eerst een weg."))
    return Signal.objects.create(pk=token, started_by=by, **words.fields)


@transaction.atomic
def change(signal: Signal, words: Words, *, by: Person) -> Signal:
    """Write it otherwise, as long as nobody signed."""
    signal = held(signal)
    require(may_change(by, signal))
    require(may_start(by, words.to.organisation))
    for name, value in words.fields.items():
        setattr(signal, name, value)
    signal.save(update_fields=list(words.fields))
    return signal


@transaction.atomic
def drop(signal: Signal, *, by: Person) -> None:
    """Throw it away, with the signatures that are there."""
    signal = held(signal)
    require(may_drop(by, signal))
    signal.delete()


@transaction.atomic
def sign(signal: Signal, *, by: Person) -> Signal:
    """Stand behind it. With the eighth who is a starter here today, it leaves, once.

    Whoever holds the signal counts; so of an eighth and a ninth at once one comes too late.
    """
    signal = held(signal)
    if Signature.objects.visible_to(by).filter(signal=signal).exists():
        return signal  # a double click, also one after it left
    today = civil_day()
    require(may_sign(by, signal, today))
    Signature.objects.create(signal=signal, person=by)
    if signal.opened_on is None:
        signal.opened_on = today
        signal.save(update_fields=["opened_on"])
    forget_who_is_no_starter(signal)
    if signal.signatures.count() >= ENOUGH:
        leave(signal, today)
    return signal


@transaction.atomic
def take_back(signal: Signal, *, by: Person) -> Signal:
    """Stand behind it no longer. The signal itself stays, for those who do."""
    signal = held(signal)
    require(may_take_back(by, signal))
    Signature.objects.visible_to(by).filter(signal=signal).delete()
    return signal


def forget_who_is_no_starter(signal: Signal) -> None:
    """Whoever is no starter here any more does not count, and is not kept."""
    places = Membership.objects.active().filter(
        organisation=signal.organisation_id, role=Role.STARTER, person__is_active=True
    )
    signal.signatures.exclude(person__in=places.values("person")).delete()


def held(signal: Signal) -> Signal:
    """As it is now, while nobody else changes it."""
    now = Signal.objects.select_for_update(of=("self",)).select_related("organisation")
    found: Signal | None = now.filter(pk=signal.pk).first()
    if found is None:
        raise Refused(GONE)
    return found
