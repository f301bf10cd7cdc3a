"""What stands in the outline, whatever kind of file it becomes. Nothing of it names anybody."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.papers.paper import Block, Bullets, Heading, Paper, Room, Span, words
from hartlijn.paths.register.parts import PartLines, SetLines
from hartlijn.paths.telling.steps import spoken

ROOM: Final = 8
"""How many empty lines there are to write on under a part."""


@dataclass(frozen=True)
class Section:
    """One part: what is meant, the own steps with their days, and what to write about."""

    heading: str
    about: str
    steps: tuple[str, ...]
    no_steps: str
    asks: str


@dataclass(frozen=True)
class Outline:
    """The whole of it, in the language of the reader."""

    language: str
    title: str
    before: tuple[str, ...]
    steps_heading: str
    sections: tuple[Section, ...]

    @property
    def paper(self) -> Paper:
        """The same as every kind of file can hold it."""
        return Paper(self.title, self.language, tuple(self._blocks()), civil_day())

    def _blocks(self) -> Iterator[Block]:
        yield Heading(1, self.title)
        yield from map(words, self.before)
        for one in self.sections:
            yield Heading(2, one.heading)
            if one.about:
                yield words(one.about)
            yield Heading(3, self.steps_heading)
            yield (
                Bullets(tuple((Span(step),) for step in one.steps))
                if one.steps
                else words(one.no_steps)
            )
            yield Heading(3, one.asks)
            yield Room(ROOM)


def outline_of(whole: SetLines) -> Outline:
    """The outline for one set."""
    content = whole.content
    return Outline(
        language=get_language() or "nl",
        title=_("Leerverslag: %(title)s") % {"title": content.title},
        before=(
            str(content.about),
            _("Bron: %(source)s. Zo gelezen op %(day)s.")
            % {"source": content.source, "day": spoken(content.day)},
            _("Controleer dit bij het register: wat het vraagt, kan veranderd zijn."),
        ),
        steps_heading=_("Stappen van je traject"),
        sections=tuple(_sections(whole.parts)),
    )


def _sections(parts: tuple[PartLines, ...]) -> Iterator[Section]:
    for one in parts:
        yield Section(
            heading=str(one.part.name),
            about=str(one.part.about or ""),
            steps=tuple(f"{step.line.name}: {step.state}" for step in one.steps),
            no_steps=_("Geen stap van je traject hoort hierbij."),
            asks=_("Wat deed je, en wat nam je ervan mee?"),
        )
