"""What somebody's own calendar may show: what comes back, and the time that is protected."""

from datetime import datetime, time, timedelta
from itertools import islice
from typing import Final
from zoneinfo import ZoneInfo

from django.utils import translation
from django.utils.translation import gettext as _

from hartlijn.delivery.calendar_feed import Kept
from hartlijn.journal.coming_back import first_work_of
from hartlijn.journal.models import Due
from hartlijn.paths.days.protected_time import protected_time
from hartlijn.people.known_times import known_times
from hartlijn.people.models import Person
from hartlijn.people.reachable import HORIZON

BEFORE: Final = timedelta(days=31)
"""Something of so long ago may still wait for work to begin, after a leave."""
MOST: Final = 200  # days; nobody reads more, and each is looked up by every calendar program


def coming_back(person: Person, at: datetime) -> list[datetime]:
    """From the day of ``at`` (aware) on: one moment for each day of work, whatever comes back."""
    here = at.astimezone(ZoneInfo(person.time_zone)).date()
    midnight = datetime.combine(here, time(), ZoneInfo(person.time_zone))
    own = Due.objects.visible_to(person).filter(due_on__range=(here - BEFORE, here + HORIZON))
    days = own.order_by("due_on").values_list("due_on", flat=True).distinct()
    times = known_times(person, here - BEFORE, days=(HORIZON + BEFORE).days).rule
    found = (first_work_of(day, times) for day in islice(days, MOST))
    return sorted({moment for moment in found if moment and moment >= midnight})


def protected(person: Person, at: datetime) -> list[Kept]:
    """The hours that were promised for learning the work and looking back, as blocks."""
    here = at.astimezone(ZoneInfo(person.time_zone)).date()
    with translation.override(person.language):
        title = _("Beschermde tijd")
    return [Kept(one.start, one.end, title) for one in protected_time(person, here)]
