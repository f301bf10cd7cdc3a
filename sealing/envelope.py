"""Envelopes: age files around letters, private and shared (1)."""

from collections.abc import Sequence

import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sealing import letter
from sealing.letter import Expected, Letter
from sealing.refused import RefusedError, refuse_unless

MOST = letter.LARGEST + 4096
"""No envelope is longer; a longer one is not even tried."""


def seal(plain: bytes, recipients: Sequence[str]) -> bytes:
    """An age file for these recipients (`age1…`)."""
    to = [pyrage.x25519.Recipient.from_str(one) for one in recipients]
    return bytes(pyrage.encrypt(plain, to))


def opened(envelope: bytes, identities: Sequence[str]) -> bytes:
    """What an age file holds for one of these identities (`AGE-SECRET-KEY-1…`)."""
    refuse_unless(len(envelope) <= MOST)
    keys = [pyrage.x25519.Identity.from_str(one) for one in identities]
    try:
        return bytes(pyrage.decrypt(envelope, keys))
    except pyrage.DecryptError as error:
        raise RefusedError from error


def recipient_of(identity: str) -> str:
    """The recipient that belongs to an identity."""
    return str(pyrage.x25519.Identity.from_str(identity).to_public())


def seal_private(one: Letter, identity: str) -> bytes:
    """An envelope for its own author only."""
    return seal(letter.pack(one.written()), [recipient_of(identity)])


def open_private(envelope: bytes, identities: Sequence[str], expected: Expected) -> Letter:
    """The private letter inside."""
    return letter.read(letter.unpack(opened(envelope, identities)), expected)


def seal_shared(one: Letter, recipients: Sequence[str], by: Ed25519PrivateKey) -> bytes:
    """An envelope for several, signed by its author."""
    return seal(letter.pack(one.written(), by), recipients)


def open_shared(
    envelope: bytes,
    identities: Sequence[str],
    signers: Sequence[Ed25519PublicKey],
    expected: Expected,
) -> Letter:
    """The shared letter inside, signed by one of ``signers``."""
    return letter.read(letter.unpack(opened(envelope, identities), signers), expected)
