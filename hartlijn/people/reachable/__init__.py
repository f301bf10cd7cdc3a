"""Whether a person may be reached at an instant, and if not, from when.

A pure rule: no Django, no database, no clock. Instants are aware and in UTC, working
times are wall time in the person's own zone. Durations live in UTC, windows in wall time.
"""

from hartlijn.people.reachable.duty import LONGEST_DUTY, Duty, duty_from, is_on_duty
from hartlijn.people.reachable.rule import (
    HORIZON,
    is_reachable,
    reachable_from,
    windows_between,
)
from hartlijn.people.reachable.times import (
    DEFAULT_WEEK,
    LONGEST_SHIFT,
    Leave,
    Shift,
    Window,
    WorkingTimes,
)

__all__ = [
    "DEFAULT_WEEK",
    "HORIZON",
    "LONGEST_DUTY",
    "LONGEST_SHIFT",
    "Duty",
    "Leave",
    "Shift",
    "Window",
    "WorkingTimes",
    "duty_from",
    "is_on_duty",
    "is_reachable",
    "reachable_from",
    "windows_between",
]
