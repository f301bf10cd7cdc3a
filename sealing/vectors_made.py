"""Vectors of what must open, with fresh keys."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final
from uuid import uuid4, uuid5

from sealing import age_file, key_log, letter, recovery_code, words
from sealing.envelope import recipient_of, seal_private, seal_shared
from sealing.keyring import Keyring
from sealing.letter import Letter
from sealing.notation import b64

TIME: Final = "2026-02-28T23:59:59Z"
PASSKEY: Final = (bytes(range(32)), bytes(range(32, 64)))
CODES: Final = (bytes(16), b"\xff" * 16, bytes(range(16)))
TEXTS: Final = {
    "short": "Vandaag lukte het.",
    "nothing": "",
    "signs": '„Hé”, zei ze – ’t ging. \u0000 \u2029 \U0001f9e1 e\u0301 \\ / "',
    "one chunk and a little": "Een lange dag. " * 5000,
}
Case = dict[str, Any]


def cast() -> dict[str, Keyring]:
    """Three people; the first changed her keys, the last has an id that is no random one."""
    noor, sam, mila = (Keyring.new(str(uuid4())) for _ in range(3))
    person = str(uuid5(uuid4(), "mila"))
    return {"noor": noor.with_new_sharing(), "sam": sam, "mila": replace(mila, person=person)}


def person(keys: Keyring) -> Case:
    """A keyring and what follows from it."""
    fingerprint = key_log.fingerprint(key_log.public(keys))
    return {
        "keyring": json.loads(keys.written()),
        "public": key_log.public(keys),
        "private": recipient_of(keys.private[0]),
        "fingerprint": b64(fingerprint),
        "words": words.first_six(fingerprint),
    }


def wraps(keys: Keyring) -> Iterator[Case]:
    """One keyring behind each of the three ways."""
    typed = {"words": words.draw(), "code": recovery_code.passphrase(recovery_code.draw())}
    for way, secret in typed.items():
        raw = age_file.seal(keys.written(), age_file.passphrase(secret))
        yield {"way": way, "of": "noor", "secret": secret, "wrap": b64(raw)}
    first, second = PASSKEY
    raw = age_file.seal(keys.written(), age_file.passkey(first, second))
    answers = {"first": b64(first), "second": b64(second)}
    yield {"way": "passkey", "of": "noor", **answers, "wrap": b64(raw)}


def codes() -> Iterator[Case]:
    """Recovery codes of known bytes."""
    for raw in CODES:
        shown = recovery_code.code(raw)
        yield {"bytes": b64(raw), "code": recovery_code.passphrase(shown), "shown": shown}


def a_letter(author: str, **other: Any) -> Letter:
    """An entry that says little."""
    said = {"kind": "entry", "object": str(uuid4()), "version": 1, "content": {"text": "Kort."}}
    return Letter(author=author, time=TIME, **{**said, **other})


def private(keys: Keyring) -> Iterator[Case]:
    """Private letters of many sizes, among them one that needs no fill."""
    letters = {name: a_letter(keys.keyring, content={"text": text}) for name, text in TEXTS.items()}
    empty = a_letter(keys.keyring, content={"text": ""})
    room = letter.SMALLEST - letter.HEAD - len(empty.written())
    letters["exactly full"] = replace(empty, content={"text": "x" * room})
    letters["one byte too many for that"] = replace(empty, content={"text": "x" * (room + 1)})
    letters["numbers"] = a_letter(
        keys.keyring, version=2**53 - 1, content={"a": [0, -1, 1 - 2**53, None]}
    )
    for name, one in letters.items():
        yield _sealed(name, one, seal_private(one, keys.private[0]), of="noor")


def _sealed(name: str, one: Letter, envelope: bytes, **other: Any) -> Case:
    """An envelope and what it must say."""
    return {
        "name": name,
        **other,
        "envelope": b64(envelope),
        "letter": json.loads(one.written()),
    }


def a_copy(author: Keyring, readers: tuple[Keyring, ...]) -> Letter:
    """A copy for ``readers``."""
    content = {"kind": "entry", "day": "2026-02-28", "content": {"text": "Voor jou."}}
    to = tuple(sorted(keys.log for keys in (author, *readers)))
    return a_letter(author.log, kind="given", recipients=to, content=content)


def shared(cast: dict[str, Keyring]) -> Iterator[Case]:
    """Letters from one to one, and to two."""
    author = cast["noor"]
    for names in (["sam"], ["sam", "mila"]):
        readers = tuple(cast[name] for name in names)
        one = a_copy(author, readers)
        to = [recipient_of(keys.sharing[0]) for keys in (author, *readers)]
        raw = seal_shared(one, to, author.signer())
        yield _sealed(" and ".join(names), one, raw, author="noor", readers=names)


def log(cast: dict[str, Keyring]) -> Case:
    """A log in which one changes keys, and others try what does not count."""
    old = Keyring.new(cast["noor"].person)
    noor, sam, mila = replace(cast["noor"], log=old.log), cast["sam"], cast["mila"]
    first, of_sam = key_log.publish(old), key_log.publish(sam)
    lines = [
        first,
        of_sam,
        key_log.publish(replace(mila, log=old.log), follows=first),  # not signed by what it follows
        key_log.publish(replace(mila, log=sam.log)),  # follows nothing, though there is a line
        key_log.publish(noor, follows=first, by=old),
        key_log.publish(replace(noor, sharing=old.sharing), follows=first, by=old),  # too late
        "",
        of_sam + ".",
        of_sam[:-2] + ("AA" if not of_sam.endswith("AA") else "BB"),
        key_log.publish(mila),
    ]
    found, heads = key_log.KeyLog(), [b64(key_log.FIRST_HEAD)]
    for line in lines:
        found.add(line)
        heads.append(b64(found.head))
    keys = {name: newest.public() for name in found.by_id if (newest := found.newest(name))}
    return {"lines": lines, "heads": heads, "keys": {**keys, str(uuid4()): None}}
