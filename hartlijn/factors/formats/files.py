"""Which format a file is, by its name and by what is in it; one way in and one way out."""

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import PurePath
from typing import Final

from django.utils.translation import gettext_lazy as _

from hartlijn.factors.checking import require_sound
from hartlijn.factors.document import MapDocument
from hartlijn.factors.formats.csv_file import read_csv, write_csv
from hartlijn.factors.formats.graphml import read_graphml, write_graphml
from hartlijn.factors.formats.matrix import Matrix, document_of, matrix_of
from hartlijn.factors.formats.noticing import not_kept, on_itself
from hartlijn.factors.remarks import Remark, UnusableError, remark

LARGEST: Final = 4_000_000
"""A little less than what is sent at once may be (`config/bodies.py`)."""


class Format(StrEnum):
    """The value is how a file of it ends."""

    CSV = "csv"
    XLSX = "xlsx"
    GRAPHML = "graphml"
    JSON = "json"


@dataclass(frozen=True)
class Read:
    """A map that was read: as a document, as the table of its weights, and what to know of it."""

    document: MapDocument
    matrix: Matrix
    remarks: tuple[Remark, ...] = ()
    is_whole: bool = False
    """Whether a file like this holds everything a map does."""


def read(name: str, content: bytes) -> Read:
    """Read a file as a map. UnusableError says everything that stops, ``remarks`` the rest."""
    document, matrix, remarks = _read(name, content)
    title = PurePath(name).stem.strip() or "Kaart"
    if document is None:
        document = document_of(matrix, title)
    elif not document.title.strip():
        document = replace(document, title=title)
    is_whole = _kind(name, content) is Format.JSON
    return Read(require_sound(document), matrix, (*remarks, *not_kept(matrix)), is_whole)


def read_matrix(name: str, content: bytes) -> tuple[Matrix, list[Remark]]:
    """Only the weights: also of a table that is too strange to become a map of ours."""
    _document, matrix, remarks = _read(name, content)
    return matrix, [*remarks, *on_itself(matrix)]


def _read(name: str, content: bytes) -> tuple[MapDocument | None, Matrix, list[Remark]]:
    if len(content) > LARGEST:
        sentence = _("Dit bestand is groter dan 4 MB. Een kaart is veel kleiner; kies een ander.")
        raise UnusableError([remark(sentence)])
    if not content.strip():
        raise UnusableError([remark(_("Dit bestand is leeg. Kies een bestand met een kaart."))])
    match _kind(name, content):
        case Format.JSON:
            document = require_sound(MapDocument.from_json(_utf8(content)))
            return document, matrix_of(document), []
        case Format.GRAPHML:
            return read_graphml(content)
        case Format.XLSX:
            from hartlijn.factors.formats.xlsx_file import read_xlsx  # noqa: PLC0415 - rarely

            return None, *read_xlsx(content)
        case Format.CSV:
            return None, *read_csv(content)


def write(document: MapDocument, kind: Format) -> bytes:
    """Write a map; the same map is the same bytes. Only JSON holds everything."""
    match kind:
        case Format.JSON:
            return document.to_json().encode()
        case Format.GRAPHML:
            return write_graphml(document)
        case Format.XLSX:
            from hartlijn.factors.formats.xlsx_file import write_xlsx  # noqa: PLC0415 - rarely

            return write_xlsx(matrix_of(document))
        case Format.CSV:
            return write_csv(matrix_of(document))


def _kind(name: str, content: bytes) -> Format:
    """By what is in it first: files are often called otherwise than they are."""
    ending = PurePath(name).suffix.lower().lstrip(".")
    start = content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if content.startswith(b"PK\x03\x04"):
        return Format.XLSX
    if ending == Format.CSV:  # its first name may begin with anything
        return Format.CSV
    if start == b"<":
        return Format.GRAPHML
    if start in {b"{", b"["}:
        return Format.JSON
    return Format(ending) if ending in list(Format) else Format.CSV


def _utf8(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        sentence = _("Dit is geen JSON. Exporteer de kaart opnieuw.")
        raise UnusableError([remark(sentence)]) from error
