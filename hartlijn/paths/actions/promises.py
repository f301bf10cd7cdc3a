"""Say how a month of a promise went, and make a promise anew together."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import Refused, require
from hartlijn.paths.access import may_answer, may_propose, may_tick, may_withdraw, speaks_as
from hartlijn.paths.actions import notices
from hartlijn.paths.actions.holding import hold_side
from hartlijn.paths.models import Change, Promise, Term, Tick
from hartlijn.people.models import Person


@transaction.atomic
def tick(term: Term, word: str, *, by: Person) -> None:
    """Say for one's own side how a month went; said again, the last counts."""
    hold_side(term.promise.side_id)
    held = Term.objects.select_for_update(of=("self",)).select_related("promise__side__path")
    month = held.filter(pk=term.pk).first()
    if month is None:
        raise Refused(_("Deze maand is er niet meer. Kijk opnieuw."))
    require(may_tick(by, month))
    said = {"word": Tick.Word(word).value, "by": by, "sent_on": civil_day()}
    key: dict[str, Any] = {"term": month, "whose": speaks_as(by, month.promise)}
    if not Tick.objects.filter(**key, word=word).exists():
        Tick.objects.update_or_create(**key, defaults=said)


@transaction.atomic
def send(words: Mapping[UUID, str], *, by: Person) -> int:
    """Send what a starter ticked, all of it or nothing. Answers of how many months."""
    own = Term.objects.filter(promise__side__path__starter=by, pk__in=list(words))
    terms = list(own.select_related("promise").order_by("promise__side", "pk"))
    if len(terms) != len(words):
        raise Refused(_("Een van deze maanden is er niet meer. Kijk opnieuw en verstuur dan."))
    for term in terms:
        tick(term, words[term.pk], by=by)
    return len(terms)


@transaction.atomic
def propose(
    promise: Promise, *, reason: str, amount: int | None, from_on: date, by: Person
) -> Change:
    """Propose to make a promise anew from a month on; it holds once the other side agrees."""
    hold_side(promise.side_id)
    held = Promise.objects.select_for_update(of=("self",)).select_related("side__path")
    there = held.filter(pk=promise.pk).first()
    if there is None:
        raise Refused(_("Deze belofte is er niet meer. Kijk opnieuw."))
    promise = there
    require(may_propose(by, promise))
    whose = speaks_as(by, promise)
    assert whose is not None  # noqa: S101 - may_propose says so
    if not promise.terms.filter(starts_on=from_on, ends_on__gte=civil_day()).exists():
        raise Refused(_("Vanaf die maand kan het niet. Kies een maand die nog niet voorbij is."))
    if (amount is None) != (promise.measure == "yes"):
        raise Refused(_("Zet erbij hoeveel het wordt."))
    return Change.objects.create(
        promise=promise,
        reason=reason,
        amount=amount,
        from_on=from_on,
        proposed_by=by,
        proposed_as=whose,
    )


@transaction.atomic
def agree(change: Change, *, by: Person) -> None:
    """Say yes: from its month on the promise reads so."""
    held = _held(change)
    require(may_answer(by, held))
    held.agreed_by, held.agreed_on = by, civil_day()
    held.save(update_fields=["agreed_by", "agreed_on"])
    notices.let_go(held.pk)


@transaction.atomic
def decline(change: Change, *, by: Person) -> None:
    """Say no: the promise stays as it was, and nothing is kept of the proposal."""
    held = _held(change)
    require(may_answer(by, held))
    notices.let_go(held.pk)
    held.delete()


@transaction.atomic
def withdraw(change: Change, *, by: Person) -> None:
    """Take one's own side's proposal back."""
    held = _held(change)
    require(may_withdraw(by, held))
    notices.let_go(held.pk)
    held.delete()


def _held(change: Change) -> Change:
    rows = Change.objects.select_for_update(of=("self",)).select_related("promise__side__path")
    found = rows.filter(pk=change.pk).first()
    if found is None:
        raise Refused(_("Dit voorstel is er niet meer."))
    return found
