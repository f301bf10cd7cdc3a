"""Sentences that know what time it is. Times are passed in, in the person's own zone."""

from datetime import datetime

from django.utils.translation import gettext as _

from hartlijn.people.moments_in_words import moment
from hartlijn.people.times_in_words import clock

NIGHT_ENDS, NOON, EVENING = 6, 12, 18


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


def on_duty_until(until: datetime, at: datetime, line: str) -> str:
    """That somebody has a line, and until when."""
    when = clock(until) if until.date() == at.date() else moment(until, at)
    return _("Je hebt dienst tot %(when)s uur: %(line)s.") % {"when": when, "line": line}
