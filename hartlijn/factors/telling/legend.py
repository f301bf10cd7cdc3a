"""What the marks in a drawing mean: only those that are in it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from hartlijn.factors.document import MapDocument
from hartlijn.factors.drawing.drawn import MARKS, SIGNS, WIDTHS
from hartlijn.factors.saying import PROCESSES, STRENGTHS
from hartlijn.factors.words import Process, Sign, Strength


@dataclass(frozen=True)
class Entry:
    """A line as it is drawn, and what it means."""

    classes: str
    mark: str
    meaning: str
    is_double: bool = False


def legend(document: MapDocument) -> list[Entry]:
    """Signs, strengths and processes, in the order of the words."""
    signs = {one.sign for one in document.relations}
    strengths = {one.strength for one in document.relations}
    processes = {one.process for one in document.relations}
    meanings = {
        Sign.MORE: _("meer van het een, meer van het ander"),
        Sign.LESS: _("meer van het een, minder van het ander"),
        Sign.BOTH: _("kan beide kanten op"),
        Sign.UNKNOWN: _("onbekend welke kant op"),
    }
    plain = f"{WIDTHS[Strength.MEDIUM]} no-process"
    return [
        *(
            Entry(f"{SIGNS[one]} {plain}", MARKS[one], meaning)
            for one, meaning in meanings.items()
            if one in signs
        ),
        *(
            Entry(f"both {WIDTHS[one]} no-process", "", _strength(one))
            for one in Strength
            if one in strengths
        ),
        *(
            Entry(
                f"both {WIDTHS[Strength.MEDIUM]} {one.value}",
                "",
                str(PROCESSES[one]),
                one is Process.PARALLEL,
            )
            for one in Process
            if one in processes and one is not Process.NOT_SAID
        ),
    ]


def _strength(one: Strength) -> str:
    if one is Strength.UNKNOWN:
        return _("onbekend hoe sterk")
    return str(STRENGTHS[one])
