"""The days on which a repeating shift comes back.

Only plain rhythms are followed. The library walks on until it finds the next match, so a rule
that never matches would keep a server busy for ages; each of these shapes matches for certain.
"""

import re
from collections.abc import Iterator
from datetime import datetime, time, tzinfo

from dateutil.rrule import rrulestr

from hartlijn.people.roster.moments import moment

_SHAPES = {
    "DAILY": re.compile(r""),
    "WEEKLY": re.compile(r"|BYDAY=(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU)){0,6}"),
    "MONTHLY": re.compile(
        r"|BYDAY=[+-]?[1-4](?:MO|TU|WE|TH|FR|SA|SU)|BYMONTHDAY=-?(?:[1-9]|1\d|2[0-8])"
    ),
    "YEARLY": re.compile(r""),
}
_NUMBER = re.compile(r"[1-9]\d{0,2}")
_WEEKDAY = re.compile(r"MO|TU|WE|TH|FR|SA|SU")


class TooIntricateError(ValueError):
    """A rhythm that we do not follow."""


def repeats(rule: str, start: datetime, zone: tzinfo, until: datetime) -> Iterator[datetime]:
    """Every start on the wall clock of ``zone`` by this RRULE value, in order, up to ``until``.

    Raises TooIntricateError for a rule that is not a plain rhythm.
    """
    parts = _parts(rule)
    if "UNTIL" in parts:
        until = min(until, _until(parts.pop("UNTIL"), zone))
    plain = ";".join(f"{name}={value}" for name, value in parts.items())
    for again in rrulestr(plain, dtstart=start):
        if again > until:
            return
        yield again


def _parts(rule: str) -> dict[str, str]:
    pairs = (pair.partition("=") for pair in rule.strip().upper().split(";") if pair)
    parts = {name: value for name, _is, value in pairs}
    rhythm = parts.get("FREQ", "")
    rest = {name: value for name, value in parts.items() if name not in {"FREQ", "UNTIL"}}
    fits = all(
        shape.fullmatch(rest.pop(name, default))
        for name, shape, default in (
            ("INTERVAL", _NUMBER, "1"),
            ("COUNT", _NUMBER, "1"),
            ("WKST", _WEEKDAY, "MO"),
        )
    )
    what = ";".join(f"{name}={value}" for name, value in rest.items())
    if not fits or rhythm not in _SHAPES or not _SHAPES[rhythm].fullmatch(what):
        raise TooIntricateError
    return parts


def _until(value: str, zone: tzinfo) -> datetime:
    last = moment(value, zone)
    if last.whole_day:
        return datetime.combine(last.wall, time.max)
    return last.wall_in(zone)
