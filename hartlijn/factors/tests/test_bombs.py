"""A workbook of a thousand bytes never fills the memory."""

import io
import zipfile

import pytest

from hartlijn.factors.formats import read, write
from hartlijn.factors.formats.files import Format
from hartlijn.factors.remarks import UnusableError
from hartlijn.factors.tests.factories import SMALL

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
FAR = "ver buiten de kaart"
UNREADABLE = "niet te openen als rekenblad"


def parts() -> dict[str, bytes]:
    """Those of a small map."""
    with zipfile.ZipFile(io.BytesIO(write(SMALL, Format.XLSX))) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(changed: dict[str, bytes]) -> bytes:
    page = io.BytesIO()
    with zipfile.ZipFile(page, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in changed.items():
            package.writestr(name, part)
    return page.getvalue()


def sheet(rows: str) -> bytes:
    """A workbook with these rows."""
    said = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    return packed(parts() | {"xl/worksheets/sheet1.xml": said.encode()})


def refused(content: bytes) -> str:
    with pytest.raises(UnusableError) as caught:
        read("kaart.xlsx", content)
    return str(caught.value.remarks[0])


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="9999"><c r="A9999"><v>1</v></c></row>',
        "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c><v>1</v></c></row>",
        '<row><c a="&gt;" r="A1"><v>1</v></c></row><row><c r="aaa2"><v>1</v></c></row>',
        f"<row>{'<c/>' * 703}</row>",
        "<row/>" * 2001,
    ],
)
def test_a_cell_far_away_gets_a_sentence(rows: str) -> None:
    assert FAR in refused(sheet(rows))


def test_a_workbook_as_it_should_be_is_read() -> None:
    assert len(read("kaart.xlsx", packed(parts())).document.factors) == len(SMALL.factors)


@pytest.mark.parametrize(
    "rows", ["<row>", '<!DOCTYPE x [<!ENTITY a "b">]>', "<row><c r='A1' r='B1'/></row>"]
)
def test_what_is_no_sheet_is_unreadable(rows: str) -> None:
    assert UNREADABLE in refused(sheet(rows))


def test_only_a_workbook_is_opened() -> None:
    other = {name: part for name, part in parts().items() if name != "xl/workbook.xml"}
    assert UNREADABLE in refused(packed(other | {"content.xml": b"<a/>", "mimetype": b"ods"}))


def test_a_part_that_is_longer_than_it_claims_is_unreadable() -> None:
    content = sheet("<row/>" * 1_000)
    honest = len(f'<worksheet xmlns="{MAIN}"><sheetData></sheetData></worksheet>') + 6_000
    claimed = content.replace(honest.to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert claimed != content
    assert UNREADABLE in refused(claimed)
