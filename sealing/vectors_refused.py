"""Vectors of what must not open: each differs in one thing from something that does."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import uuid4

from sealing import key_log, letter
from sealing.envelope import recipient_of, seal
from sealing.keyring import Keyring
from sealing.letter import SIGNED, Letter
from sealing.notation import b64, write_json
from sealing.vectors_made import TIME, Case, a_copy, a_letter

Change = Callable[[bytes], bytes]


def _changes() -> dict[str, Change]:
    """Plaintexts that differ in one thing from one that opens."""
    return {
        "another version": lambda plain: b"\x02" + plain[1:],
        "another form": lambda plain: plain[:1] + b"\x02" + plain[2:],
        "fill that is not zeros": lambda plain: plain[:-1] + b"\x01",
        "twice the fill": lambda plain: plain + bytes(len(plain)),
        "one byte less": lambda plain: plain[:-1],
        "a longer length": lambda plain: plain[:2] + b"\x00\x01\x00\x00" + plain[6:],
        "the letter is a list": lambda _plain: letter.pack(b"[]"),
        "two letters": lambda _plain: letter.pack(b"{}{}"),
    }


def refused(cast: dict[str, Keyring]) -> Iterator[Case]:
    """What must not open."""
    noor, sam, mila = cast["noor"], cast["sam"], cast["mila"]
    own = [recipient_of(noor.private[0])]
    one = a_letter(noor.keyring)
    case = {"way": "private", "by": "noor", "expected": {"object": one.object}}
    for name, change in _changes().items():
        yield {**case, "name": name, "envelope": b64(seal(change(letter.pack(one.written())), own))}
    for name, raw in _other_writing(one).items():
        yield {**case, "name": name, "envelope": b64(seal(letter.pack(raw), own))}
    for name, said in _other_letters(one).items():
        yield {**case, "name": name, "envelope": b64(seal(letter.pack(write_json(said)), own))}
    signed = letter.pack(one.written(), noor.signer())
    yield {**case, "name": "signed, though private", "envelope": b64(seal(signed, own))}
    given = a_copy(sam, (noor,))
    both = [recipient_of(keys.sharing[0]) for keys in (sam, noor)]
    expected = {"object": given.object, "recipients": list(given.recipients)}
    case = {"way": "shared", "by": "noor", "author": "sam", "expected": expected}
    send = partial(seal, recipients=both)
    raw, signer = given.written(), sam.signer()
    pad = {
        "no signature, though shared": letter.pack(raw),
        "signed by another": letter.pack(raw, mila.signer()),
        "another letter than was signed": letter.pack(raw, signer).replace(b"jou", b"hem"),
        "signed for another purpose": letter.pack(raw, signer).replace(
            signer.sign(SIGNED + raw), signer.sign(key_log.SIGNED + raw)
        ),
    }
    for name, plain in pad.items():
        yield {**case, "name": name, "envelope": b64(send(plain))}
    for name, other in _other_recipients(given, mila).items():
        plain = letter.pack(other.written(), signer)
        yield {**case, "name": name, "envelope": b64(send(plain))}


def _other_letters(one: Letter) -> dict[str, Any]:
    """Letters that say something else than expected, or in another shape."""
    said = json.loads(one.written())
    return {
        "another object": {**said, "object": str(uuid4())},
        "another author": {**said, "author": str(uuid4())},
        "yes for a version": {**said, "version": True},
        "a version below one": {**said, "version": -1},
        "a day without a time": {**said, "time": TIME[:10]},
        "the thirtieth of February": {**said, "time": "2026-02-30T12:00:00Z"},
        "recipients": {**said, "recipients": [said["author"]]},
        "recipients that are no list": {**said, "recipients": {}},
        "content that is a text": {**said, "content": "Kort."},
        "a key that nobody knows": {**said, "more": 1},
        "no content": {key: said[key] for key in said if key != "content"},
    }


def _other_writing(one: Letter) -> dict[str, bytes]:
    """The same letter to a lenient reader of JSON."""
    raw = one.written()
    version = b'"version":%d' % one.version
    return {
        "a key that is there twice": raw.replace(version, version + b"," + version),
        "a number with an exponent": raw.replace(version, version + b"e0"),
        "a number with a point": raw.replace(version, version + b".0"),
        "a fraction inside the content": raw.replace(b'"content":{', b'"content":{"size":0.5,'),
        "two to the fifty-third": raw.replace(b'"content":{', b'"content":{"size":%d,' % 2**53),
        "a key twice inside the content": raw.replace(
            b'"content":{', b'"content":{"twice":1,"twice":1,'
        ),
    }


def _other_recipients(given: Letter, mila: Keyring) -> dict[str, Letter]:
    """Shared letters with recipients that are not the ones expected."""
    backwards = tuple(reversed(given.recipients))
    return {
        "not sorted": replace(given, recipients=backwards),
        "nobody": replace(given, recipients=()),
        "one more": replace(given, recipients=tuple(sorted((*given.recipients, mila.log)))),
        "only the author": replace(given, recipients=(given.author,)),
    }
