"""What is another between two versions of a map."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
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


class How(StrEnum):
    """What happened to something."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True)
class Difference:
    """One thing that is there, gone or another: each fact before and after."""

    how: How
    name: str
    facts: list[tuple[str, str, str]]

    @property
    def is_added(self) -> bool:
        """Whether it is new."""
        return self.how is How.ADDED

    @property
    def is_removed(self) -> bool:
        """Whether it is gone."""
        return self.how is How.REMOVED


@dataclass(frozen=True)
class Differences:
    """Everything that is another."""

    title: tuple[str, str] | None
    factors: list[Difference]
    relations: list[Difference]
    definitions: list[Difference]

    @property
    def any(self) -> bool:
        """Whether there is any."""
        return bool(self.title or self.factors or self.relations or self.definitions)


def differences(before: MapDocument, after: MapDocument) -> Differences:
    """From one version to another."""
    old, new = names_in(before), names_in(after)
    titles = (title_of(before), title_of(after))
    return Differences(
        titles if titles[0] != titles[1] else None,
        list(_between(
            _by_key(before.factors), _by_key(after.factors),
            name_of, facts_of_factor, facts_of_factor,
        )),
        list(_between(
            _by_key(before.relations), _by_key(after.relations),
            lambda one: told(one, {**old, **new}).sentence,
            lambda one: facts_of_relation(one, old), lambda one: facts_of_relation(one, new),
        )),
        list(_between(
            {one.process: one for one in before.definitions},
            {one.process: one for one in after.definitions},
            lambda one: process_name(one.process), facts_of_definition, facts_of_definition,
        )),
    )  # fmt: skip


def _by_key(things: Iterable[T]) -> dict[str, T]:
    return {one.key: one for one in things}  # type: ignore[union-attr] # no definition comes here


def _between(
    before: Mapping[str, T],
    after: Mapping[str, T],
    name: Callable[[T], str],
    was: Callable[[T], Facts],
    now: Callable[[T], Facts],
) -> Iterator[Difference]:
    for key, one in before.items():
        if key not in after:
            yield Difference(How.REMOVED, name(one), [])
        elif one != after[key]:
            facts = _changed(was(one), now(after[key]))
            yield Difference(How.CHANGED, name(after[key]), facts or [_elsewhere()])
    for key, one in after.items():
        if key not in before:
            yield Difference(How.ADDED, name(one), [])


def _changed(before: Facts, after: Facts) -> list[tuple[str, str, str]]:
    old, new = dict(before), dict(after)
    return [
        (fact, old.get(fact, ""), new.get(fact, ""))
        for fact in dict.fromkeys([*old, *new])
        if old.get(fact) != new.get(fact)
    ]


def _elsewhere() -> tuple[str, str, str]:
    """What a reader of this language does not see changed in the other."""
    return _("In de andere taal"), "", _("aangepast")
