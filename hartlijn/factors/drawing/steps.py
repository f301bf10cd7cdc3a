"""A map revealed part by part: its levels from far away to close by, then its processes."""

from dataclasses import dataclass
from typing import Final

from hartlijn.factors.document import MapDocument
from hartlijn.factors.drawing.placing import ORDER
from hartlijn.factors.words import Level, Process

AFTER: Final = (Process.BALANCING, Process.PARALLEL, Process.TRANSFORMING)
ALL: Final = "all"


@dataclass(frozen=True)
class Step:
    """One part: a level with its factors, a process with its relations, or the rest."""

    key: str
    level: Level | None = None
    process: Process | None = None


def steps_of(document: MapDocument) -> tuple[Step, ...]:
    """The parts of a map, in the order in which they are revealed."""
    levels = {one.level for one in document.factors}
    processes = {one.process for one in document.relations}
    return (
        *(Step(one.value or "other", level=one) for one in ORDER if one in levels),
        *(Step(one.value, process=one) for one in AFTER if one in processes),
    )


def shown_in(document: MapDocument, key: str) -> tuple[frozenset[str], frozenset[str], bool]:
    """The keys of the factors and relations to see up to a part, and whether there is such a part.

    A relation is there once both its factors are; one with a process waits for the part of it.
    """
    steps = steps_of(document)
    names = [step.key for step in steps]
    until = names.index(key) if key in names else len(steps) - 1
    seen = steps[: until + 1]
    levels = {step.level for step in seen}
    processes = {step.process for step in seen} | {Process.NOT_SAID}
    factors = frozenset(one.key for one in document.factors if one.level in levels)
    relations = frozenset(
        one.key
        for one in document.relations
        if one.source in factors and one.target in factors and one.process in processes
    )
    return factors, relations, key in names


def come_with(document: MapDocument, key: str) -> frozenset[str]:
    """The factors a part is about: those of its level, or those that its process is between."""
    step = next((one for one in steps_of(document) if one.key == key), None)
    if step is None:
        return frozenset()
    if step.process is None:
        return frozenset(one.key for one in document.factors if one.level is step.level)
    between = [one for one in document.relations if one.process is step.process]
    return frozenset(end for one in between for end in (one.source, one.target))
