"""What is another between two versions of a map."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from django.utils.translation import gettext as _

from hartlijn.factors.document import Definition, Factor, MapDocument, Relation
from hartlijn.factors.saying import name_of, title_of
from hartlijn.factors.telling.facts import (
    Facts,
    facts_of_definition,
    facts_of_factor,
    facts_of_relation,
    names_in,
    process_name,
    told,
)

T = TypeVar("T", Factor, Relation, Definition)
K = TypeVar("K", Factor, Relation)


@dataclass(frozen=True)
class Changed:
    """One thing that is another now: each fact before and after."""

    name: str
    facts: list[tuple[str, str, str]]


@dataclass(frozen=True)
class Part:
    """What came, what went and what changed, of one kind."""

    name: str
    added: list[str]
    removed: list[str]
    changed: list[Changed]

    @property
    def any(self) -> bool:
        """Whether there is any."""
        return bool(self.added or self.removed or self.changed)


@dataclass(frozen=True)
class Differences:
    """Everything that is another."""

    title: tuple[str, str] | None
    parts: list[Part]

    @property
    def any(self) -> bool:
        """Whether there is any."""
        return bool(self.title or self.parts)


def differences(before: MapDocument, after: MapDocument) -> Differences:
    """From one version to another."""
    old, new = names_in(before), names_in(after)
    titles = (title_of(before), title_of(after))
    parts = [
        _between(
            _("Factoren"),
            (_by_key(before.factors), _by_key(after.factors)),
            name_of,
            (facts_of_factor, facts_of_factor),
        ),
        _between(
            _("Relaties"),
            (_by_key(before.relations), _by_key(after.relations)),
            lambda one: told(one, {**old, **new}).sentence,
            (lambda one: facts_of_relation(one, old), lambda one: facts_of_relation(one, new)),
        ),
        _between(
            _("Soorten processen"),
            (
                {one.process.value: one for one in before.definitions},
                {one.process.value: one for one in after.definitions},
            ),
            lambda one: process_name(one.process),
            (facts_of_definition, facts_of_definition),
        ),
    ]
    return Differences(
        titles if titles[0] != titles[1] else None, [part for part in parts if part.any]
    )


def _by_key(things: Iterable[K]) -> dict[str, K]:
    return {one.key: one for one in things}


def _between(
    part: str,
    things: tuple[Mapping[str, T], Mapping[str, T]],
    name: Callable[[T], str],
    facts: tuple[Callable[[T], Facts], Callable[[T], Facts]],
) -> Part:
    before, after = things
    was, now = facts
    return Part(
        part,
        [name(one) for key, one in after.items() if key not in before],
        [name(one) for key, one in before.items() if key not in after],
        [
            Changed(name(after[key]), list(_changed(was(one), now(after[key]))) or [_elsewhere()])
            for key, one in before.items()
            if key in after and one != after[key]
        ],
    )


def _changed(before: Facts, after: Facts) -> Iterator[tuple[str, str, str]]:
    """Facts of which there may be several, such as sources, came or went one by one."""
    for fact in dict.fromkeys(name for name, _words in (*before, *after)):
        old = [words for name, words in before if name == fact]
        new = [words for name, words in after if name == fact]
        gone = [words for words in old if words not in new]
        came = [words for words in new if words not in old]
        if len(old) <= 1 and len(new) <= 1 and gone and came:
            yield fact, gone[0], came[0]
        else:
            yield from ((fact, words, "") for words in gone)
            yield from ((fact, "", words) for words in came)


def _elsewhere() -> tuple[str, str, str]:
    """What a reader of this language does not see changed in the other."""
    return _("In de andere taal"), "", _("aangepast")
