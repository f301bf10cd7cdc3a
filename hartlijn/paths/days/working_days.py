"""Count in somebody's own working days: part time, shifts and leave included. No clock."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from dateutil.relativedelta import relativedelta

Works = Callable[[date], bool]
"""Whether work of this person begins on a day."""

A_DAY: Final = timedelta(days=1)
FURTHEST: Final = 400
"""Days to look for work; who has none in that time has no day yet."""


def nth_working_day(start: date, number: int, works: Works) -> date | None:
    """``number`` working days from ``start`` on; ``start`` itself is number 0 when it is worked.

    0: the first working day on or after ``start``. 3: the third one after that. -1: the last
    working day before ``start``. None when there is not enough work within ``FURTHEST`` days of
    the day before it: then nothing is known, and nothing is guessed.
    """
    if number < 0:
        return _step(start, -number, works, -A_DAY)
    first = start if works(start) else _step(start, 1, works, A_DAY)
    return _step(first, number, works, A_DAY) if first else None


def on_or_after(day: date, works: Works) -> date | None:
    """The first working day that is not before ``day``."""
    return nth_working_day(day, 0, works)


def months_from(start: date, number: int) -> date:
    """The same day so many months on; the last of a month that is shorter."""
    return start + relativedelta(months=number)


def _step(start: date, number: int, works: Works, by: timedelta) -> date | None:
    day = start
    for _n in range(number):
        looked = (day + by * ahead for ahead in range(1, FURTHEST + 1))
        found = next((one for one in looked if works(one)), None)
        if found is None:
            return None
        day = found
    return day
