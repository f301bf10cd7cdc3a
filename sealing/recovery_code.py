"""The recovery code: 128 random bits as seven groups of four, with two characters that check."""

import secrets
from hashlib import sha256
from typing import Final

from sealing.refused import refuse_unless

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ALIKE: Final = str.maketrans("OIL", "011", " -\t\n")
LABEL: Final = b"hartlijn recovery v1\n"
BYTES: Final = 16
LENGTH: Final = 26
CHECKED: Final = 28


def _characters(number: int, length: int) -> str:
    """A number in Crockford's base32, most significant first."""
    return "".join(ALPHABET[number >> 5 * n & 31] for n in reversed(range(length)))


def _check(raw: bytes) -> str:
    """The two characters behind the 26."""
    return _characters(int.from_bytes(sha256(LABEL + raw).digest()[:2], "big") >> 6, 2)


def code(raw: bytes) -> str:
    """The code as it is shown: seven groups of four."""
    text = _characters(int.from_bytes(raw, "big"), LENGTH) + _check(raw)
    return "-".join(text[n : n + 4] for n in range(0, CHECKED, 4))


def draw() -> str:
    """A new code."""
    return code(secrets.token_bytes(BYTES))


def passphrase(typed: str) -> str:
    """The passphrase of a typed code; refused when its check does not fit."""
    text = typed.upper().translate(ALIKE)
    refuse_unless(len(text) == CHECKED and all(one in ALPHABET for one in text))
    number = 0
    for one in text[:LENGTH]:
        number = number << 5 | ALPHABET.index(one)
    refuse_unless(number < 2 ** (8 * BYTES))
    refuse_unless(_check(number.to_bytes(BYTES, "big")) == text[LENGTH:])
    return text[:LENGTH]
