"""The plan of a cohort as a file for a calendar (RFC 5545): whole days with the name of a lesson.

Its name says nothing of whose cohort it is: a calendar is often shared.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from django.conf import settings
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

A_DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class Lesson:
    """An assignment on a day."""

    name: str
    """The same for the same assignment of the same cohort, also when its day changes."""
    on: date
    title: str
    address: str


def plan_file(lessons: Iterable[Lesson]) -> bytes:
    """The same lessons are the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", "-//Hartlijn//NL")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _("Leerlijn"))
    calendar.add("refresh-interval", A_DAY / 4, parameters={"value": "DURATION"})
    for one in lessons:
        calendar.add_component(_event(one))
    return bytes(calendar.to_ical())


def _event(lesson: Lesson) -> Event:
    """A whole day that keeps nobody's time occupied."""
    event = Event()
    name = salted_hmac("hartlijn.learning", lesson.name).hexdigest()
    event.add("uid", f"{name[:32]}@hartlijn")
    event.add("dtstamp", datetime.combine(lesson.on, time(), UTC))
    event.add("dtstart", lesson.on)
    event.add("dtend", lesson.on + A_DAY)
    event.add("summary", _("Leerlijn: %s") % lesson.title)
    event.add("url", f"{settings.SITE_URL}{lesson.address}")
    event.add("transp", "TRANSPARENT")
    return event
