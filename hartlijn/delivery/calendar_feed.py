"""Somebody's calendar as a file (RFC 5545): moments with one neutral name, and nothing else."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.utils.crypto import salted_hmac
from icalendar import Calendar, Event

from hartlijn.people.models import Person

TITLE: Final = "Hartlijn"
LONG: Final = timedelta(minutes=15)
A_DAY: Final = timedelta(days=1)


def feed(person: Person, moments: Iterable[datetime]) -> bytes:
    """The same moments are the same bytes. Instants are aware."""
    calendar = Calendar()
    calendar.add("prodid", "-//Hartlijn//NL")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", TITLE)
    calendar.add("refresh-interval", A_DAY / 4, parameters={"value": "DURATION"})
    for moment in moments:
        calendar.add_component(_event(person, moment))
    return bytes(calendar.to_ical())


def _event(person: Person, moment: datetime) -> Event:
    """It keeps nobody's time occupied, and whoever shares the calendar need not see it."""
    event = Event()
    name = salted_hmac("hartlijn.calendar", f"{person.pk} {moment.date()}").hexdigest()
    event.add("uid", f"{name[:32]}@hartlijn")
    event.add("dtstamp", moment)
    event.add("dtstart", moment)
    event.add("dtend", moment + LONG)
    event.add("summary", TITLE)
    event.add("url", f"{settings.SITE_URL}/")
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    return event
