"""Giving at the instant at which somebody blocks, or at which it arrives: nothing slips through."""

from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.utils import timezone

from conftest import SignIn
from hartlijn.consent.actions import let_arrive
from hartlijn.consent.models import Grant
from hartlijn.lib.civil_day import civil_day
from hartlijn.people.actions import reaching
from hartlijn.people.models import Person
from hartlijn.people.tests.test_invitations import at_the_same_time
from hartlijn.vault.models import Envelope
from hartlijn.vault.tests.sealed import (
    envelope,
    fetched,
    keeps,
    line,
    parcel,
    post,
    save,
    state,
)

# On SQLite in memory writers share one connection, so there is no "at once" to test.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.once]
TIMES = 6


@pytest.fixture
def worker() -> Callable[[], None]:
    """What the floor beside this one does each minute."""
    releasing = import_module("hartlijn.delivery.actions.releasing")
    return lambda: releasing.release(timezone.now())


def deliveries() -> Any:
    return apps.get_model("delivery", "Delivery").objects


@pytest.mark.parametrize("way", ["reader blocks", "writer blocks"])
@pytest.mark.parametrize("what", ["new", "sealed anew"])
def test_given_and_blocked_at_once_nothing_can_be_read_or_comes(
    as_: SignIn, noor: Person, sam: Person, way: str, what: str
) -> None:
    keeps(noor, sam)
    giving, blocker = as_(noor), (sam, noor)[way == "writer blocks"]
    blocked = noor if blocker == sam else sam
    for _time in range(TIMES):
        sent, pk = an_order(giving, sam, what)
        codes: list[int] = []

        at_the_same_time(
            storing(giving, sent, codes),
            lambda: reaching.block(blocked, by=blocker),
        )

        assert codes[0] in {HTTPStatus.OK, HTTPStatus.CONFLICT}
        assert not Grant.objects.open().exists()
        assert not deliveries().filter(state="held").exists()
        release()
        assert fetched(as_(sam), pk) == {}
        assert state(as_(sam))["received"] == []
        reaching.unblock(blocked, by=blocker)
        assert fetched(as_(sam), pk) == {}, "what ended stays ended"


def an_order(giving: Any, reader: Person, what: str) -> tuple[bytes, str]:
    content = envelope(readers=2)
    if what == "new":
        about = line(content, to=str(reader.pk))
        return parcel((about, content)), about["id"]
    former = save(giving, envelope(readers=2), to=str(reader.pk))[0]
    about = line(content, to=str(reader.pk), replaces=former)
    return parcel((about, content), remove=(former,)), about["id"]


def storing(client: Any, sent: bytes, codes: list[int]) -> Callable[[], None]:
    return lambda: codes.append(post(client, "store", sent).status_code)


def release() -> None:
    """What waits comes now, whatever hour it is for whoever runs the tests."""
    waiting = deliveries().filter(state="held").values_list("occasion", flat=True)
    let_arrive(dict.fromkeys(waiting, civil_day()))


def test_sealed_anew_at_the_instant_it_arrives_it_is_there_once(
    as_: SignIn, noor: Person, sam: Person, worker: Callable[[], None]
) -> None:
    keeps(noor, sam)
    giving = as_(noor)
    for _time in range(TIMES):
        former = save(giving, envelope(readers=2), to=str(sam.pk))[0]
        now = timezone.now()
        deliveries().filter(state="held").update(opens_at=now, closes_at=now + timedelta(hours=1))
        content = envelope(readers=2)
        about = line(content, to=str(sam.pk), replaces=former)
        sent = parcel((about, content), remove=(former,))
        codes: list[int] = []

        at_the_same_time(
            storing(giving, sent, codes),
            worker,
        )

        assert codes == [HTTPStatus.OK]
        worker()
        assert set(fetched(as_(sam), about["id"], former)) == {about["id"]}
        assert deliveries().filter(occasion__in=[about["id"], former]).count() == 1
    assert Grant.objects.filter(ended_on=None).count() == Envelope.objects.count() == TIMES
