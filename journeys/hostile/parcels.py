"""Several envelopes in one message, as `frontend/vault/parcel.ts` writes and reads it."""

import json
from dataclasses import dataclass
from typing import Any

PREFIX = 4


@dataclass(frozen=True)
class Envelope:
    """A sealed letter on its way, and whom the server says it is from."""

    content: bytes
    author: str = ""


def unpack(parcel: bytes) -> tuple[dict[str, Any], list[bytes]]:
    """The header, and the envelopes it names in their order."""
    at = PREFIX + int.from_bytes(parcel[:PREFIX], "big")
    header = json.loads(parcel[PREFIX:at])
    contents = []
    for one in header["envelopes"]:
        contents.append(parcel[at : at + one["size"]])
        at += one["size"]
    return header, contents


def fetched(parcel: bytes) -> dict[str, Envelope]:
    """What an answer to fetching holds, by id."""
    header, contents = unpack(parcel)
    return {
        one["id"]: Envelope(content, one["from"])
        for one, content in zip(header["envelopes"], contents, strict=True)
    }


def answer(found: dict[str, Envelope]) -> bytes:
    """An answer to fetching."""
    listed = [
        {"id": id_, "size": len(one.content), "from": one.author} for id_, one in found.items()
    ]
    header = json.dumps({"envelopes": listed, "later": []}).encode()
    return b"".join(
        [len(header).to_bytes(PREFIX, "big"), header, *(one.content for one in found.values())]
    )
