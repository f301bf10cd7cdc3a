"""Give, take back, and end what is over. Whether somebody may give is asked by the vault."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from hartlijn.consent import signals
from hartlijn.consent.log_sentences import sentence_for
from hartlijn.consent.models import Grant, LogEntry
from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Person

GRANTS_STAY: Final = timedelta(days=30)
"""After a grant ended, for the own export; then nothing tells that there was one."""


@dataclass(frozen=True)
class Gift:
    """An envelope for somebody, until a day on which it does not open any more."""

    envelope: UUID
    reader: UUID
    until: date | None


def give(gifts: Iterable[Gift], *, by: Person) -> None:
    """Let readers fetch what was made for them."""
    Grant.objects.bulk_create(
        Grant(envelope_id=one.envelope, owner=by, reader_id=one.reader, until=one.until)
        for one in gifts
    )


def take_back(envelopes: Iterable[UUID], *, by: Person) -> int:
    """End what ``by`` gave; what was not given, or is of somebody else, stays as it is."""
    return end(Grant.objects.filter(owner=by, envelope_id__in=list(envelopes)))


def end_between(one: Person, other: Person) -> int:
    """End what either gave the other, unless they still walk along in another way."""
    return end(Grant.objects.between(one, other).lapsed())


def end_what_is_over() -> int:
    """End every grant of which the day passed."""
    return end(Grant.objects.lapsed())


@transaction.atomic
def end(grants: QuerySet[Grant]) -> int:
    """End grants and tell it in the same transaction; answers how many."""
    still = grants.filter(ended_on=None).order_by("pk").select_for_update(of=("self",))
    ended = dict(still.values_list("pk", "envelope_id"))
    if ended:
        Grant.objects.filter(pk__in=list(ended)).update(ended_on=civil_day())
        signals.grants_ended.send(Grant, envelopes=list(ended.values()))
    return len(ended)


def forget_ended_grants() -> int:
    """Remove grants a month after they ended."""
    count, _tables = Grant.objects.filter(ended_on__lt=civil_day() - GRANTS_STAY).delete()
    return int(count)


def note_own(person: Person, did: str) -> None:
    """Write in the own log what happened to somebody's closed keys, also when they did it.

    A stranger with an open session looks like the person; so the person can read it back.
    """
    entry = LogEntry(
        about_id=person.pk,
        by_id=person.pk,
        as_role="self",
        did=did,
        what=LogEntry.What.KEYS,
        day=civil_day(),
    )
    sentence_for(entry)  # what cannot be read back is not written
    LogEntry.objects.bulk_create([entry], ignore_conflicts=True)
