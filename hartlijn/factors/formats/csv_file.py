"""A map as CSV: with commas, semicolons or tabs, as the spreadsheet of this country writes it."""

import csv
import io
from typing import Final

from django.utils.translation import gettext_lazy as _

from hartlijn.factors.formats.matrix import Matrix
from hartlijn.factors.formats.table import Row, matrix_from, rows_of
from hartlijn.factors.remarks import Place, Remark, UnusableError, remark

SEPARATORS: Final = (";", "\t", ",")
MARKS: Final = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def read_csv(content: bytes) -> tuple[Matrix, list[Remark]]:
    """Read a table; a comma in a number is a decimal where commas do not separate cells."""
    text, remarks = _text_of(content)
    separator = _separator(text)
    rows: list[Row] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        rows.extend(reader)
    except csv.Error as error:
        sentence = _("Deze regel is niet te lezen als CSV. Staan de aanhalingstekens goed?")
        raise UnusableError([remark(sentence, Place(max(1, reader.line_num)))]) from error
    matrix, more = matrix_from(rows, decimal_comma=True)
    return matrix, remarks + more


def write_csv(matrix: Matrix) -> bytes:
    """Commas, UTF-8 with a mark so that spreadsheets see it, lines end as the standard says."""
    page = io.StringIO(newline="")
    csv.writer(page, lineterminator="\r\n").writerows(rows_of(matrix))
    return page.getvalue().encode("utf-8-sig")


def _text_of(content: bytes) -> tuple[str, list[Remark]]:
    mark = next((name for start, name in MARKS.items() if content.startswith(start)), "utf-8")
    try:
        return content.decode(mark), []
    except UnicodeDecodeError:
        sentence = _("Dit bestand is niet in UTF-8. Kijk of de namen goed overkwamen.")
        return content.decode("cp1252", "replace"), [remark(sentence, stops=False)]


def _separator(text: str) -> str:
    """What stands most often in the row with names, outside quotes."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    outside = "".join(first.split('"')[::2])
    return max(SEPARATORS, key=lambda one: (outside.count(one), -SEPARATORS.index(one)))
