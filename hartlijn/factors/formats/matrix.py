"""A map as a square table: row acts on column. What all formats have in common."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from hartlijn.factors.document import Factor, MapDocument, Relation
from hartlijn.factors.remarks import Place
from hartlijn.factors.weights import Weight
from hartlijn.factors.words import Level
from hartlijn.stats.cognitive_map import Numbers
from hartlijn.stats.what_if import Ranges

LONGEST_SLUG: Final = 60


@dataclass(frozen=True)
class Matrix:
    """Names in their order, and the weights that are there, by row and column from 0."""

    names: tuple[str, ...]
    weights: Mapping[tuple[int, int], Weight] = field(default_factory=dict)
    places: Mapping[tuple[int, int], Place] = field(default_factory=dict)
    """Where each weight stood in its file."""

    @property
    def unknown(self) -> int:
        """How many relations have no known sign or strength; one that acts both ways is one."""
        unknown = {where: one for where, one in self.weights.items() if not one.is_known}
        return len(
            {
                frozenset(where) if unknown.get(where[::-1]) == one else where
                for where, one in unknown.items()
            }
        )

    def given(self) -> Numbers:
        """The weights as one number each: (factors, factors)."""
        weights = np.zeros((len(self.names), len(self.names)))
        for where, weight in self.weights.items():
            weights[where] = weight.middle
        return weights

    def ranges(self) -> Ranges:
        """Between which numbers each weight lies."""
        low = np.zeros((len(self.names), len(self.names)))
        high = low.copy()
        for where, weight in self.weights.items():
            low[where], high[where] = weight.range
        return Ranges(low, high)


def matrix_of(document: MapDocument) -> Matrix:
    """The relations of a map as a table; one without direction acts both ways."""
    where = {factor.key: number for number, factor in enumerate(document.factors)}
    weights: dict[tuple[int, int], Weight] = {}
    for one in document.relations:
        row, column, weight = where[one.source], where[one.target], Weight(one.sign, one.strength)
        weights[row, column] = weight
        if not one.directed:
            weights[column, row] = weight
    return Matrix(tuple(factor.name for factor in document.factors), weights)


def document_of(matrix: Matrix, title: str) -> MapDocument:
    """A table as a map: numbers become words, and what acts on itself is left out."""
    keys = keys_for(matrix.names)
    factors = tuple(
        Factor(key, Level.NOT_CHOSEN, name) for key, name in zip(keys, matrix.names, strict=True)
    )
    between = [(ends, one) for ends, one in sorted(matrix.weights.items()) if ends[0] != ends[1]]
    relations = tuple(
        Relation(f"r{number}", keys[row], keys[column], sign=one.sign, strength=one.strength)
        for number, ((row, column), one) in enumerate(between, 1)
    )
    return MapDocument(title, factors=factors, relations=relations)


def keys_for(names: tuple[str, ...]) -> tuple[str, ...]:
    """A key for every name: its letters and digits, with a number where two would be the same."""
    taken: dict[str, None] = {}
    for number, name in enumerate(names, 1):
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
        slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_SLUG].strip("-")
        key = slug or f"factor-{number}"
        again = 2
        while key in taken:
            key, again = f"{slug or 'factor'}-{number}-{again}".replace("--", "-"), again + 1
        taken[key] = None
    return tuple(taken)
