"""Things that look sealed: age files of the right shape, with noise inside; and signed key lines."""

import base64
import hashlib
import json
import os
from datetime import date
from http import HTTPStatus
from typing import Any
from uuid import UUID, uuid4

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.test import Client
from django.urls import reverse

from hartlijn.consent.actions import let_arrive
from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Person
from hartlijn.vault.age_files import KIB, payload_of
from hartlijn.vault.models import KeyHolder
from hartlijn.vault.parcel import pack

AGE = b"age-encryption.org/v1\n"
NEVER = str(uuid4())


def b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _in_header(raw: bytes) -> bytes:
    return base64.b64encode(raw).rstrip(b"=")


def envelope(size: int = KIB, *, readers: int = 1) -> bytes:
    """An age file to so many readers, of a letter that was filled up to ``size`` bytes."""
    stanzas = b"".join(
        b"-> X25519 %s\n%s\n" % (_in_header(os.urandom(32)), _in_header(os.urandom(32)))
        for _ in range(readers)
    )
    mac = b"--- %s\n" % _in_header(os.urandom(32))
    return AGE + stanzas + mac + os.urandom(payload_of(size))


def wrap(factor: int = 18, *, passkey: bool = False) -> bytes:
    """A closed keyring."""
    first = b"scrypt %s %d" % (_in_header(os.urandom(16)), factor)
    if passkey:
        first = b"age-encryption.org/fido2prf %s" % _in_header(os.urandom(16))
    stanza = b"-> %s\n%s\n" % (first, _in_header(os.urandom(32)))
    return AGE + stanza + b"--- %s\n" % _in_header(os.urandom(32)) + os.urandom(payload_of(2048))


def digest(content: bytes) -> str:
    return b64(hashlib.sha256(content).digest())


def line(content: bytes, **says: Any) -> dict[str, Any]:
    """What the header of a parcel says of one envelope."""
    return {"id": str(uuid4()), "was": None, "size": len(content), **says}


def parcel(*pairs: tuple[dict[str, Any], bytes], remove: tuple[str, ...] = ()) -> bytes:
    header = {"envelopes": [says for says, _content in pairs], "remove": list(remove)}
    return pack(header, [content for _says, content in pairs])


def post(client: Client, route: str, content: Any, *args: Any) -> Any:
    """Send JSON, or bytes as they are."""
    raw = isinstance(content, bytes)
    return client.post(
        reverse(f"vault:{route}", args=args),
        content if raw else json.dumps(content),
        content_type="application/octet-stream" if raw else "application/json",
        headers={"Accept": "application/json"},
    )


def state(client: Client) -> dict[str, Any]:
    found: dict[str, Any] = client.get(reverse("vault:state")).json()
    return found


def save(client: Client, content: bytes | None = None, **says: Any) -> tuple[str, bytes]:
    """Store one envelope; gives its id and bytes."""
    content = envelope() if content is None else content
    about = line(content, **says)
    answer = post(client, "store", parcel((about, content)))
    assert answer.status_code == HTTPStatus.OK, answer.content
    return about["id"], content


def write(client: Client, to: Person, until: date | None = None) -> tuple[str, bytes]:
    """Store an envelope for two. It waits for working time of the reader."""
    day = until.isoformat() if until else None
    return save(client, envelope(readers=2), to=str(to.pk), until=day)


def give(client: Client, to: Person, until: date | None = None) -> tuple[str, bytes]:
    """The same, and it arrives at once, whatever hour it is for whoever runs the tests."""
    pk, content = write(client, to, until)
    arrive(pk)
    return pk, content


def arrive(pk: str) -> None:
    """Its reader works now."""
    let_arrive({UUID(pk): civil_day()})


def fetched(client: Client, *ids: str) -> dict[str, bytes]:
    """What comes back when these are asked for."""
    answer = post(client, "fetch", {"ids": list(ids)})
    assert answer.status_code == HTTPStatus.OK, answer.content
    return opened(answer.content)


def opened(raw: bytes) -> dict[str, bytes]:
    """The envelopes in a parcel."""
    length = int.from_bytes(raw[:4], "big")
    header, at, found = json.loads(raw[4 : 4 + length]), 4 + length, {}
    for one in header["envelopes"]:
        found[one["id"]] = raw[at : at + one["size"]]
        at += one["size"]
    assert at == len(raw)
    return found


def add_wrap(client: Client, way: str = "words", **says: Any) -> Any:
    """Add a way to open."""
    content = {
        "id": str(uuid4()),
        "way": way,
        "label": "",
        "content": b64(wrap(passkey=way == "passkey")),
        "replaces": [],
        **says,
    }
    return post(client, "wrap_add", content)


def keeps(*people: Person) -> None:
    """These kept their line and published keys."""
    for one in people:
        KeyHolder.objects.create(person=one, log_id=uuid4())


class Keys:
    """Somebody's signing keys, and the lines they sign."""

    def __init__(self, log_id: UUID | str | None = None) -> None:
        self.id = str(log_id or uuid4())
        self.key = Ed25519PrivateKey.generate()
        self.last: str | None = None

    def line(self, *, by: Ed25519PrivateKey | None = None, **says: Any) -> str:
        """The next line; signed by the own key, or by another."""
        entry = {
            "v": 1,
            "id": self.id,
            "sharing": "age1" + "q" * 58,
            "signing": b64(self.key.public_key().public_bytes_raw()),
            "follows": digest(self.last.encode()) if self.last else None,
            **says,
        }
        raw = json.dumps(entry).encode()
        signature = (by or self.key).sign(b"hartlijn key log v1\n" + raw)
        self.last = f"{b64(raw)}.{b64(signature)}"
        return self.last

    def renewed(self) -> str:
        """A line with new keys, signed by the former ones."""
        former, self.key = self.key, Ed25519PrivateKey.generate()
        return self.line(by=former)


def publish(client: Client, said: str) -> Any:
    return post(client, "publish", {"line": said})
