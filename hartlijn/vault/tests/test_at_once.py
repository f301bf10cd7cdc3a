"""Two at the same moment: one wins, the other hears it, and nothing is lost."""

import importlib
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import connection

from conftest import SignIn
from hartlijn.people.actions import companionships
from hartlijn.people.models import Companionship, Person
from hartlijn.people.tests.test_invitations import at_the_same_time
from hartlijn.vault.models import Envelope, LogLine, WrappedKey
from hartlijn.vault.tests.sealed import (
    Keys,
    add_wrap,
    digest,
    envelope,
    fetched,
    keeps,
    line,
    parcel,
    post,
    publish,
    save,
)

# On SQLite in memory writers share one connection, so there is no "at once" to test.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.once]


@pytest.fixture
def log_to_clear(transactional_db: None) -> Iterator[None]:
    """Let the end of the test empty the key log, which otherwise only grows."""
    yield
    migration = importlib.import_module("hartlijn.vault.migrations.0002_append_only")
    with connection.schema_editor() as editor:
        migration.unlock(apps, editor)
        editor.execute("DELETE FROM vault_logline")
        migration.lock(apps, editor)


def test_two_devices_change_the_same_and_one_wins(as_: SignIn, noor: Person) -> None:
    first, second = as_(noor), as_(noor)
    pk, before = save(first)
    answers: list[tuple[int, bytes]] = []

    def change(client: object) -> None:
        content = envelope()
        about = line(content, id=pk, was=digest(before))
        answers.append((post(client, "store", parcel((about, content))).status_code, content))  # type: ignore[arg-type]

    at_the_same_time(lambda: change(first), lambda: change(second))

    assert sorted(code for code, _content in answers) == [200, 409]
    kept = next(content for code, content in answers if code == 200)
    assert fetched(first, pk) == {pk: kept}


def test_two_people_draw_the_same_id_and_one_gets_it(
    as_: SignIn, noor: Person, stranger: Person
) -> None:
    content, other = envelope(), envelope()
    about = line(content)
    clients = as_(noor), as_(stranger)
    codes: list[int] = []

    def take(client: object, what: bytes) -> None:
        says = line(what, id=about["id"])
        codes.append(post(client, "store", parcel((says, what))).status_code)  # type: ignore[arg-type]

    at_the_same_time(lambda: take(clients[0], content), lambda: take(clients[1], other))

    assert sorted(codes) == [200, 409]
    assert Envelope.objects.count() == 1


def test_two_devices_keep_the_line_and_there_is_one_set_of_words(as_: SignIn, noor: Person) -> None:
    first, second = as_(noor), as_(noor)
    codes: list[int] = []

    at_the_same_time(
        lambda: codes.append(add_wrap(first).status_code),
        lambda: codes.append(add_wrap(second).status_code),
    )

    assert sorted(codes) == [200, 409]
    assert WrappedKey.objects.filter(owner=noor).count() == 1


@pytest.mark.usefixtures("log_to_clear")
def test_many_publish_at_once_and_the_chain_has_no_gaps(
    as_: SignIn, noor: Person, sam: Person, joost: Person, fatima: Person
) -> None:
    people = (noor, sam, joost, fatima)
    clients = [as_(one) for one in people]
    for client in clients:
        add_wrap(client)

    def keep(client: object) -> None:
        keys = Keys()
        for said in (keys.line(), keys.renewed(), keys.renewed()):
            assert publish(client, said).status_code == 200  # type: ignore[arg-type]

    at_the_same_time(*[lambda client=client: keep(client) for client in clients])

    assert list(LogLine.objects.values_list("position", flat=True)) == list(range(1, 13))
    assert len(set(LogLine.objects.values_list("head", flat=True))) == 12


def test_what_is_given_at_the_moment_it_ends_stays_closed(
    as_: SignIn, noor: Person, sam: Person
) -> None:
    keeps(noor, sam)
    giving, tie = as_(noor), Companionship.objects.get()
    content = envelope(readers=2)
    about = line(content, to=str(sam.pk))

    at_the_same_time(
        lambda: post(giving, "store", parcel((about, content))),
        lambda: companionships.end(tie, by=sam),
    )

    assert fetched(as_(sam), about["id"]) == {}
    assert not Envelope.objects.exists()
