"""Templates of an organisation, running paths with a side for each, steps, promises and ticks."""

from hartlijn.paths.models.path import Anchor, Path, Side
from hartlijn.paths.models.promise import Change, Promise, Term, Tick
from hartlijn.paths.models.release import Release
from hartlijn.paths.models.step import Step, StepRole
from hartlijn.paths.models.template import Template, TemplateVersion

__all__ = [
    "Anchor",
    "Change",
    "Path",
    "Promise",
    "Release",
    "Side",
    "Step",
    "StepRole",
    "Template",
    "TemplateVersion",
    "Term",
    "Tick",
]
