"""Wraps (2): the keyring behind six words, a recovery code or a passkey."""

from typing import Final

from sealing import age_file, keyring, recovery_code, words
from sealing.age_file import Lock
from sealing.keyring import Keyring, Known

TYPED: Final = {"words": words.passphrase, "code": recovery_code.passphrase}
"""The two ways that somebody types."""


def way_of(typed: str) -> str:
    """Which of the two somebody typed."""
    return "words" if len(typed.split()) == words.COUNT else "code"


def lock(way: str, typed: str) -> Lock:
    """What opens a wrap of this way; refused when it cannot be what was meant."""
    return age_file.passphrase(TYPED[way](typed))


def wrap(keys: Keyring, by: Lock) -> bytes:
    """The keyring behind a lock."""
    return age_file.seal(keys.written(), by)


def unwrap(file: bytes, by: Lock, known: Known) -> Keyring:
    """The keyring behind a lock, when it is the one that was known."""
    return keyring.read(age_file.opened(file, by), known)
