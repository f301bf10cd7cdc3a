"""What a browser gets to know of a trusted contact, as plain values for JSON."""

from datetime import datetime
from typing import Any
from uuid import UUID

from hartlijn.people.models import Person
from hartlijn.vault.models import Recovery, TrustedContact
from hartlijn.vault.plain_json import b64
from hartlijn.vault.trust import Stopped, stopped

Shown = dict[str, Any]


def own(person: Person, at: datetime) -> Shown | None:
    """The own trusted contact, whether it still works, and what was asked."""
    trust = TrustedContact.objects.filter(owner=person).select_related("contact", "wrap").first()
    if trust is None:
        return None
    why = stopped(person, [trust])[trust.pk]
    recovery = Recovery.objects.running(at).filter(trust=trust).first()
    # The name goes with the tie: of somebody who walks along no more it is not told.
    name = (
        ""
        if why in {Stopped.GONE, Stopped.APART} or trust.contact is None
        else str(trust.contact.name)
    )
    return {
        "wrap": str(trust.pk),
        "person": str(trust.contact_id) if name else None,
        "name": name,
        "days": trust.days,
        "made_on": trust.wrap.made_on.isoformat(),
        "stopped": why,
        "asked": _asked(recovery, at) if recovery else None,
    }


def helping(person: Person, at: datetime) -> list[Shown]:
    """Whose contact ``person`` is, while it works; the half only once it is asked for."""
    trusts = list(
        TrustedContact.objects.filter(contact=person)
        .select_related("owner", "contact")
        .order_by("owner__name", "pk")
    )
    why = stopped(person, trusts)
    asked = {
        one.trust_id: one for one in Recovery.objects.running(at).filter(trust__contact=person)
    }
    return [
        {
            "wrap": str(one.pk),
            "person": str(one.owner_id),
            "name": one.owner.name,
            "days": one.days,
            "asked": _asked(asked[one.pk], at) if one.pk in asked else None,
            "letter": b64(bytes(one.letter)) if one.pk in asked else None,
        }
        for one in trusts
        if why[one.pk] is None and one.owner.is_active
    ]


def is_asked(pk: UUID, person: Person, at: datetime) -> bool:
    """Whether ``person`` is the contact who is asked this."""
    return Recovery.objects.running(at).filter(pk=pk, trust__contact=person).exists()


def _asked(recovery: Recovery, at: datetime) -> Shown:
    return {
        "id": str(recovery.pk),
        "recipient": recovery.recipient,
        "asked_at": _second(recovery.asked_at),
        "opens_at": _second(recovery.opens_at),
        "closes_at": _second(recovery.closes_at),
        "is_open": recovery.opens_at <= at,
        "answered": recovery.answer is not None,
    }


def _second(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
