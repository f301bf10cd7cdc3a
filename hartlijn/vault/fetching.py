"""Hand out envelopes, and the key log in chunks."""

from typing import Final
from uuid import UUID

from hartlijn.people.models import Person
from hartlijn.vault import parcel
from hartlijn.vault.models import Envelope, LogLine
from hartlijn.vault.refusals import Missing

MOST_IDS: Final = 200
MOST_BYTES: Final = 2 * 1024 * 1024
CHUNK: Final = 1024


def fetch(ids: list[UUID], *, by: Person) -> bytes:
    """A parcel with what ``by`` may fetch; the rest is left out, whatever the reason."""
    visible = Envelope.objects.visible_to(by).filter(pk__in=ids)
    rows = {row.pk: row for row in visible.defer("content")}
    there = [rows[pk] for pk in ids if pk in rows]
    now, later, room = list[Envelope](), list[Envelope](), MOST_BYTES
    for row in there:
        fits = not later and row.size <= room
        (now if fits else later).append(row)
        room -= row.size if fits else 0
    contents = dict(visible.filter(pk__in=[row.pk for row in now]).values_list("pk", "content"))
    now = [row for row in now if row.pk in contents]  # one may go at this very moment
    found = [bytes(contents[row.pk]) for row in now]
    header = {
        "envelopes": [
            {"id": str(row.pk), "size": len(content), "from": str(row.author_id)}
            for row, content in zip(now, found, strict=True)
        ],
        "later": [str(row.pk) for row in later],
    }
    return parcel.pack(header, found)


def log_chunk(chunk: int) -> str:
    """The lines of one chunk of the key log; the first chunk that is empty still exists."""
    last = LogLine.objects.order_by("-position").values_list("position", flat=True).first() or 0
    beyond = (last + CHUNK - 1) // CHUNK
    if chunk > beyond:
        raise Missing
    lines = LogLine.objects.filter(position__gt=chunk * CHUNK, position__lte=(chunk + 1) * CHUNK)
    return "".join(f"{line}\n" for line in lines.values_list("line", flat=True))
