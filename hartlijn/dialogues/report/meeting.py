"""A whole dialogue as data: all that the report knows. Rows become this; this becomes a report.

Numbers of findings and contributions are those printed beside the sentences: from 1, and fixed
once given. What is not known is ``None`` or empty, and the report then keeps silent about it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

Language = Literal["nl", "en"]
Perspective = Literal["student", "starter", "experienced", "leader", "teacher", "researcher"]
FindingKind = Literal["literature", "field"]
ContributionKind = Literal["finding", "missing", "education", "practice", "together", "other"]
LeadKind = Literal["education", "practice", "together"]
Mark = Literal["recognised", "partly", "not"]


@dataclass(frozen=True)
class Both:
    """A text in both languages; a language nobody wrote yet is empty."""

    nl: str = ""
    en: str = ""

    def __bool__(self) -> bool:
        """Whether there is any text."""
        return bool(self.nl or self.en)

    def of(self, language: Language) -> str:
        """The text in one language, or nothing."""
        return self.nl if language == "nl" else self.en


@dataclass(frozen=True)
class Marks:
    """How many people marked a finding, by what they marked."""

    recognised: int = 0
    partly: int = 0
    unrecognised: int = 0

    @property
    def total(self) -> int:
        """Everybody who marked it."""
        return self.recognised + self.partly + self.unrecognised

    def __add__(self, other: "Marks") -> "Marks":
        """The marks of two groups together."""
        return Marks(
            self.recognised + other.recognised,
            self.partly + other.partly,
            self.unrecognised + other.unrecognised,
        )


@dataclass(frozen=True)
class PerspectiveMarks:
    """What one perspective marked; ``None``: who did not say theirs. Small ones are merged later."""

    perspective: Perspective | None
    marks: Marks


@dataclass(frozen=True)
class PutFinding:
    """A finding as it was put. ``name`` is short, for in a sentence; without it the text speaks."""

    number: int
    kind: FindingKind
    text: Both
    name: Both = Both()
    source: str = ""
    marks: tuple[PerspectiveMarks, ...] | None = None  # None: nobody counted


@dataclass(frozen=True)
class Contribution:
    """Something said or written. ``finding`` is its number when it is a reason for a mark."""

    number: int
    kind: ContributionKind
    text: str  # as it was said, in ``language``
    language: Language = "nl"
    finding: int | None = None
    mark: Mark | None = None
    perspective: Perspective | None = None
    show_perspective: bool = False  # chose to show it with this contribution
    may_quote: bool = False
    theme: str | None = None  # key of a theme
    translation: str = ""  # into the other language, by the researcher
    retold: Both = Both()  # a whole sentence in the researcher's own words
    weight: int = 1  # how many cards were merged into it


@dataclass(frozen=True)
class Theme:
    """Contributions that belong together. ``says`` is a whole sentence, if one was agreed on."""

    key: str
    name: Both
    says: Both = Both()


@dataclass(frozen=True)
class Thread:
    """What ties themes together, as a whole sentence; it stands in the summary."""

    key: str
    text: Both
    contributions: tuple[int, ...] = ()


@dataclass(frozen=True)
class Lead:
    """What education or practice can do: who takes it up, or a refusal with its reason.

    ``text`` is a whole sentence; ``name`` is short, for in the summary. ``owners`` are
    organisations: who of them does it is nobody's business here.
    """

    key: str
    kind: LeadKind
    text: Both
    name: Both = Both()
    taken: bool = False  # somebody said yes
    owners: tuple[str, ...] = ()
    due: date | None = None
    refusal: Both = Both()
    contributions: tuple[int, ...] = ()


@dataclass(frozen=True)
class Presence:
    """A kind of people who were there: a perspective, or words of the source."""

    perspective: Perspective | None = None
    name: Both = Both()
    number: int | None = None  # None: not known


@dataclass(frozen=True)
class Remark:
    """What somebody who was there marked in the draft."""

    sentence: str  # key of a sentence, or empty when something is missing
    kind: Literal["wrong", "missing"]


@dataclass(frozen=True)
class Edit:
    """The researcher's own text instead of a sentence; its links stay.

    ``over`` is the text it was written over, so that one can see when that changed since.
    """

    sentence: str  # key
    language: Language
    text: str
    over: str = ""


@dataclass(frozen=True)
class Meeting:
    """One dialogue."""

    title: Both
    occasion: Both  # what it was about, ready to stand after "over" and "about"
    day: date
    place: str
    until: date | None = None  # when it was held over some time
    organisations: tuple[str, ...] = ()
    organisation_count: int | None = None  # when they are not named
    who: tuple[Presence, ...] = ()
    people: int | None = None  # everybody who was there, when counted
    findings: tuple[PutFinding, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    themes: tuple[Theme, ...] = ()
    threads: tuple[Thread, ...] = ()
    leads: tuple[Lead, ...] = ()
    questions: tuple[Both, ...] = ()
    remarks: tuple[Remark, ...] = ()
    checked: bool = False  # whether a member check was held and closed
    edits: tuple[Edit, ...] = ()
    recorded: bool = False  # entered afterwards from a report: nothing was counted

    def of_kind(self, kind: ContributionKind) -> Iterator[Contribution]:
        """The contributions of one kind, in their order."""
        return (one for one in self.contributions if one.kind == kind)

    def theme(self, key: str | None) -> Theme | None:
        """A theme by its key."""
        return next((one for one in self.themes if one.key == key), None)
