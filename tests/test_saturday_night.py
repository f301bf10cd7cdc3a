"""Noor writes to Sam on Saturday night: he has it on Monday at 8:30, and never learns when."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from conftest import SignIn
from hartlijn.delivery.actions.releasing import release
from hartlijn.people.actions import reaching
from hartlijn.people.models import Membership, Person
from hartlijn.people.tests.times_told import local
from hartlijn.vault.tests.sealed import (
    NEVER,
    digest,
    envelope,
    fetched,
    keeps,
    line,
    parcel,
    post,
    state,
    write,
)

pytestmark = pytest.mark.django_db
SATURDAY_NIGHT = local("2026-11-21T23:40")
MONDAY = local("2026-11-23T08:30")


@pytest.fixture(autouse=True)
def saturday_night(noor: Person, sam: Person) -> Iterator[None]:
    """Both have keys, and it is late."""
    keeps(noor, sam)
    with time_machine.travel(SATURDAY_NIGHT, tick=False):
        yield


def on_monday(as_: SignIn, who: Person) -> Client:
    """Somebody at work on Monday morning; what had to arrive did."""
    with time_machine.travel(MONDAY, tick=False):
        release(MONDAY)
        return as_(who)


def test_it_cannot_be_fetched_until_monday_morning(as_: SignIn, noor: Person, sam: Person) -> None:
    pk, content = write(as_(noor), sam)
    never = post(as_(sam), "fetch", {"ids": [NEVER]})
    answer = post(as_(sam), "fetch", {"ids": [pk]})

    assert (answer.content, {**answer.headers}) == (never.content, {**never.headers})
    assert state(as_(sam))["received"] == []
    assert state(as_(noor))["given"][0]["held"] is True
    assert fetched(as_(noor), pk) == {pk: content}

    with time_machine.travel(MONDAY - timedelta(minutes=1), tick=False):
        release(MONDAY - timedelta(minutes=1))
        assert fetched(as_(sam), pk) == {}
    with time_machine.travel(MONDAY, tick=False):
        release(MONDAY)
        client = as_(sam)
        assert fetched(client, pk) == {pk: content}
        said = client.get("/vault/api/state/").content.decode()
        assert '"given_on": "2026-11-23"' in said
        for trace in ("2026-11-21", "2026-11-22", "23:4", "held"):
            assert trace not in said


def test_it_can_be_changed_before_it_arrives(as_: SignIn, noor: Person, sam: Person) -> None:
    pk, content = write(as_(noor), sam)
    better = envelope(readers=2)
    about = line(better, id=pk, was=digest(content), to=str(sam.pk))

    assert post(as_(noor), "store", parcel((about, better))).status_code == 200
    assert fetched(as_(sam), pk) == {}

    client = on_monday(as_, sam)
    with time_machine.travel(MONDAY, tick=False):
        assert fetched(client, pk) == {pk: better}


def test_it_can_be_taken_back_before_it_arrives(as_: SignIn, noor: Person, sam: Person) -> None:
    pk, _content = write(as_(noor), sam)

    assert post(as_(noor), "store", parcel(remove=(pk,))).status_code == 200

    client = on_monday(as_, sam)
    with time_machine.travel(MONDAY, tick=False):
        assert fetched(client, pk) == {}
        assert state(client)["received"] == []


def test_whoever_is_blocked_reads_what_a_stranger_reads(
    as_: SignIn, noor: Person, sam: Person, stranger: Person
) -> None:
    keeps(stranger)
    reaching.block(noor, by=sam)
    refused = []
    for other in (sam, stranger):
        content = envelope(readers=2)
        answer = post(as_(noor), "store", parcel((line(content, to=str(other.pk)), content)))
        refused.append((answer.status_code, answer.content))

    assert refused[0] == refused[1]
    assert refused[0][0] == 409


def test_colleagues_write_to_each_other(as_: SignIn, noor: Person, fatima: Person) -> None:
    Membership.objects.update(starts_on=SATURDAY_NIGHT.date())
    keeps(fatima)
    pk, content = write(as_(fatima), noor)

    client = on_monday(as_, noor)
    with time_machine.travel(MONDAY, tick=False):
        assert fetched(client, pk) == {pk: content}
