"""May this person do this with a signal? The answer carries the sentence a page shows."""

from datetime import date, datetime, timedelta
from typing import Final

from django.utils.translation import gettext_lazy as _

from hartlijn.lib.verdict import YES, Verdict, no
from hartlijn.people.models import Organisation, Person
from hartlijn.signalling.models import Signal, Signature, starts_in

AGAIN_AFTER: Final = timedelta(days=7)
"""Between two letters about one signal."""


def may_start(person: Person, organisation: Organisation) -> Verdict:
    """A starter of the organisation writes a signal; a leader or a desk has other ways."""
    if starts_in(person).filter(pk=organisation.pk).exists():
        return YES
    return no(_("Alleen wie hier starter is, schrijft een signaal."))


def may_change(person: Person, signal: Signal) -> Verdict:
    """Who wrote it, until the first signature."""
    if signal.started_by_id != person.pk:
        return no(_("Alleen wie het signaal schreef, verandert de tekst."))
    if not signal.is_draft:
        return no(
            _("Er is al getekend. De tekst staat vast: iedereen tekent voor dezelfde woorden.")
        )
    return YES


def may_drop(person: Person, signal: Signal) -> Verdict:
    """Who wrote it, until it leaves: words that should not stand there must be able to go."""
    if signal.started_by_id != person.pk:
        return no(_("Alleen wie het signaal schreef, gooit het weg."))
    if signal.left_on:
        return no(_("Dit signaal is al verstuurd. Intrekken kan niet meer."))
    return YES


def may_sign(person: Person, signal: Signal, today: date) -> Verdict:
    """Starters of the organisation, until it leaves or its time is over."""
    if signal.left_on:
        return no(_("Dit signaal is al verstuurd. Tekenen kan niet meer."))
    if signal.gathers_until < today:
        return no(_("De tijd om te tekenen is voorbij."))
    if signal.is_draft and signal.started_by_id != person.pk:
        return no(_("Dit signaal is er niet meer."))
    return may_start(person, signal.organisation)


def may_take_back(person: Person, signal: Signal) -> Verdict:
    """As long as it did not leave."""
    if signal.left_on:
        return no(_("Dit signaal is al verstuurd. Je handtekening gaat mee."))
    if not Signature.objects.visible_to(person).filter(signal=signal).exists():
        return no(_("Je tekende dit signaal niet."))
    return YES


def may_send_again(signal: Signal, now: datetime) -> Verdict:
    """Whoever sent it, when no answer came and the last letter is a week old."""
    if signal.answered_on or not signal.left_on:
        return no(_("Er is al antwoord."))
    today = now.date()
    if signal.posted_on and signal.posted_on > today - AGAIN_AFTER:
        return no(_("De brief ging deze week al weg. Over een week kan er weer een."))
    if (
        signal.posting_since
        and not signal.posted_on
        and signal.posting_since > now - timedelta(hours=1)
    ):
        return no(_("De brief is onderweg."))
    return YES


def may_answer(signal: Signal, today: date) -> Verdict:
    """Whoever has the link, once, while it works."""
    if signal.answered_on:
        return no(_("Uw antwoord is al verstuurd."))
    if signal.key_until is None or signal.key_until < today:
        return no(_("Deze link werkt niet meer."))
    return YES
