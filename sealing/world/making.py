"""Seal what the people of the demonstration wrote, gave and answered, as their browsers would have."""

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
from sealing.letter import MESSAGE, NO_HOUR, Letter
from sealing.notation import b64, hash_of
from sealing.world.said import TALKS, Talk
from sealing.world.told import Told, by
from sealing.world.trusting import CONTACTS, entrust

AT_ONCE: Final = 2
"""Wraps made at the same time; each costs a second and 256 MiB."""
EVENING: Final = "T19:30:00Z"
LIFETIME: Final = timedelta(days=90)
"""Of a message (`frontend/together/message.ts`)."""
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
        for talk in TALKS:
            _talk(talk, sealed, close)
        for one in sealed.values():
            _close(one, key_log.read(lines))
        rows = zip(sealed.values(), lines, wrapped, strict=True)
        return {"people": [_row(one, line, raw, sealed, close) for one, line, raw in rows]}


def _row(
    one: Sealed,
    line: str,
    wrap: bytes,
    others: Mapping[str, Sealed],
    close: set[frozenset[str]],
) -> Out:
    """What a server keeps of one person."""
    contact = others.get(CONTACTS.get(one.who.key, ""))
    near = contact and frozenset({one.who.person, contact.who.person}) in close
    return {
        "trusted": entrust(one.who.keys, contact.who.keys, one.today) if contact and near else None,
        "person": one.who.person,
        "wrap": {"id": str(uuid4()), "way": "words", "content": b64(wrap)},
        "line": line,
        "envelopes": one.envelopes,
    }


def _wrapped(who: Inhabitant, words: str) -> bytes:
    """The keyring behind the six words of the demonstration."""
    return wraps.wrap(who.keys, wraps.lock("words", words))


def _tell(one: Sealed, others: Mapping[str, Sealed], close: set[frozenset[str]]) -> None:
    """Seal what one person wrote, give what goes to somebody who walks along, and answer it."""
    for told in by(one.who.key):
        name = _write(one, told)
        to = others.get(told.gift.to) if told.gift else None
        if told.gift and to and frozenset({one.who.person, to.who.person}) in close:
            gift = _give(one, name, told, to)
            if told.gift.answer:
                day = one.today - timedelta(days=told.days_ago - 2)
                _answer(to, one, day, {"v": 1, "to": gift, "text": told.gift.answer})


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
    """Seal what somebody wrote; gives its id."""
    day = one.today - timedelta(days=told.days_ago)
    content, due = told.content(day), None
    if told.due_in is not None:
        due = (one.today + timedelta(days=told.due_in)).isoformat()
    if told.kind == "intention":
        content["due"] = due
    return _keep(one, told.kind, day, content, due)


def _keep(  # noqa: PLR0913 - what a letter is made of
    one: Sealed,
    kind: str,
    day: date,
    content: Content,
    due: str | None = None,
    *,
    name: str | None = None,
) -> str:
    """Seal a letter for its writer, and list it with what filters need; gives its id."""
    name = name or str(uuid4())
    letter = _private(one, day, kind=kind, object=name, version=1, content=content)
    sealed = seal_private(letter, one.who.keys.private[0])
    hashed = one.put(name, sealed, day, **({"due": due} if due else {}))
    listed = {"kind": kind, "version": 1, "hash": hashed, "day": day.isoformat()}
    repeated = {part: content[part] for part in ("themes", "due", "to") if content.get(part)}
    take = [{key: each[key] for key in each if key != "part"} for each in content.get("take", ())]
    one.content["objects"][name] = {**listed, **repeated, **({"take": take} if take else {})}
    return name


def _give(one: Sealed, of: str, told: Told, to: Sealed) -> str:
    """Give a copy to somebody, the day after it was written; the two compared words that day."""
    assert told.gift  # noqa: S101 - asked by the caller
    written, lasts = one.today - timedelta(days=told.days_ago), told.gift.for_days
    day = written + timedelta(days=1)
    given = {key: value for key, value in told.content(written).items() if key != "take"}
    copy = {"kind": told.kind, "day": written.isoformat(), "content": given}
    until = None if lasts is None else (written + timedelta(days=lasts)).isoformat()
    for this, that in ((one, to), (to, one)):
        _pin(this, that.who, day)
    return _share(one, to, day, "given", copy, of=of, until=until)


def _answer(one: Sealed, to: Sealed, day: date, content: Content) -> None:
    """Answer what was given: a letter to keep, and one for who gave it."""
    own = _keep(one, "answer", day, content)
    _share(one, to, day, "answer", content, of=own, until=None)


def _talk(talk: Talk, others: Mapping[str, Sealed], close: set[frozenset[str]]) -> None:
    """Seal a thread of two, message by message."""
    two = [others[key] for key in talk.between if key in others]
    if len(two) < len(talk.between) or frozenset(one.who.person for one in two) not in close:
        return
    thread = str(uuid4())
    members = [{"person": one.who.person, "name": one.who.name} for one in two]
    for number, said in enumerate(talk.said, start=1):
        one, to = two if two[0].who.key == said.by else two[::-1]
        name, day = str(uuid4()), one.today - timedelta(days=said.days_ago)
        content = {
            "v": 1,
            "id": name,
            "thread": thread,
            "n": number,
            "about": talk.about,
            "members": members,
            **said.content(),
        }
        _keep(one, MESSAGE, day, content, name=name)
        until = (day + LIFETIME).isoformat()
        _share(one, to, day, MESSAGE, content, of=name, until=until)


def _share(  # noqa: PLR0913 - what a gift is made of
    one: Sealed, to: Sealed, day: date, kind: str, content: Content, *, of: str, until: str | None
) -> str:
    """Seal a letter for two and note to whom it went; gives its id."""
    keys, theirs, name = one.who.keys, to.who.keys, str(uuid4())
    letter = Letter(
        kind=kind,
        object=name,
        version=1,
        author=keys.log,
        recipients=tuple(sorted((keys.log, theirs.log))),
        time=NO_HOUR,
        content=content,
    )
    recipients = [recipient_of(both.sharing[0]) for both in (keys, theirs)]
    envelope = seal_shared(letter, recipients, keys.signer())
    gift = {"to": to.who.person, "until": until}
    hashed = one.put(name, envelope, day, **gift)
    one.content["given"][name] = {"of": of, "version": 1, "log": theirs.log, "hash": hashed, **gift}
    return name


def _pin(one: Sealed, whom: Inhabitant, day: date) -> None:
    """Know somebody's keys from that day on."""
    one.content["pins"][whom.person] = {
        "name": whom.name,
        "log": whom.keys.log,
        "keys": b64(key_log.fingerprint(key_log.public(whom.keys))),
        "compared": day.isoformat(),
    }
