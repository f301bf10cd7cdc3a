"""What one other person sees of a path: asked of the tables as that person, and shown so."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from hartlijn.paths.models import Promise, Side, Step, Tick
from hartlijn.paths.parties import COLLEAGUES, WALKS, people_of_each
from hartlijn.paths.telling.steps import StepLine, line_of
from hartlijn.paths.telling.vocabulary import role_word
from hartlijn.paths.words import promises_of
from hartlijn.people.models import Membership, Person


@dataclass(frozen=True)
class Onlooker:
    """Somebody with a part in the path, as what and at which organisation."""

    person: Person
    role: str
    organisation: str
    """Empty for who walks along from elsewhere."""


@dataclass(frozen=True)
class Seen:
    """The steps, promises and sent ticks that come out when this person asks."""

    steps: list[tuple[str, list[tuple[StepLine, str]]]]
    """By organisation: each step, with whether it was done for who has a part in it."""
    promises: list[tuple[str, list[str]]]


def onlookers(sides: list[Side]) -> list[Onlooker]:
    """Everybody who sees something of these sides by a role, each once for each role.

    Who walks along has a part in every side, and belongs only to the organisation that has a
    place for them: a study coach is not of the placement.
    """
    found = people_of_each(sides)
    walking = {one for each in found.values() for role in WALKS for one in each.get(role, ())}
    here = Membership.objects.active().filter(
        person__in=walking, organisation__in={side.organisation_id for side in sides}
    )
    homes: dict[UUID, list[str]] = {}
    for person, name in here.values_list("person", "organisation__name").order_by(
        "organisation__name"
    ):
        homes.setdefault(person, []).append(name)
    seen: dict[Onlooker, None] = {}
    for side in sides:
        for role, people in found[side.pk].items():
            if role in {"starter", COLLEAGUES}:
                continue
            for one in people:
                at = homes.get(one.pk, [""]) if role in WALKS else [side.organisation.name]
                seen |= {Onlooker(one, role_word(role), name): None for name in at}
    return list(seen)


def seen_by(viewer: Person, starter: Person) -> Seen:
    """Of the path of ``starter``, exactly what ``viewer`` gets to see."""
    steps = Step.objects.visible_to(viewer).filter(side__path__starter=starter)
    steps = steps.order_by("side__begun_on", "side", "place", "pk")
    by_side: dict[str, list[tuple[StepLine, str]]] = {}
    whole = list(steps.select_related("side__version", "side__organisation", "side__path__starter"))
    roles = _roles(viewer, whole)
    for step in whole:
        line = line_of(step, step.side)
        acts = line.words is not None and roles[step.side_id] & set(line.words.who)
        said = line.state if acts else line.around
        by_side.setdefault(step.side.organisation.name, []).append((line, said))
    return Seen(list(by_side.items()), list(_promises(viewer, starter)))


def _roles(viewer: Person, steps: list[Step]) -> dict[UUID, set[str]]:
    """What the viewer is on each of these sides."""
    sides = {step.side_id: step.side for step in steps}
    return {
        key: {role for role, people in found.items() if viewer in people}
        for key, found in people_of_each(list(sides.values())).items()
    }


def _promises(viewer: Person, starter: Person) -> Iterator[tuple[str, list[str]]]:
    own = Promise.objects.visible_to(viewer).filter(side__path__starter=starter)
    ticks = Tick.objects.visible_to(viewer).filter(term__promise__in=own)
    said: dict[object, list[str]] = {}
    for tick in ticks.select_related("term").order_by("term__starts_on", "whose"):
        told = f"{tick.get_whose_display()}: {tick.get_word_display()}"
        said.setdefault(tick.term.promise_id, []).append(told)
    for one in own.select_related("side__version").order_by("side__begun_on", "side", "place"):
        words = promises_of(one.side.version)
        name = str(words[one.key].name) if one.key in words else one.key
        yield name, said.get(one.pk, [])
