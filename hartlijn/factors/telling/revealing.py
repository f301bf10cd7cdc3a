"""Where somebody is in a map that is revealed part by part."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from hartlijn.factors.drawing import Step
from hartlijn.factors.saying import LEVELS, PROCESSES


@dataclass(frozen=True)
class Part:
    """A part with its name."""

    key: str
    name: str


@dataclass(frozen=True)
class Revealed:
    """The part that came last, and those around it. Before the first one nothing is shown."""

    parts: list[Part]
    current: Part | None
    previous: Part | None
    next: Part | None


def revealed(steps: Sequence[Step], key: str) -> Revealed:
    """Where ``key`` is; everything when it is no part."""
    parts = [Part(one.key, _name(one)) for one in steps]
    at = next((number for number, one in enumerate(parts) if one.key == key), None)
    if at is None:
        return Revealed(parts, None, parts[-1] if parts else None, parts[0] if parts else None)
    before = parts[at - 1] if at else None
    after = parts[at + 1] if at + 1 < len(parts) else None
    return Revealed(parts, parts[at], before, after)


def _name(step: Step) -> str:
    if step.level is not None:
        words = {"level": LEVELS[step.level]}
        return _("niveau %(level)s") % words
    return _("proces: %(process)s") % {"process": PROCESSES[step.process]} if step.process else ""
