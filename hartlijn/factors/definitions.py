"""Maps of factors that come with Hartlijn: what a report names, and where it names it.

Nothing here can say that a factor is a risk or a strength, nor how strong a relation is if the
report does not.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hartlijn.library.kinds import Kind, register
from hartlijn.library.problems import Problem, problem
from hartlijn.library.schema import Between, Longest
from hartlijn.library.text import Text

MAP: Final = "map"

PLACES: Final[dict[str, str | Promise]] = {
    "literature": _("1. Resultaten literatuuronderzoek"),
    "practice": _("2. Resultaten praktijkverkenning"),
    "missing": _("3. Ontbrekende aandachtspunten"),
    "education": _("4. Aanknopingspunten onderwijs"),
    "summary": _("Samenvatting"),
    "conclusion": _("Conclusie"),
}
"""The parts of a report of a dialogue, as the report writes them."""

At = Literal["literature", "practice", "missing", "education", "summary", "conclusion"]


@dataclass(frozen=True)
class Named:
    """A factor the report names."""

    key: Annotated[str, Longest(60)]
    level: Literal["micro", "meso", "macro"]
    name: Annotated[Text, Longest(80)]
    places: Annotated[tuple[At, ...], Between(1, 6)]
    note: Annotated[Text | None, Longest(300)] = None


@dataclass(frozen=True)
class Linked:
    """A relation the report names. Its strength is unknown: the report does not give it."""

    source: Annotated[str, Longest(60)]
    target: Annotated[str, Longest(60)]
    places: Annotated[tuple[At, ...], Between(1, 6)]
    sign: Literal["+", "-", "±", "?"] = "?"
    direction: Literal["to", "none"] = "to"
    process: Literal["balancing", "parallel", "transforming", ""] = ""
    turns: Annotated[Text | None, Longest(300)] = None
    acts: Literal["micro", "meso", "macro", ""] = ""
    """The level that can act on it, only where the report says so."""


@dataclass(frozen=True)
class Explained:
    """What a process means, as long as the researcher has not confirmed it."""

    process: Literal["balancing", "parallel", "transforming"]
    text: Annotated[Text, Longest(300)]
    picture: Annotated[Text, Longest(300)]
    example: Annotated[Text, Longest(300)]


@dataclass(frozen=True)
class ShippedMap:
    """A first map, from one report."""

    title: Annotated[Text, Longest(120)]
    day: date
    source: Annotated[str, Longest(400)]
    licence: Annotated[str, Longest(60)]
    definitions: Annotated[tuple[Explained, ...], Between(1, 3)]
    factors: Annotated[tuple[Named, ...], Between(1, 200)]
    relations: Annotated[tuple[Linked, ...], Between(1, 1000)]

    def problems(self) -> Iterator[Problem]:
        """Each factor once, and each relation between two that are there."""
        counted = Counter(one.key for one in self.factors)
        for key in (key for key, times in counted.items() if times > 1):
            yield problem(("factors",), _("“{key}” staat er twee keer. Houd er één."), key=key)
        for one in self.relations:
            for key in (one.source, one.target):
                if key not in counted:
                    yield problem(
                        ("relations",), _("“{key}” is geen factor van deze kaart."), key=key
                    )


register(Kind(MAP, "maps", ShippedMap))
