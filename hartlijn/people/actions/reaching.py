"""Block and unblock somebody; make a circle, invite to it, accept, decline and leave; a table."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import Refused, require
from hartlijn.people import signals
from hartlijn.people.access import may_invite_to
from hartlijn.people.actions.holding import hold_people
from hartlijn.people.models import Block, Circle, CirclePlace, Person, Seat
from hartlijn.people.models.reaching import SeatQuerySet
from hartlijn.people.reach import within_reach_of


@transaction.atomic
def block(person: Person, *, by: Person) -> None:
    """No messages any more, both ways; twice is once. The other learns nothing.

    Whoever gives the other something at this instant holds the same two people (``hold_ties``).
    """
    hold_people([by.pk, person.pk])
    _made, fresh = Block.objects.get_or_create(blocker=by, blocked=person)
    if fresh:
        _tell([by])


def unblock(person: Person, *, by: Person) -> None:
    """Messages may come again, if a tie still allows them. What ended stays ended."""
    Block.objects.visible_to(by).filter(blocked=person).delete()


@transaction.atomic
def make_circle(name: str, *, by: Person) -> Circle:
    """Begin a circle; who makes it is in it, and is no more than anybody else in it."""
    circle = Circle.objects.create(name=name)
    CirclePlace.objects.create(circle=circle, person=by, invited_by=by, accepted_on=civil_day())
    return circle


@transaction.atomic
def invite_to_circle(circle: Circle, person: Person, *, by: Person) -> CirclePlace:
    """Invite somebody within reach; inviting twice is once. Everybody in it sees it."""
    circle = _held(circle)
    require(may_invite_to(by, circle))
    there = circle.places.filter(person=person).first()
    if there is not None:
        return there
    if not within_reach_of(by).filter(pk=person.pk).exists():
        raise Refused(_("Deze persoon kun je nu niet uitnodigen. Kies iemand anders."))
    return CirclePlace.objects.create(circle=circle, person=person, invited_by=by)


@transaction.atomic
def join_circle(circle: Circle, *, by: Person) -> None:
    """Say yes; a second yes changes nothing."""
    place = CirclePlace.objects.select_for_update(of=("self",)).get(circle=circle, person=by)
    if not place.is_accepted:
        place.accepted_on = civil_day()
        place.save(update_fields=["accepted_on"])


@transaction.atomic
def leave_circle(circle: Circle, *, by: Person) -> None:
    """Say no, or leave, at once. A circle without anybody in it goes."""
    Circle.objects.select_for_update(no_key=True).filter(pk=circle.pk).first()
    places = CirclePlace.objects.filter(circle=circle)
    place = places.select_for_update(of=("self",)).filter(person=by).first()
    if place is None:
        return
    place.delete()
    if place.is_accepted:
        _tell([by])
    if not places.accepted().exists():
        Circle.objects.filter(pk=circle.pk).delete()


def seat(table: UUID, people: Iterable[Person], until: date) -> None:
    """Let these few write to each other until a day; a block between two of them wins.

    The floor above asked whether they may sit together, and takes nobody from a table: what one
    gave another there ends with the day and not before.
    """
    Seat.objects.bulk_create(
        (Seat(table=table, person=one, until=until) for one in people), ignore_conflicts=True
    )


def rise(seats: SeatQuerySet, until: date) -> None:
    """What would hold longer than a day ends on it: there is no table any more to sit at."""
    seats.filter(until__gt=until).update(until=until)


def _held(circle: Circle) -> Circle:
    """As it is now; two who invite at once take turns, so that it never gets too large."""
    return Circle.objects.select_for_update(no_key=True).get(pk=circle.pk)


def _tell(people: list[Person]) -> None:
    """After the commit: whoever listens waits for nothing that we hold."""
    transaction.on_commit(partial(signals.reach_ended.send, Person, people=people))
