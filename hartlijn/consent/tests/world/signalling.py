"""Signals: one that only Noor sees, one that gathers, one on its way, and one that was answered."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.apps import apps
from django.utils import timezone

from hartlijn.consent.tests.world.known import World
from hartlijn.people.models.invitation import digest

NOOR, MILAN, TESS = "Noor, starter", "Milan, same team", "Tess, left the team"
STARTERS = (NOOR, MILAN)
FIELD = "signalling.Signal"


def signals(world: World) -> None:
    """Those who may sign are starters of the employer today; who left it signed what was answered."""
    _addressees(world)
    today = timezone.localdate()
    _signal(world, "concept van Noor", (NOOR,), {"started_by": world.people[NOOR]}, signed=())
    gathering = {"opened_on": today, "started_by": world.people[NOOR]}
    _signal(world, "signaal van werk", STARTERS, gathering, signed=(NOOR,))
    _signal(world, "signaal onderweg", (NOOR,), _left("signaal onderweg", today), signed=(NOOR,))
    answered = _left("beantwoord signaal", today) | {"answered_on": today}
    answered |= {
        name: world.canary(f"{FIELD}.{name}", "samen") for name in ("answer", "answered_as")
    }
    both = (NOOR, TESS)
    _signal(world, "beantwoord signaal", both, answered, signed=both)


def _left(key: str, today: date) -> dict[str, Any]:
    return {
        "opened_on": today,
        "left_on": today,
        "posted_on": today,
        "key_digest": digest(key),
        "key_until": today + timedelta(days=90),
    }


def _signal(
    world: World,
    key: str,
    readers: tuple[str, ...],
    fields: dict[str, Any],
    signed: tuple[str, ...],
) -> None:
    signal = apps.get_model("signalling", "Signal").objects.create(
        organisation=world.things["werk"],
        to_kind="board",
        to_name=world.canary(f"{FIELD}.to_name", key),
        to_address=world.canary(f"{FIELD}.to_address", key, email=True),
        text=world.canary(f"{FIELD}.text", key),
        answer_by=timezone.localdate() + timedelta(days=40),
        **fields,
    )
    world.own(signal, key)
    world.things[key] = signal
    for reader in readers:
        world.tie(reader, signal, "signs")
    for name in signed:
        pk = world.canary_id("signalling.Signature.person", name)
        row = apps.get_model("signalling", "Signature").objects.create(
            id=pk, signal=signal, person=world.people[name]
        )
        world.canaries[str(pk)] = replace(world.canaries[str(pk)], about=row)
        world.tie(name, row, "self")
    if signal.left_on:
        for anyone in world:
            world.tie(anyone, signal, "must_answer")
            world.tie(anyone, signal.organisation, "invited")


def _addressees(world: World) -> None:
    for key in ("werk", "elders"):
        row = apps.get_model("signalling", "Addressee").objects.create(
            organisation=world.things[key],
            kind="board",
            name=world.canary("signalling.Addressee.name", key),
            address=world.canary("signalling.Addressee.address", key, email=True),
        )
        world.own(row, key)
        world.things[f"geadresseerde van {key}"] = row
        for reader in world.people:
            if "coordinator" in world.relations(reader, world.things[key]):
                world.tie(reader, row, "coordinator")
    for reader in STARTERS:
        world.tie(reader, world.things["geadresseerde van werk"], "may_signal")
    world.tie("Olga, starter elsewhere", world.things["geadresseerde van elders"], "may_signal")
