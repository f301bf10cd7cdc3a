"""A schedule gets each turn once: after a standstill, with a wrong clock, in summer and winter."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django_tasks_db.models import DBTaskResult
from hypothesis import given
from hypothesis import strategies as st

from hartlijn.lib.background import daily, every, turns
from hartlijn.lib.background.models import Schedule
from hartlijn.lib.background.schedules import PLANNED, Daily, Every, Planned, discover
from hartlijn.lib.background.tests.chores import chore
from hartlijn.lib.background.turns import give_turns
from hartlijn.lib.background.worker import run_waiting

MONDAY = datetime(2026, 9, 7, 8, 0, tzinfo=UTC)
TIDYING = "hartlijn.lib.background.tasks.remove_finished"
HOUR = timedelta(hours=1)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
moments = st.integers(0, 20 * 365 * 24 * 3600).map(
    lambda seconds: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
)


@pytest.fixture
def hourly(monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    """One schedule: every hour, first seen on Monday at eight."""
    monkeypatch.setattr(turns, "PLANNED", {"tidy": Planned("tidy", Every(HOUR), chore)})
    give_turns(MONDAY)


def turns_at(*moments: datetime) -> list[int]:
    """How many tasks came of looking at these moments, when each is finished at once."""
    counts = []
    for moment in moments:
        counts.append(give_turns(moment))
        DBTaskResult.objects.update(status="SUCCESSFUL")
    return counts


def test_a_new_schedule_waits_for_its_next_moment(hourly: None) -> None:
    assert turns_at(MONDAY, MONDAY + HOUR / 2, MONDAY + HOUR) == [0, 0, 1]


def test_each_moment_has_one_turn_however_often_we_look(hourly: None) -> None:
    nine = MONDAY + HOUR

    assert turns_at(nine, nine, nine + HOUR / 3, nine + HOUR) == [1, 0, 0, 1]


def test_after_a_week_of_standstill_there_is_one_turn_and_not_168(hourly: None) -> None:
    assert turns_at(MONDAY + timedelta(days=7), MONDAY + timedelta(days=7)) == [1, 0]


def test_a_clock_set_back_one_hour_gives_no_second_turn(hourly: None) -> None:
    ten = MONDAY + 2 * HOUR

    assert turns_at(ten, ten - HOUR, ten - HOUR / 2, ten, ten + HOUR) == [1, 0, 0, 0, 1]


def test_a_clock_that_ran_years_ahead_does_not_silence_a_schedule(hourly: None) -> None:
    assert turns_at(MONDAY + timedelta(days=900), MONDAY + HOUR, MONDAY + 2 * HOUR) == [1, 1, 1]


def test_work_that_still_waits_is_not_planned_twice(hourly: None) -> None:
    assert give_turns(MONDAY + HOUR) == 1
    assert give_turns(MONDAY + 2 * HOUR) == 0
    assert DBTaskResult.objects.count() == 1


@pytest.mark.django_db
def test_finished_work_is_forgotten_after_two_weeks(monkeypatch: pytest.MonkeyPatch) -> None:
    discover()
    monkeypatch.setattr(turns, "PLANNED", {TIDYING: PLANNED[TIDYING]})
    with time_machine.travel(MONDAY, tick=False) as clock:
        run_waiting()  # the schedule is seen for the first time
        result = chore.enqueue(1)
        DBTaskResult.objects.update(status="FAILED", finished_at=MONDAY)
        clock.shift(timedelta(days=13))
        run_waiting()
        assert DBTaskResult.objects.filter(pk=result.id).exists()
        clock.shift(timedelta(days=2))
        run_waiting()

    assert not DBTaskResult.objects.filter(pk=result.id).exists()
    assert Schedule.objects.get().last_task


@given(now=moments, minutes=st.integers(1, 60 * 24 * 40))
def test_the_last_moment_lies_less_than_a_period_back(now: datetime, minutes: int) -> None:
    period = timedelta(minutes=minutes)
    due = Every(period).latest(now)

    assert now - period < due <= now
    assert Every(period).latest(due) == due


@given(now=moments, at=st.times())
def test_a_daily_moment_lies_at_most_a_long_day_back(now: datetime, at: time) -> None:
    due = Daily(at).latest(now, AMSTERDAM)

    assert now - timedelta(hours=25) <= due <= now
    assert Daily(at).latest(due, AMSTERDAM) == due


@pytest.mark.parametrize(
    ("day", "hour_in_utc"), [((2026, 1, 15), 2), ((2026, 7, 15), 1), ((2026, 3, 29), 1)]
)
def test_daily_follows_the_clock_of_the_place(day: tuple[int, int, int], hour_in_utc: int) -> None:
    noon = datetime(*day, 12, tzinfo=UTC)

    assert Daily(time(3, 40)).latest(noon, AMSTERDAM).hour == hour_in_utc


def test_a_schedule_is_declared_above_its_task() -> None:
    discover()

    assert TIDYING in PLANNED
    assert daily(at=time(4))(chore) is chore
    del PLANNED[chore.module_path]


def test_a_schedule_without_a_period_is_refused() -> None:
    with pytest.raises(ValueError, match="at least a minute"):
        every()
