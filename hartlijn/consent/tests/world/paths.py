"""Noor is on a path: a side of her work that runs, and one of her school that is over.

A step and a promise are told by the words of their version; here these words are canaries.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.apps import apps
from django.db.models import Model
from django.utils import timezone

from hartlijn.consent.tests.world.handing import hand_overs, meeting
from hartlijn.consent.tests.world.known import World

NOOR = "Noor, starter"
LEADS = "Fatima, own team leader"
WALKS = "Sam, own companion"
DESK = "Ines, own coordinator at work"
A_DAY = timedelta(days=1)
A_MONTH = 30 * A_DAY


def a_body(step: str, promise: str) -> dict[str, Any]:
    """A template with one step and one promise of these names."""
    when = {"unit": "days", "number": 0, "anchor": "first_day"}
    return {
        "title": both("Begin"),
        "about": both("De eerste tijd."),
        "world": "practice",
        "anchors": ["first_day"],
        "roles": ["starter", "work_mentor", "team_leader"],
        "phases": [{"key": "begin", "name": both("Begin")}],
        "steps": [
            {
                "key": step,
                "phase": "begin",
                "kind": "conversation",
                "name": both(step),
                "who": ["team_leader", "work_mentor", "starter"],
                "when": when,
            }
        ],
        "promises": [
            {
                "key": promise,
                "kind": "talks",
                "name": both(promise),
                "owner": "team_leader",
                "measure": "weeks_between",
                "amount": 1,
                "anchor": "first_day",
                "from_month": 1,
                "to_month": 3,
            }
        ],
        "source": "Eigen",
        "licence": "CC-BY-4.0",
    }


def both(said: str) -> dict[str, str]:
    """The same in both languages."""
    return {"nl": said, "en": said}


def a_template(organisation: Any, body: dict[str, Any]) -> Any:
    """A template of an organisation, with its first version."""
    table: dict[str, Any] = tables()
    version = apps.get_model("library", "Version").objects.create(
        hash=uuid4().hex, kind="path", key=uuid4().hex, body=body
    )
    template = table["Template"].objects.create(
        organisation=organisation, version=version, number=1
    )
    table["TemplateVersion"].objects.create(template=template, number=1, version=version)
    return template


def tables() -> dict[str, Any]:
    """The tables of paths, by name."""
    return {model.__name__: model for model in apps.get_app_config("paths").get_models()}


def a_side(path: Any, template: Any, unit: Any, *, begun: date, ended: date | None = None) -> Any:
    """A side with its date, its step with roles, and its promise with a month."""
    table, body = tables(), template.version.body
    side = table["Side"].objects.create(
        path=path,
        organisation=template.organisation,
        unit=unit,
        template=template,
        version=template.version,
        begun_on=begun,
        ended_on=ended,
    )
    table["Anchor"].objects.create(side=side, name="first_day", day=begun)
    step = table["Step"].objects.create(
        side=side,
        key=body["steps"][0]["key"],
        kind="conversation",
        place=0,
        due_on=begun,
        is_of_organisation=True,
    )
    for role in body["steps"][0]["who"]:
        table["StepRole"].objects.create(step=step, role=role)
    promise = table["Promise"].objects.create(
        side=side,
        key=body["promises"][0]["key"],
        kind="talks",
        owner="team_leader",
        measure="weeks_between",
        amount=1,
        place=0,
    )
    table["Term"].objects.create(promise=promise, starts_on=begun, ends_on=begun + A_MONTH)
    return side


def paths(world: World) -> None:
    """What stands on Noor's path, and who sees it."""
    noor, today = world.people[NOOR], timezone.localdate()
    path = tables()["Path"].objects.create(starter=noor)
    world.things["traject"] = path
    for reader in (NOOR, LEADS, WALKS, DESK):
        world.tie(reader, path, "on_path")
    _at_work(world, path, today)
    _at_school(world, path, today)
    hand_overs(world)
    meeting(world)


def _at_work(world: World, path: Any, today: date) -> None:
    table, names = tables(), _names(world, "werk")
    template = a_template(world.things["werk"], a_body(*names))
    side = a_side(path, template, world.things["unit van werk"], begun=today - 2 * A_MONTH)
    step, promise = side.steps.get(), side.promises.get()
    term = promise.terms.get()
    table["Tick"].objects.create(term=term, whose="starter", word="not_kept")
    reason = world.canary("paths.Change.reason", "werk")
    change = table["Change"].objects.create(
        promise=promise,
        reason=reason,
        amount=2,
        from_on=today,
        proposed_as="organisation",
        proposed_by=world.people[LEADS],
    )
    world.own(change, "werk")
    _about(world, names[0], step)
    _about(world, names[1], promise)
    world.things |= {
        "template van werk": template,
        "traject van werk": side,
        "stap van werk": step,
        "belofte van werk": promise,
        "maand van werk": term,
        "wijziging van werk": change,
    }
    _tie(world, (NOOR, LEADS, WALKS, DESK), (side, step), "on_path")
    _tie(world, (NOOR, LEADS, WALKS), (promise, term, change), "promised")
    _tie(world, (DESK,), (template, _own_template(world)), "coordinator")
    _tie(world, (NOOR, WALKS), (world.people[LEADS],), "agreed_with")
    _tie(world, (LEADS,), (world.things["werk"],), "leads_here")
    a_release(world.things["werk"], today.replace(day=1))
    _evaluated(world, side, today)


def _evaluated(world: World, side: Any, today: date) -> None:
    """What Noor said of her work at a moment; it is hers alone, as is the page of it."""
    moment = side.steps.create(
        key="moment", kind="evaluation", place=1, due_on=today, is_of_organisation=False
    )
    said = side.evaluations.create(
        moment="moment", question="talks", word=world.canary("paths.Evaluation.word", "werk")
    )
    world.own(said, "werk")
    world.things["moment van werk"] = moment
    _tie(world, (NOOR,), (moment, said), "self")
    step = side.steps.exclude(pk=moment.pk).get()
    step.reminders.create(person=world.people[NOOR], for_day=today)


def _own_template(world: World) -> Any:
    """One that nobody walks, with something in the draft: what a desk makes is about nobody."""
    template = a_template(world.things["werk"], a_body("hello", "talk"))
    template.draft = a_body("hello", "talk") | {"title": both("Anders")}
    template.save()
    world.things["eigen template van werk"] = template
    return template


def a_release(organisation: Any, month: date) -> Any:
    """A month of which nothing may be said."""
    nothing: dict[str, Any] = {"places": {}, "whole": None, "covers_all": True}
    sides = [(whose, word) for whose in ("organisation", "starter") for word in ("kept", "late")]
    body = {
        "first": month.isoformat(),
        "last": month.isoformat(),
        "locations": [],
        "promises": [],
        "together": [{"whose": whose, "word": word, **nothing} for whose, word in sides],
        "steps": [],
        "steps_together": nothing,
    }
    return tables()["Release"].objects.create(organisation=organisation, month=month, body=body)


def _at_school(world: World, path: Any, today: date) -> None:
    """What is over is there for Noor and the desk of the school; its promises for her alone."""
    names = _names(world, "school")
    template = a_template(world.things["school"], a_body(*names))
    side = a_side(path, template, None, begun=today - 9 * A_MONTH, ended=today - 3 * A_MONTH)
    step, promise = side.steps.get(), side.promises.get()
    _about(world, names[0], step)
    _about(world, names[1], promise)
    lotte = "Lotte, own coordinator at school"
    world.things |= {
        "template van school": template,
        "traject van school": side,
        "stap van school": step,
        "belofte van school": promise,
        "maand van school": promise.terms.get(),
    }
    world.tie(lotte, path, "on_path")
    _tie(world, (NOOR, lotte), (side, step), "on_path")
    _tie(world, (NOOR,), (promise, promise.terms.get()), "promised")
    _tie(world, (lotte,), (template,), "coordinator")


def _names(world: World, whose: str) -> tuple[str, str]:
    return (
        world.canary("paths.Step.key", whose),
        world.canary("paths.Promise.key", whose),
    )


def _about(world: World, canary: str, thing: Model) -> None:
    world.canaries[canary] = replace(world.canaries[canary], about=thing)


def _tie(world: World, readers: Iterable[str], things: Iterable[Any], relation: str) -> None:
    for reader in readers:
        for thing in things:
            world.tie(reader, thing, relation)
