"""Which steps of the own path a register may ask about, by part of what somebody read it asks."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from hartlijn.paths.models import Step
from hartlijn.paths.register.requirements import Part, RequirementSet, sets
from hartlijn.paths.telling.own_path import own_sides
from hartlijn.paths.telling.steps import StepLine, lines_of
from hartlijn.people.models import Person


@dataclass(frozen=True)
class CoveringStep:
    """A step of the own path that counts for a part."""

    line: StepLine

    @property
    def state(self) -> str:
        """Done and when, or for when it was agreed; who is late is no matter here."""
        if self.line.step.done_on:
            return self.line.state
        return _("nog niet gedaan, %(around)s") % {"around": self.line.around}


@dataclass(frozen=True)
class PartLines:
    """A part, and the own steps that count for it."""

    part: Part
    steps: tuple[CoveringStep, ...]


@dataclass(frozen=True)
class SetLines:
    """A whole set, part by part, also those for which there is no step."""

    key: str
    content: RequirementSet
    parts: tuple[PartLines, ...]

    @property
    def is_touched(self) -> bool:
        """Whether any step of the path counts for it."""
        return any(one.steps for one in self.parts)


def sets_of(person: Person) -> list[SetLines]:
    """The sets for which a step of the own path counts."""
    return [one for one in _all_of(person) if one.is_touched]


def set_of(person: Person, key: str) -> SetLines | None:
    """One set, also when nothing of the path counts for it; None when nobody knows it."""
    return next((one for one in _all_of(person) if one.key == key), None)


def _all_of(person: Person) -> list[SetLines]:
    """Steps by day, also of an organisation that was left: one did them oneself."""
    sides = own_sides(person)
    steps = Step.objects.filter(side__in=sides).order_by("done_on", "due_on", "place", "pk")
    lines = sorted(lines_of(steps, sides), key=_day)
    return [
        SetLines(
            key,
            content,
            tuple(PartLines(p, _covering(f"{key}/{p.key}", lines)) for p in content.parts),
        )
        for key, content in sets()
    ]


def _covering(covers: str, lines: Iterable[StepLine]) -> tuple[CoveringStep, ...]:
    return tuple(CoveringStep(one) for one in lines if one.words and covers in one.words.covers)


def _day(line: StepLine) -> tuple[bool, str]:
    """By the day it was done or is agreed for; without a day last."""
    day = line.step.done_on or line.step.due_on
    return (day is None, day.isoformat() if day else "")
