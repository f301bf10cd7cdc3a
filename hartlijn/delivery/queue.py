"""How the messages are doing, for whoever runs the machine: counts and ages, no names."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min, Q

from hartlijn.delivery.models import Delivery


@dataclass(frozen=True)
class Queue:
    """``late`` is how long the first message waits past the opening of its moment."""

    held: int
    due: int
    without_a_moment: int
    arrived: int
    late: timedelta


def queue(at: datetime) -> Queue:
    """Counts at ``at`` (aware), in one query."""
    held = Q(state=Delivery.State.HELD)
    due = held & Q(opens_at__lte=at)
    found = Delivery.objects.aggregate(
        held=Count("pk", filter=held),
        due=Count("pk", filter=due),
        without_a_moment=Count("pk", filter=held & Q(opens_at=None)),
        arrived=Count("pk", filter=Q(state=Delivery.State.ARRIVED)),
        first=Min("opens_at", filter=due),
    )
    first = found.pop("first")
    return Queue(**found, late=at - first if first else timedelta(0))
