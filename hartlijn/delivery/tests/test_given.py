"""What Noor gives waits for working time of its reader, and nothing tells when she wrote it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
import time_machine

from conftest import SignIn
from hartlijn.consent import actions as grants
from hartlijn.consent.models import Grant
from hartlijn.consent.tasks import end_grants
from hartlijn.delivery.actions.releasing import release
from hartlijn.delivery.models import Delivery
from hartlijn.delivery.tasks import forget_what_arrived
from hartlijn.people.actions import companionships, erasure, reaching, working_times
from hartlijn.people.models import Companionship, Person
from hartlijn.people.tests.times_told import local

pytestmark = pytest.mark.django_db
SATURDAY_NIGHT = local("2026-11-21T23:40")
SUNDAY = local("2026-11-22T12:00")
MONDAY = local("2026-11-23T08:30")
Committing = Callable[..., AbstractContextManager[list[object]]]


def given(owner: Person, reader: Person, until: date | None = None) -> UUID:
    """One envelope, given; the vault asked whether that may."""
    envelope = uuid4()
    grants.give([grants.Gift(envelope, reader.pk, until)], by=owner)
    return envelope


def readable(reader: Person) -> list[UUID]:
    """What the reader may fetch now."""
    holding = Grant.objects.open().visible_to(reader).filter(reader=reader)
    return list(holding.values_list("envelope_id", flat=True))


def test_written_on_saturday_night_it_is_there_on_monday(noor: Person, sam: Person) -> None:
    with time_machine.travel(SATURDAY_NIGHT, tick=False):
        envelope = given(noor, sam)
        assert Grant.objects.open().visible_to(noor).get().held
        assert readable(sam) == []
    with time_machine.travel(MONDAY - timedelta(minutes=1), tick=False):
        release(MONDAY - timedelta(minutes=1))
        assert readable(sam) == []
    with time_machine.travel(MONDAY, tick=False):
        release(MONDAY)
        assert readable(sam) == [envelope]

    grant = Grant.objects.get()
    assert (grant.held, grant.given_on) == (False, MONDAY.date())


def test_who_works_now_has_it_with_the_commit(
    noor: Person, sam: Person, django_capture_on_commit_callbacks: Committing
) -> None:
    with time_machine.travel(MONDAY + timedelta(hours=1), tick=False):
        with django_capture_on_commit_callbacks(execute=True):
            envelope = given(noor, sam)
        assert readable(sam) == [envelope]


def test_what_is_taken_back_before_it_arrives_never_does(noor: Person, sam: Person) -> None:
    with time_machine.travel(SATURDAY_NIGHT, tick=False):
        envelope, stays = given(noor, sam), given(noor, sam)
        grants.take_back([envelope], by=noor)

    assert Delivery.objects.get().occasion == stays
    with time_machine.travel(MONDAY, tick=False):
        release(MONDAY)
        assert readable(sam) == [stays]


@pytest.mark.parametrize("way", ["blocks", "is blocked", "stops"])
def test_an_end_of_the_tie_ends_what_was_on_its_way(
    noor: Person, sam: Person, way: str, django_capture_on_commit_callbacks: Committing
) -> None:
    with time_machine.travel(SATURDAY_NIGHT, tick=False):
        given(noor, sam)
        with django_capture_on_commit_callbacks(execute=True):
            if way == "blocks":
                reaching.block(sam, by=noor)
            elif way == "is blocked":
                reaching.block(noor, by=sam)
            else:
                companionships.end(Companionship.objects.get(), by=sam)

    assert not Delivery.objects.exists()
    assert Grant.objects.get().ended_on == SATURDAY_NIGHT.date()


def test_it_does_not_arrive_after_its_last_day(noor: Person, sam: Person) -> None:
    with time_machine.travel(SATURDAY_NIGHT, tick=False):
        given(noor, sam, until=SUNDAY.date())
    with time_machine.travel(SUNDAY, tick=False):
        end_grants.call()
        assert not Delivery.objects.exists()
    with time_machine.travel(MONDAY, tick=False):
        assert release(MONDAY) == 0
        assert readable(sam) == []


def test_where_the_day_is_a_day_ahead_the_last_day_still_holds(noor: Person, sam: Person) -> None:
    Person.objects.filter(pk=sam.pk).update(time_zone="Pacific/Auckland")
    night = local("2026-11-23T22:00")  # Tuesday morning in Auckland
    with time_machine.travel(night, tick=False):
        envelope = given(noor, sam, until=date(2026, 11, 24))
        release(night)

        assert readable(sam) == [envelope]
    assert Grant.objects.get().given_on == date(2026, 11, 23)


def test_other_working_times_move_what_was_given(noor: Person, sam: Person) -> None:
    with time_machine.travel(SATURDAY_NIGHT, tick=False):
        envelope = given(noor, sam)
        working_times.take_leave(date(2026, 11, 23), date(2026, 11, 24), by=sam)
    wednesday = MONDAY + timedelta(days=2)
    with time_machine.travel(MONDAY, tick=False):
        assert release(MONDAY) == 0
    with time_machine.travel(wednesday, tick=False):
        assert release(wednesday) == 1
        assert readable(sam) == [envelope]
    assert Grant.objects.get().given_on == wednesday.date()


@pytest.mark.parametrize("gone", ["noor", "sam"])
def test_whoever_leaves_takes_what_was_on_its_way(noor: Person, sam: Person, gone: str) -> None:
    with time_machine.travel(SATURDAY_NIGHT, tick=False):
        given(noor, sam)
        erasure.erase(noor if gone == "noor" else sam)

    assert not Grant.objects.exists()
    assert not Delivery.objects.exists()


def test_a_month_after_it_arrived_no_row_tells_of_it(noor: Person, sam: Person) -> None:
    with time_machine.travel(MONDAY, tick=False):
        envelope = given(noor, sam)
        release(MONDAY)
    with time_machine.travel(MONDAY + timedelta(days=30), tick=False):
        forget_what_arrived.call()
        assert Delivery.objects.exists()
    with time_machine.travel(MONDAY + timedelta(days=31), tick=False):
        forget_what_arrived.call()
        assert not Delivery.objects.exists()
        assert readable(sam) == [envelope]


def test_many_for_one_reader_look_up_their_times_once(
    noor: Person, sam: Person, django_assert_num_queries: Committing
) -> None:
    few = [grants.Gift(uuid4(), sam.pk, None) for _ in range(2)]
    many = [grants.Gift(uuid4(), sam.pk, None) for _ in range(40)]
    with time_machine.travel(SATURDAY_NIGHT, tick=False):
        for gifts in (few, many):
            with django_assert_num_queries(8):
                grants.give(gifts, by=noor)


def test_vandaag_says_once_that_something_came(as_: SignIn, noor: Person, sam: Person) -> None:
    ready = "Er staat iets voor je klaar"
    with time_machine.travel(SATURDAY_NIGHT, tick=False):
        given(noor, sam)
        assert ready not in as_(sam).get("/").text
    with time_machine.travel(MONDAY, tick=False):
        release(MONDAY)
        assert ready in as_(sam).get("/").text
        assert as_(sam).post("/delivery/seen/").status_code == 204
        assert ready not in as_(sam).get("/").text
        assert ready not in as_(noor).get("/").text
