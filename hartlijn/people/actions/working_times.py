"""Tell when one works: a week, a day, leave, a roster, public holidays, and take it back.

Everything is the actor's own, so there is nothing to ask ``access`` for. Saying the same
twice is saying it once.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import wraps
from typing import ParamSpec, TypeVar, cast

from django.db import transaction
from django.db.models import Value
from django.db.models.functions import Lower

from hartlijn.people import roster as files
from hartlijn.people import signals
from hartlijn.people.known_times import Hours
from hartlijn.people.models import (
    HolidayChoice,
    LeavePeriod,
    Person,
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
from hartlijn.people.week import Week

Days = Mapping[date, tuple[Hours, ...]]
P = ParamSpec("P")
R = TypeVar("R")


def changes_times(action: Callable[P, R]) -> Callable[P, R]:
    """Tell the floors above, in the same transaction, that the actor can be reached otherwise."""

    @wraps(action)
    @transaction.atomic
    def act(*args: P.args, **named: P.kwargs) -> R:
        one_at_a_time(cast("Person", named["by"]))
        done = action(*args, **named)
        signals.times_changed.send(Person, about=named["by"])
        return done

    return act


@changes_times
def tell_week(week: Week, days: Days, *, by: Person) -> None:
    """Say how these days are (no hours: free); what was said of them before is replaced.

    A day that stays as it was told keeps its source, so that an exception stays one.
    """
    before = _told(by, days)
    changed = {
        day: hours for day, hours in days.items() if day not in before or before[day] != set(hours)
    }
    _tell(changed, ToldDay.Source.TAPPED, by)
    SkippedWeek.objects.filter(person=by, monday=week.monday).delete()


@transaction.atomic
def skip_week(week: Week, *, by: Person) -> None:
    """Do not want to say anything about this week; the next one is asked again."""
    SkippedWeek.objects.get_or_create(person=by, monday=week.monday)


@changes_times
def clear_week(week: Week, *, by: Person) -> None:
    """Forget what was tapped for a week; exceptions stay."""
    ToldDay.objects.filter(
        person=by, day__range=(week.monday, week.sunday), source=ToldDay.Source.TAPPED
    ).delete()
    SkippedWeek.objects.filter(person=by, monday=week.monday).delete()


@changes_times
def tell_exception(day: date, hours: tuple[Hours, ...], *, by: Person) -> None:
    """Say that one day is different; the last word counts."""
    _tell({day: hours}, ToldDay.Source.EXCEPTION, by)


@changes_times
def set_usual_week(days: Mapping[int, tuple[Hours, ...]], *, by: Person) -> None:
    """Say the usual week by weekday (0 is Monday); without any hours: no fixed times."""
    pattern, _made = WeeklyPattern.objects.get_or_create(person=by)
    pattern.hours.all().delete()
    WeeklyHours.objects.bulk_create(
        WeeklyHours(pattern=pattern, weekday=weekday, start=start, end=end)
        for weekday, hours in days.items()
        for start, end in dict.fromkeys(hours)
    )


@changes_times
def forget_usual_week(*, by: Person) -> None:
    """Take the usual week back: the installation's default counts again."""
    WeeklyPattern.objects.visible_to(by).delete()


@changes_times
def set_usual_shifts(shifts: Mapping[str, Hours], *, by: Person) -> None:
    """Say when an early, day, late and night shift begin and end where one works."""
    UsualShift.objects.filter(person=by).delete()
    UsualShift.objects.bulk_create(
        UsualShift(person=by, kind=kind, start=start, end=end)
        for kind, (start, end) in shifts.items()
    )


@changes_times
def take_leave(first: date, last: date, *, by: Person) -> None:
    """Be free from the first day to the last, both included. Nobody asks why."""
    LeavePeriod.objects.get_or_create(person=by, first=first, last=last)


@changes_times
def keep_roster(name: str, found: files.Roster, *, by: Person, address: str = "") -> Roster:
    """Keep these times; a roster of that name gets them instead of its own.

    Without ``address`` they came from a file, and no address is followed any more.
    """
    roster = _roster_named(name, by)
    roster.address = address
    roster.save(update_fields=["address"])
    roster.shifts.all().delete()
    roster.spans.all().delete()
    RosterSpan.objects.bulk_create(
        RosterSpan(roster=roster, first=span.first, last=span.last) for span in found.spans
    )
    RosterShift.objects.bulk_create(
        (
            RosterShift(
                roster=roster,
                starts_on=shift.start.date(),
                starts_at=shift.start.time(),
                ends_on=shift.end.date(),
                ends_at=shift.end.time(),
            )
            for shift in dict.fromkeys(found.shifts)
        ),
        batch_size=500,
    )
    return roster


@transaction.atomic
def follow_roster(name: str, address: str, *, by: Person) -> Roster:
    """Read a roster from an address, now and again and again; the times of before stay until then."""
    one_at_a_time(by)
    roster = _roster_named(name, by)
    roster.address, roster.problem, roster.read_on = address, "", None
    roster.problem_line = None
    roster.save(update_fields=["address", "problem", "problem_line", "read_on"])
    return roster


@changes_times
def choose_holidays(choices: Mapping[date, bool | None], *, by: Person) -> None:
    """Say on which public holidays one works (True), is free (False), or follows the list (None)."""
    HolidayChoice.objects.filter(person=by, day__in=list(choices)).delete()
    HolidayChoice.objects.bulk_create(
        HolidayChoice(person=by, day=day, works=works)
        for day, works in choices.items()
        if works is not None
    )


@changes_times
def forget(thing: ToldDay | LeavePeriod | Roster, *, by: Person) -> None:
    """Take back a day, leave or a roster of one's own; gone already is fine."""
    type(thing).objects.visible_to(by).filter(pk=thing.pk).delete()


def _roster_named(name: str, person: Person) -> Roster:
    """The own roster of that name, in capitals or not; made when there is none."""
    low = Lower(Value(name))
    same = Roster.objects.annotate(low=Lower("name")).filter(person=person, low=low)
    return same.first() or Roster.objects.create(person=person, name=name)


def one_at_a_time(person: Person) -> None:
    """Two forms sent at once wait for each other, so that neither meets half of the other.

    A row that only points at the person does not wait.
    """
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)


def _told(person: Person, days: Iterable[date]) -> dict[date, set[Hours]]:
    rows = ToldDay.objects.filter(person=person, day__in=list(days)).values_list(
        "day", "shifts__start", "shifts__end"
    )
    told: dict[date, set[Hours]] = {}
    for day, start, end in rows:
        told.setdefault(day, set())
        if start is not None:
            told[day].add((start, end))
    return told


def _tell(days: Days, source: str, by: Person) -> None:
    ToldDay.objects.filter(person=by, day__in=list(days)).delete()
    told = {day: ToldDay(person=by, day=day, source=source) for day in days}
    ToldDay.objects.bulk_create(told.values())
    ToldShift.objects.bulk_create(
        ToldShift(told_day=told[day], start=start, end=end)
        for day, hours in days.items()
        for start, end in dict.fromkeys(hours)
    )
