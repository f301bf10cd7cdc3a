"""Give, take back, and end what is over. Whether somebody may give is asked by the vault."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from hartlijn.consent import signals
from hartlijn.consent.log_sentences import sentence_for
from hartlijn.consent.models import Grant, LogEntry
from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Companionship, Person

A_DAY: Final = timedelta(days=1)
A_WEEK: Final = 7
GRANTS_STAY: Final = timedelta(days=30)
"""After a grant ended, for the own export; then nothing tells that there was one."""


@dataclass(frozen=True)
class Gift:
    """An envelope for somebody, until a day on which it does not open any more."""

    envelope: UUID
    reader: UUID
    until: date | None
    lasts: int | None = None
    """Instead of a last day: so many days from arrival on, and the rest of that week."""
    cannot_wait: bool = False
    """Said along with what was given, and kept nowhere here."""


def give(gifts: Iterable[Gift], *, by: Person) -> None:
    """Let readers fetch what was made for them, from their next working time on."""
    given = list(gifts)
    if not given:
        return
    walking = _walking_with(by)
    grants = [
        Grant(
            envelope_id=one.envelope,
            owner=by,
            reader_id=one.reader,
            until=one.until,
            lasts=one.lasts,
            for_companion=one.reader in walking,
        )
        for one in given
    ]
    Grant.objects.bulk_create(grants)
    urgent = {one.envelope for one in given if one.cannot_wait}
    signals.granted.send(Grant, grants=grants, cannot_wait=urgent)


def _walking_with(person: Person) -> set[UUID | None]:
    ties = Companionship.objects.accepted().visible_to(person)
    return {one for pair in ties.values_list("starter_id", "companion_id") for one in pair}


@transaction.atomic
def let_arrive(days: Mapping[UUID, date]) -> None:
    """Open what waited: these envelopes, each on its day. What ended meanwhile stays closed."""
    held = Grant.objects.held().filter(envelope_id__in=list(days)).order_by("pk")
    came: dict[tuple[date, date | None], list[UUID]] = defaultdict(list)
    for one in held.select_for_update(of=("self",)):
        came[_stretch(one, days[one.envelope_id])].append(one.pk)
    for (day, until), arriving in came.items():
        Grant.objects.filter(pk__in=arriving).update(held=False, given_on=day, until=until)


def _stretch(grant: Grant, day: date) -> tuple[date, date | None]:
    """From when and until when it holds that arrives on a day."""
    if grant.lasts:
        return day, last_day(day, grant.lasts)
    # The day of a reader far away may be a day ahead of ours.
    return (min(day, grant.until - A_DAY), grant.until) if grant.until else (day, None)


def last_day(day: date, lasts: int) -> date:
    """A Monday, so that what came in one week ends on one day and nobody counts back."""
    first = day + timedelta(days=lasts)
    return first + timedelta(days=-first.weekday() % A_WEEK)


@transaction.atomic
def give_anew(former: UUID, envelope: UUID, reader: UUID, *, by: Person) -> bool:
    """Let an envelope take the place of one that was sealed to other keys.

    It stays the same gift: what waits goes on waiting, what came does not come again, and it ends
    when it would have. False when there is nothing any more to take the place of.
    """
    given = Grant.objects.filter(envelope_id=former, owner=by, reader_id=reader, ended_on=None)
    if not given.exists():
        return False
    signals.given_anew.send(Grant, former=former, envelope=envelope, reader=reader)
    return bool(given.update(envelope_id=envelope))


def take_back(envelopes: Iterable[UUID], *, by: Person) -> int:
    """End what ``by`` gave; what was not given, or is of somebody else, stays as it is."""
    return end(Grant.objects.filter(owner=by, envelope_id__in=list(envelopes)))


def end_between(one: Person, other: Person) -> int:
    """End what either gave the other, unless it still holds by another tie."""
    return end(Grant.objects.between(one, other).lapsed())


def end_what_lapsed_of(person: Person) -> int:
    """End what somebody gave or was given and that does not hold any more."""
    return end(Grant.objects.filter(Q(owner=person) | Q(reader=person)).lapsed())


def end_what_is_over() -> int:
    """End every grant of which the day passed, or whose two are out of reach."""
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
