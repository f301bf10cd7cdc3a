"""Short words for the stories about working times; the place is Amsterdam unless said."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hartlijn.people.reachable import Leave, Shift, Window, WorkingTimes, windows_between

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NIGHTS = tuple(Window(day, time(22), time(7)) for day in range(7))
NO_WEEK = WorkingTimes(AMSTERDAM, weekly=())
OFFICE = WorkingTimes(AMSTERDAM)


def local(text: str, zone: ZoneInfo = AMSTERDAM, *, fold: int = 0) -> datetime:
    """An instant, written as the clock on the wall shows it."""
    return datetime.fromisoformat(text).replace(tzinfo=zone, fold=fold).astimezone(UTC)


def shift(start: str, end: str) -> Shift:
    return Shift(datetime.fromisoformat(start), datetime.fromisoformat(end))


def leave(first: str, last: str) -> Leave:
    return Leave(date.fromisoformat(first), date.fromisoformat(last))


def days(*texts: str) -> frozenset[date]:
    return frozenset(date.fromisoformat(text) for text in texts)


def day_of(text: str, times: WorkingTimes) -> list[tuple[str, str]]:
    """The stretches from this midnight to the next, as the clock on the wall shows them."""
    first = datetime.fromisoformat(text)
    found = windows_between(
        first.replace(tzinfo=times.zone),
        (first + timedelta(days=1)).replace(tzinfo=times.zone),
        times,
    )
    return [
        (f"{start.astimezone(times.zone):%H:%M}", f"{end.astimezone(times.zone):%H:%M}")
        for start, end in found
    ]


def hours(times: WorkingTimes, first: str, until: str) -> float:
    """How long the work really lasts between two readings of the clock, in hours."""
    found = windows_between(local(first), local(until), times)
    return sum((end - start) / timedelta(hours=1) for start, end in found)
