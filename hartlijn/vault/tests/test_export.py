"""Noor takes along what she sealed, as it is, with a page that says how to open it."""

import io
import zipfile
from typing import Any

import pytest
from django.urls import reverse

from conftest import SignIn
from hartlijn.people.models import Companionship, Person
from hartlijn.vault import portable
from hartlijn.vault.models import Envelope, WrappedKey
from hartlijn.vault.tests.sealed import Keys, add_wrap, give, keeps, publish, save

pytestmark = pytest.mark.django_db


def collect(person: Person) -> dict[str, tuple[Any, ...]]:
    """The vault's part of the own data."""
    return {part.key: tuple(part.rows(person)) for part in portable.PARTS}


def exported(as_: SignIn, person: Person) -> dict[str, bytes]:
    answer = as_(person).get(reverse("vault:export"))
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment; ")
    with zipfile.ZipFile(io.BytesIO(answer.getvalue())) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_everything_sealed_goes_along_byte_for_byte(
    as_: SignIn, noor: Person, sam: Person, stranger: Person
) -> None:
    keys = Keys()
    add_wrap(as_(noor))
    publish(as_(noor), keys.line())
    keeps(sam, stranger)
    own, content = save(as_(noor))
    to_sam, for_sam = give(as_(noor), sam)
    from_sam, for_noor = give(as_(sam), noor)
    save(as_(stranger))
    wrap = WrappedKey.objects.get(owner=noor)

    found = exported(as_, noor)

    readme = found.pop("README.txt").decode()
    assert "age --decrypt --identity keys.txt" in readme
    assert "Met je zes woorden" in readme
    assert "With your six words" in readme
    assert found == {
        f"wraps/words-{wrap.pk}.age": bytes(wrap.content),
        f"own/{own}.age": content,
        f"own/{to_sam}.age": for_sam,
        f"received/{from_sam}.age": for_noor,
        "key-log.txt": f"{keys.last}\n".encode(),
    }


def test_nothing_of_others_goes_along(as_: SignIn, noor: Person, stranger: Person) -> None:
    add_wrap(as_(noor))
    save(as_(noor))

    assert set(exported(as_, stranger)) == {"README.txt", "key-log.txt"}


def test_the_own_data_name_the_ways_and_the_grants(as_: SignIn, noor: Person, sam: Person) -> None:
    add_wrap(as_(noor))
    add_wrap(as_(noor), "passkey", label="Telefoon")
    publish(as_(noor), Keys().line())
    keeps(sam)
    give(as_(noor), sam)

    of_noor, of_sam = collect(noor), collect(sam)

    assert sorted(row[:2] for row in of_noor["ways_to_open"]) == [
        ("passkey", "Telefoon"),
        ("words", ""),
    ]
    assert of_sam["ways_to_open"] == ()
    assert [row[:2] for row in of_noor["grants"]] == [(True, sam.name)]
    assert [row[:2] for row in of_sam["grants"]] == [(False, noor.name)]
    assert Envelope.objects.count() == 1


def test_after_it_ended_the_name_stays_behind(as_: SignIn, noor: Person, sam: Person) -> None:
    keeps(noor, sam)
    give(as_(noor), sam)
    Companionship.objects.update(ended_on="2026-01-01")

    assert [row[:2] for row in collect(noor)["grants"]] == [(True, "")]


def test_the_fourth_time_in_a_day_there_is_a_page_to_read(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    for _ in range(3):
        assert client.get(reverse("vault:export")).status_code == 200

    answer = client.get(reverse("vault:export"), headers={"Accept": "text/html"})

    assert answer.status_code == 429
    assert "Morgen kan het weer" in answer.content.decode()
    assert answer["Content-Type"].startswith("text/html")
    asked = client.get(reverse("vault:export"), headers={"Accept": "application/json"})
    assert "Morgen kan het weer" in asked.json()["sentence"]
