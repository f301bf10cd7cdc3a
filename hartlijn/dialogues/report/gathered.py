"""What was missing, what school and practice can do, and what else was said: theme by theme."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hartlijn.dialogues.report.meeting import Both, Contribution, ContributionKind, Theme
from hartlijn.dialogues.report.saying import as_name, say, whole
from hartlijn.dialogues.report.telling import (
    Teller,
    by_theme,
    left_over,
    names,
    numbers,
    paragraph,
    weight,
)
from hartlijn.dialogues.report.text import Paragraph, Sentence
from hartlijn.dialogues.report.words import counted, number

MOST_THEMES: Final = 8
"""So many themes get a paragraph; the others stand together in one sentence."""
MOST_LOOSE: Final = 3
"""So many quotations of what stands under no theme."""
SMALL: Final = 2
"""A theme of no more cards than this is named with others like it."""

Frame = tuple[str, str]


@dataclass(frozen=True)
class Manner:
    """How one part speaks. Frames go round, so that no two neighbours begin alike."""

    first: Frame
    next: tuple[Frame, ...]
    recorded: tuple[Frame, ...]
    minor: Frame
    left: Frame
    nothing: Frame | None = None


ABOVE_ALL: Final = (
    "Vooral ging het daarbij over {name} ({count}).",
    "Above all it was about {name} ({count}).",
)
ONLY: Final = (
    ("Die ging over {name}.", "It was about {name}."),
    ("Die gingen allemaal over {name}.", "They were all about {name}."),
)
"""When all that the opening counted was about one thing: one contribution, or more."""
SOME: Final = ("{number^} daarvan gingen over {name}.", "{number^} of them were about {name}.")
MANNERS: Final[dict[ContributionKind, Manner]] = {
    "missing": Manner(
        first=SOME,
        next=(
            ("Daarna ging het over {name} ({count}).", "Next came {name} ({count})."),
            ("Ook voor {name} vroegen zij aandacht ({count}).", "They also asked for attention to {name} ({count})."),
            ("Verder bleef volgens hen {name} buiten beeld ({count}).", "They also felt that {name} had been left out ({count})."),
            ("Met {count} ging het ook over {name}.", "With {count}, it was also about {name}."),
        ),
        recorded=(
            ("In de eerste plaats vroegen de aanwezigen aandacht voor {name}.", "First of all those present asked for attention to {name}."),
            ("Daarna ging het over {name}.", "After that it was about {name}."),
            ("Ook stonden zij stil bij {name}.", "They gave some thought to {name}."),
            ("Daarnaast noemden zij {name}.", "They also named {name}."),
            ("Verder spraken zij over {name}.", "They went on to speak about {name}."),
            ("Ook aan {name} werd gedacht.", "{name^} came up too."),
        ),
        minor=("Minder vaak genoemd, maar ook dit hoort erbij: {names}.", "Mentioned less often, but this belongs here too: {names}."),
        left=("over iets wat ontbrak", "about something that was missing"),
        nothing=("Niemand noemde iets wat in de resultaten ontbrak.", "Nobody mentioned anything that was missing from the results."),
    ),
    "education": Manner(
        first=ABOVE_ALL,
        next=(
            ("Daarnaast kwam het gesprek op {name} ({count}).", "The conversation also turned to {name} ({count})."),
            ("Ook in {name} zagen mensen iets wat de opleiding kan oppakken ({count}).", "In {name} too people saw something education can take up ({count})."),
            ("Verder wezen zij de opleiding op {name} ({count}).", "They also asked education to look at {name} ({count})."),
        ),
        recorded=(
            ("Voor de opleiding ging het ook over {name}.", "For education it was also about {name}."),
            ("Daarnaast wezen de aanwezigen op {name}.", "Those present also pointed to {name}."),
        ),
        minor=("Een enkeling noemde voor de opleiding ook {names}.", "For education a few also mentioned {names}."),
        left=("voor de opleiding", "for education"),
        nothing=("Over wat de opleiding kan doen, is niets opgeschreven.", "Nothing was written down about what education can do."),
    ),
    "practice": Manner(
        first=ABOVE_ALL,
        next=(
            ("Ook voor {name} vroegen mensen tijd en aandacht ({count}).", "People asked for time and attention for {name} as well ({count})."),
            ("Verder wezen mensen werkgevers op {name} ({count}).", "They also asked employers to look at {name} ({count})."),
        ),
        recorded=(("Voor de praktijk ging het ook over {name}.", "For practice it was also about {name}."),),
        minor=("Een enkeling noemde voor de praktijk ook {names}.", "For practice a few also mentioned {names}."),
        left=("voor de praktijk", "for practice"),
    ),
    "together": Manner(
        first=ABOVE_ALL,
        next=(("Ook over {name} spraken zij samen ({count}).", "They also spoke together about {name} ({count})."),),
        recorded=(("Het ging ook over {name}.", "It was also about {name}."),),
        minor=("Een enkeling noemde ook {names}.", "A few also mentioned {names}."),
        left=("over wat opleiding en praktijk samen kunnen doen", "about what education and practice can do together"),
    ),
    "other": Manner(
        first=ABOVE_ALL,
        next=(("Het ging ook nog over {name} ({count}).", "It was about {name} as well ({count})."),),
        recorded=(("Ook ging het over {name}.", "It was also about {name}."),),
        minor=("Kort ging het ook over {names}.", "Briefly it was also about {names}."),
        left=("over iets anders", "about something else"),
    ),
}  # fmt: skip


def gathered(
    teller: Teller,
    kind: ContributionKind,
    of: Sequence[Contribution],
    *,
    before: Iterable[Sentence] = (),
    opened: bool = False,
) -> Iterator[Paragraph]:
    """Theme by theme; ``opened`` when the part has said already what it is about."""
    before = tuple(before)
    manner = MANNERS[kind]
    if not of:
        if manner.nothing and not opened and not teller.meeting.recorded:
            nl, en = manner.nothing
            yield from paragraph([say(f"{kind}/nothing", nl, en)])
        return
    themed, loose = by_theme(teller, of)
    main, minor = _split(themed, recorded=teller.meeting.recorded)
    for place, (theme, those) in enumerate(main):
        key = f"{kind}/theme-{theme.key}"
        yield from paragraph(
            before if place == 0 else (),
            [_about(kind, place, themed, of, opened=None if teller.meeting.recorded else opened)],
            said := [*_says(key, theme, those), *teller.retold(key, those)],
            teller.quote(key, those, restates=bool(said)),
        )
    if minor:
        yield from paragraph(_minor(teller, kind, minor))
    if loose:
        found = list(_loose(teller, kind, loose, themed=bool(main) or opened))
        alone = before and not main and len(found) == 1 and found[0].key.endswith("/rest")
        # Where nothing but a sum could be told, the opening told it.
        yield from paragraph(() if main else before, () if alone else found)


Themed = list[tuple[Theme, list[Contribution]]]


def _split(themed: Themed, *, recorded: bool) -> tuple[Themed, Themed]:
    if recorded:
        return themed, []
    main = [one for one in themed if weight(one[1]) > SMALL][:MOST_THEMES]
    main = main or themed[:MOST_THEMES]  # a small meeting has small themes only
    return main, [one for one in themed if one not in main]


def _about(
    kind: ContributionKind,
    place: int,
    themed: "Themed",
    of: Sequence[Contribution],
    *,
    opened: bool | None,  # None: entered afterwards
) -> Sentence:
    manner, (theme, those) = MANNERS[kind], themed[place]
    if opened is None:
        rest = manner.recorded[1:] or manner.recorded
        nl, en = manner.recorded[0] if place == 0 else rest[(place - 1) % len(rest)]
    else:
        turn = place - (0 if opened else 1)
        nl, en = manner.next[turn % len(manner.next)] if turn >= 0 else _first(manner, themed, of)
    count = weight(those)
    if count == 1:
        nl, en = _single(nl), _single(en)
    return say(
        f"{kind}/theme-{theme.key}",
        nl,
        en,
        name=as_name(theme.name),
        number=number(count),
        count=counted(count, "contribution"),
        contributions=numbers(those),
    )


def _first(manner: Manner, themed: "Themed", of: Sequence[Contribution]) -> Frame:
    """The theme that comes right after the opening counted all."""
    count, every = weight(themed[0][1]), weight(of)
    if count == every:
        return ONLY[every > 1]
    most_others = weight(themed[1][1]) if len(themed) > 1 else 1
    return manner.first if count > most_others else SOME  # one card is nothing above all


def _single(frame: str) -> str:
    """The same frame about one contribution."""
    for many, one in (("gingen", "ging"), (" zijn ", " is "), (" were ", " was ")):
        frame = frame.replace(many, one)
    return frame


def _says(key: str, theme: Theme, those: Sequence[Contribution]) -> Iterator[Sentence]:
    if theme.says:
        yield whole(f"{key}/says", theme.says, contributions=numbers(those))


def _minor(teller: Teller, kind: ContributionKind, minor: Themed) -> Iterator[Sentence]:
    found = [one for _theme, those in minor for one in those]
    nl, en = MANNERS[kind].minor
    key = f"{kind}/minor"
    yield say(
        key, nl, en, names=names(theme for theme, _those in minor), contributions=numbers(found)
    )
    retold = list(teller.retold(key, found))
    yield from retold
    yield from teller.quote(key, found, restates=bool(retold))


def _loose(
    teller: Teller, kind: ContributionKind, loose: Sequence[Contribution], *, themed: bool
) -> Iterator[Sentence]:
    key = f"{kind}/loose"
    yield from teller.retold(key, loose)
    for turn in range(MOST_LOOSE):
        yield from teller.quote(key, loose, "loose" if themed else "first", turn=turn)
    rest = [one for one in loose if one.number not in teller.used]
    yield from left_over(f"{key}/rest", rest, *MANNERS[kind].left)


ABOUT: Final[dict[ContributionKind, Frame]] = {
    "missing": ("wat in de resultaten nog ontbrak", "what was still missing from the results"),
    "education": ("wat de opleiding kan doen", "what education can do"),
    "practice": ("wat de praktijk kan doen", "what practice can do"),
    "together": ("wat zij samen kunnen doen", "what they can do together"),
    "other": ("iets anders dan wat voorlag", "something other than the findings"),
}


def opening(
    kind: ContributionKind, of: Sequence[Contribution], *, recorded: bool
) -> Iterator[Sentence]:
    """How a part begins that no lead opened."""
    if not of or (recorded and kind != "missing"):
        return
    nl = "{count^} gingen over {about}."
    en = "{count^} were about {about}."
    if recorded:
        nl = "Er ontbrak volgens de aanwezigen ook iets in de resultaten."
        en = "According to those present, something was missing from the results too."
    elif weight(of) == 1:
        nl, en = _single(nl), _single(en)
    yield say(
        f"{kind}/opening",
        nl,
        en,
        count=counted(weight(of), "contribution"),
        about=Both(*ABOUT.get(kind, ("", ""))),
        contributions=numbers(of),
    )
