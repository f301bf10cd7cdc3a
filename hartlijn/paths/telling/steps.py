"""A step and a promise as a page tells them, in the words of the version of their side."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from hartlijn.paths import definitions
from hartlijn.paths.models import Side, Step
from hartlijn.paths.telling.vocabulary import role_words
from hartlijn.paths.words import steps_of, template_of

EARLIER = "earlier"
"""The phase of steps that the version of today does not have any more."""


@dataclass(frozen=True)
class StepLine:
    """One step with its words."""

    step: Step
    words: definitions.Step | None

    @property
    def name(self) -> str:
        """What is done."""
        return str(self.words.name) if self.words else self.step.key

    @property
    def phase(self) -> str:
        """The key of the phase it is in."""
        return self.words.phase if self.words else EARLIER

    @property
    def who(self) -> str:
        """The roles that have a part in it."""
        return role_words(self.words.who) if self.words else ""

    @property
    def around(self) -> str:
        """The day it is agreed for; nothing is said of whether it happened."""
        return around(self.step.due_on)

    @property
    def state(self) -> str:
        """When it was done, or when it was agreed for. Late is a word for the organisation."""
        if self.step.done_on:
            return _("gedaan op %(day)s") % {"day": spoken(self.step.done_on)}
        if self.is_late and self.step.due_on:
            said = {"day": spoken(self.step.due_on)}
            return _("afgesproken voor %(day)s, nog niet gebeurd") % said
        return self.around

    @property
    def is_late(self) -> bool:
        """Of the steps of the organisation alone."""
        return self.step.is_of_organisation and self.step.is_late

    @property
    def may_be_evaluated(self) -> bool:
        """Whether it is a moment to say how the path is going."""
        return self.step.kind == "evaluation"


@dataclass(frozen=True)
class PhaseLine:
    """A phase with its steps."""

    name: str
    about: str
    lines: tuple[StepLine, ...]
    is_now: bool = False


def line_of(step: Step, side: Side) -> StepLine:
    """One step; its side with its version is known."""
    return StepLine(step, steps_of(side.version).get(step.key))


def lines_of(steps: Iterable[Step], sides: Mapping[UUID, Side]) -> list[StepLine]:
    """Several, in the order they come in."""
    return [line_of(step, sides[step.side_id]) for step in steps]


def phases_of(side: Side, lines: Iterable[StepLine], today: date) -> list[PhaseLine]:
    """The phases of a side in the order of its template, those without steps left out."""
    content, own = template_of(side.version), list(lines)
    found = []
    now = phase_now(own, today)
    for phase in content.phases:
        within = tuple(one for one in own if one.phase == phase.key)
        if within:
            about = str(phase.about or "")
            found.append(PhaseLine(str(phase.name), about, within, is_now=phase.key == now))
    known = {phase.key for phase in content.phases}
    if rest := tuple(one for one in own if one.phase not in known):
        found.append(PhaseLine(_("Uit een eerdere versie"), "", rest))
    return found


def phase_now(lines: Iterable[StepLine], today: date) -> str:
    """The phase of the step whose day came last; before the first day, the first phase."""
    dated = sorted(
        ((one.step.due_on, one.step.place, one.phase) for one in lines if one.step.due_on),
    )
    begun = [phase for day, _place, phase in dated if day <= today and phase != EARLIER]
    return begun[-1] if begun else next((phase for *_rest, phase in dated), "")


def around(day: date | None) -> str:
    """The day something is agreed for."""
    if day is None:
        return _("de dag volgt zodra je werktijden bekend zijn")
    return _("rond %(day)s") % {"day": spoken(day)}


def spoken(day: date) -> str:
    """A day with its year."""
    return date_format(day, _("j F Y"))
