"""With whom somebody meant to have a short talk this week. Told on days of work alone."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hartlijn.onetoones.models import Rhythm
from hartlijn.people.known_times import working_times_of
from hartlijn.people.models import Person
from hartlijn.people.reachable import WorkingTimes, windows_between


def this_week(person: Person, at: datetime, times: WorkingTimes | None = None) -> list[str]:
    """The names, the longest waiting first; none on a day without work.

    One query when nothing is due, and one more for working times that were not passed in.
    """
    here = at.astimezone(ZoneInfo(person.time_zone)).date()
    sunday = here + timedelta(days=6 - here.weekday())
    names = list(
        Rhythm.objects.visible_to(person).by(sunday).values_list("person__name", flat=True)
    )
    if not names:
        return []
    return names if works_on(here, times or working_times_of(person, here)) else []


def works_on(day: date, times: WorkingTimes) -> bool:
    """Whether some work begins or goes on on this day."""
    start = datetime.combine(day, time.min, times.zone)
    end = datetime.combine(day + timedelta(days=1), time.min, times.zone)
    return bool(windows_between(start.astimezone(UTC), end.astimezone(UTC), times))
