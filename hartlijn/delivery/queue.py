"""How the messages are doing, for whoever runs the machine: counts and ages, no names."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min, Q

from hartlijn.delivery.models import Attempt, Delivery


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


@dataclass(frozen=True)
class Tried:
    """``away`` is how long a server has not taken the first that waits for it."""

    waiting: int
    sent: int
    uncertain: int
    refused: int
    away: timedelta | None


def tried(at: datetime, *, by_mail: bool) -> Tried:
    """Letters or signs of the last week at ``at`` (aware), in one query."""
    kind = Attempt.objects.letters() if by_mail else Attempt.objects.signs()
    state = Attempt.State
    found = kind.aggregate(
        waiting=Count("pk", filter=Q(state=state.PLANNED)),
        sent=Count("pk", filter=Q(state=state.SENT)),
        # Marked and not concluded: under way, or its worker was killed. It is not made again.
        uncertain=Count("pk", filter=Q(state__in=[state.ATTEMPTED, state.UNCERTAIN])),
        refused=Count("pk", filter=Q(state=state.REFUSED)),
        since=Min("waits_since", filter=Q(state=state.PLANNED)),
    )
    since = found.pop("since")
    return Tried(**found, away=at - since if since else None)
