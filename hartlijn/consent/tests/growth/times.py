"""More of how somebody works: the own times, and duties of a unit."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Model
from django.utils import timezone

from hartlijn.consent.tests.growth.who import NOOR
from hartlijn.consent.tests.world import World
from hartlijn.people.models import DefaultHours, DefaultWeek, DutyLine, DutyShift
from hartlijn.people.models.working_times import (
    HolidayChoice,
    LeavePeriod,
    Roster,
    RosterShift,
    RosterSpan,
    SkippedWeek,
    ToldDay,
    ToldShift,
    UsualShift,
    WeeklyHours,
    WeeklyPattern,
)
from hartlijn.people.tests.factories import a_person

NIGHT = {"start": "22:00", "end": "07:00"}


def own_week(world: World, number: int) -> Iterator[Model]:
    """Noor tells more about her week, by each way of telling."""
    noor, today = world.people[NOOR], timezone.localdate()
    day = today + timedelta(days=number + 1)
    roster = Roster.objects.create(person=noor, name=f"Rooster {number}")
    yield RosterSpan.objects.create(roster=roster, first=day, last=day)
    yield RosterShift.objects.create(
        roster=roster, starts_on=day, starts_at="09:00", ends_on=day, ends_at="17:00"
    )
    yield LeavePeriod.objects.create(person=noor, first=day, last=day)
    yield HolidayChoice.objects.create(person=noor, day=day, works=True)
    yield SkippedWeek.objects.create(
        person=noor, monday=day - timedelta(days=day.weekday()) + timedelta(weeks=number)
    )
    told = ToldDay.objects.create(person=noor, day=day, source=ToldDay.Source.EXCEPTION)
    yield ToldShift.objects.create(told_day=told, **NIGHT)
    for name in ("werk", "school", "elders"):
        week, _new = DefaultWeek.objects.get_or_create(organisation=world.things[name])
        yield DefaultHours.objects.create(week=week, weekday=number % 7, **NIGHT)
    pattern, _new = WeeklyPattern.objects.get_or_create(person=noor)
    yield WeeklyHours.objects.create(pattern=pattern, weekday=number % 7, **NIGHT)
    kind = UsualShift.Kind.values[number % len(UsualShift.Kind.values)]
    yield UsualShift.objects.get_or_create(person=noor, kind=kind, defaults=NIGHT)[0]


def duty(world: World, number: int) -> Iterator[Model]:
    """Lines of the own unit, with duties ahead, one of them now."""
    today = timezone.localdate()
    unit, leader = world.things["unit van werk"], world.people["Fatima, own team leader"]
    line = world.things["dienstlijn"]
    other = DutyLine.objects.create(
        unit=unit, name=f"Lijn {number}", phone="0118 12 34 56", several=True
    )
    yield other
    for days in (-1, number + 3):
        for on in (line, other):
            for person in (world.people[NOOR], leader):
                yield DutyShift.objects.create(
                    line=on,
                    person=person,
                    put_by=leader if days < 0 else a_person("Zet erin"),
                    starts_on=today + timedelta(days=days),
                    starts_at=f"{number % 24:02}:{number % 60:02}",
                    ends_on=today + timedelta(days=days + 2),
                    ends_at="08:00",
                )
