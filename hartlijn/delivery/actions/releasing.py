"""Let arrive what may arrive now; and give a next moment to what was missed.

Each portion is one transaction: the rows change state, and whoever listens writes what belongs to
it. So a message arrives once, whatever happens to the worker, and also when two work at once.
"""

from collections import defaultdict
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import QuerySet

from hartlijn.delivery.actions.planning import plan_anew
from hartlijn.delivery.models import Delivery
from hartlijn.delivery.signals import arrived
from hartlijn.people.models import Person

PORTION = 500


def release(at: datetime) -> int:
    """Everything whose moment it is at ``at`` (aware) arrives; how much that was."""
    catch_up(at)
    total = 0
    while portion := _release_some(at):
        total += portion
    return total


def catch_up(at: datetime) -> None:
    """After a standstill: what was due in working time that has ended waits for the next."""
    for receiver in _receivers(Delivery.objects.missed(at).values_list("receiver_id", flat=True)):
        plan_anew(receiver, at)


def look_again(at: datetime) -> None:
    """For whom no working time was known, look once more."""
    unknown = Delivery.objects.held().filter(opens_at=None)
    for receiver in _receivers(unknown.values_list("receiver_id", flat=True)):
        plan_anew(receiver, at)


@transaction.atomic
def _release_some(at: datetime) -> int:
    due = Delivery.objects.due(at).order_by("opens_at", "pk").select_related("receiver")
    some = list(due.select_for_update(skip_locked=True, of=("self",))[:PORTION])
    days: dict[date, list[UUID]] = defaultdict(list)
    for one in some:
        one.state = Delivery.State.ARRIVED
        one.arrived_on = at.astimezone(ZoneInfo(one.receiver.time_zone)).date()
        days[one.arrived_on].append(one.pk)
    for day, ids in days.items():
        changed = Delivery.objects.held().filter(pk__in=ids)
        changed.update(state=Delivery.State.ARRIVED, arrived_on=day)
    if some:
        arrived.send(Delivery, deliveries=some)
    return len(some)


def _receivers(ids: QuerySet[Delivery, UUID]) -> list[Person]:
    return list(Person.objects.filter(pk__in=ids.distinct()))
