"""The days on which a repeating shift comes back.

Only plain rhythms are followed. The library walks on until it finds the next match, so a rule
that never matches would keep a server busy for ages; each of these shapes matches for certain.
"""

import re
from collections.abc import Iterator
from datetime import datetime, time, timedelta, tzinfo

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
_DAYS = {"DAILY": 1, "WEEKLY": 7}
_IN_EVERY_MONTH = 28
_NUMBER = re.compile(r"[1-9]\d{0,2}")
_WEEKDAY = re.compile(r"MO|TU|WE|TH|FR|SA|SU")


class TooIntricateError(ValueError):
    """A rhythm that we do not follow."""


def repeats(
    rule: str, start: datetime, zone: tzinfo, since: datetime, until: datetime
) -> Iterator[datetime]:
    """Every start on the wall clock of ``zone`` by this RRULE value, in order, up to ``until``.

    Those before ``since`` may be missing. Raises TooIntricateError for a rule that is not a
    plain rhythm.
    """
    parts = _parts(rule)
    if "UNTIL" in parts:
        until = min(until, _until(parts.pop("UNTIL"), zone))
    if "COUNT" not in parts:
        start = _closer(parts, start, since)
    plain = ";".join(f"{name}={value}" for name, value in parts.items())
    for again in rrulestr(plain, dtstart=start):
        if again > until:
            return
        yield again


def _closer(parts: dict[str, str], start: datetime, since: datetime) -> datetime:
    """A start in the same rhythm before ``since``: nobody walks through the years before it.

    A rule of every day since the year 1 would otherwise keep a server busy for seconds.
    """
    every = int(parts.get("INTERVAL", "1"))
    if parts["FREQ"] in _DAYS:
        step = timedelta(days=_DAYS[parts["FREQ"]] * every)
        return start + max(0, (since - start) // step) * step
    years = since.year - start.year - 1
    years -= years % every
    if years <= 0 or start.day > _IN_EVERY_MONTH:
        return start
    return start.replace(year=start.year + years)


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
