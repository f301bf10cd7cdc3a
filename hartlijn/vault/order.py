"""What a browser asks to store: read from a parcel, checked as far as one can without a database."""

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from hartlijn.vault import age_files, parcel
from hartlijn.vault.plain_json import a_day, an_account, an_id, b64, expect, ids, unb64, whole
from hartlijn.vault.refusals import Malformed, TooLarge, Wrong

MOST_ENVELOPES: Final = 50
MOST_REMOVED: Final = 200
MOST_BYTES: Final = 2 * 1024 * 1024
"""In one parcel, the header left out."""
LONGEST: Final = 366
"""Days that something lasts."""
TOO_LARGE: Final = _("Dit is te groot om in één keer te bewaren. Maak je tekst korter.")
NO_LETTER: Final = _("Wat hier aankwam, is geen verzegelde brief. Laad de pagina opnieuw.")


@dataclass(frozen=True)
class Item:
    """One envelope to store."""

    id: UUID
    content: bytes
    digest: str
    was: str | None
    """The digest of what it replaces; ``None`` when it is new."""
    to: UUID | None
    """For whom it is, beside its author."""
    until: date | None
    """The first day on which that reader cannot fetch it any more."""
    lasts: int | None = None
    """Instead of that day: so many days from the day it arrives on."""
    replaces: UUID | None = None
    """The one whose place it takes: the same gift, sealed to other keys."""
    urgent: bool = False
    """It cannot wait: it reaches a reader who is on duty now, whatever the hour."""


@dataclass(frozen=True)
class Order:
    """Everything one request asks for; all of it happens, or nothing."""

    items: tuple[Item, ...]
    remove: tuple[UUID, ...]


def read_order(raw: bytes) -> Order:
    """Read a parcel. Raises a ``Refusal`` for whatever is not as docs/seal.md says."""
    header, rest = parcel.unpack(raw)
    expect(header, ["envelopes"], ["remove"])
    lines = parcel.a_list(header["envelopes"], most=MOST_ENVELOPES)
    for line in lines:
        expect(line, ["id", "was", "size"], ["to", "until", "lasts", "replaces", "urgent"])
    sizes = [whole(line["size"]) for line in lines]
    if sum(sizes) > MOST_BYTES or any(size > age_files.LARGEST for size in sizes):
        raise TooLarge(TOO_LARGE)
    contents = parcel.cut(rest, sizes)
    items = tuple(_item(line, content) for line, content in zip(lines, contents, strict=True))
    remove = ids(header.get("remove", []), most=MOST_REMOVED)
    named = [item.id for item in items] + remove
    if len(set(named)) != len(named):
        raise Malformed("an id is there twice")
    if not {item.replaces for item in items if item.replaces} <= set(remove):
        raise Malformed("what is replaced is removed")
    return Order(items, tuple(remove))


def _item(line: dict[str, Any], content: bytes) -> Item:
    if not age_files.is_padded(content):
        raise Wrong(NO_LETTER, "no padded age file")
    was = line["was"]
    if was is not None:
        unb64(was, size=32)
    to = line.get("to")
    until = a_day(line.get("until"))
    if to is None and until is not None:
        raise Malformed("a last day is for an envelope that is given")
    lasts = _lasts(line.get("lasts"))
    replaces = None if line.get("replaces") is None else an_id(line["replaces"])
    if lasts and (to is None or until is not None):
        raise Malformed("what lasts is given, and has no last day of its own")
    if replaces and (to is None or was is not None or until or lasts or line.get("urgent")):
        raise Malformed("what takes the place of a gift is new, and ends as that would")
    urgent = line.get("urgent", False)
    if not isinstance(urgent, bool) or (urgent and to is None):
        raise Malformed("what cannot wait is given to somebody")
    return Item(
        id=an_id(line["id"]),
        content=content,
        digest=digest(content),
        was=was,
        to=None if to is None else an_account(to),
        until=until,
        lasts=lasts,
        replaces=replaces,
        urgent=urgent,
    )


def _lasts(value: object) -> int | None:
    if value is None:
        return None
    if not 1 <= (days := whole(value)) <= LONGEST:
        raise Malformed("what lasts does so for at most a year")
    return days


def digest(content: bytes) -> str:
    """SHA-256 in b64."""
    return b64(hashlib.sha256(content).digest())
