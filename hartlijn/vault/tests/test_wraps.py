"""Noor keeps her line with six words, and adds other ways to open it."""

from uuid import uuid4

import pytest
from django.urls import reverse

from conftest import SignIn
from hartlijn.consent.models import LogEntry
from hartlijn.people.models import Person
from hartlijn.vault.models import WrappedKey
from hartlijn.vault.tests.sealed import add_wrap, b64, post, state, wrap

pytestmark = pytest.mark.django_db


def ways(as_: SignIn, person: Person) -> list[str]:
    return [one["way"] for one in state(as_(person))["ways"]]


def wrap_of(person: Person, way: str) -> str:
    return str(WrappedKey.objects.get(owner=person, way=way).pk)


def test_with_words_the_line_is_kept(as_: SignIn, noor: Person) -> None:
    content = b64(wrap())

    answer = add_wrap(as_(noor), content=content)

    assert answer.json() == {"kept": True}
    assert state(as_(noor))["kept"]
    found = as_(noor).get(reverse("vault:wraps")).json()["wraps"]
    assert [(one["way"], one["content"]) for one in found] == [("words", content)]


@pytest.mark.parametrize("way", ["code", "passkey"])
def test_words_come_first(as_: SignIn, noor: Person, way: str) -> None:
    answer = add_wrap(as_(noor), way)

    assert answer.status_code == 422
    assert "zes woorden" in answer.json()["sentence"]
    assert not state(as_(noor))["kept"]


def test_a_code_and_passkeys_come_beside_them(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    for way in ("words", "code", "passkey", "passkey"):
        assert add_wrap(client, way).status_code == 200

    assert sorted(ways(as_, noor)) == ["code", "passkey", "passkey", "words"]


@pytest.mark.parametrize("way", ["words", "code"])
def test_a_second_one_has_to_name_the_first(as_: SignIn, noor: Person, way: str) -> None:
    client = as_(noor)
    add_wrap(client)
    add_wrap(client, "code")
    former = wrap_of(noor, way)

    assert add_wrap(client, way).status_code == 409
    assert wrap_of(noor, way) == former
    assert add_wrap(client, way, replaces=[former]).status_code == 200
    assert wrap_of(noor, way) != former


def test_words_are_never_replaced_by_something_else(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    add_wrap(client)

    assert add_wrap(client, "code", replaces=[wrap_of(noor, "words")]).status_code == 409
    assert ways(as_, noor) == ["words"]


def test_the_words_stay(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    add_wrap(client)

    answer = post(client, "wrap_remove", {}, wrap_of(noor, "words"))

    assert answer.status_code == 409
    assert "blijven" in answer.json()["sentence"]


def test_a_code_can_go(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    add_wrap(client)
    add_wrap(client, "code")

    assert post(client, "wrap_remove", {}, wrap_of(noor, "code")).status_code == 200
    assert ways(as_, noor) == ["words"]


def test_those_of_somebody_else_are_not_there(as_: SignIn, noor: Person, sam: Person) -> None:
    add_wrap(as_(noor))
    pk = wrap_of(noor, "words")
    gone = post(as_(sam), "wrap_remove", {}, str(uuid4()))

    answer = post(as_(sam), "wrap_remove", {}, pk)

    assert (answer.status_code, answer.content) == (404, gone.content)
    assert as_(sam).get(reverse("vault:wraps")).json() == {"wraps": []}
    assert add_wrap(as_(sam), id=pk).status_code == 409
    assert add_wrap(as_(sam), replaces=[pk]).status_code == 409
    assert ways(as_, noor) == ["words"]
    assert ways(as_, sam) == []


def test_the_same_request_twice_is_once(as_: SignIn, noor: Person) -> None:
    says = {"id": str(uuid4()), "content": b64(wrap())}

    answers = [add_wrap(as_(noor), **says) for _ in range(2)]

    assert [one.status_code for one in answers] == [200, 200]
    assert add_wrap(as_(noor), id=says["id"]).status_code == 409  # other bytes
    assert ways(as_, noor) == ["words"]


def test_ten_passkeys_are_enough(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    add_wrap(client)
    answers = [add_wrap(client, "passkey", label=f"nr {n}").status_code for n in range(11)]

    assert answers == [200] * 10 + [409]


def test_noor_reads_when_her_closed_keys_were_fetched_or_changed(
    as_: SignIn, noor: Person, sam: Person
) -> None:
    client = as_(noor)
    add_wrap(client)
    for _ in range(3):
        client.get(reverse("vault:wraps"))

    entries = LogEntry.objects.visible_to(noor)
    assert sorted(entries.values_list("did", flat=True)) == ["changed", "fetched"]
    page = client.get(reverse("consent:log")).content.decode()
    assert "Je haalde je gesloten sleutels op." in page
    assert "Je veranderde je gesloten sleutels." in page
    assert not LogEntry.objects.visible_to(sam).exists()
