"""The kinds of words of this app: whole paths as templates, and cards to prepare a step with."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final, Literal

from django.utils.translation import gettext_lazy as _

from hartlijn.library.kinds import Kind, register
from hartlijn.library.problems import Problem, problem
from hartlijn.library.schema import Between, Longest, Refers
from hartlijn.library.text import Text
from hartlijn.paths.drafting.loops import a_loop_in

Role = Literal[
    "starter",
    "buddy",
    "work_mentor",
    "supervisor",
    "study_coach",
    "teacher",
    "team_leader",
    "coordinator",
    "colleagues",
]
"""Who does something: those who walk along, and roles in an organisation (``parties.py``)."""

Anchor = Literal["placement", "graduation", "first_day"]
"""The dates a path hangs on: the first day of the placement, graduation, the first day of work."""

StepKind = Literal[
    "welcome",
    "practical",
    "conversation",
    "three_way",
    "shadowing",
    "training",
    "intervision",
    "supervision",
    "reflection",
    "meaning",
    "shielding",
    "evaluation",
]

PromiseKind = Literal[
    "onboarding_time",
    "reflection_time",
    "caseload",
    "talks",
    "supervision",
    "buddy",
    "no_solo_duty",
    "mistakes",
    "mentoring_time",
]

Measure = Literal["hours_a_week", "cases_at_most", "weeks_between", "meetings", "yes"]
"""How a promise is counted; ``yes`` is not counted at all."""

MOST_STEPS: Final = 120
Source = Annotated[str, Longest(400)]
Licence = Annotated[str, Longest(60)]
Key = Annotated[str, Longest(60)]
Name = Annotated[Text, Longest(120)]
About = Annotated[Text | None, Longest(400)]


@dataclass(frozen=True)
class Phase:
    """A stretch of the path with a name of its own."""

    key: Key
    name: Name
    about: About = None


@dataclass(frozen=True)
class When:
    """So many working days, days, weeks or months from a date of the path, or after a step."""

    unit: Literal["working_days", "days", "weeks", "months"]
    number: Annotated[int, Between(-120, 120)]
    anchor: Anchor | None = None
    after: Annotated[str | None, Longest(60)] = None

    def problems(self) -> Iterator[Problem]:
        """It counts from one thing; after a step, not before it."""
        if (self.anchor is None) == (self.after is None):
            yield problem(
                ("anchor",),
                _("Tel vanaf een datum (anchor) of na een stap (after): een van beide."),
            )
        if self.after is not None and self.number < 0:
            yield problem(("number",), _("Na een stap telt vooruit: kies 0 of meer."))


@dataclass(frozen=True)
class Step:
    """One thing that somebody does, once."""

    key: Key
    phase: Key
    kind: StepKind
    name: Name
    who: Annotated[tuple[Role, ...], Between(1, 6)]
    when: When
    about: About = None
    card: Annotated[str | None, Refers("preparation")] = None
    covers: Annotated[tuple[str, ...], Between(0, 12), Longest(120)] = ()
    """Parts of a requirement set this counts for: ``set/part``."""
    seen_by: Literal["own", "both"] = "own"
    """Whether a school and an employer of the same time both see it."""


@dataclass(frozen=True)
class Promise:
    """What an organisation promises, from one month until another after a date of the path."""

    key: Key
    kind: PromiseKind
    name: Name
    owner: Role
    measure: Measure
    anchor: Anchor
    from_month: Annotated[int, Between(1, 60)]
    to_month: Annotated[int, Between(1, 60)]
    amount: Annotated[int | None, Between(1, 40)] = None
    """Hours, cases, weeks or meetings; hours a week become a block in the calendar."""
    about: About = None

    def problems(self) -> Iterator[Problem]:
        """An end that is not before the start, and a number where something is counted."""
        if self.to_month < self.from_month:
            yield problem(("to_month",), _("De laatste maand ligt voor de eerste. Draai ze om."))
        if (self.measure == "yes") != (self.amount is None):
            yield problem(
                ("amount",), _("Zet er een getal bij als je iets telt, en bij “yes” geen.")
            )
        if self.owner == "starter":
            yield problem(("owner",), _("Een belofte is van de organisatie, niet van de starter."))


@dataclass(frozen=True)
class PathTemplate:
    """What one side, a school or an employer, does and promises on a path."""

    title: Annotated[Text, Longest(80)]
    about: Annotated[Text, Longest(400)]
    world: Literal["education", "practice"]
    anchors: Annotated[tuple[Anchor, ...], Between(1, 3)]
    """In the order in which they come."""
    roles: Annotated[tuple[Role, ...], Between(1, 9)]
    phases: Annotated[tuple[Phase, ...], Between(1, 12)]
    steps: Annotated[tuple[Step, ...], Between(1, MOST_STEPS)]
    source: Source
    licence: Licence
    promises: Annotated[tuple[Promise, ...], Between(0, 30)] = ()

    def problems(self) -> Iterator[Problem]:
        """Everything a step or promise speaks of is there, and no step waits for itself."""
        yield from self._twice()
        yield from self._unknown()
        loop = a_loop_in({step.key: step.when.after for step in self.steps})
        if loop:
            sentence = _("Deze stappen wachten op elkaar: {steps}. Haal één “after” weg.")
            yield problem(("steps",), sentence, steps=" → ".join(loop))

    def _twice(self) -> Iterator[Problem]:
        for where, keys in (
            ("phases", [one.key for one in self.phases]),
            ("steps", [one.key for one in self.steps]),
            ("promises", [one.key for one in self.promises]),
            ("anchors", list(self.anchors)),
            ("roles", list(self.roles)),
        ):
            for key, times in Counter(keys).items():
                if times > 1:
                    yield problem((where,), _("“{key}” staat er twee keer. Houd er één."), key=key)

    def _unknown(self) -> Iterator[Problem]:
        phases = {one.key for one in self.phases}
        steps = {one.key for one in self.steps}
        for place, step in enumerate(self.steps):
            here = ("steps", place)
            if step.phase not in phases:
                sentence = _("Er is geen fase “{key}”. Maak die fase, of kies een andere.")
                yield problem((*here, "phase"), sentence, key=step.phase)
            if step.when.after is not None and step.when.after not in steps:
                sentence = _("Er is geen stap “{key}” om na te komen. Kies een andere.")
                yield problem((*here, "when", "after"), sentence, key=step.when.after)
            yield from self._no_role((*here, "who"), step.who)
            yield from self._no_anchor((*here, "when", "anchor"), step.when.anchor)
        for place, promise in enumerate(self.promises):
            there = ("promises", place)
            yield from self._no_role((*there, "owner"), (promise.owner,))
            yield from self._no_anchor((*there, "anchor"), promise.anchor)

    def _no_role(self, path: tuple[str | int, ...], roles: tuple[Role, ...]) -> Iterator[Problem]:
        for role in roles:
            if role not in self.roles:
                sentence = _(
                    "De rol “{role}” doet in dit traject niet mee. Voeg die bij roles toe."
                )
                yield problem(path, sentence, role=role)

    def _no_anchor(self, path: tuple[str | int, ...], anchor: Anchor | None) -> Iterator[Problem]:
        if anchor is not None and anchor not in self.anchors:
            sentence = _("Dit traject kent de datum “{anchor}” niet. Voeg die bij anchors toe.")
            yield problem(path, sentence, anchor=anchor)


@dataclass(frozen=True)
class Preparation:
    """A card with a few questions to think about before a step."""

    title: Annotated[Text, Longest(80)]
    questions: Annotated[tuple[Text, ...], Longest(200), Between(1, 6)]
    source: Source
    licence: Licence
    hint: Annotated[Text | None, Longest(300)] = None


@dataclass(frozen=True)
class EvaluationWord:
    """One answer that can be chosen."""

    key: Annotated[str, Longest(20)]
    said: Annotated[Text, Longest(40)]


@dataclass(frozen=True)
class EvaluationQuestion:
    """What a starter is asked about the doing of an organisation, never about themselves."""

    question: Annotated[Text, Longest(120)]
    words: Annotated[tuple[EvaluationWord, ...], Between(2, 5)]
    place: Annotated[int, Between(1, 40)]
    """In which order they are asked."""
    source: Source
    licence: Licence

    def problems(self) -> Iterator[Problem]:
        """Each word once."""
        for key, times in Counter(one.key for one in self.words).items():
            if times > 1:
                yield problem(("words",), _("“{key}” staat er twee keer. Houd er één."), key=key)


register(Kind("path", "paths", PathTemplate))
register(Kind("preparation", "preparations", Preparation))
register(Kind("evaluation", "evaluations", EvaluationQuestion))
