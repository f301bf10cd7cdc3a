"""What a report is made of: sections of paragraphs of sentences, each with what it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hartlijn.dialogues.report.meeting import Both, Language


@dataclass(frozen=True)
class Run:
    """A piece of a sentence. ``language`` only when it is not that of the page."""

    text: str
    language: Language | None = None

    @property
    def is_gap(self) -> bool:
        """Whether a translation is missing here."""
        return self.language is not None


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Sentence:
    """One sentence in both languages. It rests on something, or says what everybody knew."""

    key: str
    nl: Runs
    en: Runs
    contributions: tuple[int, ...] = ()
    findings: tuple[int, ...] = ()
    quotes: tuple[int, ...] = ()  # whose own words stand in it
    edited: frozenset[Language] = frozenset()
    moved_on: frozenset[Language] = frozenset()  # edited over a text that is another by now

    def runs(self, language: Language) -> Runs:
        """The sentence in one language."""
        return self.nl if language == "nl" else self.en

    def text(self, language: Language) -> str:
        """The same as plain text."""
        return "".join(one.text for one in self.runs(language))

    def with_text(self, language: Language, text: str, *, over: str) -> "Sentence":
        """Somebody's own words instead; the links stay."""
        moved = {language} if over and over != self.text(language) else set()
        runs = (Run(text),)
        made = replace(
            self,
            edited=self.edited | {language},
            moved_on=self.moved_on | moved,
            quotes=self.quotes,
        )
        return replace(made, nl=runs) if language == "nl" else replace(made, en=runs)


@dataclass(frozen=True)
class Paragraph:
    """Sentences that belong together. A quote stands on its own."""

    sentences: tuple[Sentence, ...]
    is_quote: bool = False


@dataclass(frozen=True)
class Section:
    """A part of the report under its heading."""

    key: str
    heading: Both
    paragraphs: tuple[Paragraph, ...]

    @property
    def sentences(self) -> Iterator[Sentence]:
        """All of them in their order."""
        return (one for paragraph in self.paragraphs for one in paragraph.sentences)


@dataclass(frozen=True)
class Report:
    """The whole of it."""

    title: Sentence
    sections: tuple[Section, ...]

    @property
    def sentences(self) -> Iterator[Sentence]:
        """All of them in their order, without the title."""
        return (one for section in self.sections for one in section.sentences)
