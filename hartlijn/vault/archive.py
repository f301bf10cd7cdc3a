"""The sealed part of the export: the bytes as they are, and how to open them without us."""

import tempfile
import zipfile
from collections.abc import Iterator
from datetime import date
from typing import IO, Final

from django.template.loader import render_to_string
from django.utils import translation

from hartlijn.people.models import Person
from hartlijn.vault.models import Envelope, LogLine, WrappedKey

IN_MEMORY: Final = 4 * 1024 * 1024
"""Bytes; what is larger waits in a nameless file until it is sent."""
AT_ONCE: Final = 20


class Packed(tempfile.SpooledTemporaryFile[bytes]):
    """Small in memory, large in a nameless file. Closes itself, also when a download breaks off."""

    def __del__(self) -> None:
        """Without the warning that nobody closed it."""
        self.close()


def as_zip(person: Person, *, on: date) -> IO[bytes]:
    """The ZIP of one person as made on a day, ready to be read from its beginning."""
    packed = Packed(max_size=IN_MEMORY)
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, content in _files(person):
            entry = zipfile.ZipInfo(name, (on.year, on.month, on.day, 0, 0, 0))
            entry.external_attr = 0o600 << 16  # for its owner only, also once unpacked
            archive.writestr(entry, content)
    packed.seek(0)
    return packed


def _files(person: Person) -> Iterator[tuple[str, bytes]]:
    yield "README.txt", _readme().encode()
    for wrap in WrappedKey.objects.visible_to(person):
        yield f"wraps/{wrap.way}-{wrap.pk}.age", bytes(wrap.content)
    for envelope in Envelope.objects.visible_to(person).order_by("pk").iterator(AT_ONCE):
        folder = "own" if envelope.author_id == person.pk else "received"
        yield f"{folder}/{envelope.pk}.age", bytes(envelope.content)
    lines = LogLine.objects.values_list("line", flat=True)
    yield "key-log.txt", "".join(f"{line}\n" for line in lines.iterator()).encode()


def _readme() -> str:
    """The same explanation twice: Dutch, then English."""
    pages = []
    for language in ("nl", "en"):
        with translation.override(language):
            pages.append(render_to_string("vault/readme.txt").strip())
    return "\n\n\n".join(pages) + "\n"
