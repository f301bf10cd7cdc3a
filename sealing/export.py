"""What somebody took along, opened without Hartlijn (docs/seal.md).

The ZIP of the vault, or the one of the whole line, which lies open but for its originals.
"""

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sealing import contents, key_log, letter, wraps
from sealing.age_file import Lock
from sealing.contents import Content
from sealing.envelope import MOST, open_private, opened
from sealing.key_log import KeyLog
from sealing.keyring import Keyring, Known
from sealing.letter import Expected, Letter
from sealing.notation import b64, hash_of
from sealing.refused import RefusedError, refuse_unless

OLDER: Final = "niet de versie die in de inhoud staat"
"""It opens, but the contents name other bytes: it is older or newer than they are."""
CHANGED: Final = "ondertekend, maar de sleutels van deze persoon veranderden sinds je ze kende"
FORMER: Final = "de inhoud is verzegeld met eerdere sleutels: wie die heeft, kan hem gemaakt hebben"
PLACES: Final = {"wraps": "wraps", "own": "own", "originals": "own", "received": "received"}
"""Folders of both files, and what is in them."""
UNKNOWN: Final = "ondertekend door iemand die je lijn nog niet bij naam kende"


@dataclass(frozen=True)
class Entry:
    """One letter that opened: what it is, its day, and from whom when it was given."""

    object: str
    kind: str
    day: str
    time: str
    content: dict[str, Any]
    giver: str | None = None
    warning: str | None = None


@dataclass(frozen=True)
class Export:
    """The parts of the ZIP: closed keyrings, envelopes by id, and the key log."""

    wraps: dict[str, bytes]
    own: dict[str, bytes]
    received: dict[str, bytes]
    log: KeyLog

    def unlock(self, way: str, lock: Lock) -> Keyring:
        """The keyring, by a wrap of this way; refused when there is none that opens."""
        for name, file in self.wraps.items():
            if name.startswith(f"{way}-"):
                return wraps.unwrap(file, lock, Known())
        raise RefusedError

    def contents(self, keys: Keyring) -> Content:
        """What there is, as its owner last wrote it."""
        return self._contents(keys, keys.private)

    def is_of_former_keys(self, keys: Keyring) -> bool:
        """Whether the contents do not open with the current keys (4)."""
        try:
            self._contents(keys, keys.private[:1])
        except RefusedError:
            return True
        return False

    def _contents(self, keys: Keyring, identities: Sequence[str]) -> Content:
        expected = Expected(keys.contents, keys.keyring, kind="contents")
        refuse_unless(keys.contents in self.own)
        found = open_private(self.own[keys.contents], identities, expected)
        return contents.checked(found.content)


def read(path: Path) -> Export:
    """Read the ZIP; what is too large to be an envelope is left where it is."""
    with zipfile.ZipFile(path) as archive:
        folders: dict[str, dict[str, bytes]] = {place: {} for place in PLACES.values()}
        for info in archive.infolist():
            folder, _, name = info.filename.partition("/")
            if folder in PLACES and name.endswith(".age") and info.file_size <= MOST:
                folders[PLACES[folder]][name.removesuffix(".age")] = archive.read(info)
        lines = archive.read("key-log.txt").decode("utf-8").splitlines()
    return Export(**folders, log=key_log.read(lines))


def entries(export: Export, keys: Keyring) -> Iterator[Entry | str]:
    """Everything that opens, the own first; for what does not, a line that says so."""
    listed = export.contents(keys)
    if export.is_of_former_keys(keys):
        yield FORMER
    for name, about in sorted(listed["objects"].items(), key=lambda pair: pair[1]["day"]):
        try:
            yield _own(export.own[name], name, about, keys)
        except KeyError:
            yield f"own/{name}: staat in je inhoud, maar zit niet in het bestand"
        except RefusedError:
            yield f"own/{name}: gaat niet open"
    waiting = {one["copy"]["id"] for one in listed["waiting"] if "copy" in one}
    known = {keys.contents, *listed["objects"], *listed["given"], *waiting}
    for name in sorted(export.own.keys() - known):
        yield f"own/{name}: staat niet in je inhoud"
    for name, envelope in sorted(export.received.items()):
        try:
            yield _received(envelope, name, listed, (keys, export.log))
        except RefusedError:
            yield f"received/{name}: gaat niet open, of is niet van wie het zegt te zijn"


def _own(envelope: bytes, name: str, about: dict[str, Any], keys: Keyring) -> Entry:
    """An own entry."""
    said = open_private(envelope, keys.private, Expected(name, keys.keyring, kind=about["kind"]))
    warning = None if contents.is_as_listed(envelope, about) else OLDER
    return Entry(name, said.kind, about["day"], said.time, said.content, warning=warning)


def _received(envelope: bytes, name: str, listed: Content, mine: tuple[Keyring, KeyLog]) -> Entry:
    """What somebody gave: signed by keys that are in the log under the author's id."""
    keys, log = mine
    plain = opened(envelope, keys.sharing)
    author = letter.claimed_author(plain)
    both = tuple(sorted((author, keys.log)))
    said = letter.read(letter.unpack(plain, log.signers(author)), Expected(name, author, both))
    copy = _copy(said)
    before = listed["received"].get(name)
    older = before and said.version <= before["version"] and before["hash"] != hash_of(envelope)
    giver, warning = _giver(author, listed, log)
    return Entry(
        object=name,
        kind=copy["kind"],
        day=copy["day"],
        time=said.time,
        content=copy["content"],
        giver=giver,
        warning=OLDER if older else warning,
    )


def _copy(said: Letter) -> dict[str, Any]:
    """What somebody gave, or answered: its kind, day and content."""
    shapes = {letter.ANSWER: contents.IS_ANSWER, letter.MESSAGE: contents.IS_MESSAGE}
    if shape := shapes.get(said.kind):
        refuse_unless(shape(said.content))
        day = "" if said.time == letter.NO_HOUR else said.time[:10]
        return {"kind": said.kind, "day": day, "content": said.content}
    refuse_unless(said.kind == "given" and contents.IS_GIVEN(said.content))
    return said.content


def _giver(author: str, listed: Content, log: KeyLog) -> tuple[str, str | None]:
    """The name of the author, if the owner knew these keys; else their id in the log."""
    newest = log.newest(author)
    for pin in listed["pins"].values():
        if pin["log"] == author and newest:
            same = b64(key_log.fingerprint(newest.public())) == pin["keys"]
            return pin["name"], None if same else CHANGED
    return author, UNKNOWN
