"""From a frame in two languages and what goes into it to a sentence.

A frame holds ``{slots}``; ``{slot^}`` begins with a capital. What goes in: a text that is the same
in both languages, one in each, several that become a list, or somebody's own words.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hartlijn.dialogues.report.meeting import Both, Contribution, Language
from hartlijn.dialogues.report.text import Run, Runs, Sentence
from hartlijn.dialogues.report.words import capital, listed
from hartlijn.lib.hidden import hidden
from hartlijn.lib.papers.paper import NEVER

LANGUAGES: Final[tuple[Language, ...]] = ("nl", "en")
SLOT: Final = re.compile(r"\{(\w+)(\^?)\}")
AND: Final = re.compile(r" (en|and) ")
LONGEST: Final = 400
"""A quotation is no longer than this; who wants to read on finds it under its number."""
ENDS: Final = ".!?…"
CLOSERS: Final = "’”\"')"


@dataclass(frozen=True)
class Voice:
    """Somebody's own words, between marks. Only with permission."""

    contribution: Contribution


@dataclass(frozen=True)
class Listed:
    """Several texts as a list with "and"."""

    items: tuple[Both, ...]


Filler = str | Both | Voice | Listed


def say(
    key: str,
    nl: str,
    en: str,
    *,
    contributions: Iterable[int] = (),
    findings: Iterable[int] = (),
    **slots: Filler,
) -> Sentence:
    """Make one sentence in both languages."""
    quoted = [one.contribution.number for one in slots.values() if isinstance(one, Voice)]
    return Sentence(
        key=key,
        nl=tuple(_joined(_filled(nl, slots, "nl"))),
        en=tuple(_joined(_filled(en, slots, "en"))),
        contributions=tuple(sorted({*contributions, *quoted})),
        findings=tuple(sorted(set(findings))),
        quotes=tuple(quoted),
    )


def whole(
    key: str, text: Both, *, contributions: Iterable[int] = (), findings: Iterable[int] = ()
) -> Sentence:
    """A sentence that somebody wrote, with a capital and a full stop."""
    return say(
        key,
        "{text^}",
        "{text^}",
        text=Both(ended(text.nl), ended(text.en)),
        contributions=contributions,
        findings=findings,
    )


def ended(text: str) -> str:
    """With a full stop where nothing ends it yet."""
    text = tidy(text)
    if not text or text.rstrip(CLOSERS)[-1:] in ENDS:
        return text
    return f"{text}."


def tidy(text: str) -> str:
    """On one line, without what cannot be seen and turns what can."""
    shown = "".join(" " if one.isspace() else one for one in text)
    shown = "".join(one for one in shown if not hidden(one) and one not in NEVER)
    return " ".join(unicodedata.normalize("NFC", shown).split())


def in_one(text: str, language: Language) -> Both:
    """A text of which there is one language only."""
    return Both(nl=text) if language == "nl" else Both(en=text)


BEGINS: Final = frozenset(
    [
        "De",
        "Het",
        "Een",
        "Hoe",
        "Wat",
        "Wie",
        "Waarom",
        "Welke",
        "Onze",
        "Ons",
        "The",
        "A",
        "An",
        "How",
        "What",
        "Who",
        "Why",
        "Which",
        "Our",
    ]
)
"""Words that are written with a capital only because a sentence begins there."""


def as_name(text: Both) -> Both:
    """Ready to stand inside a sentence: without a full stop, or a capital no name has."""
    return Both(_inside(text.nl), _inside(text.en))


def _inside(text: str) -> str:
    kept = tidy(text).rstrip(". ")
    begins, _, _ = kept.partition(" ")
    return kept[:1].lower() + kept[1:] if begins in BEGINS else kept


def shortened(text: str) -> str:
    """Somebody's words as they can stand in a paragraph, left off at a word."""
    text = tidy(text)
    if len(text) <= LONGEST:
        return ended(text)
    kept = text[: LONGEST + 1]
    return f"{kept.rsplit(' ', 1)[0][:LONGEST]} […]"


def _filled(frame: str, slots: dict[str, Filler], language: Language) -> Iterator[Run]:
    at = 0
    for found in SLOT.finditer(frame):
        yield Run(frame[at : found.start()])
        runs = list(_spoken(slots[found[1]], language))
        if found[2] and runs:
            first = runs[0].text
            runs[0] = Run(capital(first), runs[0].language)
        yield from runs
        at = found.end()
    yield Run(frame[at:])


def _spoken(filler: Filler, language: Language) -> Iterator[Run]:
    if isinstance(filler, str):
        yield Run(tidy(filler))
    elif isinstance(filler, Both):
        yield one_of_both(filler, language)
    elif isinstance(filler, Voice):
        yield Run("‘")
        yield _voice(filler.contribution, language)
        yield Run("’")
    else:
        yield from _list([one_of_both(one, language) for one in filler.items], language)


def one_of_both(text: Both, language: Language) -> Run:
    """In the language asked for; else in the other, and marked."""
    own = tidy(text.of(language))
    if own:
        return Run(own)
    other: Language = "en" if language == "nl" else "nl"
    said = tidy(text.of(other))
    return Run(said, other) if said else Run("")


def spoken(contribution: Contribution, language: Language) -> Run:
    """Somebody's words, translated where that was done; else as they were said, and marked."""
    if contribution.language == language:
        return Run(ended(contribution.text))
    if contribution.translation:
        return Run(ended(contribution.translation))
    return Run(ended(contribution.text), contribution.language)


def _voice(contribution: Contribution, language: Language) -> Run:
    whole_of_it = spoken(contribution, language)
    return Run(shortened(whole_of_it.text), whole_of_it.language)


def _list(runs: Sequence[Run], language: Language) -> Iterator[Run]:
    """The words between the items stay in the language of the page."""
    marks = [f"\x00{place}\x00" for place in range(len(runs))]
    bare = [one.text for one in runs if not one.text.startswith("‘")]
    line = listed(
        marks,
        language,
        parted=any(", " in one for one in bare),
        double=any(AND.search(one) for one in bare),
    )
    for place, piece in enumerate(line.split("\x00")):
        if place % 2:
            yield runs[int(piece)]
        else:
            yield Run(piece)


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Neighbours of one language together, so that the same text is always the same runs."""
    last: Run | None = None
    for one in runs:
        if not one.text:
            continue
        if last is not None and last.language == one.language:
            last = Run(last.text + one.text, one.language)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def text_of(runs: Runs) -> str:
    """Runs as plain text."""
    return "".join(one.text for one in runs)
