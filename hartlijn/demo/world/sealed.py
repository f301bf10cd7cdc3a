"""The lines of the ten: written, sealed and given, as their own browsers would have done it.

The server cannot seal, so a program of its own does (`python -m sealing world`), at the same time
as the rest of the world is made. What it answers goes in through the doors a browser uses.
"""

import base64
import json
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from importlib.util import find_spec
from typing import Any, Final
from uuid import UUID

from hartlijn.consent.models import Grant
from hartlijn.delivery.actions import planning
from hartlijn.demo.cast import BY_KEY, CAST, identity
from hartlijn.demo.world.ties import OF_THE_CAST
from hartlijn.journal.models import Due
from hartlijn.people.models import Person
from hartlijn.vault.actions import keys, storing, trust, wraps
from hartlijn.vault.key_lines import read_line
from hartlijn.vault.models import Envelope, KeyHolder, WrappedKey
from hartlijn.vault.order import Item, Order, digest

WORDS: Final = "boomhut vlinder koffie regen lantaarn kompas"
"""Open every line of the demonstration. Words of real people are drawn, and never shown again."""

Row = Mapping[str, Any]
Sealing = subprocess.Popen[bytes]


def begin(today: date) -> Sealing | None:
    """Start sealing; nothing where the program is not installed, as on a real server."""
    if not all(find_spec(name) for name in ("sealing", "pyrage")):
        return None
    question = {
        "today": today.isoformat(),
        "words": WORDS,
        "people": [{"key": part.key, "person": str(part.id), "name": part.name} for part in CAST],
        "companions": [
            [str(identity("person", one)), str(identity("person", other))]
            for one, other, _kind, _asked, answered, ended in OF_THE_CAST
            if {one, other} <= BY_KEY.keys() and answered is not None and ended is None
        ],
    }
    command = (sys.executable, "-m", "sealing", "world")
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe)  # noqa: S603
    assert process.stdin  # noqa: S101 - it was asked for above
    process.stdin.write(json.dumps(question).encode())
    process.stdin.close()
    return process


def finish(process: Sealing) -> None:
    """Wait for what was begun, and store it. Raises ``RuntimeError`` when it did not work out."""
    with process:
        assert process.stdout  # noqa: S101 - it was asked for above
        said = process.stdout.read()
    if process.returncode:
        raise RuntimeError("The letters of the demonstration could not be sealed (see above).")
    store(json.loads(said)["people"])


def store(rows: list[Row]) -> None:
    """Keep what ten browsers made: first everybody's keys, then what is sealed to them."""
    people = Person.objects.in_bulk([UUID(row["person"]) for row in rows])
    for row in rows:
        _keep(row, people[UUID(row["person"])])
    for row in rows:
        _store(row["envelopes"], people[UUID(row["person"])])
        if row["trusted"]:
            _entrust(row["trusted"], people[UUID(row["person"])])


def _keep(row: Row, person: Person) -> None:
    wrap = row["wrap"]
    content = _bytes(wrap["content"])
    wraps.add(wraps.NewWrap(UUID(wrap["id"]), wrap["way"], "", content, ()), by=person)
    keys.publish(read_line(row["line"]), by=person)


def _entrust(row: Row, owner: Person) -> None:
    """Keep a trusted contact, chosen a while ago."""
    pk, way = UUID(row["id"]), WrappedKey.Way.CONTACT
    wrap = wraps.NewWrap(pk, way, "", _bytes(row["content"]), ())
    letter, half = _bytes(row["letter"]), _bytes(row["half"])
    trust.choose(trust.NewContact(wrap, UUID(row["to"]), row["days"], letter, half), by=owner)
    WrappedKey.objects.filter(pk=pk).update(made_on=row["made_on"])


def _store(envelopes: list[Row], person: Person) -> None:
    storing.store(Order(tuple(_item(row) for row in envelopes), ()), by=person)
    for row in envelopes:  # they were written over months, not today
        Envelope.objects.filter(pk=row["id"]).update(written_on=row["day"])
        Grant.objects.filter(envelope_id=row["id"]).update(given_on=row["day"], held=False)
        planning.withdraw(UUID(row["id"]))
    let_come_back(envelopes, person)
    first = min(row["day"] for row in envelopes)
    KeyHolder.objects.filter(person=person).update(kept_on=first)


def let_come_back(envelopes: list[Row], person: Person) -> None:
    """What was parked or intended comes back on the day its maker says under ``due``."""
    Due.objects.bulk_create(
        Due(envelope_id=UUID(row["id"]), owner=person, due_on=date.fromisoformat(row["due"]))
        for row in envelopes
        if row.get("due")
    )


def _item(row: Row) -> Item:
    content = _bytes(row["content"])
    return Item(
        id=UUID(row["id"]),
        content=content,
        digest=digest(content),
        was=None,
        to=UUID(row["to"]) if row["to"] else None,
        until=date.fromisoformat(row["until"]) if row["until"] else None,
    )


def _bytes(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
