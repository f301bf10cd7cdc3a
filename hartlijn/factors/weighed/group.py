"""The map of a group out of what each of them weighed, and where they differ.

Nothing is told of fewer than five people: not of the round, and not of one relation in it. What is
told is folded once, when the round closes; the answers themselves are not needed for it after that.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final, Self

import numpy as np

from hartlijn.factors.document import MapDocument, Relation
from hartlijn.factors.formats.matrix import matrix_of
from hartlijn.factors.weighed.answers import Answer, Way
from hartlijn.factors.weights import AROUND
from hartlijn.stats.cognitive_map import Numbers
from hartlijn.stats.merge import merge
from hartlijn.stats.what_if import Ranges

SMALLEST: Final = 5
"""So many people at least, or nothing is shown."""

Sheet = Mapping[str, str]
"""What one person answered: the code of an answer by the key of a relation."""


@dataclass(frozen=True)
class Heard:
    """What the group thinks of one relation. ``middle`` is None when fewer than five could say."""

    source: str
    target: str
    directed: bool
    low: float | None = None
    middle: float | None = None
    high: float | None = None
    differ: bool = False
    """They lie far apart, or point opposite ways."""
    opposite: bool = False
    unsure: bool = False
    """At least five said that they do not know."""

    @property
    def is_told(self) -> bool:
        """Whether enough of them could say."""
        return self.middle is not None

    def is_of(self, relation: Relation) -> bool:
        """Whether a relation of another version still joins the same two."""
        mine = (self.source, self.target, self.directed)
        return mine == (relation.source, relation.target, relation.directed)


@dataclass(frozen=True)
class Group:
    """The folded answers of a round."""

    people: int
    relations: Mapping[str, Heard]

    @property
    def told(self) -> int:
        """Of how many relations the group said how strong they are."""
        return sum(one.is_told for one in self.relations.values())

    def as_json(self) -> dict[str, Any]:
        """To keep."""
        return {
            "people": self.people,
            "relations": {key: asdict(one) for key, one in self.relations.items()},
        }

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Self:
        """Read what was kept."""
        return cls(kept["people"], {key: Heard(**one) for key, one in kept["relations"].items()})


def fold(document: MapDocument, sheets: Iterable[Sheet]) -> Group | None:
    """The map of the group; None when fewer than five people said anything."""
    filled = [one for one in (_known(document, sheet) for sheet in sheets) if one]
    if len(filled) < SMALLEST:
        return None
    merged = merge(_weighed(document, filled))
    where = _where(document)
    heard: dict[str, Heard] = {}
    for one in document.relations:
        at = where[one.source], where[one.target]
        unsure = sum(sheet.get(one.key) == Answer(Way.DONT_KNOW).code for sheet in filled)
        told = bool(merged.people[at] >= SMALLEST)
        heard[one.key] = Heard(
            source=one.source,
            target=one.target,
            directed=one.directed,
            low=_kept(merged.low[at]) if told else None,
            middle=_kept(merged.middle[at]) if told else None,
            high=_kept(merged.high[at]) if told else None,
            differ=told and bool(merged.differ[at]),
            opposite=told and bool(merged.opposite[at]),
            unsure=unsure >= SMALLEST,
        )
    return Group(len(filled), heard)


def ranges(document: MapDocument, group: Group) -> Ranges:
    """The map of the group to draw from; where it said too little, what the map itself says.

    Somebody's word is as wide as a word is, so the range of the group reaches that far beyond the
    middles of its words; never through 0 when nobody pointed the other way.
    """
    otherwise, where = matrix_of(document).ranges(), _where(document)
    low, high = otherwise.low.copy(), otherwise.high.copy()
    for one, heard in _told(document, group):
        least, most = _widened(heard.low or 0.0, heard.high or 0.0)
        for at in _cells(one, where):
            low[at], high[at] = least, most
    return Ranges(low, high)


def own_maps(document: MapDocument, group: Group, sheets: Iterable[Sheet]) -> Numbers | None:
    """Everybody's own map: (people, factors, factors); None when fewer than five are left.

    Of a relation of which the group says nothing, nobody's own answer counts either.
    """
    told = {one.key for one, _heard in _told(document, group)}
    filled = [
        own
        for sheet in sheets
        if (own := {key: code for key, code in _known(document, sheet).items() if key in told})
    ]
    if len(filled) < SMALLEST:
        return None
    weighed = _weighed(document, filled)
    return np.where(np.isnan(weighed), ranges(document, group).middle, weighed)


def _kept(number: float) -> float:
    return round(float(number), 3) + 0.0  # never -0.0


def _told(document: MapDocument, group: Group) -> list[tuple[Relation, Heard]]:
    found = ((one, group.relations.get(one.key)) for one in document.relations)
    return [(one, heard) for one, heard in found if heard and heard.is_told and heard.is_of(one)]


def _known(document: MapDocument, sheet: Sheet) -> Sheet:
    keys = {one.key for one in document.relations}
    return {key: code for key, code in sheet.items() if key in keys}


def _weighed(document: MapDocument, sheets: Sequence[Sheet]) -> Numbers:
    """(people, factors, factors), NaN where somebody did not or could not say."""
    where = _where(document)
    weighed = np.full((len(sheets), len(where), len(where)), np.nan)
    for person, sheet in enumerate(sheets):
        for one in document.relations:
            if one.key in sheet:
                for row, column in _cells(one, where):
                    weighed[person, row, column] = Answer.of(sheet[one.key]).number
    return weighed


def _where(document: MapDocument) -> dict[str, int]:
    return {factor.key: number for number, factor in enumerate(document.factors)}


def _cells(one: Relation, where: Mapping[str, int]) -> tuple[tuple[int, int], ...]:
    """Where it stands in the square; one without direction acts both ways."""
    there = where[one.source], where[one.target]
    return (there,) if one.directed else (there, there[::-1])


def _widened(low: float, high: float) -> tuple[float, float]:
    least = low - AROUND if low else 0.0
    most = high + AROUND if high else 0.0
    if low > 0:
        least = max(0.0, least)
    if high < 0:
        most = min(0.0, most)
    return max(-1.0, least), min(1.0, most)
