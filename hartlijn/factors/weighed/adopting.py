"""A map with the strengths a group gave: where they point one way, as the word in their middle."""

from dataclasses import replace
from typing import Final

from hartlijn.factors.document import MapDocument, Relation
from hartlijn.factors.weighed.group import Group
from hartlijn.factors.weights import Weight

NOTHING: Final = 0.05
"""A middle nearer to 0 than this is no relation; a group alone does not take one out of a map."""


def adopted(document: MapDocument, group: Group) -> MapDocument:
    """The same map with what the group agrees on; all else stays as it was."""
    return replace(document, relations=tuple(_relation(one, group) for one in document.relations))


def _relation(one: Relation, group: Group) -> Relation:
    heard = group.relations.get(one.key)
    if heard is None or heard.middle is None or heard.opposite or not heard.is_of(one):
        return one
    if abs(heard.middle) < NOTHING:
        return one
    weight = Weight.of_number(heard.middle)
    return replace(one, sign=weight.sign, strength=weight.strength)
