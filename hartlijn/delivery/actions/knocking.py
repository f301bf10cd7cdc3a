"""Plan one letter and one sign for each opening, for who wants them; and move them along.

A sign that warns goes beside them, at any hour.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from hartlijn.delivery.models import Attempt, MailWay, PushDevice
from hartlijn.delivery.moments import Moment

Way = tuple[UUID, UUID | None]
"""A person, and a device of theirs; without one it is a letter."""


def knock(openings: dict[UUID, Moment]) -> int:
    """Something arrives for these people in these stretches; how many attempts that gives.

    What arrives later in the same stretch, also one that was moved a little, gives no other one.
    """
    ways = list(_ways(openings))
    if not ways:
        return 0
    there = _there({person for person, _device in ways})
    fresh = [
        Attempt(receiver_id=person, device_id=device, opens_at=found.opens, closes_at=found.closes)
        for person, device in ways
        for found in [openings[person]]
        if not any(
            opens < found.closes and closes > found.opens
            for opens, closes in there.get((person, device), ())
        )
    ]
    Attempt.objects.bulk_create(fresh, ignore_conflicts=True)  # of another worker, meanwhile
    return len(fresh)


def warn(person: UUID, at: datetime, until: datetime) -> None:
    """A sign on each device of theirs, now: quiet hours do not hold up what is about the account.

    It is as empty as any other. A device that cannot be reached is tried again ``until`` then.
    """
    devices = PushDevice.objects.open().filter(person=person).order_by("pk")
    Attempt.objects.bulk_create(
        Attempt(receiver_id=person, device=device, is_warning=True, opens_at=at, closes_at=until)
        for device in devices
    )


def move(receiver: UUID, moment: Callable[[datetime | None], Moment | None]) -> None:
    """What was not made yet goes to the first stretch; two in one stretch become one."""
    waiting = list(Attempt.objects.planned().of_openings().filter(receiver=receiver))
    if not waiting:
        return
    found = moment(None)
    opens, closes = (found.opens, found.closes) if found else (None, None)
    waiting.sort(key=lambda one: (one.opens_at != opens, str(one.pk)))  # who is there stays
    taken: set[UUID | None] = set()
    for one in waiting:
        same = Attempt.objects.planned().filter(pk=one.pk)
        if one.device_id in taken or (found and _is_made(one, found)):
            same.delete()
            continue
        taken.add(one.device_id)
        if (one.opens_at, one.closes_at) != (opens, closes):
            try:
                with transaction.atomic():
                    same.update(opens_at=opens, closes_at=closes)
            except IntegrityError:  # something arrived for that stretch this very moment
                same.delete()


def _is_made(one: Attempt, moment: Moment) -> bool:
    """Whether for that stretch the same was tried already."""
    others = Attempt.objects.of_openings().exclude(state=Attempt.State.PLANNED)
    same = others.filter(receiver=one.receiver_id, device=one.device_id)
    return same.filter(opens_at__lt=moment.closes, closes_at__gt=moment.opens).exists()


@transaction.atomic
def forget_letters(person: UUID) -> None:
    """Who wants no letter any more gets none that was planned."""
    Attempt.objects.planned().letters().filter(receiver=person).delete()


def _ways(people: Iterable[UUID]) -> Iterator[Way]:
    some = list(people)
    letters = MailWay.objects.filter(person__in=some, address__verified=True)
    for person in letters.order_by("pk").values_list("pk", flat=True):
        yield person, None
    devices = PushDevice.objects.open().filter(person__in=some)
    yield from devices.order_by("pk").values_list("person_id", "pk")


def _there(people: set[UUID]) -> dict[Way, list[tuple[datetime, datetime]]]:
    """The stretches for which there is an attempt already."""
    found: dict[Way, list[tuple[datetime, datetime]]] = {}
    rows = Attempt.objects.of_openings().filter(receiver__in=people)
    for person, device, opens, closes in rows.values_list(
        "receiver_id", "device_id", "opens_at", "closes_at"
    ):
        if opens and closes:
            found.setdefault((person, device), []).append((opens, closes))
    return found
