"""Seal what the people of the demonstration wrote, as their own browsers would have."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from typing import Any, Final
from uuid import uuid4

from sealing import key_log, wraps
from sealing.contents import Content, empty
from sealing.envelope import recipient_of, seal_private, seal_shared
from sealing.key_log import KeyLog
from sealing.keyring import Keyring
from sealing.letter import Letter
from sealing.notation import b64, hash_of
from sealing.world.told import Told, by

AT_ONCE: Final = 2
"""Wraps made at the same time; each costs a second and 256 MiB."""
EVENING: Final = "T19:30:00Z"
Out = dict[str, Any]


@dataclass(frozen=True)
class Inhabitant:
    """One of the demonstration, with the keys made for them."""

    key: str
    person: str
    name: str
    keys: Keyring


@dataclass
class Sealed:
    """What one person's browser would have stored."""

    who: Inhabitant
    today: date
    envelopes: list[Out] = field(default_factory=list)
    content: Content = field(default_factory=empty)

    def put(self, name: str, raw: bytes, day: date, **gift: Any) -> str:
        """Store an envelope; gives its hash."""
        row = {"id": name, "day": day.isoformat(), "content": b64(raw), "to": None, "until": None}
        self.envelopes.append({**row, **gift})
        return hash_of(raw)


def make(asked: Mapping[str, Any]) -> Out:
    """All of it: ``asked`` says the day, the six words, and who is there and walks along."""
    today = date.fromisoformat(asked["today"])
    sealed = {
        one["key"]: Sealed(Inhabitant(**one, keys=Keyring.new(one["person"])), today)
        for one in asked["people"]
    }
    everybody = [one.who for one in sealed.values()]
    close = {frozenset(pair) for pair in asked["companions"]}
    lines = [key_log.publish(who.keys) for who in everybody]
    with ThreadPoolExecutor(AT_ONCE) as pool:  # scrypt lets the other thread go on
        wrapped = pool.map(partial(_wrapped, words=asked["words"]), everybody)
        for one in sealed.values():
            _tell(one, sealed, close)
        for one in sealed.values():
            _close(one, key_log.read(lines))
        rows = zip(sealed.values(), lines, wrapped, strict=True)
        return {"people": [_row(one, line, raw) for one, line, raw in rows]}


def _row(one: Sealed, line: str, wrap: bytes) -> Out:
    """What a server keeps of one person."""
    return {
        "person": one.who.person,
        "wrap": {"id": str(uuid4()), "way": "words", "content": b64(wrap)},
        "line": line,
        "envelopes": one.envelopes,
    }


def _wrapped(who: Inhabitant, words: str) -> bytes:
    """The keyring behind the six words of the demonstration."""
    return wraps.wrap(who.keys, wraps.lock("words", words))


def _tell(one: Sealed, others: Mapping[str, Sealed], close: set[frozenset[str]]) -> None:
    """Seal what one person wrote, and give what goes to somebody who walks along."""
    for told in by(one.who.key):
        name = _write(one, told)
        to = others.get(told.to or "")
        if to and frozenset({one.who.person, to.who.person}) in close:
            _give(one, name, told, to)


def _close(one: Sealed, log: KeyLog) -> None:
    """Seal the contents, which say what there is and how far the log was checked."""
    content = {**one.content, "log": {"size": log.size, "head": b64(log.head)}}
    version, keys = len(one.envelopes) + 1, one.who.keys
    said = {"kind": "contents", "object": keys.contents, "version": version, "content": content}
    letter = _private(one, one.today, **said)
    one.put(keys.contents, seal_private(letter, keys.private[0]), one.today)


def _private(one: Sealed, day: date, **said: Any) -> Letter:
    """A letter to oneself."""
    return Letter(**said, author=one.who.keys.keyring, time=day.isoformat() + EVENING)


def _write(one: Sealed, told: Told) -> str:
    """Seal a moment; gives its id."""
    day, name = one.today - timedelta(days=told.days_ago), str(uuid4())
    letter = _private(one, day, kind="entry", object=name, version=1, content={"text": told.text})
    envelope = seal_private(letter, one.who.keys.private[0])
    one.content["objects"][name] = {
        "kind": "entry",
        "version": 1,
        "hash": one.put(name, envelope, day),
        "day": day.isoformat(),
    }
    return name


def _give(one: Sealed, of: str, told: Told, to: Sealed) -> None:
    """Seal a copy for somebody, the day after it was written; the two compared words that day."""
    written = one.today - timedelta(days=told.days_ago)
    day, name = written + timedelta(days=1), str(uuid4())
    until = None if told.for_days is None else (written + timedelta(days=told.for_days)).isoformat()
    keys, theirs = one.who.keys, to.who.keys
    letter = Letter(
        kind="given",
        object=name,
        version=1,
        author=keys.log,
        recipients=tuple(sorted((keys.log, theirs.log))),
        time=day.isoformat() + EVENING,
        content={"kind": "entry", "day": written.isoformat(), "content": {"text": told.text}},
    )
    recipients = [recipient_of(both.sharing[0]) for both in (keys, theirs)]
    envelope = seal_shared(letter, recipients, keys.signer())
    gift = {"to": to.who.person, "until": until}
    hashed = one.put(name, envelope, day, **gift)
    one.content["given"][name] = {"of": of, "version": 1, "log": theirs.log, "hash": hashed, **gift}
    for this, that in ((one, to), (to, one)):
        _pin(this, that.who, day)


def _pin(one: Sealed, whom: Inhabitant, day: date) -> None:
    """Know somebody's keys from that day on."""
    one.content["pins"][whom.person] = {
        "name": whom.name,
        "log": whom.keys.log,
        "keys": b64(key_log.fingerprint(key_log.public(whom.keys))),
        "compared": day.isoformat(),
    }
