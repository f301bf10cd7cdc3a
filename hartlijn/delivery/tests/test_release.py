"""A message waits for its moment, arrives once, and follows when somebody works otherwise."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid4

import pytest

from hartlijn.delivery.actions.moving import plan_anew
from hartlijn.delivery.actions.planning import plan, withdraw
from hartlijn.delivery.actions.releasing import NotAllArrivedError, look_again, release
from hartlijn.delivery.models import Delivery
from hartlijn.delivery.signals import arrived
from hartlijn.people.actions import working_times
from hartlijn.people.actions.profile import keep_profile
from hartlijn.people.models import Person
from hartlijn.people.tests.times_told import local

FIRST, SECOND = uuid4(), uuid4()
SATURDAY_NIGHT = local("2026-11-21T23:40")
MONDAY = local("2026-11-23T08:30")
AN_HOUR = timedelta(hours=1)


@pytest.fixture
def heard() -> Iterator[list[UUID]]:
    """What arrived, in order, as the floors above hear it."""
    occasions: list[UUID] = []

    def hear(deliveries: list[Delivery], **_: object) -> None:
        occasions.extend(one.occasion for one in deliveries)

    arrived.connect(hear)
    yield occasions
    arrived.disconnect(hear)


def test_written_on_saturday_night_it_is_there_on_monday_morning_once(
    noor: Person, heard: list[UUID]
) -> None:
    plan(FIRST, [noor], at=SATURDAY_NIGHT)
    plan(FIRST, [noor], at=SATURDAY_NIGHT + AN_HOUR)

    assert release(MONDAY - timedelta(minutes=1)) == 0
    assert not Delivery.objects.visible_to(noor)
    assert release(MONDAY) == 1
    assert release(MONDAY + AN_HOUR) == 0
    assert heard == [FIRST]
    assert Delivery.objects.visible_to(noor).get().arrived_on == date(2026, 11, 23)


def test_nothing_in_the_row_tells_when_it_was_written(noor: Person) -> None:
    plan(FIRST, [noor], at=SATURDAY_NIGHT)
    one, other = Delivery.objects.get(), Delivery(receiver=noor)
    plan(SECOND, [noor], at=SATURDAY_NIGHT - timedelta(days=1))
    second = Delivery.objects.get(occasion=SECOND)

    assert (one.opens_at, one.closes_at) == (second.opens_at, second.closes_at)
    assert one.pk.version == other.pk.version == 4
    days = {field.name for field in Delivery._meta.fields if "written" in field.name}
    assert not days


def test_who_works_now_has_it_at_once(noor: Person, heard: list[UUID]) -> None:
    plan(FIRST, [noor], at=MONDAY + AN_HOUR)

    release(MONDAY + AN_HOUR)

    assert heard == [FIRST]


def test_not_before_its_day(noor: Person, heard: list[UUID]) -> None:
    plan(FIRST, [noor], at=SATURDAY_NIGHT, not_before=MONDAY + timedelta(days=1))

    release(MONDAY)
    assert heard == []
    release(MONDAY + timedelta(days=1))
    assert heard == [FIRST]


def test_what_has_not_arrived_can_be_taken_back(
    noor: Person, sam: Person, heard: list[UUID]
) -> None:
    plan(FIRST, [noor, sam], at=SATURDAY_NIGHT)

    assert withdraw(FIRST, noor) == 1
    release(MONDAY)
    assert withdraw(FIRST) == 0
    assert heard == [FIRST]
    assert not Delivery.objects.visible_to(noor)
    assert Delivery.objects.visible_to(sam).exists()


def test_somebody_who_works_on_sunday_after_all_has_it_on_sunday(
    noor: Person, heard: list[UUID]
) -> None:
    plan(FIRST, [noor], at=SATURDAY_NIGHT)

    working_times.tell_exception(date(2026, 11, 22), ((time(9), time(12)),), by=noor)
    plan_anew(noor.pk, SATURDAY_NIGHT)  # the listener did this by the clock of the test
    release(local("2026-11-22T09:00"))

    assert heard == [FIRST]


def test_leave_taken_after_it_was_sent_is_left_alone(noor: Person, heard: list[UUID]) -> None:
    plan(FIRST, [noor], at=SATURDAY_NIGHT)

    working_times.take_leave(date(2026, 11, 23), date(2026, 11, 24), by=noor)
    plan_anew(noor.pk, SATURDAY_NIGHT)
    release(MONDAY)
    assert heard == []
    release(MONDAY + timedelta(days=2))

    assert heard == [FIRST]


@pytest.mark.parametrize("change", ["a day", "a week", "leave", "the clock of a far place"])
def test_every_change_of_working_times_gives_another_moment(noor: Person, change: str) -> None:
    plan(FIRST, [noor], at=SATURDAY_NIGHT)
    Delivery.objects.update(opens_at=None, closes_at=None)

    if change == "a day":
        working_times.tell_exception(date(2026, 11, 22), (), by=noor)
    elif change == "a week":
        working_times.set_usual_week({1: ((time(9), time(17)),)}, by=noor)
    elif change == "leave":
        working_times.take_leave(date(2026, 11, 23), date(2026, 11, 24), by=noor)
    else:
        noor.time_zone = "America/Paramaribo"
        keep_profile(noor, ["time_zone"])

    assert Delivery.objects.get().opens_at is not None


def test_after_six_hours_of_standstill_what_was_missed_waits_for_work_again(
    noor: Person, heard: list[UUID]
) -> None:
    late = local("2026-11-23T16:40")
    plan(FIRST, [noor], at=late)

    release(late + 6 * AN_HOUR)
    assert heard == []
    release(MONDAY + timedelta(days=1))

    assert heard == [FIRST]


def test_after_a_standstill_in_working_time_it_is_there_at_once(
    noor: Person, heard: list[UUID]
) -> None:
    plan(FIRST, [noor], at=SATURDAY_NIGHT)

    release(MONDAY + 6 * AN_HOUR)

    assert heard == [FIRST]


def test_a_clock_set_back_an_hour_brings_nothing_twice(noor: Person, heard: list[UUID]) -> None:
    plan(FIRST, [noor], at=SATURDAY_NIGHT)
    release(MONDAY + AN_HOUR)

    plan(FIRST, [noor], at=MONDAY)
    release(MONDAY)
    release(MONDAY + AN_HOUR)

    assert heard == [FIRST]


def test_without_any_hours_it_waits_until_there_are_some(noor: Person, heard: list[UUID]) -> None:
    working_times.set_usual_week({}, by=noor)
    plan(FIRST, [noor], at=SATURDAY_NIGHT)
    assert Delivery.objects.get().opens_at is None

    working_times.forget_usual_week(by=noor)
    Delivery.objects.update(opens_at=None, closes_at=None)
    look_again(SATURDAY_NIGHT)
    release(MONDAY)

    assert heard == [FIRST]


def test_one_that_goes_wrong_holds_up_no_other(
    noor: Person, sam: Person, heard: list[UUID]
) -> None:
    plan(FIRST, [noor], at=SATURDAY_NIGHT)
    plan(SECOND, [noor, sam], at=SATURDAY_NIGHT)

    def stumble(deliveries: list[Delivery], **_: object) -> None:
        if any(one.occasion == FIRST for one in deliveries):
            raise OSError("the disk is full")

    arrived.connect(stumble)
    with pytest.raises(NotAllArrivedError):
        release(MONDAY)
    arrived.disconnect(stumble)

    assert Delivery.objects.held().get().occasion == FIRST
    assert heard.count(SECOND) >= 2
    assert release(MONDAY) == 1
    assert not Delivery.objects.held().exists()


@pytest.mark.parametrize("written", [MONDAY + AN_HOUR, MONDAY + timedelta(minutes=107, seconds=33)])
def test_written_in_working_time_it_tells_no_hour_either(noor: Person, written: datetime) -> None:
    plan(FIRST, [noor], at=written)
    waiting = Delivery.objects.get()
    assert (waiting.opens_at, waiting.closes_at) == (MONDAY, local("2026-11-23T17:00"))

    release(written)

    there = Delivery.objects.get()
    assert (there.opens_at, there.closes_at, there.not_before) == (None, None, None)


def test_who_works_now_has_it_with_the_commit(
    noor: Person,
    heard: list[UUID],
    django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[list[object]]],
) -> None:
    last_minute = local("2026-11-23T16:59")
    with django_capture_on_commit_callbacks(execute=True):
        plan(FIRST, [noor], at=last_minute)

    assert heard == [FIRST]


def test_each_has_it_on_the_day_of_their_own_calendar(noor: Person, sam: Person) -> None:
    Person.objects.filter(pk=sam.pk).update(time_zone="Pacific/Auckland")
    sam.refresh_from_db()
    night: datetime = local("2026-11-23T22:00")  # Tuesday morning in Auckland
    plan(FIRST, [sam], at=night)

    release(night)

    assert Delivery.objects.visible_to(sam).get().arrived_on == date(2026, 11, 24)
