"""What stands on a paper, whatever kind of file it becomes."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from hartlijn.lib.hidden import hidden

NEVER: Final = frozenset("\ufffe\uffff")
"""What XML cannot hold, beside what is hidden."""


@dataclass(frozen=True)
class Span:
    """A piece of text. ``language`` when it is not that of the paper."""

    text: str
    language: str = ""
    number: bool = False  # refers to something; small and raised


Spans = tuple[Span, ...]


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the title."""

    level: int
    text: str


@dataclass(frozen=True)
class Words:
    """A paragraph."""

    spans: Spans


@dataclass(frozen=True)
class Quote:
    """Somebody's words on their own."""

    spans: Spans


@dataclass(frozen=True)
class Bullets:
    """A list."""

    items: tuple[Spans, ...]


@dataclass(frozen=True)
class Room:
    """Empty lines to write on, together."""

    lines: int


Block = Heading | Words | Quote | Bullets | Room


@dataclass(frozen=True)
class Paper:
    """The whole of it. ``day`` is what files say they were made on; without, a fixed one."""

    title: str
    language: str
    blocks: tuple[Block, ...]
    day: date | None = None

    @property
    def locale(self) -> str:
        """The language as files name it."""
        return locale(self.language)


def locale(language: str) -> str:
    """A language as files name it."""
    return {"nl": "nl-NL", "en": "en-GB"}.get(language, language)


def words(text: str) -> Words:
    """A paragraph of plain text."""
    return Words((Span(text),))


def cleaned(paper: Paper) -> Paper:
    """The same without what cannot be seen and what files cannot hold."""
    return in_every_text(paper, _clean)


def in_every_text(paper: Paper, change: Callable[[str], str]) -> Paper:
    """The same with each text changed."""
    return replace(
        paper,
        title=change(paper.title),
        blocks=tuple(_block(one, change) for one in paper.blocks),
    )


def _block(block: Block, change: Callable[[str], str]) -> Block:
    if isinstance(block, Heading):
        return replace(block, text=change(block.text))
    if isinstance(block, Bullets):
        return replace(block, items=tuple(_spans(one, change) for one in block.items))
    if isinstance(block, Room):
        return block
    return replace(block, spans=_spans(block.spans, change))


def _spans(spans: Spans, change: Callable[[str], str]) -> Spans:
    return tuple(replace(one, text=change(one.text)) for one in spans)


def _clean(text: str) -> str:
    """A line break and a tab become a space: a span is part of one line."""
    spaced = "".join(" " if one in "\n\r\t\u2028\u2029" else one for one in text)
    return "".join(one for one in spaced if one not in NEVER and not hidden(one))
