"""What can be told of an age file without opening it: its header, and whether its size fits.

https://age-encryption.org/v1. Nothing here opens anything; the house has no code that could.
"""

import re
from math import ceil
from typing import Final

KIB: Final = 1024
LARGEST: Final = 1024 * KIB + 2 * KIB
"""Bytes: the largest letter, with its header and what sealing adds."""
LONGEST_HEADER: Final = 2 * KIB
BUCKETS: Final = tuple(KIB << power for power in range(11))
"""Sizes of what is inside: 1, 2, 4 … 1024 KiB."""
CHUNK: Final = 64 * KIB
TAG: Final = 16
NONCE: Final = 16
WORK_FACTOR: Final = 18

_STANZA: Final = (
    rb"-> [\x21-\x7e]+(?: [\x21-\x7e]+)*\n"
    rb"(?:[A-Za-z0-9+/]{64}\n)*[A-Za-z0-9+/]{0,63}\n"
)
_MAC: Final = rb"--- [A-Za-z0-9+/]{43}\n"
_HEADER: Final = re.compile(rb"age-encryption\.org/v1\n(?:" + _STANZA + rb")+" + _MAC)
_BY_PASSPHRASE: Final = re.compile(
    rb"age-encryption\.org/v1\n-> scrypt [A-Za-z0-9+/]{22} %d\n[A-Za-z0-9+/]{43}\n" % WORK_FACTOR
    + _MAC
)


def payload_of(size: int) -> int:
    """How many bytes follow the header when ``size`` bytes are inside."""
    return NONCE + size + TAG * ceil(size / CHUNK)


PAYLOADS: Final = frozenset(payload_of(size) for size in BUCKETS)


def header_length(file: bytes) -> int | None:
    """Where the header of an age file ends; ``None`` when this is none."""
    found = _HEADER.match(file[:LONGEST_HEADER])
    return found.end() if found else None


def is_padded(file: bytes) -> bool:
    """Whether this can be an age file of a letter filled up to one of the sizes."""
    length = header_length(file)
    return length is not None and len(file) - length in PAYLOADS


def opens_with_passphrase(file: bytes) -> bool:
    """Whether one passphrase opens it, made as slow to guess as agreed."""
    return _BY_PASSPHRASE.match(file[:LONGEST_HEADER]) is not None
