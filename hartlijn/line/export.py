"""Put everything about one person into a ZIP that explains itself."""

import io
import json
import zipfile
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.template.loader import render_to_string
from django.utils import translation

from hartlijn.lib.portable import Value
from hartlijn.line import readable, schema
from hartlijn.line.parts import PARTS
from hartlijn.people.models import Person

VERSION: Final = 1
Rows = tuple[tuple[Value, ...], ...]
Data = Mapping[str, Rows]


def collect(person: Person) -> Data:
    """The rows of every part, by its key."""
    return {part.key: tuple(part.rows(person)) for part in PARTS}


def as_zip(person: Person, *, on: date) -> bytes:
    """The ZIP of ``person`` as made on a day; the same data on the same day is the same file."""
    data = collect(person)
    files = {
        "README.txt": _readme(on),
        readable.filename(person.language): readable.document(data, person.language, on=on),
        "data.json": _json(document(data, on=on)),
        "data.schema.json": _json(schema.document()),
    }
    return _zip(files, on)


def document(data: Data, *, on: date) -> dict[str, Any]:
    """The content of ``data.json``: for each part a list of rows by column."""
    return {
        "$schema": "data.schema.json",
        "format": "hartlijn-export",
        "version": VERSION,
        "made_on": on.isoformat(),
        **{
            part.key: [
                {column.key: plain(value) for column, value in zip(part.columns, row, strict=True)}
                for row in data[part.key]
            ]
            for part in PARTS
        },
    }


def plain(value: Value) -> str | int | bool | None:
    """A value as JSON knows it; days and times as ISO 8601 writes them."""
    if value is None or isinstance(value, (bool, int, str)):
        return value
    return value.isoformat()


def _readme(on: date) -> str:
    """The same explanation twice: Dutch, then English."""
    pages = []
    for language in ("nl", "en"):
        with translation.override(language):
            context = {"parts": PARTS, "on": on, "readable": readable.filename(language)}
            pages.append(render_to_string("line/readme.txt", context).strip())
    return "\n\n\n".join(pages) + "\n"


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _zip(files: Mapping[str, str], on: date) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, (on.year, on.month, on.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16  # for its owner only, also once unpacked
            archive.writestr(entry, content.encode("utf-8"))
    return packed.getvalue()
