"""The steps of one attempt: marked, made, concluded; or put off while a server is away."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from time import monotonic
from typing import Final
from uuid import UUID

from django.db.models import F, Value
from django.db.models.functions import Coalesce

from hartlijn.delivery.actions.moving import plan_anew
from hartlijn.delivery.models import Attempt, PushDevice

State = Attempt.State
Clock = Callable[[], datetime]
SECONDS: Final = 30
"""So long one look takes at most; the rest is for the next, so that in-app messages go on."""
NOT_CONCLUDED: Final = timedelta(minutes=10)
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(hours=1)
STAY: Final = timedelta(days=7)
"""After its stretch. Until then it keeps a second one away, also when the clock is set back."""


def clock_from(at: datetime) -> Clock:
    """What the clock says from now on, when it says ``at`` now."""
    start = monotonic()
    return lambda: at + timedelta(seconds=monotonic() - start)


def begin(at: datetime) -> None:
    """What was marked and never concluded is uncertain; what was missed gets a next stretch."""
    lost = Attempt.objects.filter(state=State.ATTEMPTED, marked_at__lte=at - NOT_CONCLUDED)
    lost.update(state=State.UNCERTAIN, marked_at=None)
    missed = Attempt.objects.missed(at).values_list("receiver_id", flat=True)
    for receiver in set(missed):
        plan_anew(receiver, at)


def mark(pk: UUID, at: datetime) -> bool:
    """Say before anything leaves that it is being made; false when it is not ours to make."""
    mine = Attempt.objects.due(at).filter(pk=pk)
    return bool(mine.update(state=State.ATTEMPTED, marked_at=at, tries=F("tries") + 1))


def conclude(pk: UUID, state: State) -> None:
    """Say how it ended."""
    ours = Attempt.objects.filter(pk=pk, state=State.ATTEMPTED)
    ours.update(state=state, marked_at=None, again_at=None, waits_since=None)


def put_off(pks: Iterable[UUID], at: datetime) -> None:
    """A server is away: these, which nobody marked, are tried again after a pause that grows."""
    for one in Attempt.objects.planned().filter(pk__in=list(pks)):
        _wait(one, one.tries + 1, at)


def put_back(pk: UUID, at: datetime, wait: timedelta | None = None) -> None:
    """One that we marked was not taken: it is tried again, after as long as the server asks."""
    for one in Attempt.objects.filter(pk=pk, state=State.ATTEMPTED):
        _wait(one, one.tries, at, wait)


def _wait(one: Attempt, tries: int, at: datetime, wait: timedelta | None = None) -> None:
    pause = min(FIRST_PAUSE * 2 ** min(tries - 1, 10), LONGEST_PAUSE)
    same = Attempt.objects.filter(pk=one.pk, state=one.state)
    same.update(
        state=State.PLANNED,
        tries=tries,
        marked_at=None,
        again_at=at + max(pause, wait or pause),
        waits_since=Coalesce("waits_since", Value(at)),
    )


def drop(pk: UUID) -> None:
    """Nobody wants it any more."""
    Attempt.objects.filter(pk=pk).delete()


def forget_past(at: datetime) -> None:
    """What was concluded keeps no trace of the hours somebody works."""
    past = Attempt.objects.filter(closes_at__lt=at - STAY)
    past.exclude(state=State.PLANNED, is_warning=False).delete()


def good(device: UUID, at: datetime) -> None:
    """Its push service took a sign."""
    PushDevice.objects.filter(pk=device).update(
        last_good_on=at.date(), failing_since=None, is_refused=False
    )


def failed(device: UUID, at: datetime, *, is_refused: bool = False) -> None:
    """Its push service did not take one, or said nothing."""
    PushDevice.objects.filter(pk=device).update(
        failing_since=Coalesce("failing_since", Value(at.date())), is_refused=is_refused
    )


def gone(device: UUID) -> None:
    """Its push service knows it no more: the address is removed, and its owner reads so."""
    PushDevice.objects.filter(pk=device).update(endpoint="")
    Attempt.objects.planned().filter(device=device).delete()
