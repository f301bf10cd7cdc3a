"""More people near each other: colleagues, companions, circles and invitations."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

from django.db.models import Model
from django.utils import timezone

from hartlijn.consent.tests.growth.who import INES, NOOR, OTTO, SAM
from hartlijn.consent.tests.world import World
from hartlijn.people.models import (
    Block,
    Circle,
    CirclePlace,
    Companionship,
    Invitation,
    Organisation,
    Role,
    Seat,
)
from hartlijn.people.tests.factories import (
    a_person,
    a_place,
    a_unit,
    an_organisation,
    walking_along,
)


def places(world: World, number: int) -> Iterator[Model]:
    """Colleagues in each role, units, and organisations where the same people have a place."""
    work, school, unit = (world.things[name] for name in ("werk", "school", "unit van werk"))
    yield a_place(a_person("Starter"), school)
    yield a_unit(work, f"Locatie {number}", parent=unit)
    for role in Role:
        yield a_place(a_person("Collega"), work, role, unit=unit)
        yield a_place(a_person("Collega"), school, role)
    other = an_organisation(f"Elders {number}", Organisation.Kind.EDUCATION)
    for name in (NOOR, SAM, INES):
        yield a_place(world.people[name], other, Role.COORDINATOR)


def companions(world: World, number: int) -> Iterator[Companionship]:
    del number
    for name in (NOOR, SAM):
        for accepted in (True, False):
            yield walking_along(world.people[name], a_person("Loopt mee"), accepted=accepted)
            yield walking_along(a_person("Begint"), world.people[name], accepted=accepted)


def circles(world: World, number: int) -> Iterator[Model]:
    """More circles, more people in one that is there, tables, and more who are blocked."""
    for name in (NOOR, SAM):
        circle = Circle.objects.create(name=f"Kring {number}")
        one, other = world.people[name], a_person("Kringgenoot")
        for person in (one, other):
            yield CirclePlace.objects.create(
                circle=circle, person=person, invited_by=other, accepted_on=timezone.localdate()
            )
        yield CirclePlace.objects.create(circle=circle, person=a_person("Genodigde"))
        yield CirclePlace.objects.create(
            circle=Circle.objects.create(name=f"Vraag {number}"), person=one, invited_by=other
        )
        yield Block.objects.create(blocker=one, blocked=a_person("Iemand"))
        table, until = uuid4(), timezone.localdate() + timedelta(days=90)
        for person in (one, a_person("Tafelgenoot")):
            yield Seat.objects.create(table=table, person=person, until=until)


def letters(world: World, number: int) -> Iterator[Invitation]:
    """An open one and one that was withdrawn, from a desk, a starter and the operator."""
    work, now = world.things["werk"], timezone.now()
    desk = {"organisation": work, "role": Role.STARTER, "unit": world.things["unit van werk"]}
    for name, fields in (
        (INES, desk),
        (NOOR, {"companion_as": Companionship.Kind.BUDDY}),
        (OTTO, {"organisation": work, "role": Role.COORDINATOR}),
    ):
        for withdrawn in (None, now):
            yield Invitation.objects.create(
                name=f"Gast {number}",
                email=f"gast.{number}@voorbeeld.nl",
                token_digest=uuid4().hex,
                invited_by=world.people[name],
                withdrawn_at=withdrawn,
                **fields,
            )
