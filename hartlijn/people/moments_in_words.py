"""Days and moments to come, as far away as needed. Times are passed in, in the person's own zone."""

from datetime import date, datetime, timedelta
from typing import Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from hartlijn.people.times_in_words import clock, weekday

THIS_WEEK: Final = timedelta(days=7)


def moment(then: datetime, at: datetime) -> str:
    """A moment to come, as far away as needed: morgen 8.30, maandag 8.30."""
    said = {"clock": clock(then), "day": near_day(then.date(), at.date())}
    return _("%(day)s %(clock)s") % said


def at_the_clock(then: datetime, at: datetime) -> str:
    """The same in a sentence: vandaag om 14.00 uur, maandag om 8.30 uur."""
    said = {"clock": clock(then), "day": near_day(then.date(), at.date())}
    return _("%(day)s om %(clock)s uur") % said


def near_day(then: date, today: date) -> str:
    """A day to come: vandaag, morgen, maandag, or with its date."""
    if then == today:
        return _("vandaag")
    if then == today + timedelta(days=1):
        return _("morgen")
    if then - today < THIS_WEEK:
        return date_format(then, "l")
    return weekday(then)
