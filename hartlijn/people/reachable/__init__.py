"""Whether a person may be reached at an instant, and if not, from when.

A pure rule: no Django, no database, no clock. Instants are aware and in UTC, working
times are wall time in the person's own zone. Durations live in UTC, windows in wall time.
"""

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
    "LONGEST_SHIFT",
    "Leave",
    "Shift",
    "Window",
    "WorkingTimes",
    "is_reachable",
    "reachable_from",
    "windows_between",
]
