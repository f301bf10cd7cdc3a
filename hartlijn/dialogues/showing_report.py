"""The report as a page shows it: each sentence with what it rests on one click away."""

from collections.abc import Iterator
from dataclasses import dataclass

from hartlijn.dialogues.report.meeting import Language
from hartlijn.dialogues.report.numbers import marked
from hartlijn.dialogues.report.text import Report, Runs, Sentence


@dataclass(frozen=True)
class Line:
    """One sentence on the page."""

    sentence: Sentence
    language: Language

    @property
    def key(self) -> str:
        """Which."""
        return self.sentence.key

    @property
    def runs(self) -> Runs:
        """Its text."""
        return self.sentence.runs(self.language)

    @property
    def has_gap(self) -> bool:
        """Whether something in it is not translated yet."""
        return any(one.is_gap for one in self.runs)

    @property
    def behind(self) -> str:
        """The numbers it rests on."""
        return marked(self.sentence, self.language)

    @property
    def is_edited(self) -> bool:
        """Whether somebody wrote it in own words."""
        return self.language in self.sentence.edited

    @property
    def has_moved_on(self) -> bool:
        """Whether what was said changed since."""
        return self.language in self.sentence.moved_on

    @property
    def is_left_out(self) -> bool:
        """Whether it was taken out."""
        return not self.sentence.text(self.language)


@dataclass(frozen=True)
class Block:
    """A paragraph, or somebody's words on their own."""

    lines: tuple[Line, ...]
    is_quote: bool


@dataclass(frozen=True)
class Part:
    """A section with its heading."""

    key: str
    heading: str
    blocks: tuple[Block, ...]


def parts_of(report: Report, language: Language) -> Iterator[Part]:
    """The report in one language, in the order of reading."""
    for section in report.sections:
        blocks = tuple(
            Block(tuple(Line(s, language) for s in one.sentences), one.is_quote)
            for one in section.paragraphs
        )
        yield Part(section.key, section.heading.of(language), blocks)


def gaps_in(report: Report, language: Language) -> int:
    """How many sentences still hold something that is not translated."""
    return sum(Line(one, language).has_gap for one in report.sentences)


def found(report: Report, key: str) -> Sentence | None:
    """A sentence by its key, the title too."""
    every = (report.title, *report.sentences)
    return next((one for one in every if one.key == key), None)
