"""The key log (5): everybody's public keys, in the order in which they were published."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import pbkdf2_hmac, sha256
from typing import Any, Final

import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from sealing.envelope import recipient_of
from sealing.keyring import Keyring
from sealing.notation import (
    b64,
    hash_of,
    is_b64,
    is_exactly,
    is_hash,
    is_id,
    is_one,
    or_none,
    read_json,
    unb64,
    write_json,
)
from sealing.refused import RefusedError, refuse_unless

SIGNED: Final = b"hartlijn key log v1\n"
FIRST_HEAD: Final = bytes(32)
ROUNDS: Final = 200_000
SALT: Final = b"hartlijn fingerprint"


def is_recipient(value: Any) -> bool:
    """A recipient of age, for X25519."""
    try:
        return bool(str(pyrage.x25519.Recipient.from_str(value)) == value)
    except (TypeError, pyrage.RecipientError):
        return False


IS_ENTRY: Final = is_exactly(
    {
        "v": is_one,
        "id": is_id,
        "sharing": is_recipient,
        "signing": lambda value: is_b64(value, 32),
        "follows": or_none(is_hash),
    }
)


@dataclass(frozen=True)
class Published:
    """What one line says."""

    id: str
    sharing: str
    signing: str
    follows: str | None
    line: str

    @property
    def key(self) -> Ed25519PublicKey:
        """Verifies what its owner signs."""
        return Ed25519PublicKey.from_public_bytes(unb64(self.signing))

    def public(self) -> dict[str, str]:
        """Id and keys."""
        return {"id": self.id, "sharing": self.sharing, "signing": self.signing}


@dataclass
class KeyLog:
    """The lines that count, by id, the oldest first."""

    by_id: dict[str, list[Published]] = field(default_factory=dict)
    size: int = 0
    head: bytes = FIRST_HEAD

    def add(self, line: str) -> None:
        """Take one more line; one that does not count still moves the head."""
        self.size += 1
        self.head = sha256(self.head + sha256(line.encode()).digest()).digest()
        try:
            entry = self._verified(line)
        except RefusedError:
            return
        self.by_id.setdefault(entry.id, []).append(entry)

    def _verified(self, line: str) -> Published:
        """The line, when it verifies and follows what is there."""
        raw, signature, entry = _read(line)
        former = self.by_id.get(entry.id, [])
        refuse_unless(entry.follows == (hash_of(former[-1].line.encode()) if former else None))
        try:
            (former[-1] if former else entry).key.verify(signature, SIGNED + raw)
        except (InvalidSignature, ValueError) as error:
            raise RefusedError from error
        return entry

    def newest(self, log_id: str) -> Published | None:
        """The keys that count now under an id."""
        return self.by_id.get(log_id, [None])[-1]

    def signers(self, log_id: str) -> Sequence[Ed25519PublicKey]:
        """Every key that signed under an id, the newest first."""
        return [entry.key for entry in reversed(self.by_id.get(log_id, []))]


def _read(line: str) -> tuple[bytes, bytes, Published]:
    """The parts of a line: the entry as signed, its signature, and what it says."""
    refuse_unless(line.count(".") == 1)
    left, right = line.split(".")
    raw, signature = unb64(left), unb64(right, 64)
    said = read_json(raw)
    if not IS_ENTRY(said):
        raise RefusedError
    del said["v"]
    return raw, signature, Published(**said, line=line)


def read(lines: Iterable[str]) -> KeyLog:
    """A log of these lines."""
    log = KeyLog()
    for line in lines:
        log.add(line)
    return log


def publish(keys: Keyring, follows: str | None = None, by: Keyring | None = None) -> str:
    """The line with which a person publishes; ``by`` holds the keys of the line it follows."""
    entry = write_json(
        {
            "v": 1,
            "id": keys.log,
            "sharing": recipient_of(keys.sharing[0]),
            "signing": public_signing(keys),
            "follows": follows and hash_of(follows.encode()),
        }
    )
    return f"{b64(entry)}.{b64((by or keys).signer().sign(SIGNED + entry))}"


def public(keys: Keyring) -> dict[str, str]:
    """What a person publishes of a keyring."""
    sharing = recipient_of(keys.sharing[0])
    return {"id": keys.log, "sharing": sharing, "signing": public_signing(keys)}


def public_signing(keys: Keyring) -> str:
    """The public half of the key that signs now, in b64."""
    return b64(keys.signer().public_key().public_bytes_raw())


def fingerprint(public: Mapping[str, str]) -> bytes:
    """32 bytes that stand for an id and its keys; slow, so that nobody finds look-alikes."""
    parts = ("hartlijn keys v1", public["id"], public["sharing"], public["signing"])
    password = "\n".join(parts).encode()
    return pbkdf2_hmac("sha256", password, SALT, ROUNDS, 32)
