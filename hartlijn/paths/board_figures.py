"""The figures of a board: counted by location, and let through the one door. Pure: no database.

Of each kind of promise or step by itself, with the locations as places. What is said of a
location over all kinds counts the kinds that are shown there and no others, so that nothing of
what is left out can be found by taking the one from the other.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from hartlijn.stats.disclosure import SMALLEST, Count, Shown, release, total

Group = tuple[str, ...]
"""What is counted: of a promise who says what of which kind, of a step which kind."""

NOTHING: Final = Count(0, 0, 0)


@dataclass(frozen=True)
class Seen:
    """One thing that was asked of one path: whether ``group`` holds for it."""

    group: Group
    path: str
    place: str | None
    """The location; None for a path that hangs at none."""
    holds: bool


@dataclass
class _Tally:
    paths: set[str] = field(default_factory=set)
    said: int = 0
    asked: int = 0

    def add(self, one: Seen) -> None:
        self.paths.add(one.path)
        self.said += one.holds
        self.asked += 1

    @property
    def count(self) -> Count:
        return Count(len(self.paths), self.said, self.asked)


@dataclass(frozen=True)
class Table:
    """Everything that was counted, by group and place."""

    cells: Mapping[Group, Mapping[str | None, _Tally]]
    places: Sequence[str]

    def released(self, group: Group) -> dict[str, Any]:
        """What may be said of one group: by place and of the whole."""
        held = self.cells.get(group, {})
        by_place = {one: held[one].count if one in held else NOTHING for one in self.places}
        outside = held[None].count if None in held else NOTHING
        return _as_json(release(by_place, outside))

    def over(self, groups: Iterable[Group]) -> dict[str, Any]:
        """What may be said by place over those groups that are shown there."""
        wanted = [self.cells[one] for one in groups if one in self.cells]
        by_place = {place: self._together(wanted, place) for place in self.places}
        return _as_json(release(by_place, NOTHING))

    def _together(self, wanted: list[Mapping[str | None, _Tally]], place: str) -> Count:
        here = [one[place] for one in wanted if place in one]
        large = [one for one in here if len(one.paths) >= SMALLEST]
        whole = total(one.count for one in large)
        paths: set[str] = set().union(*(one.paths for one in large))
        return Count(len(paths), whole.said, whole.asked)


def counted(seen: Iterable[Seen], places: Sequence[str]) -> Table:
    """Count by group and place; a path counts once, however often something was asked of it."""
    cells: dict[Group, dict[str | None, _Tally]] = defaultdict(lambda: defaultdict(_Tally))
    for one in seen:
        cells[one.group][one.place].add(one)
    return Table({group: dict(held) for group, held in cells.items()}, places)


def _as_json(found: Any) -> dict[str, Any]:
    return {
        "places": {place: _one(shown) for place, shown in found.places.items()},
        "whole": _one(found.whole),
        "covers_all": found.covers_all,
    }


def _one(shown: Shown | None) -> dict[str, Any] | None:
    return {"share": shown.share.value, "percent": shown.percent} if shown else None
