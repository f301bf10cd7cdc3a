"""Tell who must act that something on a path waits for them; take it back once it does not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from hartlijn.delivery.actions.planning import plan_each
from hartlijn.lib.civil_day import civil_day
from hartlijn.paths.access import speaks_as
from hartlijn.paths.models import Agreed, Change, HandOver, Meeting, Notice, Side, Tick
from hartlijn.paths.parties import PLACES, people_of
from hartlijn.people.models import Membership, Person, Role

Kind = Notice.Kind
AFTER: Final = timedelta(days=30)
"""So long after a meeting somebody still hears that its outcome waits for a yes."""
LEADING: Final = (Role.TEAM_LEADER, Role.TEACHER)


@dataclass(frozen=True)
class Waits:
    """Something that waits for somebody."""

    path: UUID
    person: UUID
    kind: str
    about: UUID


@transaction.atomic
def tell_what_waits() -> None:
    """Once a day: what waits and was not told yet goes out, what waits no more is taken back."""
    wanted = set(_everything())
    there = {_of(one): one.pk for one in Notice.objects.all()}
    Notice.objects.filter(pk__in=[pk for one, pk in there.items() if one not in wanted]).delete()
    fresh = [
        Notice(path_id=one.path, person_id=one.person, kind=one.kind, about=one.about)
        for one in sorted(wanted - set(there), key=str)
    ]
    Notice.objects.bulk_create(fresh)
    occasions: dict[UUID, list[UUID]] = {}
    for one in fresh:
        occasions.setdefault(one.person_id, []).append(one.pk)
    plan_each(occasions, at=timezone.now())


def let_go(about: UUID, *, of: Person | None = None) -> None:
    """Nobody has to act on it any more, or only this person does not."""
    waits = Notice.objects.filter(about=about)
    (waits.filter(person=of) if of else waits).delete()


def _of(notice: Notice) -> Waits:
    return Waits(notice.path_id, notice.person_id, notice.kind, notice.about)


def _everything() -> Iterator[Waits]:
    yield from _newer()
    yield from _hand_overs()
    yield from _meetings()
    yield from _promises()


def _each(path: UUID, kind: str, about: UUID, people: Iterable[Person | None]) -> Iterator[Waits]:
    for one in people:
        if one and one.is_active:
            yield Waits(path, one.pk, kind, about)


def _newer() -> Iterator[Waits]:
    offered = Side.objects.running().filter(offered__isnull=False)
    for side in offered.select_related("path__starter"):
        yield from _each(side.path_id, Kind.NEWER, side.pk, [side.path.starter])


def _hand_overs() -> Iterator[Waits]:
    for one in HandOver.objects.open().select_related("path__starter"):
        people = _receivers(one) if one.given_on else [one.path.starter]
        yield from _each(one.path_id, Kind.HAND_OVER, one.pk, people)


def _receivers(one: HandOver) -> list[Person]:
    """Who leads the unit she comes to; without one the desk."""
    places = Membership.objects.active().filter(organisation=one.to, person__isnull=False)
    led = places.filter(unit=one.to_unit_id, unit__isnull=False, role__in=LEADING)
    found = led if led.exists() else places.filter(role=Role.COORDINATOR)
    return [place.person for place in found.select_related("person") if place.person]


def _meetings() -> Iterator[Waits]:
    """Who is asked hears of a meeting that is to come; after it, who did not say yes yet."""
    today = civil_day()
    near = Meeting.objects.filter(day__gte=today - AFTER)
    for one in near.select_related("path__starter", "teacher", "guide"):
        guests = [each for each in (one.teacher, one.guide) if each and _sits(each, one)]
        if one.day > today:
            yield from _each(one.path_id, Kind.MEETING, one.pk, guests)
            continue
        if one.day == today or not one.agreed.exclude(whose=Agreed.Whose.BROUGHT).exists():
            continue
        said = set(one.yeses.values_list("person", flat=True))
        still = [each for each in (one.path.starter, *guests) if each.pk not in said]
        yield from _each(one.path_id, Kind.OUTCOME, one.pk, still)


def _sits(person: Person, meeting: Meeting) -> bool:
    return Meeting.objects.visible_to(person).filter(pk=meeting.pk).exists()


def _promises() -> Iterator[Waits]:
    """The other side than the one that proposed: the starter, or whose promise it is."""
    waiting = Change.objects.filter(agreed_on=None, promise__side__in=Side.objects.running())
    for one in waiting.select_related("promise__side__path__starter"):
        side = one.promise.side
        by_starter = one.proposed_as == Tick.Whose.STARTER
        people = _owners(one) if by_starter else [side.path.starter]
        yield from _each(side.path_id, Kind.PROMISE, one.pk, people)


def _owners(change: Change) -> list[Person]:
    """Whose promise it is, when they are party to it; else who leads."""
    by_role = people_of(change.promise.side)
    for role in (change.promise.owner, *(PLACES[one] for one in LEADING)):
        speak = [
            one
            for one in by_role.get(role, ())
            if speaks_as(one, change.promise) == Tick.Whose.ORGANISATION
        ]
        if speak:
            return speak
    return []
