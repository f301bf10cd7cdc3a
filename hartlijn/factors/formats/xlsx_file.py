"""A map as a spreadsheet: the square that Mental Modeler gives and takes.

Read by calamine. Written by hand: five small parts, so that the same map is the same bytes.
"""

import io
import zipfile
import zlib
from typing import Final
from xml.sax.saxutils import escape

from django.utils.translation import gettext_lazy as _
from python_calamine import CalamineError, CalamineWorkbook

from hartlijn.factors.formats.matrix import Matrix
from hartlijn.factors.formats.sheet_bounds import FarError, UnsoundError, require_near
from hartlijn.factors.formats.table import Cell, Row, matrix_from, rows_of
from hartlijn.factors.remarks import Remark, UnusableError, remark

MOST_UNPACKED: Final = 50_000_000
_PACKED: Final = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_OURS: Final = ("xl/", "_rels/", "[Content_Types].xml")
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    UnsoundError,
    EOFError,
    OSError,
    RuntimeError,  # locked with a password, or packed in a way nobody uses
    ValueError,
)
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS: Final = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
    '<sheets><sheet name="Map" sheetId="1" r:id="rId1"/></sheets></workbook>',
}


def read_xlsx(content: bytes) -> tuple[Matrix, list[Remark]]:
    """Read the first sheet of a workbook."""
    package = _repacked(content)
    try:
        with CalamineWorkbook.from_filelike(package) as book:
            sheet = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError, LookupError) as error:
        raise UnusableError([_unreadable()]) from error
    rows: list[Row] = [[_cell(one) for one in row] for row in sheet]
    return matrix_from(rows, decimal_comma=True)


def write_xlsx(matrix: Matrix) -> bytes:
    """One sheet; text is text and a number a number, so that no cell can hold a formula."""
    page = io.BytesIO()
    with zipfile.ZipFile(page, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in {**_PARTS, "xl/worksheets/sheet1.xml": _sheet(matrix)}.items():
            entry = zipfile.ZipInfo(name)  # of 1980: a file knows no clock
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, (_HEAD + part).encode())
    return page.getvalue()


def _repacked(content: bytes) -> io.BytesIO:
    """The parts of a workbook as we read them ourselves: calamine believes what a file claims.

    It keeps a cell for each place up to the furthest one, so one far cell could fill the memory.
    """
    try:
        parts = _parts(content)
        for part in parts.values():
            require_near(part)
    except UnusableError:  # too large; it is a ValueError too
        raise
    except FarError as error:
        sentence = _("Er staat iets ver buiten de kaart. Bewaar alleen het vierkant.")
        raise UnusableError([remark(sentence)]) from error
    except _BROKEN as error:
        raise UnusableError([_unreadable()]) from error
    if "xl/workbook.xml" not in parts:
        raise UnusableError([_unreadable()])
    page = io.BytesIO()
    with zipfile.ZipFile(page, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    page.seek(0)
    return page


def _parts(content: bytes) -> dict[str, bytes]:
    """What belongs to a workbook; a part is never longer than it claims."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        entries = package.infolist()
        if sum(one.file_size for one in entries) > MOST_UNPACKED:
            sentence = _("Dit bestand is uitgepakt te groot. Bewaar alleen het blad met de kaart.")
            raise UnusableError([remark(sentence)])
        return {
            one.filename: package.read(one)
            for one in entries
            if one.compress_type in _PACKED
            and one.filename.startswith(_OURS)
            and not one.filename.endswith(".bin")
        }


def _unreadable() -> Remark:
    return remark(
        _("Dit bestand is niet te openen als rekenblad. Bewaar het opnieuw als .xlsx of als .csv.")
    )


def _cell(value: object) -> Cell:
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int | float):
        return float(value)
    return "" if value is None else str(value)


def _sheet(matrix: Matrix) -> str:
    rows = "".join(
        f'<row r="{number}">{"".join(_written(cell) for cell in row)}</row>'
        for number, row in enumerate(rows_of(matrix), 1)
    )
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def _written(cell: Cell) -> str:
    if isinstance(cell, float):
        return f"<c><v>{cell!r}</v></c>"
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(cell or "")}</t></is></c>'
