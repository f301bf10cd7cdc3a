"""More that is told or written down: agreements, the log, the library, signposts, rhythms."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

from django.apps import apps
from django.db.models import Model
from django.utils import timezone

from hartlijn.consent.models import LogEntry
from hartlijn.consent.tests.growth.who import INES, NOOR, OTTO, SAM
from hartlijn.consent.tests.world import World
from hartlijn.people.models import Role
from hartlijn.people.tests.factories import a_person, a_place, an_organisation, walking_along


def agreements(world: World, number: int) -> Iterator[Model]:
    """More versions of the agreement of the own unit, by others, and who read it."""
    unit, day = world.things["unit van werk"], timezone.localdate()
    author = a_person("Schrijft")
    yield a_place(author, world.things["werk"], Role.MEMBER, unit=unit)
    yield apps.get_model("agreements", "Version").objects.create(
        unit=unit, number=number + 3, consult="Samen", written_by=author
    )
    yield apps.get_model("agreements", "Reading").objects.create(
        unit=unit, person=author, places=number, read_on=day
    )


def log(world: World, number: int) -> Iterator[LogEntry]:
    """Others with a role looked at somebody, on other days."""
    work, day = world.things["werk"], timezone.localdate() - timedelta(days=number + 1)
    looking = (a_person("Kijkt"), world.people[INES], world.people[OTTO])
    for about in world.people.values():
        for by in looking:
            yield LogEntry.objects.create(
                about_id=about.pk,
                by_id=by.pk,
                organisation_id=work.pk,
                as_role="coordinator",
                did=LogEntry.Did.LOOKED,
                what=LogEntry.What.LIST,
                day=day,
            )


def library(world: World, number: int) -> Iterator[Model]:
    """Older words of the prompts."""
    del world
    version = apps.get_model("library", "Version").objects
    for kind in ("prompt", "model", "starter", "moment", "signpost", "leaflet"):
        yield version.create(hash=uuid4().hex, kind=kind, key=f"older {number}", body={})


def signposts(world: World, number: int) -> Iterator[Model]:
    """Noor, Ines and Lotte belong to more organisations that filled in something."""
    table = apps.get_model("signposts", "OwnSignpost").objects
    home = an_organisation(f"Ook hier {number}")
    for name in (NOOR, INES, "Lotte, own coordinator at school"):
        yield a_place(world.people[name], home, Role.MEMBER)
    for kind in ("occupational_physician", "confidential_adviser", "peer_support_team"):
        yield table.create(organisation=home, kind=kind, name=f"Dienst {number}", phone="0118 1")


def rhythms(world: World, number: int) -> Iterator[Model]:
    """Fatima and Sam keep a rhythm with more people near them, all due."""
    table = apps.get_model("onetoones", "Rhythm").objects
    del number
    for name in ("Fatima, own team leader", SAM):
        other = a_person("Nabij")
        yield walking_along(other, world.people[name])
        yield table.create(
            owner=world.people[name], person=other, weeks=3, next_on=timezone.localdate()
        )
