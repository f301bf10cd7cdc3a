"""What comes back to somebody at this instant."""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from hartlijn.journal.coming_back import working_day
from hartlijn.journal.models import Due
from hartlijn.people.known_times import working_times_of
from hartlijn.people.models import Person
from hartlijn.people.reachable import WorkingTimes

_A_DAY: Final = timedelta(days=1)


def own_times(person: Person, at: datetime) -> WorkingTimes:
    """The working times of somebody around an instant (aware)."""
    return working_times_of(person, at.astimezone(ZoneInfo(person.time_zone)).date())


def due_for(person: Person, at: datetime, times: WorkingTimes | None = None) -> list[Due]:
    """What comes back at ``at`` (aware), the first one first; nothing outside working time.

    One query, and one more for working times that were not passed in.
    """
    here = at.astimezone(ZoneInfo(person.time_zone)).date()
    perhaps = list(Due.objects.visible_to(person).by(here + _A_DAY))
    if not perhaps:
        return []
    day = working_day(at, times or own_times(person, at))
    return [one for one in perhaps if day and one.due_on <= day]
