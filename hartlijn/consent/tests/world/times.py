"""When people work, and who is on duty."""

from dataclasses import replace
from datetime import timedelta

from django.utils import timezone

from hartlijn.consent.tests.world.known import World
from hartlijn.people.models import (
    DutyLine,
    DutyShift,
)
from hartlijn.people.models.working_times import LeavePeriod, Roster, ToldDay


def times(world: World) -> None:
    """Noor's own working times, and those of somebody else."""
    today = timezone.localdate()
    for key in ("Noor, starter", "Olga, starter elsewhere"):
        person = world.people[key]
        name = world.canary("people.Roster.name", key)
        own = {
            f"roster of {key}": Roster.objects.create(
                person=person, name=name, address=world.canary("people.Roster.address", key)
            ),
            f"leave of {key}": LeavePeriod.objects.create(person=person, first=today, last=today),
            f"day of {key}": ToldDay.objects.create(
                person=person, day=today, source=ToldDay.Source.EXCEPTION
            ),
        }
        world.own(own[f"roster of {key}"], key)
        world.canaries[name] = replace(world.canaries[name], about=person)
        for thing in own.values():
            world.tie(key, thing, "self")
        world.things |= own


def duty(world: World) -> None:
    """A line of Noor's team, which she has in a while: her leader put her there."""
    noor, leader = "Noor, starter", "Fatima, own team leader"
    line = DutyLine.objects.create(
        unit=world.things["unit van werk"],
        name=world.canary("people.DutyLine.name", "dienstlijn"),
        phone=world.canary("people.DutyLine.phone", "dienstlijn"),
    )
    world.own(line, "dienstlijn")
    day = timezone.localdate() + timedelta(days=2)
    shift = DutyShift.objects.create(
        line=line,
        person=world.people[noor],
        put_by=world.people[leader],
        starts_on=day,
        starts_at="22:00",
        ends_on=day + timedelta(days=1),
        ends_at="08:00",
    )
    world.things |= {"dienstlijn": line, "dienst": shift}
    for reader in (noor, "Milan, same team", leader):
        world.tie(reader, line, "same_unit")
    world.tie(noor, shift, "self")
    for thing in (line, shift, world.things["unit van werk"]):
        world.tie(leader, thing, "leader")
        world.tie("Ines, own coordinator at work", thing, "coordinator")
