"""What people tell about when they work, in one line each, for stories about working times."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.core.files.uploadedfile import SimpleUploadedFile

from hartlijn.people.known_times import Hours
from hartlijn.people.reachable import Duty

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 10, tzinfo=AMSTERDAM)  # the moment at which the stories play
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def local(text: str) -> datetime:
    """An instant, as the clock in Amsterdam shows it."""
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


def hours(text: str) -> Hours:
    """Hours such as ``22:45-07:15``."""
    start, _dash, end = text.partition("-")
    return time.fromisoformat(start), time.fromisoformat(end)


def duty(start: str, end: str) -> Duty:
    """A duty such as ``duty("2026-11-21T22:00", "2026-11-22T08:00")``."""
    return Duty(datetime.fromisoformat(start), datetime.fromisoformat(end))


def taps(**days: str) -> dict[str, str]:
    """A week form as the browser sends it: ``taps(monday="early", friday="09:00-12:00")``."""
    return {
        name: value
        for day, tap in days.items()
        for name, value in tap_of(f"day-{WEEKDAYS.index(day)}", tap).items()
    }


def tap_of(field: str, tap: str) -> dict[str, str]:
    """One day of a form: a chip, or own hours."""
    if "-" not in tap:
        return {field: tap}
    sent = {field: "own"}
    for number, stretch in enumerate(tap.split(","), start=1):
        start, _dash, end = stretch.partition("-")
        sent |= {f"{field}-from-{number}": start, f"{field}-to-{number}": end}
    return sent


def ics(*shifts: tuple[str, str], name: str = "rooster.ics") -> SimpleUploadedFile:
    """A roster file with shifts such as ``("20261124T220000", "20261125T070000")``."""
    events = "".join(
        f"BEGIN:VEVENT\r\nUID:{number}\r\nSUMMARY:Geheime dienst\r\n"
        f"DTSTART:{start}\r\nDTEND:{end}\r\nEND:VEVENT\r\n"
        for number, (start, end) in enumerate(shifts)
    )
    text = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n"
    return SimpleUploadedFile(name, text.encode(), content_type="text/calendar")
