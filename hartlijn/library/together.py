"""The kinds of words for between people: how to begin a sentence, and the moments of aftercare."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final, Literal

from django.utils.translation import gettext_lazy as _

from hartlijn.library.kinds import Kind, register
from hartlijn.library.problems import Problem, problem
from hartlijn.library.schema import Between, Longest
from hartlijn.library.text import Text

Source = Annotated[str, Longest(400)]
Licence = Annotated[str, Longest(60)]
Purpose = Literal[
    "consult", "help", "reply", "boundary", "rehearsal", "appreciation", "aftercare", "offer"
]
PARTS: Final = {
    "consult": ("question", "effect", "tried", "afraid"),
    "help": ("ask",),
    "reply": ("yes", "later", "other"),
    "boundary": ("say",),
    "rehearsal": ("say", "hear", "then"),
    "appreciation": ("saw", "effect", "whom"),
    "aftercare": ("event", "pile"),
    "offer": ("offer",),
}
"""The parts of each purpose in their order. Pages lay them out by these names."""


@dataclass(frozen=True)
class Part:
    """One thing to say, and ways to begin saying it."""

    name: Annotated[str, Longest(20)]
    question: Annotated[Text, Longest(120)]
    starters: Annotated[tuple[Text, ...], Longest(200), Between(1, 12)]
    hint: Annotated[Text | None, Longest(200)] = None


@dataclass(frozen=True)
class Starters:
    """Ways to begin one kind of message. Words in ``offer`` are fixed: chosen, not typed."""

    purpose: Purpose
    title: Annotated[Text, Longest(80)]
    about: Annotated[Text, Longest(400)]
    source: Source
    licence: Licence
    parts: Annotated[tuple[Part, ...], Between(1, 4)]

    def problems(self) -> Iterator[Problem]:
        """The parts are those of the purpose: a page would not know where to put another."""
        wanted = PARTS[self.purpose]
        found = [part.name for part in self.parts]
        if tuple(found) != wanted:
            same = [one == other for one, other in zip(found, wanted, strict=False)]
            first = min(same.index(False) if False in same else len(same), len(found) - 1)
            sentence = _("Bij {purpose} horen deze stukken, in deze volgorde: {names}.")
            names = ", ".join(wanted)
            yield problem(("parts", first), sentence, purpose=self.purpose, names=names)


@dataclass(frozen=True)
class Moment:
    """One moment of aftercare: a short question, and things and people to choose from."""

    day: Annotated[int, Between(0, 365)]  # the first day of it, counted from the event
    until: Annotated[int, Between(0, 365)]  # the last
    title: Annotated[Text, Longest(80)]
    question: Annotated[Text, Longest(120)]
    what: Annotated[tuple[Text, ...], Longest(120), Between(2, 8)]
    people: Annotated[tuple[Text, ...], Longest(80), Between(2, 8)]
    earlier: Annotated[Text, Longest(300)]  # when not to wait for the next moment
    source: Source
    licence: Licence
    hint: Annotated[Text | None, Longest(200)] = None

    def problems(self) -> Iterator[Problem]:
        """A moment does not end before it begins."""
        if self.until < self.day:
            yield problem(("until",), _("“until” ligt vóór “day”. Draai ze om."))


register(Kind("starter", "starters", Starters, for_everyone=True))
register(Kind("moment", "aftercare", Moment, for_everyone=True))
