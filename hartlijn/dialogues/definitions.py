"""Dialogues that come with Hartlijn: one that was held and reported, and invented ones.

A contribution is what was said (``said``, in ``language``), or what somebody wrote of it in own
words (``retold``). Only one with ``quote = "yes"`` is ever quoted.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final, Literal

from django.utils.translation import gettext_lazy as _

from hartlijn.library.kinds import Kind, register
from hartlijn.library.problems import Problem, problem
from hartlijn.library.schema import Between, Longest
from hartlijn.library.text import Text

DIALOGUE: Final = "dialogue"
Who = Literal["student", "starter", "experienced", "leader", "teacher", "researcher"]
What = Literal["finding", "missing", "education", "practice", "together", "other"]
Key = Annotated[str, Longest(60)]
Count = Annotated[int, Between(0, 5000)]


@dataclass(frozen=True)
class There:
    """A kind of people who were there, with their number where the source gives it."""

    perspective: Who | Literal[""] = ""
    name: Annotated[Text | None, Longest(200)] = None
    number: Annotated[int | None, Between(0, 5000)] = None


@dataclass(frozen=True)
class Marked:
    """How many of one perspective marked a finding."""

    perspective: Who | Literal[""] = ""
    recognised: Count = 0
    partly: Count = 0
    unrecognised: Count = 0


@dataclass(frozen=True)
class Put:
    """A finding as it was put; ``name`` is how a sentence calls it."""

    kind: Literal["literature", "field"]
    text: Annotated[Text, Longest(400)]
    name: Annotated[Text | None, Longest(120)] = None
    source: Annotated[str, Longest(400)] = ""
    marks: Annotated[tuple[Marked, ...], Between(0, 12)] = ()


@dataclass(frozen=True)
class Said:
    """One contribution; its number is its place in the file."""

    kind: What
    said: Annotated[str, Longest(600)]
    language: Literal["nl", "en"] = "nl"
    quote: Literal["yes", "no"] = "no"
    finding: Annotated[int, Between(0, 100)] = 0
    mark: Literal["recognised", "partly", "not", ""] = ""
    perspective: Who | Literal[""] = ""
    theme: Key = ""
    translation: Annotated[str, Longest(600)] = ""
    retold: Annotated[Text | None, Longest(600)] = None
    weight: Annotated[int, Between(1, 1000)] = 1


@dataclass(frozen=True)
class Named:
    """A theme; ``says`` is the sentence that was agreed on."""

    key: Key
    name: Annotated[Text, Longest(120)]
    says: Annotated[Text | None, Longest(600)] = None


@dataclass(frozen=True)
class Tied:
    """What ties themes together."""

    key: Key
    text: Annotated[Text, Longest(600)]
    rests: Annotated[tuple[int, ...], Between(1, 500)]


@dataclass(frozen=True)
class Can:
    """What education, practice or both can do."""

    key: Key
    kind: Literal["education", "practice", "together"]
    text: Annotated[Text, Longest(600)]
    rests: Annotated[tuple[int, ...], Between(0, 500)] = ()
    name: Annotated[Text | None, Longest(120)] = None
    owners: Annotated[tuple[str, ...], Longest(120), Between(0, 6)] = ()
    due: Annotated[str, Longest(10)] = ""
    refusal: Annotated[Text | None, Longest(300)] = None


@dataclass(frozen=True)
class ShippedDialogue:
    """A whole dialogue. ``recorded``: entered from a report, so nothing in it was counted."""

    title: Annotated[Text, Longest(200)]
    source: Annotated[str, Longest(400)]
    licence: Annotated[str, Longest(60)]
    manner: Literal["recorded", "invented"]
    day: Annotated[str, Longest(10)]
    place: Annotated[str, Longest(120)]
    occasion: Annotated[Text, Longest(400)]
    until: Annotated[str, Longest(10)] = ""
    people: Annotated[int | None, Between(0, 5000)] = None
    organisations: Annotated[tuple[str, ...], Longest(120), Between(0, 60)] = ()
    who: Annotated[tuple[There, ...], Between(0, 20)] = ()
    questions: Annotated[tuple[Text, ...], Longest(200), Between(0, 6)] = ()
    findings: Annotated[tuple[Put, ...], Between(0, 60)] = ()
    themes: Annotated[tuple[Named, ...], Between(0, 60)] = ()
    contributions: Annotated[tuple[Said, ...], Between(0, 1000)] = ()
    threads: Annotated[tuple[Tied, ...], Between(0, 12)] = ()
    leads: Annotated[tuple[Can, ...], Between(0, 60)] = ()

    def problems(self) -> Iterator[Problem]:
        """Every day is one, and what is pointed at is there."""
        for name in ("day", "until"):
            if (value := getattr(self, name)) and not _is_day(value):
                yield problem((name,), _("“{value}” is geen dag. Schrijf 2024-09-10."), value=value)
        themes = {one.key for one in self.themes}
        for place, one in enumerate(self.contributions):
            if one.theme and one.theme not in themes:
                sentence = _("Er is geen thema “{key}”.")
                yield problem(("contributions", place, "theme"), sentence, key=one.theme)
            if one.finding > len(self.findings):
                sentence = _("Er is geen bevinding {number}.")
                yield problem(("contributions", place, "finding"), sentence, number=one.finding)
        yield from self._lost()

    def _lost(self) -> Iterator[Problem]:
        """Days of leads, and numbers of contributions that are not there."""
        rests = [("leads", place, one.rests) for place, one in enumerate(self.leads)]
        rests += [("threads", place, one.rests) for place, one in enumerate(self.threads)]
        for name, place, numbers in rests:
            for number in numbers:
                if not 1 <= number <= len(self.contributions):
                    sentence = _("Er is geen bijdrage {number}.")
                    yield problem((name, place, "rests"), sentence, number=number)
        for place, lead in enumerate(self.leads):
            if lead.due and not _is_day(lead.due):
                sentence = _("“{value}” is geen dag. Schrijf 2024-09-10.")
                yield problem(("leads", place, "due"), sentence, value=lead.due)


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


register(Kind(DIALOGUE, "dialogues", ShippedDialogue))
