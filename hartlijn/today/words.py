"""Sentences that know what time it is. Times are passed in, in the person's own zone."""

from datetime import date, datetime, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from hartlijn.people.times_in_words import clock, weekday

NIGHT_ENDS, NOON, EVENING = 6, 12, 18
THIS_WEEK = timedelta(days=7)


def greeting(at: datetime, name: str) -> str:
    """Good morning, by the clock on the wall, and by first name; at night just hello."""
    first = (name.split() or [""])[0]
    if at.hour < NIGHT_ENDS:
        return _("Hallo, %(name)s") % {"name": first}
    if at.hour < NOON:
        return _("Goedemorgen, %(name)s") % {"name": first}
    if at.hour < EVENING:
        return _("Goedemiddag, %(name)s") % {"name": first}
    return _("Goedenavond, %(name)s") % {"name": first}


def free_until(until: datetime | None, at: datetime) -> str:
    """That somebody is free, and until when what comes in waits."""
    if until is None:
        return _("Je bent vrij. Wat binnenkomt, wacht tot je weer werkt.")
    return _("Je bent vrij. Wat binnenkomt, wacht tot %(when)s.") % {"when": moment(until, at)}


def moment(then: datetime, at: datetime) -> str:
    """A moment to come, as far away as needed: morgen 8.30, maandag 8.30."""
    said = {"clock": clock(then), "day": near_day(then.date(), at.date())}
    return _("%(day)s %(clock)s") % said


def near_day(then: date, today: date) -> str:
    """A day to come: vandaag, morgen, maandag, or with its date."""
    if then == today:
        return _("vandaag")
    if then == today + timedelta(days=1):
        return _("morgen")
    if then - today < THIS_WEEK:
        return date_format(then, "l")
    return weekday(then)
