"""A template as people read it, from its file: phases with their steps, and promises.

It reads drafts too, so nothing need be right: what is missing reads as nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _

from hartlijn.library import shelf
from hartlijn.paths.register.requirements import part_name
from hartlijn.paths.telling.saying import how_much
from hartlijn.paths.telling.vocabulary import (
    ANCHORS,
    PROMISE_KINDS,
    ROLES,
    STEP_KINDS,
    listed,
    months_said,
    said,
    when_said,
    word,
)

Body = Mapping[str, Any]
KINDS: Final = ("phases", "steps", "promises")


@dataclass(frozen=True)
class Fact:
    """One thing said of a part."""

    label: str
    words: str


@dataclass(frozen=True)
class Part:
    """A phase, step or promise; a phase holds its steps."""

    kind: str
    key: str
    name: str
    about: str
    facts: tuple[Fact, ...]
    parts: tuple["Part", ...] = ()


@dataclass(frozen=True)
class Whole:
    """A template from top to bottom."""

    title: str
    about: str
    facts: tuple[Fact, ...]
    phases: tuple[Part, ...]
    lost: tuple[Part, ...]
    """Steps of a phase that is not there."""
    promises: tuple[Part, ...]


def read(body: Body) -> Whole:
    """All of it."""
    phases = rows(body, "phases")
    known = {one.get("key") for one in phases}
    steps = rows(body, "steps")
    names = names_of(body)
    return Whole(
        said(body.get("title")),
        said(body.get("about")),
        facts_of_whole(body),
        tuple(
            _part("phases", one, body, names, [s for s in steps if s.get("phase") == one["key"]])
            for one in phases
        ),
        tuple(_part("steps", one, body, names) for one in steps if one.get("phase") not in known),
        tuple(_part("promises", one, body, names) for one in rows(body, "promises")),
    )


def rows(body: Body, kind: str) -> list[dict[str, Any]]:
    """The parts of a kind as the file has them."""
    found = body.get(kind) or []
    return [one for one in found if isinstance(one, dict) and isinstance(one.get("key"), str)]


def names_of(body: Body) -> dict[str, str]:
    """What each step is called, by key."""
    return {one["key"]: said(one.get("name")) or one["key"] for one in rows(body, "steps")}


def facts_of_whole(body: Body) -> tuple[Fact, ...]:
    """The dates it hangs on, and who takes part."""
    return _told(
        (_("Hangt aan"), listed(ANCHORS, body.get("anchors"))),
        (_("Wie meedoet"), listed(ROLES, body.get("roles"))),
    )


def everything(kind: str, part: Mapping[str, Any], body: Body) -> tuple[Fact, ...]:
    """Name, facts and explanation; of no kind what the template says of itself."""
    if not kind:
        return _told(
            (_("Titel"), said(part.get("title"))),
            (_("Waar het over gaat"), said(part.get("about"))),
            *((one.label, one.words) for one in facts_of_whole(part)),
        )
    return _told(
        (_("Naam"), said(part.get("name"))),
        *((one.label, one.words) for one in facts_of(kind, part, body)),
        (_("Uitleg"), said(part.get("about"))),
    )


def facts_of(kind: str, part: Mapping[str, Any], body: Body) -> tuple[Fact, ...]:
    """What is said of a part beside its name."""
    return _facts(kind, part, body, names_of(body))


def _part(
    kind: str,
    part: Mapping[str, Any],
    body: Body,
    names: Mapping[str, str],
    steps: list[dict[str, Any]] | None = None,
) -> Part:
    below = tuple(_part("steps", one, body, names) for one in steps or ())
    name = said(part.get("name")) or part["key"]
    facts = _facts(kind, part, body, names, with_phase=False)
    return Part(kind, part["key"], name, said(part.get("about")), facts, below)


def _facts(
    kind: str,
    part: Mapping[str, Any],
    body: Body,
    names: Mapping[str, str],
    *,
    with_phase: bool = True,
) -> tuple[Fact, ...]:
    if kind == "steps":
        seen = _("wie er van de andere kant bij is") if part.get("seen_by") == "both" else ""
        return _told(
            (_("Wanneer"), when_said(part.get("when"), names)),
            (_("Wie"), listed(ROLES, part.get("who"))),
            (_("Soort"), word(STEP_KINDS, part.get("kind"))),
            (_("Fase"), _phase(part.get("phase"), body) if with_phase else ""),
            (_("Kaart om voor te bereiden"), card_title(part.get("card"))),
            (_("Telt mee voor"), "; ".join(map(part_name, part.get("covers") or ()))),
            (_("Ziet ook"), seen),
        )
    if kind == "promises":
        return _told(
            (_("Van"), word(ROLES, part.get("owner"))),
            (_("Hoeveel"), _much(part)),
            (_("Wanneer"), months_said(part)),
            (_("Soort"), word(PROMISE_KINDS, part.get("kind"))),
        )
    return ()


def _much(part: Mapping[str, Any]) -> str:
    amount = part.get("amount")
    return how_much(str(part.get("measure")), amount if isinstance(amount, int) else None)


def _told(*pairs: tuple[str, str]) -> tuple[Fact, ...]:
    return tuple(Fact(label, words) for label, words in pairs if words)


def _phase(key: Any, body: Body) -> str:
    found = next((one for one in rows(body, "phases") if one["key"] == key), None)
    return said(found.get("name")) if found else str(key or "")


def card_title(key: Any) -> str:
    """What a card to prepare with is called."""
    if not key:
        return ""
    try:
        return str(shelf.get("preparation", str(key)).content.title)
    except shelf.UnknownError:
        return str(key)
