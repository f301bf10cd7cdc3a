"""Plan a message, change when it may come, withdraw it; and plan anew when times change."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import QuerySet

from hartlijn.delivery.models import Delivery
from hartlijn.delivery.moments import Moment, next_moment
from hartlijn.people.known_times import working_times_of
from hartlijn.people.models import Person
from hartlijn.people.reachable import WorkingTimes

FIELDS = ["opens_at", "closes_at"]


def plan(
    occasion: UUID,
    receivers: Iterable[Person],
    *,
    at: datetime,
    not_before: datetime | None = None,
) -> None:
    """Let ``occasion`` reach each of them at their first working moment from ``at`` (aware) on.

    Planned twice is planned once: what is there already stays as it is.
    """
    Delivery.objects.bulk_create(
        [
            Delivery(
                receiver=receiver,
                occasion=occasion,
                channel=Delivery.Channel.IN_APP,
                not_before=not_before,
                **_fields(moment_for(receiver, at, not_before)),
            )
            for receiver in receivers
        ],
        ignore_conflicts=True,
    )


def withdraw(occasion: UUID, receiver: Person | None = None) -> int:
    """Take back what has not arrived; how many that were. What arrived stays arrived."""
    held = Delivery.objects.held().filter(occasion=occasion)
    gone, _ = (held.filter(receiver=receiver) if receiver else held).delete()
    return gone


@transaction.atomic
def plan_anew(receiver: Person, at: datetime) -> int:
    """Give everything that waits for somebody its moment again; how many that were."""
    waiting = list(_locked(Delivery.objects.held().filter(receiver=receiver)))
    if not waiting:
        return 0
    times = _times(receiver, at)
    for one in waiting:
        moment = _moment(times, at, one.not_before)
        one.opens_at, one.closes_at = (moment.opens, moment.closes) if moment else (None, None)
    Delivery.objects.bulk_update(waiting, FIELDS, batch_size=500)
    return len(waiting)


def moment_for(receiver: Person, at: datetime, not_before: datetime | None = None) -> Moment | None:
    """The moment in which a message of ``at`` may reach somebody."""
    start = max(at, not_before) if not_before else at
    return next_moment(start, _times(receiver, start))


def _moment(times: WorkingTimes, at: datetime, not_before: datetime | None) -> Moment | None:
    return next_moment(max(at, not_before) if not_before else at, times)


def _times(receiver: Person, at: datetime) -> WorkingTimes:
    return working_times_of(receiver, at.astimezone(ZoneInfo(receiver.time_zone)).date())


def _fields(moment: Moment | None) -> dict[str, datetime]:
    return {"opens_at": moment.opens, "closes_at": moment.closes} if moment else {}


def _locked(rows: QuerySet[Delivery]) -> QuerySet[Delivery]:
    return rows.order_by("pk").select_for_update()
