"""The key log: who may add what, the chain, the chunks; and that it only grows."""

import hashlib
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from conftest import SignIn
from hartlijn.people.models import Person
from hartlijn.vault import fetching
from hartlijn.vault.models import LogLine
from hartlijn.vault.tests.sealed import Keys, add_wrap, b64, digest, publish, state

pytestmark = pytest.mark.django_db


def test_published_keys_stand_in_the_log_under_the_own_id(as_: SignIn, noor: Person) -> None:
    client, keys = as_(noor), Keys()
    add_wrap(client)

    assert publish(client, keys.line()).status_code == 200

    assert state(client)["log"] == keys.id
    assert client.get("/vault/api/log/0/").content.decode() == f"{keys.last}\n"


def test_first_the_line_is_kept(as_: SignIn, noor: Person) -> None:
    answer = publish(as_(noor), Keys().line())

    assert answer.status_code == 409
    assert "zes woorden" in answer.json()["sentence"]


def test_the_chain_is_the_one_of_the_seal(as_: SignIn, noor: Person, sam: Person) -> None:
    lines = []
    for person, keys in ((noor, Keys()), (sam, Keys())):
        add_wrap(as_(person))
        lines.append(keys.line())
        publish(as_(person), lines[-1])
        lines.append(keys.renewed())
        assert publish(as_(person), lines[-1]).status_code == 200

    head = bytes(32)
    rows = LogLine.objects.values_list("position", "line", "head")
    for number, (row, line) in enumerate(zip(rows, lines, strict=True), start=1):
        head = hashlib.sha256(head + hashlib.sha256(line.encode()).digest()).digest()
        assert row == (number, line, b64(head))


def test_publishing_again_changes_nothing(as_: SignIn, noor: Person) -> None:
    client, line = as_(noor), Keys().line()
    add_wrap(client)

    assert [publish(client, line).status_code for _ in range(2)] == [200, 200]
    assert LogLine.objects.count() == 1


def test_a_line_that_follows_another_than_the_newest_is_late(as_: SignIn, noor: Person) -> None:
    client, keys = as_(noor), Keys()
    add_wrap(client)
    first = keys.line()
    publish(client, first)
    publish(client, keys.renewed())

    for follows in (None, digest(first.encode()), digest(b"nothing")):
        assert publish(client, keys.line(follows=follows)).status_code == 409
    assert LogLine.objects.count() == 2


def test_nobody_publishes_under_the_id_of_another(as_: SignIn, noor: Person, sam: Person) -> None:
    keys, forged = Keys(), Keys()
    add_wrap(as_(noor))
    add_wrap(as_(sam))
    publish(as_(noor), keys.line())
    forged.id = keys.id

    assert publish(as_(sam), forged.line()).status_code == 409
    forged.last = keys.last
    assert publish(as_(sam), forged.line()).status_code == 409
    assert publish(as_(sam), keys.line()).status_code == 409  # signed well, and not by Sam
    assert state(as_(sam))["log"] is None


def test_a_signature_by_other_keys_is_refused(as_: SignIn, noor: Person) -> None:
    client, keys, other = as_(noor), Keys(), Keys()
    add_wrap(client)

    assert publish(client, keys.line(by=other.key)).status_code == 422
    keys.last = None
    publish(client, keys.line())
    stolen = publish(client, keys.line(by=other.key))

    assert stolen.status_code == 422
    assert "ondertekend" in stolen.json()["sentence"]
    assert LogLine.objects.count() == 1


def test_the_database_refuses_to_change_or_remove_a_line(as_: SignIn, noor: Person) -> None:
    add_wrap(as_(noor))
    publish(as_(noor), Keys().line())

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        LogLine.objects.update(line="other")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        LogLine.objects.all().delete()


def test_the_log_comes_in_chunks_and_ends_with_an_empty_one(
    as_: SignIn, noor: Person, stranger: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "CHUNK", 2)
    reading = as_(stranger)

    def chunk(number: int) -> tuple[int, str]:
        answer = reading.get(reverse("vault:log", args=[number]))
        return answer.status_code, answer.content.decode()

    assert chunk(0) == (200, "")
    assert chunk(1)[0] == 404
    lines = [f"line{number}" for number in range(4)]
    for number, line in enumerate(lines[:3], start=1):
        LogLine.objects.create(position=number, log_id=uuid4(), line=line, head="")
    assert [chunk(0), chunk(1), chunk(2)] == [
        (200, "line0\nline1\n"),
        (200, "line2\n"),
        (200, ""),
    ]
    assert chunk(3)[0] == 404
    LogLine.objects.create(position=4, log_id=uuid4(), line=lines[3], head="")
    assert [chunk(1), chunk(2)] == [(200, "line2\nline3\n"), (200, "")]
    assert chunk(3)[0] == chunk(10**20)[0] == 404
