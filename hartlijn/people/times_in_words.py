"""Days and hours as people write them: "8.30–17.00", in English "8:30–17:00"."""

from collections.abc import Iterable
from datetime import date, datetime, time

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _


def clock(moment: time | datetime) -> str:
    """What the clock reads, as 8.30."""
    separator = ":" if get_language() == "en" else "."
    return f"{moment.hour}{separator}{moment.minute:02}"


def from_to(start: time | datetime, end: time | datetime) -> str:
    """From when until when, as 22.45–7.15."""
    return f"{clock(start)}–{clock(end)}"


def stretches(found: Iterable[tuple[datetime, datetime]]) -> str:
    """Every stretch of work of a day; ``vrij`` when there is none."""
    return ", ".join(_stretch(start, end) for start, end in found) or _("vrij")


def _stretch(start: datetime, end: datetime) -> str:
    if (end.date() - start.date()).days > 1:
        return f"{clock(start)} – {date_format(end, 'l')} {clock(end)}"
    return from_to(start, end)


def weekday(day: date) -> str:
    """As maandag 23 november."""
    return date_format(day, _("l j F"))


def full_day(day: date) -> str:
    """As 23 november 2026, for days that can be far away."""
    return date_format(day, _("j F Y"))


def span(first: date, last: date) -> str:
    """Days near each other, as 23–29 november or 30 november – 6 december."""
    end = _day_and_month(last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    return f"{_day_and_month(first)} – {end}"


def _day_and_month(day: date) -> str:
    return date_format(day, _("j F"))


def period(first: date | None, last: date | None) -> str:
    """From and to, both included; empty when there are no days."""
    if first is None or last is None:
        return ""
    return _("%(first)s tot en met %(last)s") % {"first": full_day(first), "last": full_day(last)}


SOURCES = {
    "tapped": gettext_lazy("door jou aangetikt"),
    "exception": gettext_lazy("één dag anders"),
    "roster": gettext_lazy("uit je rooster"),
    "holiday": gettext_lazy("feestdag"),
    "pattern": gettext_lazy("je gewone week"),
    "default": gettext_lazy("standaard: werkdagen 8.30–17.00"),
}
ORDINARY = frozenset({"pattern", "default"})
"""Where hours come from when nothing was told about the day itself."""
