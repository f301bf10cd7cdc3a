"""What waits for a long leave can be read after it; and what never arrives is not thought read."""

from collections.abc import Iterator
from datetime import date, timedelta
from http import HTTPStatus
from typing import Any

import pytest
import time_machine
from django.apps import apps
from pytest_django import DjangoCaptureOnCommitCallbacks

from conftest import SignIn
from hartlijn.consent.actions import last_day
from hartlijn.consent.models import Grant
from hartlijn.consent.tasks import end_grants
from hartlijn.people.actions import companionships, erasure, reaching, working_times
from hartlijn.people.models import Companionship, Person
from hartlijn.people.tests.times_told import local
from hartlijn.vault.tests.sealed import (
    arrive,
    envelope,
    fetched,
    keeps,
    line,
    parcel,
    post,
    save,
    state,
)

pytestmark = pytest.mark.django_db
SATURDAY_NIGHT = local("2026-11-21T23:40")
BACK = local("2027-02-22T08:30")  # a Monday, three months later
DAYS = 90


@pytest.fixture(autouse=True)
def night(noor: Person, sam: Person) -> Iterator[None]:
    """Noor writes on a Saturday night."""
    with time_machine.travel(SATURDAY_NIGHT, tick=False):
        keeps(noor, sam)
        yield


def send(as_: SignIn, noor: Person, sam: Person) -> str:
    return save(as_(noor), envelope(readers=2), to=str(sam.pk), lasts=DAYS)[0]


def test_after_three_months_of_leave_it_is_there_as_long_as_for_anybody(
    as_: SignIn, noor: Person, sam: Person
) -> None:
    working_times.take_leave(date(2026, 11, 20), date(2027, 2, 21), by=sam)
    pk = send(as_, noor, sam)

    with time_machine.travel(BACK - timedelta(days=1), tick=False):
        end_grants.call()
        assert state(as_(noor))["given"][0]["held"]
        assert state(as_(sam))["received"] == []
    with time_machine.travel(BACK, tick=False):
        arrive(pk)
        received = state(as_(sam))["received"]
        assert [(one["id"], one["until"]) for one in received] == [(pk, "2027-05-24")]
        assert fetched(as_(sam), pk)
    with time_machine.travel(local("2027-05-24T08:30"), tick=False):
        assert fetched(as_(sam), pk) == {}


def test_no_date_tells_its_writer_how_long_it_was_on_its_way(
    as_: SignIn, noor: Person, sam: Person
) -> None:
    pk = send(as_, noor, sam)
    before = state(as_(noor))["given"]
    working_times.take_leave(date(2026, 11, 20), date(2027, 2, 21), by=sam)
    assert state(as_(noor))["given"] == before
    with time_machine.travel(BACK, tick=False):
        arrive(pk)
        assert state(as_(noor))["given"] == [{**before[0], "held": False}]


def test_its_last_day_is_a_monday_that_a_whole_week_shares() -> None:
    monday = date(2026, 11, 23)
    week = [last_day(monday + timedelta(days=day), DAYS) for day in range(2, 9)]

    assert [one.weekday() for one in week] == [0] * 7
    assert len(set(week)) == 1
    assert week[0] - monday >= timedelta(days=DAYS)


@pytest.mark.parametrize("way", ["is blocked", "blocks", "stops", "leaves for good"])
def test_what_ended_on_its_way_stays_with_its_writer_whatever_the_reason(
    as_: SignIn,
    noor: Person,
    sam: Person,
    way: str,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    pk = send(as_, noor, sam)
    there = save(as_(noor), envelope(readers=2), to=str(sam.pk), lasts=DAYS)[0]
    arrive(there)
    with django_capture_on_commit_callbacks(execute=True):
        if way == "is blocked":
            reaching.block(noor, by=sam)
        elif way == "blocks":
            reaching.block(sam, by=noor)
        elif way == "stops":
            companionships.end(Companionship.objects.get(), by=sam)
        else:
            erasure.erase(sam)

    found = state(as_(noor))
    assert (found["own"], found["given"]) == ([pk], [])
    if way != "leaves for good":
        assert fetched(as_(sam), pk, there) == {}


def test_what_is_over_on_a_day_that_was_chosen_is_not_thought_read(
    as_: SignIn, noor: Person, sam: Person
) -> None:
    pk, _ = save(as_(noor), envelope(readers=2), to=str(sam.pk), until="2026-11-22")
    with time_machine.travel(SATURDAY_NIGHT + timedelta(days=1), tick=False):
        end_grants.call()
        assert state(as_(noor))["own"] == [pk]
        assert fetched(as_(sam), pk) == {}


def test_what_its_writer_takes_back_leaves_nothing(as_: SignIn, noor: Person, sam: Person) -> None:
    pk = send(as_, noor, sam)
    assert post(as_(noor), "store", parcel(remove=(pk,))).status_code == HTTPStatus.OK
    assert state(as_(noor))["own"] == []


def test_sent_twice_after_it_arrived_it_ends_as_it_would(
    as_: SignIn, noor: Person, sam: Person
) -> None:
    content = envelope(readers=2)
    about = line(content, to=str(sam.pk), lasts=DAYS)
    for _time in range(2):
        assert post(as_(noor), "store", parcel((about, content))).status_code == HTTPStatus.OK
        arrive(about["id"])
    assert Grant.objects.get().until == last_day(SATURDAY_NIGHT.date(), DAYS)


@pytest.mark.parametrize("says", [{"lasts": 0}, {"lasts": 367}, {"lasts": True}, {"lasts": "90"},
                                  {"lasts": 90, "until": "2027-01-01"}])  # fmt: skip
def test_what_lasts_oddly_is_refused(
    as_: SignIn, noor: Person, sam: Person, says: dict[str, Any]
) -> None:
    content = envelope(readers=2)
    about = line(content, to=str(sam.pk), **says)
    assert post(as_(noor), "store", parcel((about, content))).status_code == HTTPStatus.BAD_REQUEST
    about = line(content, lasts=DAYS)
    assert post(as_(noor), "store", parcel((about, content))).status_code == HTTPStatus.BAD_REQUEST


def anew(as_: SignIn, noor: Person, sam: Person, former: str, **says: Any) -> tuple[Any, str]:
    """Noor seals it to other keys; gives the answer and the new id."""
    content = envelope(readers=2)
    about = line(content, to=str(sam.pk), replaces=former, **says)
    return post(as_(noor), "store", parcel((about, content), remove=(former,))), about["id"]


def messages() -> list[tuple[str, str]]:
    rows: Any = apps.get_model("delivery", "Delivery").objects
    return [(str(one.occasion), one.state) for one in rows.all()]


def test_sealed_anew_what_waits_goes_on_waiting_and_comes_once(
    as_: SignIn, noor: Person, sam: Person
) -> None:
    former = send(as_, noor, sam)
    before = Grant.objects.values("held", "given_on", "until", "lasts", "for_companion").get()

    answer, pk = anew(as_, noor, sam, former)

    assert answer.status_code == HTTPStatus.OK
    assert messages() == [(pk, "held")]
    assert Grant.objects.values(*before).get() == before
    assert fetched(as_(noor), former) == {}
    arrive(pk)
    assert set(fetched(as_(sam), pk)) == {pk}


def test_sealed_anew_what_came_does_not_come_again(as_: SignIn, noor: Person, sam: Person) -> None:
    former = send(as_, noor, sam)
    arrive(former)
    before = Grant.objects.values("held", "given_on", "until").get()
    with time_machine.travel(SATURDAY_NIGHT + timedelta(days=9), tick=False):
        for _time in range(2):
            answer, former = anew(as_, noor, sam, former)
            assert answer.status_code == HTTPStatus.OK
        assert Grant.objects.values(*before).get() == before
        assert len(messages()) == 1
        assert set(fetched(as_(sam), former)) == {former}


def test_sealed_anew_twice_is_once(as_: SignIn, noor: Person, sam: Person) -> None:
    former = save(as_(noor), envelope(readers=2), to=str(sam.pk), until="2027-01-04")[0]
    content = envelope(readers=2)
    sent = parcel((line(content, to=str(sam.pk), replaces=former), content), remove=(former,))
    for _time in range(2):
        assert post(as_(noor), "store", sent).status_code == HTTPStatus.OK
    assert Grant.objects.get().until == date(2027, 1, 4)


@pytest.mark.parametrize("whose", ["of another", "to another", "ended", "unknown"])
def test_it_takes_the_place_of_nothing_else(
    as_: SignIn, noor: Person, sam: Person, joost: Person, whose: str
) -> None:
    keeps(joost)
    Companionship.objects.create(starter=noor, companion=joost, kind="buddy", accepted_on=BACK)
    former = send(as_, noor, sam)
    writer, reader = (sam, noor) if whose == "of another" else (noor, sam)
    if whose == "to another":
        reader = joost
    elif whose == "ended":
        post(as_(noor), "store", parcel(remove=(former,)))
    elif whose == "unknown":
        former = "5f1f77a0-3b1c-4f0e-9d0e-2f6f7a0b1c2d"
    before = messages()

    answer, _ = anew(as_, writer, reader, former)

    assert answer.status_code == HTTPStatus.CONFLICT
    assert messages() == before


@pytest.mark.parametrize(
    "says", [{"until": "2027-01-01"}, {"lasts": DAYS}, {"urgent": True}, {"was": "A" * 43}]
)
def test_what_takes_a_place_brings_no_end_of_its_own(
    as_: SignIn, noor: Person, sam: Person, says: dict[str, Any]
) -> None:
    answer, _ = anew(as_, noor, sam, send(as_, noor, sam), **says)
    assert answer.status_code == HTTPStatus.BAD_REQUEST


def test_what_is_replaced_has_to_go(as_: SignIn, noor: Person, sam: Person) -> None:
    former, content = send(as_, noor, sam), envelope(readers=2)
    kept = parcel((line(content, to=str(sam.pk), replaces=former), content))
    assert post(as_(noor), "store", kept).status_code == HTTPStatus.BAD_REQUEST
