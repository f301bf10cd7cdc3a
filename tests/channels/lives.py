"""Working times by the throw of dice, as plain values and as rows of the tables of people.

They crowd around a day on which something happens to the clock, as `reachable_lives` does. Dice
and not hypothesis: a world of a hundred lives is more than one example can hold.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from hartlijn.people.holiday_list import holidays_between
from hartlijn.people.models import (
    HolidayChoice,
    LeavePeriod,
    Person,
    Roster,
    RosterShift,
    RosterSpan,
    ToldDay,
    ToldShift,
    WeeklyHours,
    WeeklyPattern,
)
from hartlijn.people.reachable import Duty, Leave, Shift, Window, WorkingTimes
from hartlijn.people.tests.reachable_lives import LENGTHS, SHIFTS
from hartlijn.people.tests.reachable_oracle import Scene

A_DAY = timedelta(days=1)
TABLES = (WeeklyPattern, ToldDay, Roster, LeavePeriod, HolidayChoice)
Week = tuple[Window, ...] | None


@dataclass(frozen=True)
class Told:
    """What one person told, in the words of the tables."""

    weekly: Week
    tapped: dict[date, tuple[Shift, ...]]
    rostered: tuple[Shift, ...]
    roster_days: frozenset[date]
    leave: tuple[Leave, ...]
    free: frozenset[date]
    works: frozenset[date]

    def times(self, zone: ZoneInfo, default: Week, listed: frozenset[date]) -> WorkingTimes:
        """As the pure rule wants it; put together here once more, apart from ``known_times``."""
        tapped = [shift for shifts in self.tapped.values() for shift in shifts]
        rostered = [one for one in self.rostered if one.start.date() not in self.tapped]
        return WorkingTimes(
            zone=zone,
            weekly=default if self.weekly is None else self.weekly,
            shifts=(*tapped, *rostered),
            explicit_days=self.roster_days | set(self.tapped),
            leave=self.leave,
            public_holidays=(listed | self.free) - self.works,
        )


class Dice:
    """Throws everything of one scene."""

    def __init__(self, scene: Scene, seed: str) -> None:
        self.random, self.scene = Random(seed), scene
        self.clocks = [time.fromisoformat(jump) for jump in scene.jump] + SHIFTS
        self.listed = frozenset(
            line.day
            for line in holidays_between(scene.date - 60 * A_DAY, scene.date + 500 * A_DAY)
            if line.is_usually_free
        )

    def happens(self, chance: float) -> bool:
        """Whether something with this chance happens."""
        return self.random.random() < chance

    def day(self) -> date:
        """Near the day of the scene; often the day itself."""
        offset = self.random.choice((0, 0, -1, 1, self.random.randint(-9, 9)))
        return self.scene.date + offset * A_DAY

    def days(self, most: int) -> frozenset[date]:
        """Some days, or none."""
        return frozenset(self.day() for _ in range(self.random.randint(0, most)))

    def clock(self) -> time:
        """An hour at which something often happens, or any minute."""
        if self.happens(0.7):
            return self.random.choice(self.clocks)
        return time(self.random.randrange(24), self.random.randrange(60))

    def shift(self) -> Shift:
        """Of a minute up to 36 hours."""
        begin = datetime.combine(self.day(), self.clock())
        return Shift(begin, begin + self.random.choice(LENGTHS))

    def week(self) -> Week:
        """None for who said none, empty for who has no fixed times."""
        kind = self.random.random()
        if kind < 0.3:
            return None
        return tuple(
            {
                Window(self.random.randrange(7), self.clock(), self.clock())
                for _ in range(self.random.randint(0, 6))
            }
        )

    def told(self) -> Told:
        """Any mixture: weeks, rosters, nights, exceptions, leave and holidays."""
        shifts = {self.shift() for _ in range(self.random.randint(0, 5))}
        tapped = {
            day: tuple(
                one for one in shifts if one.start.date() == day and one.end <= one.start + A_DAY
            )
            for day in self.days(2)
        }
        spans = (self.day() for _ in range(self.random.randint(0, 2)))
        leave = {Leave(first, first + self.random.choice((0, 0, 1, 5)) * A_DAY) for first in spans}
        free = self.days(2)
        works = frozenset(day for day in self.listed if self.happens(0.1)) - free
        return Told(self.week(), tapped, tuple(shifts), self.days(3), tuple(leave), free, works)

    def duty(self, at: datetime) -> Duty:
        """Often on at an instant (aware), by the clock of the scene; else near the day."""
        if self.happens(0.5):
            wall = at.astimezone(self.scene.zone).replace(tzinfo=None, fold=0, second=0)
            begin = wall - timedelta(minutes=self.random.choice((0, 1, 60, 480)))
        else:
            begin = datetime.combine(self.day(), self.clock())
        return Duty(begin, begin + self.random.choice([*LENGTHS, timedelta(days=7)]))


def write(told: dict[Person, Told]) -> None:
    """These people tell it anew; what they said before is gone."""
    for table in TABLES:
        table.objects.filter(person__in=told).delete()
    weeks = {
        person: WeeklyPattern(person=person)
        for person, one in told.items()
        if one.weekly is not None
    }
    WeeklyPattern.objects.bulk_create(weeks.values())
    WeeklyHours.objects.bulk_create(
        WeeklyHours(pattern=week, weekday=one.weekday, start=one.start, end=one.end)
        for person, week in weeks.items()
        for one in told[person].weekly or ()
    )
    LeavePeriod.objects.bulk_create(
        LeavePeriod(person=person, first=one.first, last=one.last)
        for person, said in told.items()
        for one in said.leave
    )
    HolidayChoice.objects.bulk_create(
        HolidayChoice(person=person, day=day, works=works)
        for person, said in told.items()
        for works, days in ((True, said.works), (False, said.free))
        for day in days
    )
    _tap(told)
    _roster(told)


def _tap(told: dict[Person, Told]) -> None:
    days = {
        (person, day): ToldDay(person=person, day=day, source=ToldDay.Source.TAPPED)
        for person, said in told.items()
        for day in said.tapped
    }
    ToldDay.objects.bulk_create(days.values())
    ToldShift.objects.bulk_create(
        ToldShift(told_day=row, start=one.start.time(), end=one.end.time())
        for (person, day), row in days.items()
        for one in told[person].tapped[day]
    )


def _roster(told: dict[Person, Told]) -> None:
    rosters = {person: Roster(person=person, name="Rooster") for person in told}
    Roster.objects.bulk_create(rosters.values())
    RosterSpan.objects.bulk_create(
        RosterSpan(roster=row, first=day, last=day)
        for person, row in rosters.items()
        for day in told[person].roster_days
    )
    RosterShift.objects.bulk_create(
        RosterShift(roster=row, **on_the_wall(one))
        for person, row in rosters.items()
        for one in told[person].rostered
    )


def on_the_wall(one: Shift | Duty) -> dict[str, date | time]:
    """Its readings, as the tables keep them."""
    return {
        "starts_on": one.start.date(),
        "starts_at": one.start.time(),
        "ends_on": one.end.date(),
        "ends_at": one.end.time(),
    }


def forget(people: Iterable[Person]) -> None:
    """These people said nothing at all; what counts is the default."""
    told = list(people)
    for table in TABLES:
        table.objects.filter(person__in=told).delete()
