"""Tell what several contributions say: in the words of the researcher, in own words, or as a sum.

Whoever refused to be quoted is counted with a theme and never quoted.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from hartlijn.dialogues.report.groups import large, named
from hartlijn.dialogues.report.meeting import Both, Contribution, Meeting, Theme
from hartlijn.dialogues.report.saying import Listed, Voice, as_name, say, tidy, whole
from hartlijn.dialogues.report.text import Paragraph, Sentence
from hartlijn.dialogues.report.words import counted, plural

MOST_RETOLD: Final = 6
"""So many sentences of the researcher about one theme; the others are linked from the theme."""
Manner = Literal["own", "other", "loose", "first"]
SHORTEST: Final = 12
"""Fewer characters are a word on a card, and no quotation."""


@dataclass
class Teller:
    """Remembers whose words were used, so that nobody is quoted twice."""

    meeting: Meeting
    used: set[int] = field(default_factory=set)
    places: int = 0

    def theme_of(self, one: Contribution) -> Theme | None:
        """The theme a contribution was put under."""
        return self._themes.get(one.theme or "")

    def __post_init__(self) -> None:
        """Look things up once."""
        self._themes = {one.key: one for one in self.meeting.themes}
        self.large = large(self.meeting)

    def retold(
        self, key: str, of: Iterable[Contribution], *, most: int = MOST_RETOLD
    ) -> Iterator[Sentence]:
        """Sentences in the researcher's words, each once."""
        told: dict[Both, list[Contribution]] = {}
        for one in of:
            if one.retold and one.number not in self.used:
                told.setdefault(one.retold, []).append(one)
        for text, those in list(told.items())[:most]:
            self.used |= {one.number for one in those}
            numbers = [one.number for one in those]
            yield whole(f"{key}/told-{numbers[0]}", text, contributions=numbers)

    def quote(
        self,
        key: str,
        of: Sequence[Contribution],
        manner: Manner = "own",
        *,
        turn: int = 0,
        restates: bool = False,
    ) -> list[Sentence]:
        """The best of those that may be quoted and were not yet; nothing when there is none.

        ``restates``: the sentence before says the same in other words.
        """
        free = [one for one in of if self._is_free(one)]
        if not free or self.meeting.recorded:  # those stand together at the end
            return []
        one = min(free, key=self._rank)
        self.used.add(one.number)
        perspective = named(one, self.large)
        who = plural(perspective, 1) if perspective else None
        self.places += 1
        if manner in {"loose", "first"}:
            frames = LOOSE if manner == "loose" else FIRST
            nl, en = frames[turn % len(frames)]
            said = Both(f"een {who.nl}", f"one {who.en}") if who else Both("iemand", "somebody")
            return [say(f"{key}/quote-{one.number}", nl, en, who=said, voice=Voice(one))]
        nl, en = _frame(self.places, known=who is not None, manner=manner, restates=restates)
        return [say(f"{key}/quote-{one.number}", nl, en, who=who or "", voice=Voice(one))]

    def _is_free(self, one: Contribution) -> bool:
        return one.may_quote and one.number not in self.used and len(tidy(one.text)) >= SHORTEST

    def _rank(self, one: Contribution) -> tuple[int, int, int]:
        """What more people said first; then what reads easily; then what came first."""
        length = len(tidy(one.text))
        return (-one.weight, 0 if 30 <= length <= 200 else 1, one.number)  # noqa: PLR2004


KNOWN: Final = (
    ("In de woorden van een {who}: {voice}", "In the words of one {who}: {voice}"),
    ("Een {who} zei het zo: {voice}", "One {who} put it like this: {voice}"),
    ("Een {who} vertelde: {voice}", "One {who} told it like this: {voice}"),
)
RESTATED: Final = (("Of, zoals een {who} het zei: {voice}", "Or, as one {who} said: {voice}"),)
UNKNOWN: Final = (
    ("Iemand zei het zo: {voice}", "Somebody put it like this: {voice}"),
    ("In iemands eigen woorden: {voice}", "In somebody’s own words: {voice}"),
    ("Iemand legde het zo uit: {voice}", "Somebody explained it like this: {voice}"),
)
OTHER: Final = (
    ("Daar stond tegenover: {voice}", "Set against that: {voice}"),
    ("Iemand zag het anders: {voice}", "Somebody saw it differently: {voice}"),
    ("Niet iedereen keek er zo naar: {voice}", "Not everybody looked at it that way: {voice}"),
)


LOOSE: Final = (
    ("Los daarvan merkte {who} op: {voice}", "Apart from that, {who} remarked: {voice}"),
    ("{who^} wees nog op iets anders: {voice}", "{who^} pointed to something else: {voice}"),
    ("Ook dit werd gezegd, door {who}: {voice}", "This was said as well, by {who}: {voice}"),
)
FIRST: Final = (
    ("{who^} noemde dit: {voice}", "{who^} said: {voice}"),
    ("{who^} noemde iets anders: {voice}", "Another point, from {who}: {voice}"),
    ("En {who} zei: {voice}", "And {who} said: {voice}"),
)


def _frame(place: int, *, known: bool, manner: Manner, restates: bool) -> tuple[str, str]:
    frames: tuple[tuple[str, str], ...] = KNOWN if known else UNKNOWN
    if manner == "other":
        frames = OTHER
    elif known and restates:
        frames += RESTATED
    return frames[place % len(frames)]


def weight(of: Iterable[Contribution]) -> int:
    """How many cards were handed in for these."""
    return sum(one.weight for one in of)


def numbers(of: Iterable[Contribution]) -> list[int]:
    """The numbers printed beside them."""
    return [one.number for one in of]


def by_theme(
    teller: Teller, of: Iterable[Contribution]
) -> tuple[list[tuple[Theme, list[Contribution]]], list[Contribution]]:
    """Themes with what was put under them, the heaviest first, and what was put under none.

    What was entered afterwards was not counted, and keeps the order of its source.
    """
    groups: dict[str, list[Contribution]] = {}
    loose: list[Contribution] = []
    for one in of:
        (groups.setdefault(one.theme or "", []) if teller.theme_of(one) else loose).append(one)
    order = [one.key for one in teller.meeting.themes if one.key in groups]
    if not teller.meeting.recorded:
        order.sort(key=lambda key: -weight(groups[key]))  # stable: equal ones keep their order
    themes = {one.key: one for one in teller.meeting.themes}
    return [(themes[key], groups[key]) for key in order], loose


def names(themes: Iterable[Theme]) -> Listed:
    """Names of themes as a list."""
    return Listed(tuple(as_name(one.name) for one in themes))


def left_over(key: str, rest: Sequence[Contribution], nl: str, en: str) -> list[Sentence]:
    """One sentence for what stands in no other, so that nothing is lost."""
    if not rest:
        return []
    count = weight(rest)
    verb = Both("kwam er", "there was") if count == 1 else Both("kwamen er", "there were")
    return [
        say(
            key,
            f"Verder {{verb}} nog {{count}} {nl}.",
            f"{{verb^}} also {{count}} {en}.",
            verb=verb,
            count=counted(count, "contribution"),
            contributions=numbers(rest),
        )
    ]


def paragraph(*parts: Iterable[Sentence]) -> Iterator[Paragraph]:
    """One paragraph of all sentences there are, or none."""
    found = tuple(one for part in parts for one in part)
    if found:
        yield Paragraph(found)
