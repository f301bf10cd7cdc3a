"""Several envelopes in one message: u32(length of header) ‖ header (JSON) ‖ the envelopes."""

import json
from typing import Any, Final

from hartlijn.vault.plain_json import Object, read
from hartlijn.vault.refusals import Malformed

PREFIX: Final = 4
LONGEST_HEADER: Final = 48 * 1024


def pack(header: Object, contents: list[bytes]) -> bytes:
    """A parcel; ``header`` names each envelope with its size, in the same order."""
    words = json.dumps(header, separators=(",", ":")).encode()
    return b"".join([len(words).to_bytes(PREFIX, "big"), words, *contents])


def unpack(raw: bytes) -> tuple[Object, bytes]:
    """The header, and the bytes behind it."""
    length = int.from_bytes(raw[:PREFIX], "big")
    if len(raw) < PREFIX or length > min(LONGEST_HEADER, len(raw) - PREFIX):
        raise Malformed("the header does not fit in the parcel")
    return read(raw[PREFIX : PREFIX + length]), raw[PREFIX + length :]


def cut(rest: bytes, sizes: list[int]) -> list[bytes]:
    """The envelopes, when their sizes add up to exactly what is there."""
    if sum(sizes) != len(rest):
        raise Malformed("the sizes do not add up to what was sent")
    found: list[bytes] = []
    at = 0
    for size in sizes:
        found.append(rest[at : at + size])
        at += size
    return found


def a_list(value: Any, *, most: int) -> list[Any]:
    """A list that is not too long."""
    if not isinstance(value, list) or len(value) > most:
        raise Malformed(f"a list of at most {most} is expected")
    return value
