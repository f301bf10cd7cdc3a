"""What somebody with the server in hand can make: letters, lines for the key log, keyrings.

It is made with the second program that knows the seal; every key in it is the forger's own, or one
that everybody may know.
"""

from dataclasses import replace
from typing import Any
from uuid import uuid4

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sealing import age_file, envelope, key_log, letter, words
from sealing.age_file import Lock
from sealing.envelope import recipient_of
from sealing.keyring import Keyring
from sealing.letter import Letter
from sealing.notation import b64, hash_of
from sealing.refused import RefusedError

TIME = "2026-03-02T10:00:00Z"


def stranger() -> Keyring:
    """Somebody with keys and bad intentions."""
    return Keyring.new(str(uuid4()))


def a_gift(object_: str, text: str, author: str, *readers: str) -> Letter:
    """A letter as somebody gives it; people by their ids in the key log."""
    content = {"kind": "entry", "day": "2026-03-02", "content": {"text": text}}
    recipients = tuple(sorted({author, *readers}))
    return Letter(
        kind="given",
        object=object_,
        version=1,
        author=author,
        time=TIME,
        content=content,
        recipients=recipients,
    )


def sealed_gift(one: Letter, by: Ed25519PrivateKey, *to: Keyring) -> bytes:
    """The gift as it travels, signed by whoever and sealed to whomever."""
    return envelope.seal_shared(one, [recipient_of(keys.sharing[0]) for keys in to], by)


def of_version(version: int, one: Letter, by: Ed25519PrivateKey, to: Keyring) -> bytes:
    """A gift that says to be of another version of the seal."""
    plain = bytes([version]) + letter.pack(one.written(), by)[1:]
    return envelope.seal(plain, [recipient_of(to.sharing[0])])


def contents(keys: Keyring, version: int, **parts: Any) -> Letter:
    """A letter that says what there is on a line."""
    nothing = {"objects": {}, "given": {}, "waiting": [], "received": {}, "pins": {}}
    content = {**nothing, "log": {"size": 0, "head": ""}, **parts}
    return Letter(
        kind="contents",
        object=keys.contents,
        version=version,
        author=keys.keyring,
        time=TIME,
        content=content,
    )


def forged_line(victim: Keyring, text: str, *, author: str = "", to: str = "") -> dict[str, bytes]:
    """A whole line, contents and one text, by somebody who knows what the server knows.

    And one thing more: the id of the keyring (``author``), or the private recipient (``to``).
    """
    object_, author = str(uuid4()), author or str(uuid4())
    recipients = [to or recipient_of(victim.sharing[0])]
    entry = Letter(
        kind="entry",
        object=object_,
        version=1,
        author=author,
        time=TIME,
        content={"text": text},
    )
    sealed = envelope.seal(letter.pack(entry.written()), recipients)
    listed = {"kind": "entry", "version": 1, "hash": hash_of(sealed), "day": "2026-03-02"}
    said = replace(contents(victim, 10**6, objects={object_: listed}), author=author)
    return {
        object_: sealed,
        victim.contents: envelope.seal(letter.pack(said.written()), recipients),
    }


def publishing(lines: list[str], *keyrings: Keyring) -> list[str]:
    """The key log with the keys of strangers at the end."""
    return [*lines, *(key_log.publish(keys) for keys in keyrings)]


def wrapped(keys: Keyring, typed: str, factor: int = age_file.WORK_FACTOR) -> str:
    """A keyring that opens with these words, with as much work as somebody likes."""
    slow = age_file.passphrase(words.passphrase(typed))
    if factor == age_file.WORK_FACTOR:
        return b64(age_file.seal(keys.written(), slow))
    fast = Lock(slow.before, b" %d" % factor, lambda salt: _scrypt(typed, salt, factor))
    return b64(age_file.seal(keys.written(), fast))


def _scrypt(typed: str, salt: bytes, factor: int) -> bytes:
    salt = b"age-encryption.org/v1/scrypt" + salt
    return age_file.scrypt(typed.encode(), salt=salt, n=2**factor, r=8, p=1, dklen=32)


def opens(keys: Keyring, sealed: bytes) -> str:
    """What somebody reads of an envelope with all keys they have; empty when it stays closed."""
    try:
        return envelope.opened(sealed, [*keys.sharing, *keys.private]).decode(errors="replace")
    except RefusedError:
        return ""
