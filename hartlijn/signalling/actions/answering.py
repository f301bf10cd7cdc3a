"""Whoever has the link answers, once; each who sent the signal hears of it in working time."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from hartlijn.delivery.actions.planning import plan_each
from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import require
from hartlijn.people.models import Person
from hartlijn.signalling.access import may_answer
from hartlijn.signalling.models import AnswerNotice, Signal


@transaction.atomic
def answer(signal: Signal, text: str, *, answered_as: str) -> Signal:
    """Keep the answer and tell who sent it. The same answer sent twice is one answer."""
    signal = Signal.objects.select_for_update(of=("self",)).get(pk=signal.pk)
    if signal.answered_on and (signal.answer, signal.answered_as) == (text, answered_as):
        return signal
    today = civil_day()
    require(may_answer(signal, today))
    signal.answer = text
    signal.answered_as = answered_as
    signal.answered_on = today
    signal.to_address = ""  # nothing goes there any more
    signal.save(update_fields=["answer", "answered_as", "answered_on", "to_address"])
    _tell(signal)
    return signal


def _tell(signal: Signal) -> None:
    """One notice for each; that it waits stands on Vandaag, and nobody sees who looked."""
    people = set(signal.signatures.values_list("person", flat=True))
    if signal.is_from_dialogue and signal.started_by_id:
        people.add(signal.started_by_id)
    active = Person.objects.filter(pk__in=people, is_active=True).values_list("pk", flat=True)
    notices = [AnswerNotice(signal=signal, person_id=pk) for pk in active]
    AnswerNotice.objects.bulk_create(notices)
    occasions: dict[UUID, list[UUID]] = {one.person_id: [one.pk] for one in notices}
    plan_each(occasions, at=timezone.now())


@transaction.atomic
def look(signal: Signal, *, by: Person) -> None:
    """Somebody read the answer: Vandaag does not speak of it any more."""
    AnswerNotice.objects.visible_to(by).filter(signal=signal).delete()
