"""What a browser gets to know of what comes back, as plain values for JSON."""

from datetime import UTC, date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from hartlijn.journal.coming_back import Return, next_working_moment, working_day
from hartlijn.journal.due import own_times
from hartlijn.journal.models import Due
from hartlijn.people.models import Person
from hartlijn.people.moments_in_words import moment, near_day

Shown = dict[str, Any]


def all_of(person: Person, at: datetime) -> Shown:
    """Every day on which something comes back, and when a thought parked now would."""
    times = own_times(person, at)
    today = working_day(at, times)
    following = when(next_working_moment(at, times), at)
    found = []
    for one in Due.objects.visible_to(person):
        back = today is not None and one.due_on <= today
        said = day(one.due_on, at)
        if not back and one.due_on <= timezone.localtime(at).date():  # it waits for the next work
            said["in_words"] = following["in_words"]
        found.append({"object": str(one.pk), **said, "back": back})
    return {"due": found, "working": today is not None, "next_working_moment": following}


def when(found: Return, now: datetime) -> Shown:
    """A day with its instant, as far as that is known, and in words: maandag 8.30."""
    if found.at is None:
        words = _("je volgende werkdag")
        return {"on": found.on.isoformat(), "at": None, "in_words": words}
    words = moment(timezone.localtime(found.at), timezone.localtime(now))
    at = found.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return {"on": found.on.isoformat(), "at": at, "in_words": words}


def day(on: date, now: datetime) -> Shown:
    """A day without an instant; one that is over is due today."""
    today = timezone.localtime(now).date()
    return {"on": on.isoformat(), "at": None, "in_words": near_day(max(on, today), today)}
