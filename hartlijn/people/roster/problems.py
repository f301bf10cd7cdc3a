"""What can be wrong with a roster file, as sentences for the person who brought it."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum


def _(sentence: str) -> str:
    """Mark for translation; the form that shows a problem translates its value."""
    return sentence


class Problem(Enum):
    """The name is the code, the value the Dutch source text."""

    # About the whole file: carried by RosterError.
    NOT_A_CALENDAR = _(
        "Dit is geen agendabestand. Kies het bestand uit je roosterprogramma; de naam eindigt op .ics."
    )
    DAMAGED = _(
        "Dit agendabestand is niet heel. Download het opnieuw uit je roosterprogramma en kies het dan weer."
    )
    TOO_LARGE = _(
        "Dit bestand is groter dan 1 MB. Haal een kortere periode uit je roosterprogramma en kies dat bestand."
    )
    TOO_MANY = _(
        "In dit bestand staan te veel diensten: meer dan 2000. Haal een kortere periode uit je roosterprogramma."
    )
    NO_SHIFTS = _(
        "In dit bestand staan geen diensten met tijden voor het komende jaar. Kies een ander bestand, of tik je diensten zelf aan."
    )
    # About one shift: listed in Roster.refusals, the others are used.
    ALL_DAY = _("Hier staat een hele dag zonder tijden. Werk je dan? Tik die dienst zelf aan.")
    NO_END = _("Deze dienst heeft geen eindtijd. Tik hem zelf aan.")
    ENDS_TOO_EARLY = _(
        "Deze dienst eindigt voordat hij begint. Tik hem zelf aan met de goede tijden."
    )
    TOO_LONG = _("Deze dienst duurt langer dan 36 uur. Tik hem zelf aan met de goede tijden.")
    TOO_FAR = _("Deze dienst is meer dan een jaar vooruit. Lees je rooster later opnieuw in.")
    TOO_INTRICATE = _(
        "Deze dienst komt terug op een manier die we niet kunnen lezen. Tik hem zelf aan."
    )
    NOT_READABLE = _("De tijd van deze dienst kunnen we niet lezen. Tik hem zelf aan.")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A shift that was left out, by the day it would start when that could be read.

    ``line`` is where in the file it goes wrong; a shift that comes back is one line for all days.
    """

    day: date | None
    problem: Problem
    line: int = field(default=1, compare=False)


class RosterError(Exception):
    """Nothing in this file can be used; ``problem`` says why and what to do, ``line`` where.

    ``left_out`` is the first shift that was left out, when none was left.
    """

    def __init__(self, problem: Problem, line: int, left_out: Refusal | None = None) -> None:
        super().__init__(problem.value)
        self.problem, self.line, self.left_out = problem, line, left_out

    @property
    def why(self) -> Problem:
        """The reason that names most: that of the shift that was left out, if there was one."""
        return self.left_out.problem if self.left_out else self.problem


class UnreadableError(ValueError):
    """A line that speaks about time and cannot be read."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line
