"""On which days somebody works, as far as is known."""

from datetime import date
from typing import Final

from hartlijn.paths.days.working_days import Works
from hartlijn.people.known_times import known_times
from hartlijn.people.models import DefaultHours, Organisation, Person

YEARS: Final = 6 * 366
"""As far as a path reaches, on both sides of its first day."""


def works(person: Person, around: date) -> Works:
    """Whether work of ``person`` begins on a day and it is no leave; one query for all days.

    Beyond what was told the usual week holds, that of the organisation, or the installation's.
    """
    first = date.fromordinal(around.toordinal() - YEARS // 2)
    times = known_times(person, first, days=YEARS).rule
    return lambda day: bool(times.stretches_of(day)) and not times.on_leave(day)


WORKDAYS: Final = frozenset(range(5))


def ordinary(organisation: Organisation) -> Works:
    """The days of the usual week here, of nobody in particular.

    For a look beforehand: counted on somebody's own days, a desk that tries date after date
    would read off who works when, and when they are on leave.
    """
    hours = DefaultHours.objects.filter(week__organisation=organisation)
    weekdays = frozenset(hours.values_list("weekday", flat=True)) or WORKDAYS
    return lambda day: day.weekday() in weekdays
