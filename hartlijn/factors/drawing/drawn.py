"""A whole map as boxes, lines and bands, with everything a page needs to show them."""

from dataclasses import dataclass
from typing import Final

from hartlijn.factors.document import Factor, MapDocument, Relation
from hartlijn.factors.drawing.geometry import (
    BOX,
    Point,
    Sheet,
    arrow,
    badge_at,
    path,
    points_of,
    sheet_for,
)
from hartlijn.factors.drawing.placing import Cell, Placing, place
from hartlijn.factors.drawing.routing import route
from hartlijn.factors.drawing.wrapping import SIZES, Words, wrap
from hartlijn.factors.saying import LEVELS, name_of
from hartlijn.factors.words import Level, Process, Sign, Strength

LEADING: Final = 1.08
WIDTHS: Final = {
    Strength.UNKNOWN: "unknown",
    Strength.VERY_WEAK: "very-weak",
    Strength.WEAK: "weak",
    Strength.MEDIUM: "medium",
    Strength.STRONG: "strong",
    Strength.VERY_STRONG: "very-strong",
}
SIGNS: Final = {
    Sign.MORE: "more",
    Sign.LESS: "less",
    Sign.BOTH: "both",
    Sign.UNKNOWN: "unclear",
}
MARKS: Final = {Sign.MORE: "+", Sign.LESS: "−", Sign.BOTH: "±", Sign.UNKNOWN: "?"}


@dataclass(frozen=True)
class Text:
    """One line of words at its place."""

    words: Words
    x: int
    y: int


@dataclass(frozen=True)
class Box:
    """A factor on the sheet."""

    factor: Factor
    x: int
    y: int
    width: int
    height: int
    texts: tuple[Text, ...]
    is_small: bool
    """Whether its name is long, and its letters are small."""


@dataclass(frozen=True)
class Line:
    """A relation on the sheet: a path, a head, and its sign in a small round."""

    relation: Relation
    points: tuple[Point, ...]
    path: str
    heads: tuple[str, ...]
    dots: tuple[tuple[str, str], ...]
    x: str
    y: str
    classes: str
    mark: str
    is_double: bool


@dataclass(frozen=True)
class Band:
    """The rows of one level."""

    level: Level
    name: str
    y: int
    height: int
    middle: int


@dataclass(frozen=True)
class Drawing:
    """The whole sheet."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    bands: tuple[Band, ...]


def draw(document: MapDocument) -> Drawing:
    """Draw a map in the language of the reader."""
    placing = place(
        tuple((one.key, one.level) for one in document.factors),
        tuple((one.source, one.target) for one in document.relations),
    )
    cells = placing.cells
    ways = route([(cells[one.source], cells[one.target]) for one in document.relations])
    sheet = sheet_for(placing.columns, placing.rows, ways.tracks)
    taken: list[Point] = []
    lines = tuple(
        line_of(one, points_of(way, ways, sheet), taken)
        for one, way in zip(document.relations, ways.ways, strict=True)
    )
    boxes = tuple(_box(one, cells[one.key], sheet) for one in document.factors)
    return Drawing(
        round(sheet.width), round(sheet.height), _read(boxes), lines, _bands(placing, sheet)
    )


def line_of(relation: Relation, points: tuple[Point, ...], taken: list[Point]) -> Line:
    """A line through some points; its sign keeps away from those that are taken."""
    x, y = badge_at(points, taken)
    ends = (
        ()
        if relation.directed
        else tuple((f"{a:.1f}", f"{b:.1f}") for a, b in (points[0], points[-1]))
    )
    return Line(
        relation,
        points,
        path(points),
        (arrow(points),) if relation.directed else (),
        ends,
        f"{x:.1f}",
        f"{y:.1f}",
        classes_of(relation),
        MARKS[relation.sign],
        relation.process is Process.PARALLEL,
    )


def classes_of(relation: Relation) -> str:
    """How a line looks: its sign, its strength and its process, each in its own way."""
    process = relation.process.value or "no-process"
    return f"{SIGNS[relation.sign]} {WIDTHS[relation.strength]} {process}"


def box_for(factor: Factor, x: float, y: float, width: float, height: float) -> Box:
    """A box with the name of its factor in the middle."""
    lines, size = wrap(name_of(factor), round(width - 10))
    leading = size * LEADING
    top = y + height / 2 - (len(lines) - 1) * leading / 2 + size * 0.34
    texts = tuple(
        Text(words, round(x + width / 2), round(top + number * leading))
        for number, words in enumerate(lines)
    )
    return Box(factor, round(x), round(y), round(width), round(height), texts, size < SIZES[0][0])


def _box(factor: Factor, cell: Cell, sheet: Sheet) -> Box:
    return box_for(factor, sheet.left(cell[1]), sheet.rows[cell[0]], sheet.box, BOX)


def _read(boxes: tuple[Box, ...]) -> tuple[Box, ...]:
    """In the order in which one reads them, so that the keyboard goes that way too."""
    return tuple(sorted(boxes, key=lambda one: (one.y, one.x)))


def _bands(placing: Placing, sheet: Sheet) -> tuple[Band, ...]:
    found = []
    for level, (first, height) in placing.bands.items():
        above, below = sheet.channels[first], sheet.channels[first + height]
        top = 0 if first == 0 else above[0] + above[1] / 2
        end = below[0] + (below[1] if first + height == placing.rows else below[1] / 2)
        found.append(
            Band(level, str(LEVELS[level]), round(top), round(end - top), round((top + end) / 2))
        )
    return tuple(found)
