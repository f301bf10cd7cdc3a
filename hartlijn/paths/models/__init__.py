"""Templates of an organisation, running paths with a side for each, steps, promises, ticks and hand-overs."""

from hartlijn.paths.models.evaluation import Evaluation
from hartlijn.paths.models.hand_over import HandOver, HandOverItem
from hartlijn.paths.models.meeting import Agreed, Meeting, MeetingYes
from hartlijn.paths.models.notice import Notice
from hartlijn.paths.models.path import Anchor, Path, Side
from hartlijn.paths.models.promise import Change, Promise, Term, Tick
from hartlijn.paths.models.release import Release
from hartlijn.paths.models.reminder import Reminder
from hartlijn.paths.models.step import Step, StepRole
from hartlijn.paths.models.template import Template, TemplateVersion

__all__ = [
    "Agreed",
    "Anchor",
    "Change",
    "Evaluation",
    "HandOver",
    "HandOverItem",
    "Meeting",
    "MeetingYes",
    "Notice",
    "Path",
    "Promise",
    "Release",
    "Reminder",
    "Side",
    "Step",
    "StepRole",
    "Template",
    "TemplateVersion",
    "Term",
    "Tick",
]
