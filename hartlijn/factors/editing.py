"""Change one thing in a map. Pure: a whole map in, a whole map out; checked before it is kept."""

from dataclasses import replace

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from hartlijn.factors.checking import LONGEST_KEY
from hartlijn.factors.document import Definition, Factor, MapDocument, Relation
from hartlijn.factors.remarks import UnusableError, remark


def new_key(words: str, taken: set[str]) -> str:
    """A key for a new thing that reads like its name."""
    base = slugify(words)[: LONGEST_KEY - 6].strip("-").replace("_", "-") or "factor"
    base = "-".join(part for part in base.split("-") if part)
    number, key = 1, base
    while key in taken:
        number += 1
        key = f"{base}-{number}"
    return key


def factor_in(document: MapDocument, key: str) -> Factor | None:
    """One factor, if it is there."""
    return next((one for one in document.factors if one.key == key), None)


def relation_in(document: MapDocument, key: str) -> Relation | None:
    """One relation, if it is there."""
    return next((one for one in document.relations if one.key == key), None)


def put_factor(document: MapDocument, factor: Factor, *, is_new: bool) -> MapDocument:
    """Add a factor, or change the one with its key. Raises ``UnusableError`` when that is gone."""
    if is_new:
        return replace(document, factors=(*document.factors, factor))
    if factor_in(document, factor.key) is None:
        raise _gone()
    factors = tuple(factor if one.key == factor.key else one for one in document.factors)
    return replace(document, factors=factors)


def take_out_factor(document: MapDocument, key: str) -> MapDocument:
    """Remove a factor with its relations."""
    return replace(
        document,
        factors=tuple(one for one in document.factors if one.key != key),
        relations=tuple(one for one in document.relations if key not in {one.source, one.target}),
    )


def put_relation(document: MapDocument, relation: Relation, *, is_new: bool) -> MapDocument:
    """Add a relation, or change the one with its key. Raises ``UnusableError`` when that is gone."""
    if is_new:
        return replace(document, relations=(*document.relations, relation))
    if relation_in(document, relation.key) is None:
        raise _gone()
    relations = tuple(relation if one.key == relation.key else one for one in document.relations)
    return replace(document, relations=relations)


def take_out_relation(document: MapDocument, key: str) -> MapDocument:
    """Remove a relation."""
    return replace(document, relations=tuple(one for one in document.relations if one.key != key))


def put_definition(document: MapDocument, definition: Definition) -> MapDocument:
    """Say what a process means in this map."""
    others = [one for one in document.definitions if one.process is not definition.process]
    place = next(
        (
            number
            for number, one in enumerate(document.definitions)
            if one.process is definition.process
        ),
        len(others),
    )
    return replace(document, definitions=(*others[:place], definition, *others[place:]))


def _gone() -> UnusableError:
    return UnusableError(
        [remark(_("Iemand anders haalde dit intussen weg. Voeg het opnieuw toe als het blijft."))]
    )
