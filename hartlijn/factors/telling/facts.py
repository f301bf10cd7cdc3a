"""What is known of a factor, a relation or a definition, as names and words."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from hartlijn.factors.document import Definition, Evidence, Factor, MapDocument, Relation
from hartlijn.factors.saying import (
    KINDS,
    LEVELS,
    PROCESSES,
    SIGNS,
    STRENGTHS,
    meaning_of,
    name_of,
    note_of,
    place_of,
    turns_of,
)
from hartlijn.factors.words import Process

Facts = list[tuple[str, str]]


@dataclass(frozen=True)
class Told:
    """A relation in words."""

    relation: Relation
    source: str
    target: str
    sentence: str
    sign: str
    strength: str
    process: str
    acts: str
    turns: str
    evidence: tuple[str, ...]


def names_in(document: MapDocument) -> dict[str, str]:
    """The name of each factor by its key."""
    return {one.key: name_of(one) for one in document.factors}


def told(relation: Relation, names: Mapping[str, str]) -> Told:
    """A relation in the words of the reader."""
    source, target = names.get(relation.source, "?"), names.get(relation.target, "?")
    words = {"source": source, "target": target}
    sentence = (
        _("%(source)s werkt op %(target)s") if relation.directed
        else _("%(source)s en %(target)s werken op elkaar")
    )  # fmt: skip
    return Told(
        relation,
        source,
        target,
        sentence % words,
        str(SIGNS[relation.sign]),
        str(STRENGTHS[relation.strength]),
        str(PROCESSES[relation.process]),
        str(LEVELS[relation.acts]),
        turns_of(relation),
        tuple(source_of(one) for one in relation.evidence),
    )


def source_of(evidence: Evidence) -> str:
    """Where something is known from, in one line."""
    place = place_of(evidence)
    whole = f"{evidence.source}, {place}" if place else evidence.source
    return f"{KINDS[evidence.kind]}: {whole}"


def facts_of_factor(factor: Factor) -> Facts:
    """What a form asks of a factor."""
    return _filled(
        (_("Naam"), factor.name),
        (_("Naam in het Engels"), factor.name_en),
        (_("Niveau"), str(LEVELS[factor.level])),
        (_("Toelichting"), note_of(factor)),
        *((_("Bron"), source_of(one)) for one in factor.sources),
    )


def facts_of_relation(relation: Relation, names: Mapping[str, str]) -> Facts:
    """What a form asks of a relation."""
    said = told(relation, names)
    return _filled(
        (_("Relatie"), said.sentence),
        (_("Werking"), said.sign),
        (_("Sterkte"), said.strength),
        (_("Soort proces"), said.process),
        (_("Wat laat het kantelen?"), said.turns),
        (_("Wie kan er iets aan doen?"), said.acts),
        *((_("Bron"), one) for one in said.evidence),
    )


def facts_of_definition(definition: Definition) -> Facts:
    """What a form asks of a definition."""
    text, picture, example = meaning_of(definition)
    state = _("bevestigd") if definition.confirmed else _("werkdefinitie")
    return _filled(
        (_("Betekenis"), text),
        (_("Beeld"), picture),
        (_("Voorbeeld"), example),
        (_("Stand"), state),
    )


def process_name(process: Process) -> str:
    """What a process is called."""
    return str(PROCESSES[process])


def _filled(*facts: tuple[str, str]) -> Facts:
    return [(name, words) for name, words in facts if words]
