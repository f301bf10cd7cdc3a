"""The kinds of words for reflecting: single questions, and models that lead in steps."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final, Literal

from django.utils.translation import gettext_lazy as _

from hartlijn.library.kinds import Kind, register
from hartlijn.library.problems import Problem, problem
from hartlijn.library.schema import Between, Longest, Refers
from hartlijn.library.text import Text

EntryKind = Literal["moment", "success", "vulnerability", "mistake", "drive", "with_others", "free"]
HEAVY: Final = frozenset({"vulnerability", "mistake"})
Source = Annotated[str, Longest(400)]


@dataclass(frozen=True)
class Prompt:
    """One question to write about, in about five minutes."""

    kind: EntryKind
    weight: Literal["light", "heavy"]
    text: Annotated[Text, Longest(200)]
    source: Source
    licence: Annotated[str, Longest(60)]
    hint: Annotated[Text | None, Longest(200)] = None
    form: Literal["words", "three_words", "drawing", "voice", "any"] = "any"
    minutes: Annotated[int, Between(1, 30)] = 5
    model: Annotated[str | None, Refers("model")] = None

    def problems(self) -> Iterator[Problem]:
        """Weight follows from the kind: what somebody writes is never weighed."""
        weight = "heavy" if self.kind in HEAVY else "light"
        if self.weight != weight:
            sentence = _("Bij de soort {kind} hoort “{weight}”. Schrijf dat.")
            yield problem(("weight",), sentence, kind=self.kind, weight=weight)


@dataclass(frozen=True)
class Step:
    """One step of a model."""

    name: Annotated[Text, Longest(80)]
    questions: Annotated[tuple[Text, ...], Longest(200), Between(1, 6)]
    hint: Annotated[Text | None, Longest(300)] = None


@dataclass(frozen=True)
class Model:
    """A way to look at something in steps. Each step may be left out."""

    title: Annotated[Text, Longest(80)]
    about: Annotated[Text, Longest(400)]
    source: Source
    licence: Annotated[str, Longest(60)]
    minutes: Annotated[int, Between(1, 90)]
    steps: Annotated[tuple[Step, ...], Between(1, 12)]


register(Kind("prompt", "prompts", Prompt, for_everyone=True))
register(Kind("model", "models", Model, for_everyone=True))
