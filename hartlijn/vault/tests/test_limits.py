"""Enough is enough, for everybody in the same way, and no count keeps a name."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from conftest import SignIn
from hartlijn.people.models import Person
from hartlijn.vault.limits import EXPORT, PUBLISH, STORE, WRAPS, Limit, take_a_turn
from hartlijn.vault.models import Turn
from hartlijn.vault.refusals import TooOften
from hartlijn.vault.tasks import forget_turns
from hartlijn.vault.tests.sealed import add_wrap, parcel, post

pytestmark = pytest.mark.django_db

Ask = Callable[[Client], int]
ASKS: list[tuple[Limit, Ask]] = [
    (STORE, lambda client: post(client, "store", parcel()).status_code),
    (WRAPS, lambda client: client.get("/vault/api/wraps/").status_code),
    (PUBLISH, lambda client: post(client, "publish", {"start_over": True}).status_code),
    (EXPORT, lambda client: client.get("/vault/api/export/").status_code),
]


def test_the_limits_are_those_that_were_agreed() -> None:
    found = [(one.name, one.most, one.period) for one in (STORE, WRAPS, PUBLISH, EXPORT)]

    hour, day = timedelta(hours=1), timedelta(days=1)
    assert found == [
        ("store", 600, hour),
        ("wraps", 60, day),
        ("publish", 10, day),
        ("export", 3, day),
    ]


@pytest.mark.parametrize(("limit", "ask"), ASKS, ids=lambda one: getattr(one, "name", ""))
def test_the_last_turn_is_taken_and_the_next_period_begins_anew(
    as_: SignIn, noor: Person, sam: Person, limit: Limit, ask: Ask
) -> None:
    with time_machine.travel(timezone.now().replace(hour=12, minute=30), tick=False) as clock:
        client, other = as_(noor), as_(sam)
        assert ask(client) == 200
        Turn.objects.update(taken=limit.most - 1)

        assert [ask(client), ask(client), ask(other)] == [200, 429, 200]

        clock.shift(limit.period)
        assert ask(as_(noor)) == 200


def test_a_refused_turn_says_when_it_can_again(as_: SignIn, noor: Person) -> None:
    add_wrap(as_(noor))
    as_(noor).get("/vault/api/wraps/")
    Turn.objects.update(taken=60)

    answer = as_(noor).get("/vault/api/wraps/")

    assert "Morgen kan het weer" in answer.json()["sentence"]


def test_a_count_holds_no_name_and_is_forgotten(noor: Person) -> None:
    take_a_turn(STORE, by=noor)
    row = Turn.objects.get()

    assert str(noor.pk) not in row.key
    assert noor.pk.hex not in row.key
    assert row.ends_at.minute == 0  # to the hour: it tells no moment
    forget_turns.call()
    assert Turn.objects.exists()
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        forget_turns.call()
    assert not Turn.objects.exists()


def test_a_full_count_stays_full(noor: Person) -> None:
    take_a_turn(EXPORT, by=noor)
    Turn.objects.update(taken=EXPORT.most)

    for _ in range(2):
        with pytest.raises(TooOften):
            take_a_turn(EXPORT, by=noor)
