"""Werktijden: everything a person told about when they work, on one page."""

from dataclasses import dataclass, replace
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.views.decorators.http import require_safe

from hartlijn.people.default_times import default_week_of
from hartlijn.people.http import Request
from hartlijn.people.known_times import KnownDay, KnownTimes, known_times
from hartlijn.people.models import Roster
from hartlijn.people.reachable import HORIZON
from hartlijn.people.times_in_words import ORDINARY, SOURCES, period, stretches, weekday
from hartlijn.people.views.duty import own_duties
from hartlijn.people.week import Week

SHOWN = 3  # of each list; the rest stands on its own page


@dataclass(frozen=True)
class DayLine:
    """One day of the week in words."""

    label: str
    hours: str
    source: str | Promise
    """Where the hours come from; empty where that is worth no word: they are the ordinary ones."""
    is_leave: bool
    is_today: bool


@require_safe
def times(request: Request) -> HttpResponse:
    """This week, and what else counts."""
    today = timezone.localdate()
    week = Week.of(today)
    # The week is looked at from its Monday; the rule's horizon counts from today.
    known = known_times(request.user, week.monday, days=HORIZON.days + 7)
    context = {
        "days": [_line(known.day(day), today) for day in week.days],
        "usual_week": None if known.weekly is None else _usual_week(known, week),
        "default_of": _default_of(request, known),
        "default_week": _usual_week(known, week) if known.default else [],
        "exceptions": _exceptions(known, today)[:SHOWN],
        "leave": [
            period(leave.first, leave.last) for leave in sorted(known.leave) if leave.last >= today
        ][:SHOWN],
        "duties": own_duties(request.user, timezone.now(), SHOWN),
        "rosters": Roster.objects.visible_to(request.user),
        "holidays": [
            (name, weekday(day)) for day, name in sorted(known.holidays.items()) if day >= today
        ][:SHOWN],
    }
    return render(request, "people/times.html", context)


def _default_of(request: Request, known: KnownTimes) -> str:
    """The organisation whose usual week counts, for somebody who has none of their own."""
    if known.weekly is not None or known.default is None:
        return ""
    week = default_week_of(request.user)
    return week.organisation.name if week else ""


def _line(day: KnownDay, today: date) -> DayLine:
    return DayLine(
        weekday(day.day), stretches(day.stretches), _source(day), day.is_leave, day.day == today
    )


def _source(day: KnownDay) -> str | Promise:
    if day.is_leave or day.source in ORDINARY:
        return ""
    return day.holiday if day.source == "holiday" and day.holiday else SOURCES[day.source]


def _exceptions(known: KnownTimes, today: date) -> list[tuple[str, str]]:
    """The days ahead that are different, in words."""
    return [
        (weekday(day), stretches((shift.start, shift.end) for shift in shifts))
        for day, (source, shifts) in sorted(known.told.items())
        if source == "exception" and day >= today
    ]


def _usual_week(known: KnownTimes, week: Week) -> list[tuple[str, str]]:
    """The weekdays on which somebody usually works, with their hours."""
    usual = replace(known, told={}, roster_days=frozenset(), rostered=(), leave=(), holidays={})
    days = [usual.day(day) for day in week.days]
    return [(date_format(day.day, "l"), stretches(day.stretches)) for day in days if day.stretches]
