"""Somebody's calendar as a file (RFC 5545): moments and blocks with a neutral name, no more."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.utils.crypto import salted_hmac
from icalendar import Calendar, Event

from hartlijn.people.models import Person

TITLE: Final = "Hartlijn"
LONG: Final = timedelta(minutes=15)
A_DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class Kept:
    """A stretch (aware) that is kept free, under a neutral name of its own."""

    start: datetime
    end: datetime
    title: str


def feed(person: Person, moments: Iterable[datetime], kept: Iterable[Kept] = ()) -> bytes:
    """The same moments are the same bytes. Instants are aware."""
    calendar = Calendar()
    calendar.add("prodid", "-//Hartlijn//NL")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", TITLE)
    calendar.add("refresh-interval", A_DAY / 4, parameters={"value": "DURATION"})
    for moment in moments:
        calendar.add_component(_event(person, moment))
    for one in kept:
        calendar.add_component(_block(person, one))
    return bytes(calendar.to_ical())


def _event(person: Person, moment: datetime) -> Event:
    """It keeps nobody's time occupied, and whoever shares the calendar need not see it."""
    event = _stretch(f"{person.pk} {moment.date()}", moment, moment + LONG, TITLE)
    event.add("transp", "TRANSPARENT")
    return event


def _block(person: Person, kept: Kept) -> Event:
    """Nobody plans over it: that is what was promised."""
    event = _stretch(f"{person.pk} kept {kept.start.isoformat()}", kept.start, kept.end, kept.title)
    event.add("transp", "OPAQUE")
    return event


def _stretch(what: str, start: datetime, end: datetime, title: str) -> Event:
    event = Event()
    name = salted_hmac("hartlijn.calendar", what).hexdigest()
    event.add("uid", f"{name[:32]}@hartlijn")
    event.add("dtstamp", start)
    event.add("dtstart", start)
    event.add("dtend", end)
    event.add("summary", title)
    event.add("url", f"{settings.SITE_URL}/")
    event.add("class", "PRIVATE")
    return event
