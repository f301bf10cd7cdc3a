"""From cells and tracks to points on a sheet. One unit is a pixel on a screen 1280 wide."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from typing import Final

from hartlijn.factors.drawing.placing import Cell
from hartlijn.factors.drawing.routing import UP, Way, Ways

WIDTH: Final = 1264
HEIGHT: Final = 616
"""What fits on a beamer under one row of buttons. A large map is higher."""
SIDE: Final = 26
"""Room for the names of the bands."""
GUTTER: Final = 22
BOX: Final = 51
EDGE: Final = 10
"""Between a box and the first track of a channel."""
LEAST_STEP: Final = 4.0
MOST_STEP: Final = 10.0
ROUND: Final = 4.0
BADGE: Final = 7.0

Point = tuple[float, float]


@dataclass(frozen=True)
class Sheet:
    """Where rows, columns and tracks lie."""

    width: float
    height: float
    box: float
    rows: tuple[float, ...]
    """The top of the boxes of each row."""
    channels: tuple[tuple[float, float], ...]
    """The top and height of each channel; the first lies above the first row."""
    step: float

    def left(self, column: int) -> float:
        """Where the boxes of a column begin."""
        return SIDE + GUTTER + column * (self.box + GUTTER)

    def port(self, cell: Cell, side: int, share: float) -> Point:
        """A point on the top or bottom of a box."""
        top = self.rows[cell[0]]
        return self.left(cell[1]) + share * self.box, top if side == UP else top + BOX

    def track(self, channel: int, track: int, of: int) -> float:
        """How high a track lies in its channel, all of them together in its middle."""
        top, height = self.channels[channel]
        return top + height / 2 + (track - (of - 1) / 2) * self.step

    def gutter(self, gutter: int, track: int, of: int) -> float:
        """Where a track lies in its gutter."""
        step = min(6.0, (GUTTER - 8) / max(1, of - 1))
        return self.left(gutter) - GUTTER / 2 + (track - (of - 1) / 2) * step


def sheet_for(columns: int, rows: int, tracks: Mapping[int, int]) -> Sheet:
    """As high as a beamer when everything fits on it, else as high as it must be."""
    counts = [tracks.get(channel, 0) for channel in range(rows + 1)]
    spare = HEIGHT - rows * BOX - (rows + 1) * 2 * EDGE
    steps = sum(max(0, count - 1) for count in counts)
    step = min(MOST_STEP, max(LEAST_STEP, spare / steps)) if steps else MOST_STEP
    heights = [2 * EDGE + max(0, count - 1) * step for count in counts]
    tops, channels, y = [], [], 0.0
    for number, height in enumerate(heights):
        channels.append((y, height))
        y += height
        if number < rows:
            tops.append(y)
            y += BOX
    box = (WIDTH - SIDE - (columns + 1) * GUTTER) / columns
    return Sheet(WIDTH, y, box, tuple(tops), tuple(channels), step)


def points_of(way: Way, ways: Ways, sheet: Sheet) -> tuple[Point, ...]:
    """The corners of a line, its ends on the edges of boxes."""
    begin = sheet.port(way.source, way.leaves, way.ports[0])
    end = sheet.port(way.target, way.enters, way.ports[1])
    first, last = way.runs[0], way.runs[-1]
    high = sheet.track(first.channel, first.track, ways.tracks[first.channel])
    if way.gutter is None:
        return begin, (begin[0], high), (end[0], high), end
    low = sheet.track(last.channel, last.track, ways.tracks[last.channel])
    x = sheet.gutter(way.gutter, way.gutter_track, ways.gutter_tracks[way.gutter])
    return begin, (begin[0], high), (x, high), (x, low), (end[0], low), end


def path(points: Sequence[Point]) -> str:
    """The points as a path with round corners."""
    said = [f"M{_n(points[0][0])} {_n(points[0][1])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        into, out = _towards(corner, before), _towards(corner, after)
        said.append(f"L{_p(into)}Q{_p(corner)} {_p(out)}")
    said.append(f"L{_p(points[-1])}")
    return "".join(said)


def arrow(points: Sequence[Point]) -> str:
    """A head on the last of them."""
    (x, y), (_x, before) = points[-1], points[-2]
    way = -1 if before < y else 1
    return f"M{_n(x)} {_n(y)}L{_n(x - 4)} {_n(y + way * 8)}L{_n(x + 4)} {_n(y + way * 8)}Z"


def badge_at(points: Sequence[Point], taken: list[Point]) -> Point:
    """A place on a line for its sign, as far as can be from signs of others and near its end."""
    found = [
        (x, y)
        for begin, end in reversed(list(pairwise(points)))
        for x, y in _along(begin, end)
        if all(hypot(x - one, y - other) >= 2 * BADGE + 1 for one, other in taken)
    ]
    begin, end = max(
        pairwise(points), key=lambda one: hypot(one[0][0] - one[1][0], one[0][1] - one[1][1])
    )
    middle = ((begin[0] + end[0]) / 2, (begin[1] + end[1]) / 2)
    place = found[0] if found else middle
    taken.append(place)
    return place


def _along(begin: Point, end: Point) -> list[Point]:
    """Places on a straight piece, not too close to its ends."""
    length = hypot(begin[0] - end[0], begin[1] - end[1])
    count = int((length - 2 * BADGE - 2) // 6)
    if count < 1:
        return []
    order = sorted(range(1, count + 1), key=lambda one: abs(one - (count + 1) / 2))
    return [
        (
            begin[0] + (end[0] - begin[0]) * one / (count + 1),
            begin[1] + (end[1] - begin[1]) * one / (count + 1),
        )
        for one in order
    ]


def _towards(corner: Point, other: Point) -> Point:
    length = hypot(corner[0] - other[0], corner[1] - other[1])
    if not length:
        return corner
    part = min(ROUND, length / 2) / length
    return corner[0] + (other[0] - corner[0]) * part, corner[1] + (other[1] - corner[1]) * part


def _p(point: Point) -> str:
    return f"{_n(point[0])} {_n(point[1])}"


def _n(number: float) -> str:
    """With a dot in every language, and no more decimals than can be seen."""
    return f"{number:.1f}".removesuffix(".0")
