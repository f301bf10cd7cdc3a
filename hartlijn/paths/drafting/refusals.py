"""Why a draft cannot be published yet, as somebody reads it who never saw a file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from hartlijn.library import made
from hartlijn.library.problems import Path, Problem
from hartlijn.paths.definitions import MOST_STEPS
from hartlijn.paths.drafting.loops import a_loop_in
from hartlijn.paths.telling.readable import names_of, rows
from hartlijn.paths.telling.vocabulary import ANCHORS, ROLES, said, word

Body = Mapping[str, Any]
Sentence = str | Promise

SPOKEN: Final = {
    "phases": _("Fase ‘{name}’: {sentence}"),
    "steps": _("Stap ‘{name}’: {sentence}"),
    "promises": _("Belofte ‘{name}’: {sentence}"),
}
EMPTY: Final = {
    "phases": _("Er is nog geen fase, of het zijn er te veel. Maak er 1 tot en met 12."),
    "steps": format_lazy(
        _("Er is nog geen stap, of het zijn er te veel. Maak er 1 tot en met {most}."),
        most=MOST_STEPS,
    ),
    "promises": _("Er staan te veel beloftes in. Houd er hooguit 30."),
    "anchors": _("Het traject hangt nog aan geen datum. Kies er minstens één."),
    "roles": _("Er doet nog niemand mee. Kies wie er in dit traject iets doet."),
    "title": _("De titel klopt nog niet. Schrijf er een van hooguit 80 tekens."),
    "about": _("De uitleg bovenaan klopt nog niet. Schrijf er een van hooguit 400 tekens."),
}
OTHER: Final = _("hier klopt nog iets niet. Open het, en bewaar het opnieuw.")


@dataclass(frozen=True)
class Wrong:
    """One thing that is wrong: of which part, and a sentence; ``kind`` is "" for the whole."""

    kind: str
    key: str
    sentence: Sentence


def wrong_with(body: Body) -> list[Wrong]:
    """Everything that keeps it from being published; each sentence once."""
    try:
        made.read("path", body)
    except made.WrongError as error:
        return list(dict.fromkeys(plain(body, error.problems)))
    return []


def plain(body: Body, problems: list[Problem]) -> list[Wrong]:
    """The refusals of the library, without the words of a file."""
    return [_plain(body, one.path) for one in problems]


def _plain(body: Body, path: Path) -> Wrong:
    kind = str(path[0]) if path else ""
    whole, part = _part(body, path)
    if part is None:
        return Wrong("", kind, _circle(body) or EMPTY.get(kind, OTHER))
    about = ".".join(str(one) for one in path[2:] if isinstance(one, str))
    sentence = _of_part(about, part, body)
    name = said(part.get("name")) or whole
    spoken = format_lazy(SPOKEN[kind], name=name, sentence=sentence)
    return Wrong(kind, str(part.get("key", "")), spoken)


def _part(body: Body, path: Path) -> tuple[str, dict[str, Any] | None]:
    if len(path) < 2 or path[0] not in SPOKEN or not isinstance(path[1], int):  # noqa: PLR2004
        return "", None
    parts = body.get(str(path[0])) or []
    part = parts[path[1]] if path[1] < len(parts) else None
    return (str(part.get("key", "")), part) if isinstance(part, dict) else ("", None)


def _circle(body: Body) -> Sentence:
    names = names_of(body)
    waits = {one["key"]: (one.get("when") or {}).get("after") for one in rows(body, "steps")}
    if not (loop := a_loop_in(waits)):
        return ""
    sentence = _("Deze stappen wachten op elkaar: {steps}. Laat één ervan op een datum komen.")
    return format_lazy(sentence, steps=" → ".join(f"‘{names.get(one, one)}’" for one in loop))


def _of_part(about: str, part: Mapping[str, Any], body: Body) -> Sentence:
    if said_by := SENTENCES.get(about):
        return said_by(part, body)
    return OTHER


def _lost_role(roles: Any, body: Body) -> Sentence:
    lost = [word(ROLES, one) for one in roles or () if one not in (body.get("roles") or ())]
    if not lost:
        return _("kies wie dit doet, hooguit zes.")
    sentence = _("{role} doet in dit traject niet mee. Kies iemand anders, of laat {role} meedoen.")
    return format_lazy(sentence, role=", ".join(lost))


def _lost_anchor(anchor: Any) -> Sentence:
    sentence = _("dit traject hangt niet aan {anchor}. Kies iets anders, of voeg die datum toe.")
    return format_lazy(sentence, anchor=word(ANCHORS, anchor))


SENTENCES: Final[Mapping[str, Callable[[Mapping[str, Any], Body], Sentence]]] = {
    "phase": lambda _part, _body: _("de fase hiervan is er niet meer. Kies een andere fase."),
    "who": lambda part, body: _lost_role(part.get("who"), body),
    "owner": lambda part, body: _lost_role([part.get("owner")], body),
    "card": lambda _part, _body: _("deze kaart is er niet meer. Kies een andere, of geen."),
    "anchor": lambda part, _body: _lost_anchor(part.get("anchor")),
    "when.anchor": lambda part, _body: _lost_anchor((part.get("when") or {}).get("anchor")),
    "when.after": lambda _part, _body: _(
        "de stap waar deze na komt, is er niet meer. Kies een andere stap, of een datum."
    ),
    "amount": lambda _part, _body: _("zet er een getal bij als er iets te tellen valt."),
    "to_month": lambda _part, _body: _("de laatste maand ligt voor de eerste. Draai ze om."),
}
