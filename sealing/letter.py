"""The letter (1): what is inside an envelope, and how it is filled up and signed."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from sealing.notation import (
    is_count,
    is_exactly,
    is_id,
    is_list_of,
    is_one,
    is_time,
    read_json,
    write_json,
)
from sealing.refused import RefusedError, refuse_unless

OF_THE_LINE: Final = (
    "entry",
    "moment",
    "success",
    "vulnerability",
    "mistake",
    "drive",
    "with_others",
    "free",
    "parked",
    "intention",
    "lookback",
)
"""What somebody writes: the kinds that stand on a line, and of which copies are given."""
ANSWER: Final = "answer"
MESSAGE: Final = "message"
NO_HOUR: Final = "1970-01-01T00:00:00Z"
"""The time of what is shared: none."""
AFTERCARE: Final = "aftercare"
HALF: Final = "half"
"""A half of a secret, for a trusted contact (9)."""
KINDS: Final = (*OF_THE_LINE, ANSWER, MESSAGE, AFTERCARE, HALF, "contents", "given")
PRIVATE: Final = b"\x01\x00"
SHARED: Final = b"\x01\x01"
SIGNED: Final = b"hartlijn seal v1\n"
SIGNATURE: Final = 64
HEAD: Final = 6
"""Bytes before the letter: two of the form and four of the length."""
SMALLEST: Final = 1024
LARGEST: Final = 1024 * 1024

IS_LETTER: Final = is_exactly(
    {
        "v": is_one,
        "kind": lambda value: value in KINDS,
        "object": is_id,
        "version": is_count,
        "author": is_id,
        "recipients": is_list_of(is_id),
        "time": is_time,
        "content": lambda value: isinstance(value, dict),
    }
)


class TooLongError(ValueError):
    """A letter is longer than an envelope may be; the writer makes it shorter."""


@dataclass(frozen=True, kw_only=True)
class Letter:
    """One version of one object."""

    kind: str
    object: str
    version: int
    author: str
    time: str
    content: dict[str, Any]
    recipients: tuple[str, ...] = ()

    def written(self) -> bytes:
        """As JSON, with exactly its keys."""
        return write_json({"v": 1, **asdict(self), "recipients": list(self.recipients)})


@dataclass(frozen=True)
class Expected:
    """What a letter must say before anything in it counts; ``None`` where that is not known."""

    object: str
    author: str
    recipients: tuple[str, ...] = ()
    kind: str | None = None
    version: int | None = None


def bucket(length: int) -> int:
    """The size that ``length`` bytes are filled up to."""
    size = SMALLEST
    while size < length:
        size *= 2
    return size


def pack(letter: bytes, by: Ed25519PrivateKey | None = None) -> bytes:
    """The plaintext around a letter: signed when it has an author to show, else private."""
    form, signature = (SHARED, by.sign(SIGNED + letter)) if by else (PRIVATE, b"")
    plain = form + len(letter).to_bytes(4, "big") + letter + signature
    if len(plain) > LARGEST:
        raise TooLongError(f"A letter of {len(letter)} bytes does not fit in an envelope.")
    return plain.ljust(bucket(len(plain)), b"\0")


def unpack(plain: bytes, signers: Sequence[Ed25519PublicKey] | None = None) -> bytes:
    """The letter in a plaintext: private without ``signers``, else signed by one of them."""
    form = PRIVATE if signers is None else SHARED
    length = int.from_bytes(plain[2:HEAD], "big")
    end = HEAD + length + (0 if signers is None else SIGNATURE)
    refuse_unless(plain[:2] == form and len(plain) <= LARGEST)
    refuse_unless(bucket(end) == len(plain) and not any(plain[end:]))
    letter = plain[HEAD : HEAD + length]
    if signers is not None:
        signature = plain[HEAD + length : end]
        refuse_unless(any(_signed(letter, signature, key) for key in signers))
    return letter


def claimed_author(plain: bytes) -> str:
    """Who a shared letter says it is from; nothing is known before their signature verifies."""
    length = int.from_bytes(plain[2:HEAD], "big")
    said = read_json(plain[HEAD : HEAD + length])
    if not IS_LETTER(said):
        raise RefusedError
    return str(said["author"])


def _signed(letter: bytes, signature: bytes, by: Ed25519PublicKey) -> bool:
    """Whether ``by`` signed the letter."""
    try:
        by.verify(signature, SIGNED + letter)
    except InvalidSignature:
        return False
    return True


def read(letter: bytes, expected: Expected) -> Letter:
    """The letter, when it has the shape of one and is the one expected."""
    said = read_json(letter)
    if not IS_LETTER(said):
        raise RefusedError
    refuse_unless(said["object"] == expected.object and said["author"] == expected.author)
    refuse_unless(expected.kind in {None, said["kind"]})
    refuse_unless(expected.version in {None, said["version"]})
    refuse_unless(tuple(said["recipients"]) == expected.recipients)
    del said["v"]
    return Letter(**{**said, "recipients": tuple(said["recipients"])})
