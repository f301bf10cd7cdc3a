"""A dialogue that Rosa leads at the school, and what is said in it."""

from datetime import timedelta
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.utils import timezone

from hartlijn.consent.tests.world.known import World, text_fields

ROSA = "Rosa, researcher"
FOLLOWERS = ("Noor, starter", "Joost, own teacher", "Lotte, own coordinator at school", ROSA)
HIDDEN = "nog niet onthuld"


def tables() -> dict[str, type[Model]]:
    """The tables of dialogues, by name."""
    return {one.__name__: one for one in apps.get_app_config("dialogues").get_models()}


def dialogues(world: World) -> None:
    """A dialogue with a finding that is revealed and one that is not."""
    today = timezone.localdate()
    dialogue = _row(
        world, "Dialogue", "dialoog", organisation=world.things["school"],
        on_day=today, state="open", code="ZEG HET",
    )  # fmt: skip
    _row(world, "Leading", "wie leidt", dialogue=dialogue, person=world.people[ROSA])
    shown = {"counts": [0, 0, 0], "blocks": [], "open": [], "chosen": []}
    put = _row(
        world, "PutFinding", "bevinding", dialogue=dialogue, order=1,
        revealed_at=timezone.now(), shown=shown,
    )  # fmt: skip
    seat = _row(world, "Seat", "plek", dialogue=dialogue, key_digest="plek", perspective="student")
    _row(world, "Helper", "notulist", dialogue=dialogue, key_digest="notulist")
    _row(world, "Mark", "woord", seat=seat, put=put, word="recognised")
    theme = _row(world, "Theme", "thema", dialogue=dialogue)
    _row(
        world, "Contribution", "bijdrage", dialogue=dialogue, number=1, kind="finding", put=put,
        theme=theme,
    )  # fmt: skip
    _row(world, "Thread", "draad", dialogue=dialogue)
    waiting = tables()["Contribution"]._default_manager.create(
        dialogue=dialogue, number=2, kind="missing", seat=seat,
        text=world.canary("dialogues.Contribution.text", HIDDEN),
    )  # fmt: skip
    world.own(waiting, HIDDEN)
    world.things[HIDDEN] = waiting  # tied to nobody: it is for nobody yet
    lead = _row(
        world, "Lead", "aanknopingspunt", dialogue=dialogue, kind="education", theme=theme,
        owner_organisation=world.things["school"], due_on=today + timedelta(days=30),
    )  # fmt: skip
    for one in FOLLOWERS:
        for thing in (dialogue, lead):
            world.tie(one, thing, "follows_lead")
    gathered = _row(
        world, "Dialogue", "opgehaald", organisation=world.things["school"],
        on_day=today, state="gathered",
    )  # fmt: skip
    _row(world, "Leading", "wie dat leidt", dialogue=gathered, person=world.people[ROSA])
    _row(
        world, "Contribution", "bijdrage aan het verslag", dialogue=gathered, number=1,
        kind="missing", may_quote=True,
    )  # fmt: skip
    _row(world, "Thread", "rode draad", dialogue=gathered, numbers=[1])
    _row(world, "ReportEdit", "zin van het verslag", dialogue=gathered, key="title", language="nl")
    _row(world, "Remark", "opmerking", dialogue=dialogue, what="wrong")
    _row(world, "ReportEdit", "bewerkte zin", dialogue=dialogue, key="title", language="nl")
    _row(world, "Invited", "uitgenodigde", dialogue=dialogue, token_digest="uitgenodigd")


def _row(world: World, table: str, name: str, **given: Any) -> Any:
    """A row of which every text is a canary; Rosa leads it."""
    model = tables()[table]
    texts = {
        one.attname: world.canary(
            f"dialogues.{table}.{one.attname}", name, email=one.attname == "email"
        )
        for one in text_fields(model)
        if one.attname not in {*given, "key_digest", "token_digest", "code", "key"}
    }
    row = model._default_manager.create(**given, **texts)
    world.own(row, name)
    world.things[name] = row
    world.tie(ROSA, row, "leads_dialogue")
    return row
