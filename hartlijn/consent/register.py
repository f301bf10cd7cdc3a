"""The access register: which page is for whom, and who reads which text.

The file ``access.toml`` is the register; here it is only read. A page that is not in
it does not open for anybody.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

FILE = Path(__file__).with_name("access.toml")


@dataclass(frozen=True)
class Sentence:
    """One sentence in both languages; ``str()`` gives the reader's own."""

    nl: str
    en: str

    def __str__(self) -> str:
        """Speak the language of the page."""
        return self.en if get_language() == "en" else self.nl


@dataclass(frozen=True)
class Route:
    """Who may open one page: the rule at the door, and the ties to what it is about."""

    name: str
    rule: str
    may: tuple[str, ...] = ()
    may_be_absent: bool = False
    """Exists only for whom there is something to show, as recovery codes do."""


@dataclass(frozen=True)
class Field:
    """Who reads one field of one table."""

    name: str
    label: Sentence
    readers: tuple[str, ...]


@dataclass(frozen=True)
class Register:
    """The whole register."""

    rules: Mapping[str, Sentence]
    relations: Mapping[str, Sentence]
    routes: Mapping[str, Route]
    fields: Mapping[str, Field] = field(default_factory=dict)


@cache
def register() -> Register:
    """The register as shipped. Raises ``ValueError`` with the line's name when it is wrong."""
    return read(tomllib.loads(FILE.read_text(encoding="utf-8")))


def read(raw: Mapping[str, Any]) -> Register:
    """Read the register out of parsed TOML, and refuse words it does not define."""
    rules = {name: _sentence(value) for name, value in raw["rules"].items()}
    relations = {name: _sentence(value) for name, value in raw["relations"].items()}
    routes = {
        name: Route(
            name,
            value["rule"],
            tuple(value.get("may", ())),
            may_be_absent=value.get("may_be_absent", False),
        )
        for name, value in raw["routes"].items()
    }
    fields = {
        name: Field(name, _sentence(value), tuple(value["readers"]))
        for name, value in raw["fields"].items()
    }
    for route in routes.values():
        _known(route.name, [route.rule], rules)
        _known(route.name, route.may, relations)
    for item in fields.values():
        _known(item.name, item.readers, relations)
    return Register(rules, relations, routes, fields)


def _sentence(value: Mapping[str, str]) -> Sentence:
    return Sentence(nl=value["nl"], en=value["en"])


def _known(where: str, used: Any, known: Mapping[str, Sentence]) -> None:
    for word in used:
        if word not in known:
            message = f"access.toml: {where} uses “{word}”, which is not defined there."
            raise ValueError(message)
