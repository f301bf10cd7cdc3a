"""What stands in a map, in the language of the reader where it is there in both."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from hartlijn.factors.document import Definition, Evidence, Factor, MapDocument, Relation
from hartlijn.factors.words import Kind, Level, Process, Sign, Strength

Said = str | Promise

LEVELS: Final[dict[Level, Said]] = {
    Level.MACRO: _("macro"),
    Level.MESO: _("meso"),
    Level.MICRO: _("micro"),
    Level.NOT_CHOSEN: _("niet gekozen"),
}
SIGNS: Final[dict[Sign, Said]] = {
    Sign.MORE: _("versterkt"),
    Sign.LESS: _("verzwakt"),
    Sign.BOTH: _("beide kanten op"),
    Sign.UNKNOWN: _("onbekend"),
}
STRENGTHS: Final[dict[Strength, Said]] = {
    Strength.UNKNOWN: _("onbekend"),
    Strength.VERY_WEAK: _("zeer zwak"),
    Strength.WEAK: _("zwak"),
    Strength.MEDIUM: _("matig"),
    Strength.STRONG: _("sterk"),
    Strength.VERY_STRONG: _("zeer sterk"),
}
PROCESSES: Final[dict[Process, Said]] = {
    Process.BALANCING: _("balancerend"),
    Process.PARALLEL: _("parallel"),
    Process.TRANSFORMING: _("transformerend"),
    Process.NOT_SAID: _("niet gezegd"),
}
KINDS: Final[dict[Kind, Said]] = {
    Kind.FINDING: _("bevinding"),
    Kind.DIALOGUE: _("dialoog"),
    Kind.STUDY: _("onderzoek"),
}


def said(own: str, english: str) -> str:
    """The English words for who reads English, where there are any."""
    return english if english and get_language() == "en" else own


def title_of(document: MapDocument) -> str:
    """The title of a map."""
    return said(document.title, document.title_en)


def name_of(factor: Factor) -> str:
    """The name of a factor."""
    return said(factor.name, factor.name_en)


def note_of(factor: Factor) -> str:
    """What is said of a factor."""
    return said(factor.note, factor.note_en)


def turns_of(relation: Relation) -> str:
    """What makes a relation turn."""
    return said(relation.turns, relation.turns_en)


def place_of(evidence: Evidence) -> str:
    """Where in its source something is said."""
    return said(evidence.place, evidence.place_en)


def meaning_of(definition: Definition) -> tuple[str, str, str]:
    """What a process means, its picture and its example."""
    return (
        said(definition.text, definition.text_en),
        said(definition.picture, definition.picture_en),
        said(definition.example, definition.example_en),
    )
