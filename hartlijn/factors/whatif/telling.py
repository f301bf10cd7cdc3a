"""What a scenario says in plain words: a direction, how far, and in how many maps. No decimals."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from hartlijn.stats.cognitive_map import Outcome, Runs
from hartlijn.stats.what_if import NOTHING, Change

FAR: Final = (
    (0.02, gettext_lazy("nauwelijks")),
    (0.08, gettext_lazy("een beetje")),
    (0.2, gettext_lazy("duidelijk")),
    (2.0, pgettext_lazy("hoe ver", "sterk")),
)
"""Up to which change a word goes. Of a scale from -1 to 1 half is taken."""
SURE: Final = 0.7
"""In fewer maps than this no direction is told."""


class Way(StrEnum):
    """Which way a factor goes."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    EITHER = "either"
    """Some maps say up and others down."""


WAYS: Final[dict[Way, str | Promise]] = {
    Way.UP: gettext_lazy("omhoog"),
    Way.DOWN: gettext_lazy("omlaag"),
}


def out_of_ten(share: float) -> int:
    """In how many of ten maps, never rounded up."""
    return int(share * 10 + 1e-9)


def how_far(change: float) -> str:
    """A change as a word."""
    return str(next(word for most, word in FAR if abs(change) <= most))


@dataclass(frozen=True)
class Move:
    """What is told of one change: which way, from how far to how far, and in how many maps."""

    way: Way
    least: str = ""
    most: str = ""
    tens: int = 0

    @property
    def far(self) -> str:
        """How far, as one or two words."""
        if self.least == self.most:
            return self.most
        return _("van {least} tot {most}").format(least=self.least, most=self.most)


def move(change: Change, *, draws: int, scale: float = 1) -> Move:
    """A change in words. ``scale``: from the lowest value of a factor to the highest."""
    near, far = sorted((change.low / scale, change.high / scale), key=abs)
    if abs(far) <= NOTHING:
        return Move(Way.SAME)
    if draws and change.direction_share < SURE:
        return Move(Way.EITHER)
    way = Way.UP if change.low + change.high > 0 else Way.DOWN
    if not draws:
        return Move(way, how_far(far), how_far(far))
    least = how_far(near if near * far > 0 else 0)
    return Move(way, least, how_far(far), out_of_ten(change.direction_share))


def told(name: str, change: Change, *, draws: int, scale: float = 1) -> str:
    """One factor in a sentence."""
    found = move(change, draws=draws, scale=scale)
    if found.way is Way.SAME:
        return _("{name} blijft gelijk.").format(name=name)
    if found.way is Way.EITHER:
        return _("{name} kan beide kanten op gaan: de kaarten zijn het niet eens.").format(
            name=name
        )
    words = {"name": name, "way": WAYS[found.way], "far": found.far}
    if not draws:
        return _("{name} gaat {way}, {far}.").format(**words)
    return _("{name} gaat {way}, {far}, in {number} van de 10 kaarten.").format(
        number=found.tens, **words
    )


def ended(runs: Runs) -> Outcome:
    """How all runs ended: what did not come to rest in one of them is not hidden by the others."""
    if runs.is_still.all():
        return Outcome.FIXED_POINT
    moving = ~runs.is_still
    return Outcome.LIMIT_CYCLE if runs.repeats[moving].all() else Outcome.NO_CONVERGENCE


def unrest(without: Runs, with_held: Runs) -> Iterator[str]:
    """Runs that did not come to rest are said, those without anything held too."""
    for runs in (without, with_held):
        if (outcome := ended(runs)) is not Outcome.FIXED_POINT:
            where = (
                _("Met wat vaststaat") if runs is with_held else _("Zonder dat er iets vaststaat")
            )
            sentence = (
                _("{where} blijven kaarten rondgaan ({number} van de {all}).")
                if outcome is Outcome.LIMIT_CYCLE
                else _("{where} komen kaarten niet tot rust ({number} van de {all}).")
            )
            number = int((~runs.is_still).sum())
            yield sentence.format(where=where, number=number, all=len(runs.is_still))
