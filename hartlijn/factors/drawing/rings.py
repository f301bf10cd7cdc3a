"""The circle of influence of one factor: what acts on it at its left, what it acts on at its right."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from hartlijn.factors.document import Factor, MapDocument, Relation
from hartlijn.factors.drawing.drawn import MARKS, Box, Line, box_for, classes_of
from hartlijn.factors.drawing.geometry import Point, badge_at
from hartlijn.factors.words import Process

BOX: Final = (176, 46)
GAP: Final = 10
BETWEEN: Final = 88
EDGE: Final = 12
HEAD: Final = 26


MIDDLE: Final = 2
"""The column of the factor itself, of five."""


@dataclass(frozen=True)
class Frame:
    """What stands around a column: where, how wide, and which ring it is of."""

    x: int
    width: int
    ring: int

    @property
    def middle(self) -> int:
        """Where its name stands."""
        return self.x + self.width // 2

    @property
    def name(self) -> str:
        """Which ring it is."""
        return _("eerste ring") if self.ring == 1 else _("tweede ring")


@dataclass(frozen=True)
class Rings:
    """The two rings around a factor, drawn, and as lists."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    frames: tuple[Frame, ...]
    first_in: tuple[Factor, ...]
    first_out: tuple[Factor, ...]
    second_in: tuple[Factor, ...]
    second_out: tuple[Factor, ...]

    @property
    def tall(self) -> int:
        """How high a frame is."""
        return self.height - 4


def draw_rings(document: MapDocument, key: str) -> Rings:
    """The rings of the factor with this key."""
    factors = {one.key: one for one in document.factors}
    first_in = _acting_on(document, {key}, {key})
    first_out = _acted_on(document, {key}, {key, *first_in})
    second_in = _acting_on(document, first_in, {key, *first_in, *first_out})
    second_out = _acted_on(document, first_out, {key, *first_in, *first_out, *second_in})
    columns = [second_in, first_in, {key}, first_out, second_out]
    lists = [[one.key for one in document.factors if one.key in column] for column in columns]
    height = HEAD + max(len(one) for one in lists) * (BOX[1] + GAP) + 2 * EDGE
    there = [number for number, column in enumerate(lists) if column]
    xs = {number: EDGE + place * (BOX[0] + BETWEEN) for place, number in enumerate(there)}
    boxes = {
        name: _box(factors[name], xs[number], place, len(column), height)
        for number, column in enumerate(lists)
        for place, name in enumerate(column)
    }
    rings = {number: tuple(factors[name] for name in lists[number]) for number in range(5)}
    return Rings(
        width=2 * EDGE + len(there) * (BOX[0] + BETWEEN) - BETWEEN,
        height=height,
        boxes=tuple(boxes.values()),
        lines=tuple(_lines(document, lists, boxes)),
        frames=tuple(
            Frame(xs[number] - 10, BOX[0] + 20, abs(number - MIDDLE))
            for number in there
            if number != MIDDLE
        ),
        first_in=rings[1],
        first_out=rings[3],
        second_in=rings[0],
        second_out=rings[4],
    )


def _acting_on(document: MapDocument, on: Iterable[str], known: set[str]) -> set[str]:
    """What acts on some of these, and was not met before. Both ways where there is no direction."""
    wanted = set(on)
    found = {one.source for one in document.relations if one.target in wanted}
    back = {one.target for one in document.relations if not one.directed and one.source in wanted}
    return (found | back) - known


def _acted_on(document: MapDocument, by: Iterable[str], known: set[str]) -> set[str]:
    wanted = set(by)
    return {
        one.target for one in document.relations if one.source in wanted and one.directed
    } - known


def _box(factor: Factor, x: int, place: int, of: int, height: int) -> Box:
    whole = of * (BOX[1] + GAP) - GAP
    y = HEAD + (height - HEAD - whole) / 2 + place * (BOX[1] + GAP)
    return box_for(factor, x, y, *BOX)


def _lines(
    document: MapDocument, columns: list[list[str]], boxes: dict[str, Box]
) -> Iterator[Line]:
    """Those between columns that stand beside each other; the others stand in the list."""
    where = {name: number for number, column in enumerate(columns) for name in column}
    shown = [
        one
        for one in document.relations
        if one.source in where
        and one.target in where
        and abs(where[one.target] - where[one.source]) == 1
    ]
    ends: dict[tuple[str, int], list[tuple[int, str]]] = {}
    for one in shown:
        way = where[one.target] - where[one.source]
        ends.setdefault((one.source, way), []).append((boxes[one.target].y, one.key))
        ends.setdefault((one.target, -way), []).append((boxes[one.source].y, one.key))
    taken: list[Point] = []
    for one in shown:
        way = where[one.target] - where[one.source]
        begin = _port(boxes[one.source], way, sorted(ends[one.source, way]), one.key)
        end = _port(boxes[one.target], -way, sorted(ends[one.target, -way]), one.key)
        yield _line(one, begin, end, way, taken)


def _port(box: Box, side: int, ends: list[tuple[int, str]], key: str) -> Point:
    """Ends at one side of a box are spread over it, in the order of where they go."""
    place = [name for _y, name in ends].index(key) + 1
    y = box.y + 4 + (box.height - 8) * place / (len(ends) + 1)
    return float(box.x + (box.width if side > 0 else 0)), y


def _line(relation: Relation, begin: Point, end: Point, way: int, taken: list[Point]) -> Line:
    bend = begin[0] + way * BETWEEN / 2
    x, y = badge_at([begin, end], taken)
    tip = f"M{_p(end)}L{_p((end[0] - way * 8, end[1] - 4))}L{_p((end[0] - way * 8, end[1] + 4))}Z"
    return Line(
        relation,
        (begin, end),
        f"M{_p(begin)}C{_p((bend, begin[1]))} {_p((bend, end[1]))} {_p(end)}",
        (tip,) if relation.directed else (),
        () if relation.directed else (_said(begin), _said(end)),
        f"{x:.1f}",
        f"{y:.1f}",
        classes_of(relation),
        MARKS[relation.sign],
        relation.process is Process.PARALLEL,
    )


def _p(point: Point) -> str:
    return " ".join(_said(point))


def _said(point: Point) -> tuple[str, str]:
    return f"{point[0]:.1f}", f"{point[1]:.1f}"
