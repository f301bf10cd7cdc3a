"""Noor's browser stores what it sealed; the server keeps it, and loses nothing."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conftest import SignIn
from hartlijn.people.models import Person
from hartlijn.vault.actions import storing
from hartlijn.vault.age_files import KIB
from hartlijn.vault.models import Envelope
from hartlijn.vault.tests.sealed import (
    digest,
    envelope,
    fetched,
    line,
    opened,
    parcel,
    post,
    save,
    state,
)

pytestmark = pytest.mark.django_db


def test_what_noor_stores_comes_back_as_it_was(as_: SignIn, noor: Person) -> None:
    pk, content = save(as_(noor))

    assert fetched(as_(noor), pk) == {pk: content}
    assert state(as_(noor))["own"] == [pk]


def test_nothing_is_asked_of_noor_before_her_first_moment(as_: SignIn, noor: Person) -> None:
    before = state(as_(noor))

    assert not before["kept"]
    assert save(as_(noor))


@pytest.mark.parametrize("size", [KIB, 64 * KIB, 128 * KIB, 1024 * KIB])
def test_every_size_of_letter_fits(as_: SignIn, noor: Person, size: int) -> None:
    assert save(as_(noor), envelope(size, readers=2))


def test_a_change_names_what_it_replaces(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    pk, before = save(client)

    _pk, after = save(client, id=pk, was=digest(before))

    assert fetched(client, pk) == {pk: after}


@pytest.mark.parametrize("was", [None, digest(b"another")])
def test_a_change_of_something_else_changes_nothing(
    as_: SignIn, noor: Person, was: str | None
) -> None:
    client = as_(noor)
    pk, before = save(client)
    other = envelope()
    fresh = envelope()

    answer = post(
        client, "store", parcel((line(fresh), fresh), (line(other, id=pk, was=was), other))
    )

    assert answer.status_code == 409
    assert answer.json()["changed"] == [pk]
    assert answer.json()["sentence"]
    assert state(client)["own"] == [pk]
    assert fetched(client, pk) == {pk: before}


def test_a_change_of_what_is_gone_is_told(as_: SignIn, noor: Person) -> None:
    content = envelope()
    about = line(content, was=digest(b"gone"))

    answer = post(as_(noor), "store", parcel((about, content)))

    assert answer.status_code == 409
    assert answer.json()["changed"] == [about["id"]]


def test_the_same_request_twice_is_once(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    pk, before = save(client)
    after = envelope()
    change = parcel((line(after, id=pk, was=digest(before)), after))

    first, second = post(client, "store", change), post(client, "store", change)

    assert first.content == second.content == b'{"stored": 1}'
    assert fetched(client, pk) == {pk: after}


def test_an_id_of_somebody_else_is_taken_like_any_other(
    as_: SignIn, noor: Person, stranger: Person
) -> None:
    pk, content = save(as_(noor))
    own, _content = save(as_(stranger))
    other = envelope()

    answers = [
        post(as_(stranger), "store", parcel((line(other, id=one), other))) for one in (pk, own)
    ]

    assert [one.status_code for one in answers] == [409, 409]
    assert answers[0].content.replace(pk.encode(), own.encode()) == answers[1].content
    assert fetched(as_(noor), pk) == {pk: content}


def test_the_bytes_of_somebody_else_do_not_count_as_mine(
    as_: SignIn, noor: Person, stranger: Person
) -> None:
    pk, content = save(as_(noor))

    answer = post(as_(stranger), "store", parcel((line(content, id=pk), content)))

    assert answer.status_code == 409


def test_nobody_else_fetches_it(as_: SignIn, noor: Person, sam: Person) -> None:
    pk, _content = save(as_(noor))

    assert fetched(as_(sam), pk) == {}
    assert state(as_(sam))["own"] == []


def test_what_is_removed_is_gone_and_removing_twice_is_fine(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    pk, _content = save(client)

    for _ in range(2):
        assert post(client, "store", parcel(remove=(pk,))).status_code == 200

    assert not Envelope.objects.exists()


def test_nobody_removes_what_is_of_another(as_: SignIn, noor: Person, stranger: Person) -> None:
    pk, _content = save(as_(noor))

    assert post(as_(stranger), "store", parcel(remove=(pk,))).status_code == 200

    assert state(as_(noor))["own"] == [pk]


def test_too_much_to_fetch_comes_in_portions(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    large = [save(client, envelope(1024 * KIB))[0] for _ in range(2)]
    small, _content = save(client)

    answer = post(client, "fetch", {"ids": [*large, small]}).content

    assert list(opened(answer)) == large[:1]
    assert f'"later":["{large[1]}","{small}"]'.encode() in answer


def test_a_line_that_is_full_says_so(
    as_: SignIn, noor: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storing, "QUOTA", 5000)
    client = as_(noor)
    pk, content = save(client, envelope(2 * KIB))
    more = envelope(4 * KIB)

    answer = post(client, "store", parcel((line(more), more)))
    assert answer.status_code == 413
    assert "past niets meer" in answer.json()["sentence"]

    save(client, envelope(4 * KIB), id=pk, was=digest(content))  # in its place it fits


def test_storing_one_envelope_takes_few_statements(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    pk, content = save(client)
    with CaptureQueriesContext(connection) as new:
        save(client)
    with CaptureQueriesContext(connection) as change:
        save(client, id=pk, was=digest(content))

    for queries in (new, change):
        asked = [one["sql"] for one in queries if "SAVEPOINT" not in one["sql"]]
        assert len(asked) <= 8, asked


def test_fetching_takes_as_many_statements_for_one_as_for_many(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    ids = [save(client)[0] for _ in range(5)]
    with CaptureQueriesContext(connection) as one:
        fetched(client, ids[0])
    with CaptureQueriesContext(connection) as many:
        fetched(client, *ids)

    assert len(many) == len(one) <= 12
