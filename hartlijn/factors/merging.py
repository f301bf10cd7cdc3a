"""Lay a map from a file on one that is there. What the file does not hold stays as it was.

Factors are the same when their names read alike, in either language.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from hartlijn.factors.checking import same_name
from hartlijn.factors.document import Factor, MapDocument, Relation
from hartlijn.factors.editing import new_key

Ways = dict[tuple[str, str], Relation]


def onto(before: MapDocument, read: MapDocument) -> MapDocument:
    """The next version of ``before``: with the factors and relations of ``read`` and no others."""
    known = _known(before, read)
    taken = {one.key for one in before.factors}
    keys, added = {}, []
    for one in read.factors:
        if one.key in known:
            keys[one.key] = known[one.key].key
        else:
            keys[one.key] = new_key(one.name, taken)
            taken.add(keys[one.key])
            added.append(replace(one, key=keys[one.key]))
    told = {keys[one.key]: one for one in read.factors}
    kept = [_factor(one, told[one.key]) for one in before.factors if one.key in told]
    relations = (
        replace(one, source=keys[one.source], target=keys[one.target]) for one in read.relations
    )
    return replace(
        before,
        factors=(*kept, *added),
        relations=tuple(_relations(before.relations, relations)),
    )


def _known(before: MapDocument, read: MapDocument) -> dict[str, Factor]:
    """The factor in ``before`` for each key in ``read`` that has one."""
    found: dict[str, Factor] = {}
    for language in ("name", "name_en"):
        named = {same_name(getattr(one, language)): one for one in before.factors}
        for one in read.factors:
            match = named.get(same_name(one.name))
            if match and one.key not in found and match not in found.values():
                found[one.key] = match
    return found


def _factor(old: Factor, told: Factor) -> Factor:
    return replace(
        old,
        level=told.level or old.level,
        name_en=told.name_en or old.name_en,
        note=told.note or old.note,
    )


def _relations(before: Iterable[Relation], read: Iterable[Relation]) -> Iterator[Relation]:
    """Those that were there and still are, and then the new ones."""
    old, told = list(before), list(read)
    ways: Ways = {}
    for one in told:
        ways[one.source, one.target] = one
        if not one.directed:
            ways[one.target, one.source] = one
    taken = {one.key for one in old}
    for one in old:
        for number, now in enumerate(_taken(ways, one)):
            yield _relation(_keyed(one, now, taken) if number else one, now)
    for one in told:
        if ways.get((one.source, one.target)) is one:
            yield _keyed(one, one, taken)


def _taken(ways: Ways, old: Relation) -> list[Relation]:
    """What the file says of a relation. A mutual one stays one when it is as strong both ways."""
    here, back = (old.source, old.target), (old.target, old.source)
    there = ways.pop(here, None)
    if there and not there.directed:
        ways.pop(back)
        return [replace(there, source=old.source, target=old.target)]
    if old.directed:
        return [there] if there else []
    other = ways.pop(back, None)
    if there and other and (there.sign, there.strength) == (other.sign, other.strength):
        return [replace(there, directed=False)]
    return [one for one in (there, other) if one]


def _keyed(one: Relation, ends: Relation, taken: set[str]) -> Relation:
    key = new_key(f"{ends.source}-{ends.target}", taken)
    taken.add(key)
    return replace(one, key=key)


def _relation(old: Relation, told: Relation) -> Relation:
    return replace(
        old,
        source=told.source,
        target=told.target,
        directed=told.directed,
        sign=told.sign,
        strength=told.strength,
        process=told.process or old.process,
        turns=told.turns or old.turns,
        acts=told.acts or old.acts,
    )
