"""From a roster file (iCalendar) to shifts; no Django, no clock.

Only times are read. Titles, places and people in the file are thrown away before anything
looks at them, and its own time zone definitions are never run.
"""

from hartlijn.people.roster.problems import Problem, Refusal, RosterError
from hartlijn.people.roster.reading import (
    LARGEST_FILE,
    MOST_SHIFTS,
    Roster,
    Span,
    shifts_from_ical,
)

__all__ = [
    "LARGEST_FILE",
    "MOST_SHIFTS",
    "Problem",
    "Refusal",
    "Roster",
    "RosterError",
    "Span",
    "shifts_from_ical",
]
