"""From the cells of a sheet to a map, with a remark on every cell that is not right."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from django.utils.translation import gettext_lazy as _

from hartlijn.factors.checking import same_name
from hartlijn.factors.formats.matrix import Matrix
from hartlijn.factors.formats.naming import too_many, wrong_name
from hartlijn.factors.remarks import Place, Remark, UnusableError, remark
from hartlijn.factors.weights import TooFarError, UnclearError, Weight, read_weight, written

STARTS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
MOST_REMARKS: Final = 100
LINES: Final = re.compile(r"\s*[\r\n]+\s*")

Cell = str | float | None
Row = Sequence[Cell]


def matrix_from(rows: Sequence[Row], *, decimal_comma: bool = False) -> tuple[Matrix, list[Remark]]:
    """Read a square: the first row and column hold the names, row acts on column.

    UnusableError says everything that stops; what does not stop comes back with the map.
    """
    rows = _without_empty_ends(rows)
    if len(rows) < 2 or len(rows[0]) < 2:  # noqa: PLR2004 - names, and one factor
        raise UnusableError(
            [
                remark(
                    _(
                        "Hier staat geen kaart in. In de eerste rij en de eerste kolom horen de namen van de factoren."
                    )
                )
            ]
        )
    columns = [_text(cell) for cell in rows[0][1:]]
    names = [_text(row[0]) if row else "" for row in rows[1:]]
    wrong = [*too_many(columns), *_names(columns, names), *_same(columns, names)]
    if any(one.stops for one in wrong):
        raise UnusableError(wrong[:MOST_REMARKS])
    order = _order(columns, names)
    weights: dict[tuple[int, int], Weight] = {}
    places: dict[tuple[int, int], Place] = {}
    for number, row in enumerate(rows[1:]):
        for column, weight in _row(row, number, len(order), wrong, decimal_comma=decimal_comma):
            weights[order[number], column] = weight
            places[order[number], column] = _at(number, column)
    if any(one.stops for one in wrong):
        raise UnusableError([one for one in wrong if one.stops][:MOST_REMARKS])
    return Matrix(tuple(columns), weights, places), wrong[:MOST_REMARKS]


def rows_of(matrix: Matrix) -> list[list[Cell]]:
    """The cells of a map; names cannot be taken for formulas."""
    names = [safe(name) for name in matrix.names]
    rows: list[list[Cell]] = [["", *names]]
    for row, name in enumerate(names):
        cells = (matrix.weights.get((row, column)) for column in range(len(names)))
        rows.append([name, *(0.0 if one is None else _cell(one) for one in cells)])
    return rows


def safe(name: str) -> str:
    """A name that no spreadsheet takes for a formula; `_text` takes the mark off again."""
    return f"'{name}" if name.lstrip("'").startswith(STARTS_A_FORMULA) else name


def _cell(weight: Weight) -> Cell:
    told = written(weight)
    try:
        return float(told)
    except ValueError:
        return told if not told.startswith(STARTS_A_FORMULA) else f"'{told}"


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:g}"
    text = LINES.sub(" ", cell.strip())
    if text.startswith("'") and text.lstrip("'").startswith(STARTS_A_FORMULA):
        return text[1:]
    return text


def _without_empty_ends(rows: Sequence[Row]) -> list[Row]:
    """Sheets often end in empty rows and columns that nobody sees."""
    kept = list(rows)
    while kept and not any(_text(cell) for cell in kept[-1]):
        kept.pop()
    width = max((_width(row) for row in kept), default=0)
    return [row[:width] for row in kept]


def _width(row: Row) -> int:
    return max((number for number, cell in enumerate(row, 1) if _text(cell)), default=0)


def _names(columns: list[str], rows: list[str]) -> Iterator[Remark]:
    for at, names in ((0, columns), (1, rows)):
        seen: set[str] = set()
        for number, name in enumerate(names, 2):
            place = Place(number, 1) if at else Place(1, number)
            yield from wrong_name(name, place, is_double=same_name(name) in seen)
            seen.add(same_name(name))


def _same(columns: list[str], rows: list[str]) -> Iterator[Remark]:
    if len(columns) != len(rows):
        yield remark(
            _(
                "De tabel is niet vierkant: {rows} rijen met een naam en {columns} kolommen. Elke factor heeft een rij en een kolom."
            ),
            rows=len(rows),
            columns=len(columns),
        )
    across, down = {same_name(name) for name in columns}, {same_name(name) for name in rows}
    for number, name in enumerate(rows, 2):
        if name and same_name(name) not in across:
            sentence = _("“{name}” heeft een rij en geen kolom. Geef elke factor allebei.")
            yield remark(sentence, Place(number, 1), name=name)
    for number, name in enumerate(columns, 2):
        if name and same_name(name) not in down:
            sentence = _("“{name}” heeft een kolom en geen rij. Geef elke factor allebei.")
            yield remark(sentence, Place(1, number), name=name)


def _order(columns: list[str], rows: list[str]) -> list[int]:
    """Which factor each row is; rows may stand in another order than columns."""
    where = {same_name(name): number for number, name in enumerate(columns)}
    return [where[same_name(name)] for name in rows]


def _at(row: int, column: int) -> Place:
    """Where a weight stands: after the row and the column of names, and counted from 1."""
    return Place(row + 2, column + 2)


def _row(
    row: Row, number: int, columns: int, wrong: list[Remark], *, decimal_comma: bool
) -> Iterator[tuple[int, Weight]]:
    """The weights of one row by their column; what is wrong, or missing at its end, is said."""
    if len(row) - 1 < columns:
        sentence = _(
            "Deze rij is korter dan er factoren zijn ({columns}). Vul de rij aan; 0 is geen relatie."
        )
        wrong.append(remark(sentence, Place(number + 2), columns=columns))
    if len(row) - 1 > columns:
        sentence = _("Deze rij is langer dan er factoren zijn. Haal weg wat te veel is.")
        wrong.append(remark(sentence, Place(number + 2)))
    for column, cell in enumerate(row[1 : columns + 1]):
        place = _at(number, column)
        try:
            weight = _weight(cell, decimal_comma=decimal_comma)
        except TooFarError:
            sentence = _("{given} ligt niet tussen -1 en 1. Pas het getal aan.")
            wrong.append(remark(sentence, place, given=_text(cell)))
        except UnclearError:
            sentence = _("“{given}” is geen getal tussen -1 en 1 en geen woord dat we kennen.")
            wrong.append(remark(sentence, place, given=_text(cell)))
        else:
            if weight is not None:
                yield column, weight


def _weight(cell: Cell, *, decimal_comma: bool) -> Weight | None:
    if isinstance(cell, float):
        return Weight.of_number(cell) if cell else None
    return read_weight(_text(cell), decimal_comma=decimal_comma)
