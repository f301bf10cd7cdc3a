"""Noor's school handed something over to her work; one more lies there, given and not accepted."""

from datetime import timedelta
from typing import Any

from django.apps import apps
from django.utils import timezone

from hartlijn.consent.tests.world.known import World
from hartlijn.people.models import Seat

NOOR = "Noor, starter"
LEADS = "Fatima, own team leader"
WALKS = "Sam, own companion"
DESK = "Ines, own coordinator at work"
SCHOOL = "Lotte, own coordinator at school"
TEACHES = "Joost, own teacher"


def hand_overs(world: World) -> None:
    """One record of all three, and one that waits for the receiving side."""
    today = timezone.localdate()
    for reader in (LEADS, WALKS, DESK):
        world.tie(reader, world.things["traject van werk"], "hands_over")
    world.tie(SCHOOL, world.things["traject van school"], "hands_over")
    for name, accepted in (("oude overdracht", today), ("overdracht", None)):
        _one(world, name, accepted)
    # On the record each reads which organisation the other is, and the receiver from whom.
    for reader in (SCHOOL, TEACHES):
        world.tie(reader, world.things["werk"], "handed")
    for reader in (DESK, LEADS):
        world.tie(reader, world.things["school"], "handed")
    world.tie(TEACHES, world.people[NOOR], "hands_over")  # and whose record it is that Joost keeps


def meeting(world: World) -> None:
    """Noor and Sam at a table; Joost's side is over, so that he sees it no more."""
    table = apps.get_model("paths", "Meeting").objects
    found = table.create(
        path=world.things["traject"],
        school=world.things["traject van school"],
        work=world.things["traject van werk"],
        teacher=world.people[TEACHES],
        guide=world.people[WALKS],
        day=timezone.localdate(),
        needs=world.canary("paths.Meeting.needs", "gesprek"),
    )
    line = apps.get_model("paths", "Agreed").objects.create(
        meeting=found,
        whose="work",
        words=world.canary("paths.Agreed.words", "gesprek"),
        by_on=timezone.localdate(),
        place=0,
    )
    apps.get_model("paths", "MeetingYes").objects.create(meeting=found, person=world.people[WALKS])
    for reader in (NOOR, WALKS):
        Seat.objects.create(
            table=found.pk, person=world.people[reader], until=found.day + timedelta(days=98)
        )
    apps.get_model("paths", "Notice").objects.create(
        path=found.path, person=world.people[NOOR], kind="outcome", about=found.pk
    )
    world.own(found, "gesprek")
    world.own(line, "gesprek")
    world.things |= {"gesprek": found, "regel": line}
    for reader in (NOOR, WALKS):
        for thing in (found, line):
            world.tie(reader, thing, "at_table")
        world.tie(reader, world.people[TEACHES], "at_table")


def _one(world: World, name: str, accepted: Any) -> None:
    day = timezone.localdate() - timedelta(days=9)
    over = apps.get_model("paths", "HandOver").objects.create(
        path=world.things["traject"],
        side=world.things["traject van school"],
        proposed_on=day,
        proposed_by=world.people[TEACHES],
        given_on=day,
        to=world.things["werk"],
        to_unit=world.things["unit van werk"],
        added=world.canary("paths.HandOver.added", name),
        accepted_on=accepted,
    )
    world.own(over, name)
    world.things[name] = over
    world.tie(NOOR, over, "self")
    for reader in (NOOR, LEADS, DESK):
        world.tie(reader, over, "handed")
    for reader in (SCHOOL, TEACHES):
        world.tie(reader, over, "hands_over")
    for place, (kind, picked) in enumerate((("step", True), ("step", False), ("promise", True))):
        item = _item(world, over, f"{name} {place}", kind=kind, is_picked=picked, place=place)
        world.tie(NOOR, item, "handed")
        world.tie(TEACHES, item, "hands_over")  # who made it keeps it, after the side ended too
        if kind != "promise":
            world.tie(SCHOOL, item, "hands_over")
        for reader in (LEADS, DESK) if picked else ():
            world.tie(reader, item, "handed")


def _item(world: World, over: Any, name: str, **fields: Any) -> Any:
    item = apps.get_model("paths", "HandOverItem").objects.create(
        hand_over=over,
        key=name,
        words_nl=world.canary("paths.HandOverItem.words_nl", name),
        words_en=world.canary("paths.HandOverItem.words_en", name),
        **fields,
    )
    world.own(item, name)
    return item
