"""How much an organisation may call a usual week: no more than somebody may be made to work.

Arbeidstijdenwet, artikel 5:7, tweede lid: at most 12 hours in a shift and 60 hours in a week
(https://wetten.overheid.nl/BWBR0007671). What people say of themselves has no such bound.
"""

from collections.abc import Iterable, Mapping
from datetime import time
from typing import Final

from hartlijn.people.known_times import Hours

MOST_IN_A_DAY: Final = 12 * 60  # minutes
MOST_IN_A_WEEK: Final = 60 * 60
_A_DAY: Final = 24 * 60
_A_WEEK: Final = 7 * _A_DAY


def too_long_days(days: Mapping[int, Iterable[Hours]]) -> list[int]:
    """The weekdays (0 is Monday) on which more begins than fits in a shift."""
    return [day for day, hours in days.items() if len(_minutes(0, hours)) > MOST_IN_A_DAY]


def is_too_long_a_week(days: Mapping[int, Iterable[Hours]]) -> bool:
    """Whether all of it together is more than a week of work. What overlaps counts once."""
    taken = {one % _A_WEEK for day, hours in days.items() for one in _minutes(day, hours)}
    return len(taken) > MOST_IN_A_WEEK


def _minutes(day: int, hours: Iterable[Hours]) -> set[int]:
    """Every minute of these hours, counted from Monday; an end at or before the start is a day on."""
    taken: set[int] = set()
    for start, end in hours:
        begin, until = _minute(start), _minute(end)
        length = (until - begin) % _A_DAY or _A_DAY
        taken |= set(range(day * _A_DAY + begin, day * _A_DAY + begin + length))
    return taken


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute
