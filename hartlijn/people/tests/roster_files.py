"""Roster files as roster programs write them, each full of names that must not get through."""

from datetime import date
from zoneinfo import ZoneInfo

from hartlijn.people.roster import Roster, shifts_from_ical

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
TODAY = date(2026, 10, 19)  # a Monday

NOISE = (
    "SUMMARY:Nachtdienst met Sam",
    "LOCATION:De Wilgen\\, Vlissingen",
    "DESCRIPTION:DTSTART:20200101T000000Z is geen tijd",
    "ATTENDEE;CN=Fatima:mailto:fatima@voorbeeld.nl",
)
VTIMEZONE = (
    "BEGIN:VTIMEZONE",
    "TZID:Customized Time Zone",
    "BEGIN:STANDARD",
    "DTSTART:16010101T000000",
    "TZOFFSETFROM:+0500",
    "TZOFFSETTO:+0500",
    "RRULE:FREQ=SECONDLY",
    "END:STANDARD",
    "END:VTIMEZONE",
)


def event(*lines: str) -> tuple[str, ...]:
    return (
        "BEGIN:VEVENT",
        *NOISE,
        *lines,
        "BEGIN:VALARM",
        "TRIGGER:-PT15M",
        "DURATION:PT1M",
        "END:VALARM",
        "END:VEVENT",
    )


def ical(*events: tuple[str, ...]) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rooster//NL"]
    for some in events:
        lines.extend(some)
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def read(*events: tuple[str, ...]) -> Roster:
    return shifts_from_ical(ical(*events), AMSTERDAM, TODAY)


def walls(roster: Roster) -> list[tuple[str, str]]:
    """The shifts as the clock on the wall in Amsterdam shows them."""
    return [(f"{shift.start:%m-%d %H:%M}", f"{shift.end:%m-%d %H:%M}") for shift in roster.shifts]


LATE = event("UID:1", "DTSTART:20261020T140000", "DTEND:20261020T223000")
