"""Everything a house keeps, as bytes, and whether something that was typed can be found in it."""

import base64
import gzip
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

Traces = Iterator[tuple[str, bytes]]
GZIP, ZLIB = b"\x1f\x8b", (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")
AROUND = 3
"""Bytes in one group of base64: text can begin at any of them."""


def traces(folder: Path) -> Traces:
    """Every file under a folder, and every cell of every database among them."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield str(path.relative_to(folder)), path.read_bytes()
        if path.suffix == ".sqlite3":
            yield from _cells(path)


def _cells(path: Path) -> Traces:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        for (table,) in tables.fetchall():
            rows: Any = database.execute(f'SELECT * FROM "{table}"')
            for row in rows:
                for cell in row:
                    yield table, cell if isinstance(cell, bytes) else str(cell).encode()


def forms(text: str) -> set[bytes]:
    """A text as it could lie somewhere without being sealed."""
    raws = [text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be")]
    found = set(raws)
    for raw in raws:
        found |= {raw.hex().encode(), raw.hex().upper().encode()}
        for skip in range(AROUND):
            # Whole groups of three bytes look the same whatever stands before and after them.
            groups = raw[skip:][: len(raw[skip:]) // AROUND * AROUND]
            found |= {base64.b64encode(groups), base64.urlsafe_b64encode(groups)}
    return found


def holding(where: Traces, texts: list[str]) -> list[str]:
    """Where any of the texts is found, in any form, packed or not."""
    wanted = [form for text in texts for form in forms(text)]
    return [
        name
        for name, content in where
        if any(form in one for one in (content, *unpacked(content)) for form in wanted)
    ]


def unpacked(content: bytes) -> Iterator[bytes]:
    """What is gzipped or deflated anywhere inside."""
    for sign in (GZIP, *ZLIB):
        at = content.find(sign)
        while at >= 0:
            try:
                bits = zlib.decompressobj(wbits=31 if sign == GZIP else 15)
                yield bits.decompress(content[at:], 1 << 22)
            except zlib.error:
                pass
            at = content.find(sign, at + 1)


def hidden_in_every_way(text: str) -> dict[str, bytes]:
    """The same text as it would have to be found: to show that the search can fail."""
    plain = f"voor {text} na".encode()
    return {
        "plain": plain,
        "base64": base64.b64encode(plain),
        "base64 url": base64.urlsafe_b64encode(plain[1:]),
        "base64 again": base64.b64encode(plain[2:]),
        "hex": plain.hex().encode(),
        "utf-16": plain.decode().encode("utf-16"),
        "gzip": b"before" + gzip.compress(plain),
        "zlib": zlib.compress(plain),
    }
