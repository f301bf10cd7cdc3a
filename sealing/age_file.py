"""An age file with one symmetric stanza, written and read by hand (age-encryption.org/v1).

pyrage chooses the work factor of scrypt by the speed of the machine; the seal fixes it at 18. So
these files are made here. The tests hold both directions against pyrage.
"""

import base64
import binascii
import hmac
import re
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import scrypt, sha256
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sealing.refused import RefusedError, refuse_unless

WORK_FACTOR: Final = 18
VERSION: Final = b"age-encryption.org/v1\n"
PRF: Final = b"age-encryption.org/fido2prf"
CHUNK: Final = 64 * 1024
TAG: Final = 16
NONCE: Final = 16


@dataclass(frozen=True)
class Lock:
    """The one stanza that a file may have: what its line says around the salt, and its key."""

    before: bytes
    after: bytes
    key: Callable[[bytes], bytes]

    @property
    def header(self) -> re.Pattern[bytes]:
        """A header with exactly this stanza: itself, salt, wrapped key, check."""
        stanza = re.escape(self.before) + rb"([A-Za-z0-9+/]{22})" + re.escape(self.after)
        body = rb"\n([A-Za-z0-9+/]{43})\n---) ([A-Za-z0-9+/]{43})\n"
        return re.compile(b"(" + re.escape(VERSION) + stanza + body)


def passphrase(text: str) -> Lock:
    """Opens with a passphrase: a second of work and 256 MiB, on purpose."""

    def key(salt: bytes) -> bytes:
        salt = b"age-encryption.org/v1/scrypt" + salt
        memory = 2 ** (WORK_FACTOR + 10) + 2**20
        return scrypt(text.encode(), salt=salt, n=2**WORK_FACTOR, r=8, p=1, maxmem=memory, dklen=32)

    return Lock(b"-> scrypt ", b" %d" % WORK_FACTOR, key)


def passkey(first: bytes, second: bytes) -> Lock:
    """Opens with the two answers of a passkey; asking it for them is up to the caller."""
    return Lock(b"-> %b " % PRF, b"", lambda _salt: hmac.digest(PRF, first + second, sha256))


def seal(plain: bytes, lock: Lock) -> bytes:
    """An age file that opens with the lock."""
    file_key, salt, nonce = (secrets.token_bytes(16) for _ in range(3))
    body = ChaCha20Poly1305(lock.key(salt)).encrypt(bytes(12), file_key, None)
    stanza = lock.before + _b64(salt) + lock.after
    header = b"%b%b\n%b\n---" % (VERSION, stanza, _b64(body))
    cipher = ChaCha20Poly1305(_hkdf(file_key, nonce, b"payload"))
    chunks = (cipher.encrypt(n, plain[part], None) for n, part in _nonces(len(plain), CHUNK))
    return b"%b %b\n%b" % (header, _b64(_mac(file_key, header)), nonce) + b"".join(chunks)


def opened(file: bytes, lock: Lock) -> bytes:
    """What the file holds; its header is judged before any work is done."""
    match = lock.header.match(file)
    if match is None:
        raise RefusedError
    salt, body, mac = (_unb64(match[n], size) for n, size in ((2, 16), (3, 32), (4, 32)))
    start = match.end() + NONCE
    nonce, payload = file[match.end() : start], file[start:]
    refuse_unless(len(nonce) == NONCE and len(payload) >= TAG)
    try:
        file_key = ChaCha20Poly1305(lock.key(salt)).decrypt(bytes(12), body, None)
        refuse_unless(hmac.compare_digest(_mac(file_key, match[1]), mac))
        return _payload(payload, _hkdf(file_key, nonce, b"payload"))
    except InvalidTag as error:
        raise RefusedError from error


def _payload(payload: bytes, key: bytes) -> bytes:
    """The chunks in order; an empty one is only allowed when it is all there is."""
    cipher = ChaCha20Poly1305(key)
    step = CHUNK + TAG
    chunks = [cipher.decrypt(n, payload[part], None) for n, part in _nonces(len(payload), step)]
    refuse_unless(len(chunks) == 1 or chunks[-1])
    return b"".join(chunks)


def _nonces(size: int, step: int) -> Iterator[tuple[bytes, slice]]:
    """The nonce of each chunk and where it lies; the last one says that it is the last."""
    count = max(1, -(-size // step))
    for n in range(count):
        yield n.to_bytes(11, "big") + bytes([n == count - 1]), slice(n * step, (n + 1) * step)


def _b64(raw: bytes) -> bytes:
    """Base64 as age writes it: standard letters, no padding."""
    return base64.b64encode(raw).rstrip(b"=")


def _unb64(text: bytes, length: int) -> bytes:
    """Bytes of base64 as age writes it."""
    try:
        raw = base64.b64decode(text + b"=" * (-len(text) % 4), validate=True)
    except binascii.Error as error:
        raise RefusedError from error
    refuse_unless(len(raw) == length and _b64(raw) == text)
    return raw


def _hkdf(key: bytes, salt: bytes, info: bytes) -> bytes:
    """A key for one purpose."""
    return HKDF(SHA256(), length=32, salt=salt, info=info).derive(key)


def _mac(file_key: bytes, header: bytes) -> bytes:
    """What says that nobody changed the header."""
    return hmac.digest(_hkdf(file_key, b"", b"header"), header, sha256)
