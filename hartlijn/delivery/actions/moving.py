"""Give what waits for somebody its moment, and another one when times change."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cache
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from hartlijn.delivery.models import Delivery
from hartlijn.delivery.moments import Moment, next_moment
from hartlijn.people.known_times import working_times_of
from hartlijn.people.models import Person

FIELDS = ["opens_at", "closes_at"]


@transaction.atomic
def plan_anew(receiver: UUID, at: datetime) -> int:
    """Everything that waits for somebody gets its moment again; how many that were."""
    people = held_still([receiver])
    waiting = list(Delivery.objects.held().filter(receiver=receiver).order_by("pk"))
    if not people or not waiting:
        return 0
    moment = moments_of(people[0], at)
    for one in waiting:
        found = moment(one.not_before)
        one.opens_at, one.closes_at = (found.opens, found.closes) if found else (None, None)
    Delivery.objects.bulk_update(waiting, FIELDS, batch_size=500)
    return len(waiting)


def held_still(receivers: Iterable[UUID]) -> list[Person]:
    """These people as they are now; who changes their working times meanwhile waits.

    Not so that a row that points at them has to wait: ``release`` holds messages, and what follows
    from them may name a person.
    """
    people = Person.objects.filter(pk__in=list(receivers)).order_by("pk")
    return list(people.select_for_update(no_key=True))


def moments_of(person: Person, at: datetime) -> Callable[[datetime | None], Moment | None]:
    """The first moment of one person at or after ``at``, and not before another instant.

    Their times are looked up once for each day.
    """
    zone = ZoneInfo(person.time_zone)
    times = cache(lambda day: working_times_of(person, day))

    def moment(not_before: datetime | None) -> Moment | None:
        start = max(at, not_before) if not_before else at
        return next_moment(start, times(start.astimezone(zone).date()))

    return moment
