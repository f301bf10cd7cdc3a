"""What may be said of a group: the one door for figures over several people.

A whole is split into places by one fixed tree (an organisation by its locations); nobody filters.
What is said of a place holds for at least ``SMALLEST`` paths. The whole is said over everything
when what is left beside the places that are shown is at least ``SMALLEST`` too, and otherwise
over the shown places alone; so no subtraction ever finds fewer, and a page is the same whatever
a number below ``SMALLEST`` is, nothing included.

Below ``WORDS_BELOW`` a share is said in words, of which the outer ones hold a little more than
nobody and everybody: "all of them" would speak of each.

Why eight: ``docs/decisions/0020-paths-and-promises.md``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

SMALLEST: Final = 8
WORDS_BELOW: Final = 50
STEP: Final = 10
"""From ``WORDS_BELOW`` on a share is a percentage, rounded to this."""


class Share(StrEnum):
    """How many of a group, in words."""

    FEW = "few"
    """Nobody, or hardly anybody."""
    SOME = "some"
    """Fewer than half."""
    HALF = "half"
    """About half."""
    MANY = "many"
    """More than half."""
    MOST = "most"
    """Nearly everybody, or everybody."""


BOUNDS: Final = (
    (Share.FEW, 15),
    (Share.SOME, 40),
    (Share.HALF, 60),
    (Share.MANY, 85),
    (Share.MOST, 100),
)
"""Each with the last whole percentage it holds."""


@dataclass(frozen=True)
class Count:
    """What was counted of one place: ``said`` of ``asked`` things, of so many paths."""

    paths: int
    """Different people's paths that count in it; this decides whether anything is said."""
    said: int
    asked: int

    def __post_init__(self) -> None:
        """Refuse what cannot be: less than nothing, or more said than asked."""
        if not (0 <= self.said <= self.asked and self.paths >= 0):
            raise ValueError("A count says at most what was asked, and nothing below zero.")


@dataclass(frozen=True)
class Shown:
    """What may be said of a place."""

    share: Share
    percent: int | None
    """Rounded to ``STEP``; ``None`` below ``WORDS_BELOW`` paths."""


def shown(count: Count) -> Shown | None:
    """What may be said of a count that stands alone; ``None`` below ``SMALLEST``, whatever it is."""
    if count.paths < SMALLEST or count.asked == 0:
        return None
    percent = 100 * count.said / count.asked
    share = next(word for word, last in BOUNDS if percent <= last)
    exact = count.paths >= WORDS_BELOW
    return Shown(share, _rounded(percent) if exact else None)


@dataclass(frozen=True)
class Released:
    """What may be said of a whole and its places."""

    places: Mapping[str, Shown | None]
    """``None`` for a place of which nothing may be said."""
    whole: Shown | None
    covers_all: bool
    """Whether ``whole`` counts everything; otherwise the places that are shown, and no more."""


def release(places: Mapping[str, Count], outside: Count) -> Released:
    """What may be said of a whole that is split into places.

    ``outside``: what belongs to the whole and to no place. Counts have no path in common.
    """
    named = {key: shown(one) for key, one in places.items()}
    is_shown = {key for key in places if places[key].paths >= SMALLEST}
    rest = total([outside, *(one for key, one in places.items() if key not in is_shown)])
    covers_all = not is_shown or rest.paths >= SMALLEST
    over = [places[key] for key in is_shown] + ([rest] if covers_all else [])
    return Released(named, shown(total(over)), covers_all)


def total(counts: Iterable[Count]) -> Count:
    """Counts of places without a path in common, put together."""
    held = list(counts)
    return Count(
        paths=sum(one.paths for one in held),
        said=sum(one.said for one in held),
        asked=sum(one.asked for one in held),
    )


def _rounded(percent: float) -> int:
    """To the nearest ``STEP``, and never to nobody or everybody."""
    nearest = STEP * round(percent / STEP)
    return min(100 - STEP, max(STEP, nearest))
