"""Plan a message, and withdraw it while it waits."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from functools import cache, partial
from uuid import UUID

from django.db import connection, transaction

from hartlijn.delivery.actions.moving import held_still, moments_of
from hartlijn.delivery.actions.releasing import release
from hartlijn.delivery.models import Delivery
from hartlijn.people.duty import line_on_duty
from hartlijn.people.models import DutyLine, Person


@transaction.atomic
def plan(
    occasion: UUID,
    receivers: Iterable[Person],
    *,
    at: datetime,
    not_before: datetime | None = None,
    cannot_wait_on: Collection[DutyLine] = (),
) -> None:
    """Let ``occasion`` reach each of them at their first working moment from ``at`` (aware) on.

    What cannot wait names the lines its sender may call: who has one of them at ``at`` is
    reachable for it in that duty too; for everybody else it is a message like any.

    Planned twice is planned once: what is there already stays as it is. Who works now has it with
    the commit. Looks up the working times of each: for a handful of people, not for a crowd.
    """
    plan_each(
        {person.pk: [occasion] for person in receivers},
        at=at,
        not_before=not_before,
        cannot_wait={occasion: cannot_wait_on},
    )


@transaction.atomic
def plan_each(
    occasions: Mapping[UUID, Collection[UUID]],
    *,
    at: datetime,
    not_before: datetime | None = None,
    cannot_wait: Mapping[UUID, Collection[DutyLine]] | None = None,
) -> None:
    """The same, of several occasions for each receiver; their times are looked up once.

    ``cannot_wait``: by occasion, the lines its sender may call.
    """
    people = held_still(occasions)
    asked = {occasion for some in occasions.values() for occasion in some}
    planned = Delivery.objects.filter(occasion__in=asked, receiver__in=people)
    there = set(planned.values_list("occasion", "receiver_id"))
    over = _lines_over(people, cannot_wait or {}, at)
    fresh = [
        one
        for person in people
        for one in _held(occasions[person.pk], person, at, not_before, over)
        if (one.occasion, person.pk) not in there
    ]
    Delivery.objects.bulk_create(fresh)
    if any(one.opens_at and one.opens_at <= at for one in fresh):
        transaction.on_commit(partial(release, at), robust=True)


def withdraw(occasion: UUID, receiver: Person | None = None) -> int:
    """Take back what has not arrived; how many that were. What arrived stays arrived."""
    held = Delivery.objects.held().filter(occasion=occasion)
    gone, _ = (held.filter(receiver=receiver) if receiver else held).delete()
    return gone


@transaction.atomic
def withdraw_ended(occasions: Collection[UUID]) -> int:
    """Take back what ended, and wait for nothing: of what arrives this instant nothing opens.

    Whoever lets it arrive holds the message and then what ended; here it is the other way round.
    """
    held = Delivery.objects.held().filter(occasion__in=occasions).order_by("pk")
    skipping = connection.features.has_select_for_update_skip_locked
    mine = held.select_for_update(skip_locked=skipping).values_list("pk", flat=True)
    gone, _ = Delivery.objects.filter(pk__in=list(mine)).delete()
    return gone


Over = Mapping[tuple[UUID, UUID], DutyLine]
"""By occasion and receiver: the line over which it may arrive."""


def _lines_over(
    people: Collection[Person], cannot_wait: Mapping[UUID, Collection[DutyLine]], at: datetime
) -> Over:
    """Who of these people has which of these lines now; asked once for the same lines.

    Whoever has two lines is reachable over the one that a message names.
    """
    named: dict[frozenset[UUID], list[UUID]] = defaultdict(list)
    for occasion, lines in cannot_wait.items():
        named[frozenset(line.pk for line in lines)].append(occasion)
    return {
        (occasion, person): line
        for pks, occasions in named.items()
        if pks
        for person, line in line_on_duty((one.pk for one in people), pks, at).items()
        for occasion in occasions
    }


def _held(
    occasions: Collection[UUID],
    person: Person,
    at: datetime,
    not_before: datetime | None,
    over: Over,
) -> Iterator[Delivery]:
    moment_of = cache(partial(moments_of(person, at), not_before))
    for occasion in occasions:
        line = over.get((occasion, person.pk))
        moment = moment_of(line.pk if line else None)
        yield Delivery(
            receiver=person,
            occasion=occasion,
            channel=Delivery.Channel.IN_APP,
            duty_line=line,
            not_before=not_before,
            opens_at=moment.opens if moment else None,
            closes_at=moment.closes if moment else None,
        )
