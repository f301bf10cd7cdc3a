"""The keyring (2): every key of one person, which leaves a device only wrapped."""

from dataclasses import dataclass, replace
from typing import Any, Final, Self
from uuid import uuid4

import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sealing.notation import (
    b64,
    is_b64,
    is_count,
    is_exactly,
    is_id,
    is_list_of,
    is_one,
    is_person,
    read_json,
    unb64,
    write_json,
)
from sealing.refused import RefusedError, refuse_unless

SEED: Final = 32
STEP: Final = 1024


def is_identity(value: Any) -> bool:
    """An identity of age."""
    try:
        return bool(str(pyrage.x25519.Identity.from_str(value)) == value)
    except (TypeError, pyrage.IdentityError):
        return False


def is_seed(value: Any) -> bool:
    """32 bytes that sign."""
    return is_b64(value, SEED)


IS_KEYRING: Final = is_exactly(
    {
        "v": is_one,
        "keyring": is_id,
        "person": is_person,
        "counter": is_count,
        "private": is_list_of(is_identity, least=1),
        "sharing": is_list_of(is_identity, least=1),
        "signing": is_list_of(is_seed, least=1),
        "contents": is_id,
        "log": is_id,
    }
)


@dataclass(frozen=True, kw_only=True)
class Known:
    """What one knows of a keyring before it is opened; nothing when it is an export's own."""

    person: str | None = None
    keyring: str | None = None
    counter: int = 1


@dataclass(frozen=True, kw_only=True)
class Keyring:
    """The keys; of each kind the current one first."""

    keyring: str
    person: str
    counter: int
    private: tuple[str, ...]
    sharing: tuple[str, ...]
    signing: tuple[str, ...]
    contents: str
    log: str

    @classmethod
    def new(cls, person: str) -> Self:
        """Fresh keys for ``person``."""
        return cls(
            keyring=str(uuid4()),
            person=person,
            counter=1,
            private=(str(pyrage.x25519.Identity.generate()),),
            sharing=(str(pyrage.x25519.Identity.generate()),),
            signing=(b64(Ed25519PrivateKey.generate().private_bytes_raw()),),
            contents=str(uuid4()),
            log=str(uuid4()),
        )

    def signer(self) -> Ed25519PrivateKey:
        """The key that signs now."""
        return Ed25519PrivateKey.from_private_bytes(unb64(self.signing[0], SEED))

    def with_new_sharing(self) -> Self:
        """The keyring after its public keys were changed."""
        fresh = type(self).new(self.person)
        return replace(
            self,
            counter=self.counter + 1,
            sharing=(*fresh.sharing, *self.sharing),
            signing=(*fresh.signing, *self.signing),
        )

    def written(self) -> bytes:
        """Its JSON, filled with spaces to a multiple of 1024 bytes."""
        raw = write_json({"v": 1, **self.__dict__})
        return raw.ljust(-(-len(raw) // STEP) * STEP)


def read(raw: bytes, known: Known) -> Keyring:
    """The keyring; refused when it is another's, another one or an older one than was known."""
    refuse_unless(raw and len(raw) % STEP == 0)
    said = read_json(raw)
    if not IS_KEYRING(said):
        raise RefusedError
    refuse_unless(known.person is None or said["person"] == known.person)
    refuse_unless(known.keyring is None or said["keyring"] == known.keyring)
    refuse_unless(said["counter"] >= known.counter)
    return from_json(said)


def from_json(said: dict[str, Any]) -> Keyring:
    """The keyring that its JSON says."""
    lists = {key: tuple(value) for key, value in said.items() if isinstance(value, list)}
    return Keyring(**{key: value for key, value in {**said, **lists}.items() if key != "v"})
