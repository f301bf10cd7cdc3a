"""Give what waits for somebody its moment, and another one when times change."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Protocol
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from hartlijn.delivery.actions.knocking import move
from hartlijn.delivery.models import Delivery
from hartlijn.delivery.moments import Moment, first_of, next_moment
from hartlijn.people.duty import duties_on
from hartlijn.people.known_times import working_times_of
from hartlijn.people.models import Person

FIELDS = ["opens_at", "closes_at"]


@transaction.atomic
def plan_anew(receiver: UUID, at: datetime) -> int:
    """Everything that waits for somebody gets its moment again; how many that were."""
    people = held_still([receiver])
    if not people:
        return 0
    moment = moments_of(people[0], at)
    waiting = list(Delivery.objects.held().filter(receiver=receiver).order_by("pk"))
    for one in waiting:
        found = moment(one.not_before, one.duty_line_id)
        one.opens_at, one.closes_at = (found.opens, found.closes) if found else (None, None)
    Delivery.objects.bulk_update(waiting, FIELDS, batch_size=500)
    move(receiver, moment)  # after the messages, as ``release`` does: neither waits for the other
    return len(waiting)


def held_still(receivers: Iterable[UUID]) -> list[Person]:
    """These people as they are now; who changes their working times meanwhile waits.

    Not so that a row that points at them has to wait: ``release`` holds messages, and what follows
    from them may name a person.
    """
    people = Person.objects.filter(pk__in=list(receivers)).order_by("pk")
    return list(people.select_for_update(no_key=True))


class Moments(Protocol):
    """Asks for the first moment of one person, not before an instant, and over a duty line."""

    def __call__(
        self, not_before: datetime | None, duty_line: UUID | None = None, /
    ) -> Moment | None: ...


def moments_of(person: Person, at: datetime) -> Moments:
    """The first moment of one person at or after ``at``.

    Their times are looked up once for each day, their duties on a line once.
    """
    zone = ZoneInfo(person.time_zone)
    times = cache(lambda day: working_times_of(person, day))
    duties = cache(lambda line: [Moment(*one) for one in duties_on(person, line, at)])

    def moment(not_before: datetime | None, duty_line: UUID | None = None, /) -> Moment | None:
        start = max(at, not_before) if not_before else at
        own = next_moment(start, times(start.astimezone(zone).date()))
        return first_of(start, own, duties(duty_line)) if duty_line else own

    return moment
