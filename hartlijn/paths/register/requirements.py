"""What a register asks, as versioned words with source and date; steps say which parts they cover."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from django.utils.translation import gettext_lazy as _

from hartlijn.library import shelf
from hartlijn.library.kinds import Kind, register
from hartlijn.library.problems import Problem, problem
from hartlijn.library.schema import Between, Longest
from hartlijn.library.text import Text

KIND = "requirement_set"


@dataclass(frozen=True)
class Part:
    """One thing that a register wants to see."""

    key: Annotated[str, Longest(60)]
    name: Annotated[Text, Longest(120)]
    about: Annotated[Text | None, Longest(400)] = None


@dataclass(frozen=True)
class RequirementSet:
    """The parts as somebody read them on a day. Whether they still hold, the register says."""

    title: Annotated[Text, Longest(80)]
    about: Annotated[Text, Longest(400)]
    source: Annotated[str, Longest(400)]
    stated_on: Annotated[str, Longest(10)]
    licence: Annotated[str, Longest(60)]
    parts: Annotated[tuple[Part, ...], Between(1, 40)]

    def problems(self) -> Iterator[Problem]:
        """A day that exists, and each part once."""
        try:
            date.fromisoformat(self.stated_on)
        except ValueError:
            yield problem(("stated_on",), _("Dit is geen dag. Schrijf hem als 2026-09-01."))
        for key, times in Counter(one.key for one in self.parts).items():
            if times > 1:
                yield problem(("parts",), _("“{key}” staat er twee keer. Houd er één."), key=key)

    @property
    def day(self) -> date:
        """The day on which it was read so."""
        return date.fromisoformat(self.stated_on)


register(Kind(KIND, "registers", RequirementSet))


def part_of(covers: str) -> tuple[RequirementSet, Part] | None:
    """The set and part that ``set/part`` speaks of; None when nobody knows it any more."""
    whole, _slash, key = covers.partition("/")
    try:
        content = shelf.get(KIND, whole).content
    except shelf.UnknownError:
        return None
    assert isinstance(content, RequirementSet)  # noqa: S101 - the kind says so
    return next(((content, part) for part in content.parts if part.key == key), None)


def sets() -> list[tuple[str, RequirementSet]]:
    """Every set that is known now, by key."""
    found = []
    for one in shelf.every(KIND):
        content = one.content
        assert isinstance(content, RequirementSet)  # noqa: S101 - the kind says so
        found.append((one.key, content))
    return found


def known_parts() -> dict[str, str]:
    """What each ``set/part`` is called."""
    return {
        f"{key}/{part.key}": f"{whole.title}: {part.name}"
        for key, whole in sets()
        for part in whole.parts
    }


def part_name(covers: str) -> str:
    """What a part is called; one that nobody knows any more stays as it is."""
    found = part_of(covers)
    return f"{found[0].title}: {found[1].name}" if found else covers
