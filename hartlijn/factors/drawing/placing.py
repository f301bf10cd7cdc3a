"""In which cell each factor stands: a band of rows for each level, what belongs together close by."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, sqrt
from typing import Final

from hartlijn.factors.words import Level

ORDER: Final = (Level.MACRO, Level.MESO, Level.MICRO, Level.NOT_CHOSEN)
"""From far away to close by, and last what nobody placed yet."""
MOST_COLUMNS: Final = 8
LEAST_COLUMNS: Final = 4
SWAPS: Final = 40_000
"""How many swaps are tried at most; a large map keeps what was found until then."""
LEAST: Final = 1e-9
"""Less than this is no gain: swapping would go on for ever."""

Cell = tuple[int, int]
"""A row and a column."""


@dataclass(frozen=True)
class Placing:
    """Where everything stands."""

    columns: int
    rows: int
    cells: Mapping[str, Cell]
    bands: Mapping[Level, tuple[int, int]]
    """The first row of each level, and how many rows it has."""


@lru_cache(maxsize=64)
def place(levels: tuple[tuple[str, Level], ...], ends: tuple[tuple[str, str], ...]) -> Placing:
    """Place factors (key and level) so that lines between them (``ends``) are short."""
    columns = max(LEAST_COLUMNS, min(MOST_COLUMNS, ceil(sqrt(len(levels) * 1.6))))
    bands: dict[Level, tuple[int, int]] = {}
    cells: dict[str, Cell] = {}
    free: dict[Level, list[Cell]] = {}
    row = 0
    for level in ORDER:
        keys = [key for key, its in levels if its is level]
        if not keys:
            continue
        height = ceil(len(keys) / columns)
        bands[level] = (row, height)
        order = list(_cells(row, height, columns, len(keys)))
        cells.update(zip(keys, order, strict=False))
        free[level] = order
        row += height
    _improve(cells, free, dict(levels), ends)
    return Placing(columns, row, cells, bands)


def _cells(first: int, height: int, columns: int, count: int) -> Iterator[Cell]:
    """All cells of a band; those in the middle of its last row before its edges."""
    for row in range(first, first + height - 1):
        yield from ((row, column) for column in range(columns))
    left = count - (height - 1) * columns
    begin = (columns - left) // 2
    last = first + height - 1
    yield from ((last, begin + number) for number in range(left))
    yield from ((last, one) for one in range(columns) if not begin <= one < begin + left)


def _improve(
    cells: dict[str, Cell],
    free: Mapping[Level, Sequence[Cell]],
    levels: Mapping[str, Level],
    ends: Iterable[tuple[str, str]],
) -> None:
    """Swap cells within a band for as long as that makes lines shorter."""
    near: dict[str, list[str]] = {key: [] for key in cells}
    for one, other in ends:
        near[one].append(other)
        near[other].append(one)
    at = {cell: key for key, cell in cells.items()}
    tries, better = SWAPS, True
    while better and tries > 0:
        better = False
        for key, level in levels.items():
            for cell in free[level]:
                if cell == cells[key]:
                    continue
                tries -= 1
                there = at.get(cell)
                if _gain(cells, near, key, cell, there) > LEAST:
                    _swap(cells, at, key, cell, there)
                    better = True
            if tries <= 0:
                return


def _gain(
    cells: dict[str, Cell], near: Mapping[str, list[str]], key: str, cell: Cell, other: str | None
) -> float:
    """How much shorter lines become when ``key`` moves to ``cell`` and who is there takes its."""
    before = _length(cells, near, key) + (_length(cells, near, other) if other else 0)
    was = cells[key]
    cells[key] = cell
    if other:
        cells[other] = was
    after = _length(cells, near, key) + (_length(cells, near, other) if other else 0)
    cells[key] = was
    if other:
        cells[other] = cell
    return before - after


def _length(cells: Mapping[str, Cell], near: Mapping[str, list[str]], key: str) -> float:
    row, column = cells[key]
    return sum(
        abs(column - cells[one][1]) + 0.7 * abs(row - cells[one][0]) + (row == cells[one][0]) * 0.4
        for one in near[key]
    )


def _swap(
    cells: dict[str, Cell], at: dict[Cell, str], key: str, cell: Cell, other: str | None
) -> None:
    was = cells[key]
    cells[key], at[cell] = cell, key
    if other:
        cells[other], at[was] = was, other
    else:
        del at[was]
