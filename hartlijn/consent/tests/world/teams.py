"""What teams and organisations say about themselves, and with whom somebody talks."""

from dataclasses import replace

from django.apps import apps
from django.utils import timezone

from hartlijn.consent.tests.world.known import World, text_fields


def agreement(world: World) -> None:
    """What Noor's team agreed on, written by somebody who left, then by Milan."""
    model = apps.get_model("agreements", "Version")
    team = ("Noor, starter", "Milan, same team", "Fatima, own team leader")
    for number, author in ((1, "Tess, left the team"), (2, "Milan, same team")):
        version = model.objects.create(
            unit=world.things["unit van werk"],
            number=number,
            written_by=world.people[author],
            **{
                item.name: world.canary(f"agreements.Version.{item.name}", "team")
                for item in text_fields(model)
            },
        )
        world.own(version, "team")
        for reader in team:
            world.tie(reader, version, "same_unit")


def signposts(world: World) -> None:
    """Each organisation said who its occupational physician is."""
    table, field = apps.get_model("signposts", "OwnSignpost"), "signposts.OwnSignpost"
    for key in ("werk", "school", "elders"):
        row = table.objects.create(
            organisation=world.things[key],
            kind="occupational_physician",
            name=world.canary(f"{field}.name", key),
            phone=world.canary(f"{field}.phone", key),
            reachable=world.canary(f"{field}.reachable", key),
        )
        world.own(row, key)
        world.things[f"bedrijfsarts van {key}"] = row
        for reader in world.people:
            if "member" in world.relations(reader, world.things[key]):
                world.tie(reader, row, "member")


def rhythms(world: World) -> None:
    """Fatima and Sam want to see Noor now and then; Fatima also Milan.

    No word stands in it: the id of the last is the canary. Those of the others stand in addresses.
    """
    noor, milan = world.people["Noor, starter"], world.people["Milan, same team"]
    fatima, sam = "Fatima, own team leader", "Sam, own companion"
    table, today = apps.get_model("onetoones", "Rhythm").objects, timezone.localdate()
    for key in (fatima, sam):
        owner = world.people[key]
        row = table.create(owner=owner, person=noor, weeks=3, next_on=today)
        world.things[f"rhythm of {key}"] = row
        world.tie(key, row, "self")
    pk = world.canary_id("onetoones.Rhythm.next_on", fatima)
    row = table.create(id=pk, owner=world.people[fatima], person=milan, weeks=3, next_on=today)
    world.canaries[str(pk)] = replace(world.canaries[str(pk)], about=row)
    world.tie(fatima, row, "self")
