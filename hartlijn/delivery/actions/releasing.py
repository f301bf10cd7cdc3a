"""Let arrive what may arrive now; and give a next moment to what was missed.

Each portion is one transaction: the rows change state, and whoever listens writes what belongs to
it. So a message arrives once, whatever happens to the worker, and also when two work at once. Who
listens holds no person still (``moving.held_still``): whoever changes their times does.
"""

import logging
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import chain
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from hartlijn.delivery.actions.knocking import knock
from hartlijn.delivery.actions.moving import plan_anew
from hartlijn.delivery.models import Attempt, Delivery
from hartlijn.delivery.moments import Moment
from hartlijn.delivery.signals import arrived

PORTION = 500
RINGS_AGAIN = timedelta(minutes=30)
Place = tuple[datetime | None, UUID]
"""Where a message stands in the order of moments: its opening, and its id."""
log = logging.getLogger(__name__)


class NotAllArrivedError(Exception):
    """Some did not arrive, and wait for the next look; everything else did."""


def release(at: datetime) -> int:
    """Everything whose moment it is at ``at`` (aware) arrives; how much that was.

    What goes wrong with one message or one person holds up no other; it is raised at the end.
    """
    wrong = catch_up(at)
    total, bad = 0, set[UUID]()
    after: Place | None = None
    while due := _due(at, after):
        after, ids = due[-1], [pk for _opens_at, pk in due]
        try:
            total += _arrive(ids, at)
        except Exception as error:  # noqa: BLE001 - of whoever listens; then each for itself
            log.warning("A portion did not arrive: %s", type(error).__name__)
            total += _one_by_one(ids, at, bad)
    if wrong or bad:
        message = f"{wrong} people, {len(bad)} messages"
        raise NotAllArrivedError(message)
    return total


def catch_up(at: datetime) -> int:
    """After a standstill: what was due in working time that has ended waits for the next.

    How many people that went wrong for.
    """
    return _anew(Delivery.objects.missed(at).values_list("receiver_id", flat=True).distinct(), at)


def look_again(at: datetime) -> int:
    """For whom no working time was known, look once more; for how many people that went wrong."""
    unknown = Delivery.objects.held().filter(opens_at=None)
    attempts = Attempt.objects.planned().filter(opens_at=None)
    receivers = (rows.values_list("receiver_id", flat=True) for rows in (unknown, attempts))
    return _anew(set(chain.from_iterable(receivers)), at)


def _anew(receivers: Iterable[UUID], at: datetime) -> int:
    wrong = 0
    for receiver in list(receivers):
        try:
            plan_anew(receiver, at)
        except Exception as error:  # noqa: BLE001 - of one person; the others go on
            log.warning("Somebody's messages got no moment: %s", type(error).__name__)
            wrong += 1
    return wrong


def _due(at: datetime, after: Place | None) -> list[Place]:
    """The next portion, in the order in which moments opened.

    From where the last one ended: what has arrived leaves its place in the index for a while, and
    would be gone through again for each portion. What is held by another worker, or went wrong,
    stays behind for the next look.
    """
    due = Delivery.objects.due(at).order_by("opens_at", "pk").values_list("opens_at", "pk")
    if after is None:
        return list(due[:PORTION])
    opened, last = after
    # Two questions, because both databases follow the index for each of them.
    same = list(due.filter(opens_at=opened, pk__gt=last)[:PORTION])
    return same or list(due.filter(opens_at__gt=opened)[:PORTION])


@transaction.atomic
def _arrive(ids: list[UUID], at: datetime) -> int:
    held = Delivery.objects.due(at).filter(pk__in=ids).select_related("receiver")
    some = list(held.select_for_update(skip_locked=True, of=("self",)))
    openings = {
        one.receiver_id: _opening(one.opens_at, one.closes_at, one.duty_line_id, at)
        for one in some
        if one.opens_at and one.closes_at
    }
    days: dict[date, list[UUID]] = defaultdict(list)
    for one in some:
        one.state, one.arrived_on = Delivery.State.ARRIVED, _day(one, at)
        one.not_before = one.opens_at = one.closes_at = one.duty_line_id = None
        days[one.arrived_on].append(one.pk)
    for day, arriving in days.items():
        Delivery.objects.filter(pk__in=arriving).update(
            state=Delivery.State.ARRIVED,
            arrived_on=day,
            not_before=None,
            opens_at=None,
            closes_at=None,
            duty_line=None,
        )
    if some:
        knock(openings)
        arrived.send(Delivery, deliveries=some)
    return len(some)


def _opening(opens: datetime, closes: datetime, line: UUID | None, at: datetime) -> Moment:
    """For which stretch one letter or sign is enough: what cannot wait rings again after a while."""
    return Moment(at, min(closes, at + RINGS_AGAIN)) if line else Moment(opens, closes)


def _one_by_one(ids: list[UUID], at: datetime, bad: set[UUID]) -> int:
    total = 0
    for one in ids:
        try:
            total += _arrive([one], at)
        except Exception:  # noqa: BLE001 - it waits; those behind it do not
            bad.add(one)
    return total


def _day(one: Delivery, at: datetime) -> date:
    return at.astimezone(ZoneInfo(one.receiver.time_zone)).date()
