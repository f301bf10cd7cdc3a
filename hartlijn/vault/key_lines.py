"""A line of the key log (docs/seal.md, 5): read it, and check who signed it.

The only cryptography of the server: it checks signatures and opens nothing.
"""

import hashlib
import re
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.utils.translation import gettext_lazy as _

from hartlijn.vault.plain_json import an_id, b64, expect, read, unb64, whole
from hartlijn.vault.refusals import Malformed, Wrong

LONGEST: Final = 1024
SIGNED: Final = b"hartlijn key log v1\n"
START: Final = b64(bytes(32))
"""The head of an empty log."""
RECIPIENT: Final = re.compile(r"age1[02-9ac-hj-np-z]{58}")
NOT_SIGNED: Final = _("Deze sleutels zijn niet goed ondertekend. Laad de pagina opnieuw.")


@dataclass(frozen=True)
class KeyLine:
    """One line, with what it says."""

    line: str
    signed: bytes
    signature: bytes
    id: UUID
    signing: bytes
    follows: str | None

    @property
    def digest(self) -> str:
        """What the next line with this id names as the one it follows."""
        return b64(hashlib.sha256(self.line.encode()).digest())


def read_line(line: object) -> KeyLine:
    """Read a line as published. Raises ``Malformed`` when its form is another."""
    if not isinstance(line, str) or len(line) > LONGEST or line.count(".") != 1:
        raise Malformed("a line of the key log is entry.signature")
    entry, signature = line.split(".")
    raw = unb64(entry)
    says = expect(read(raw), ["v", "id", "sharing", "signing", "follows"])
    if whole(says["v"]) != 1:
        raise Malformed("an unknown version")
    sharing = says["sharing"]
    if not isinstance(sharing, str) or not RECIPIENT.fullmatch(sharing):
        raise Malformed("sharing is an age recipient")
    follows = says["follows"]
    if follows is not None:
        unb64(follows, size=32)
    return KeyLine(
        line=line,
        signed=raw,
        signature=unb64(signature, size=64),
        id=an_id(says["id"]),
        signing=unb64(says["signing"], size=32),
        follows=follows,
    )


def require_signed(line: KeyLine, *, after: KeyLine | None) -> None:
    """Signed by the keys it follows, or by its own when it follows none. Raises ``Wrong``."""
    by = after.signing if after else line.signing
    try:
        Ed25519PublicKey.from_public_bytes(by).verify(line.signature, SIGNED + line.signed)
    except (InvalidSignature, ValueError) as error:
        raise Wrong(NOT_SIGNED) from error


def next_head(head: str, line: str) -> str:
    """The chain after one more line: SHA-256(head ‖ SHA-256(line))."""
    link = hashlib.sha256(line.encode()).digest()
    return b64(hashlib.sha256(unb64(head, size=32) + link).digest())
