"""Say in a frozen dataclass what a definition holds; read one, or say what is wrong with it.

``Annotated[Text, Longest(300)]``, ``Annotated[int, Between(1, 60)]``,
``Annotated[tuple[Step, ...], Between(1, 12)]``, ``Annotated[str | None, Refers("model")]``,
``Literal["light", "heavy"]``. A field with a default may be left out. A dataclass with a method
``problems()`` can say what its fields together make wrong.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from difflib import get_close_matches
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from django.utils.translation import gettext_lazy as _

from hartlijn.lib.plain_text import hidden
from hartlijn.library.problems import Path, Problem, problem, shown
from hartlijn.library.text import Text

LONGEST: Final = 300
MARKUP: Final = re.compile(r"<[a-z/!?]|&#?[a-z0-9]+;", re.IGNORECASE)
KEY: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_KEY: Final = 60


@dataclass(frozen=True)
class Longest:
    """The most characters of a text."""

    characters: int


@dataclass(frozen=True)
class Between:
    """The least and most a number may be, or a list may have."""

    least: int
    most: int


@dataclass(frozen=True)
class Refers:
    """The text is the key of another definition, of this kind."""

    kind: str


@dataclass(frozen=True)
class Reference:
    """One definition speaks of another."""

    path: Path
    kind: str
    key: str


class Reader:
    """Reads one definition; collects everything that is wrong instead of stopping at the first."""

    def __init__(self) -> None:
        """Begin with nothing wrong."""
        self.problems: list[Problem] = []
        self.references: list[Reference] = []

    def read(self, schema: type, raw: Any, path: Path = ()) -> Any:
        """An instance of ``schema``; ``None`` when something in it is wrong."""
        if not isinstance(raw, dict):
            return self._wrong(path, _("Bij “{where}” horen regels met een naam en een waarde."))
        before = len(self.problems)
        hints = get_type_hints(schema, include_extras=True)
        own = {one.name: one for one in fields(schema)}
        for name in raw.keys() - own.keys():
            self._unknown((*path, name), own)
        values = {
            name: self._field(one, hints[name], raw, (*path, name)) for name, one in own.items()
        }
        if len(self.problems) > before:
            return None
        made = schema(**values)
        check: Callable[[], list[Problem]] | None = getattr(made, "problems", None)
        for one in check() if check else ():
            self.problems.append(Problem((*path, *one.path), one.sentence))
        return made

    def _field(self, one: "Field[Any]", hint: Any, raw: Mapping[str, Any], path: Path) -> Any:
        if one.name in raw:
            return self._value(hint, raw[one.name], path)
        if one.default is not MISSING:
            return one.default
        return self._wrong(path, _("“{where}” ontbreekt. Schrijf die regel erbij."))

    def _value(self, hint: Any, raw: Any, path: Path) -> Any:
        hint, rules = _opened(hint)
        if get_origin(hint) is tuple:
            return self._list(get_args(hint)[0], rules, raw, path)
        if get_origin(hint) is Literal:
            return self._choice(get_args(hint), raw, path)
        if hint is Text:
            return self._text(rules, raw, path)
        if is_dataclass(hint):
            return self.read(hint, raw, path)  # type: ignore[arg-type] # is_dataclass says it is
        return self._number(rules, raw, path) if hint is int else self._line(rules, raw, path)

    def _list(self, hint: Any, rules: "Rules", raw: Any, path: Path) -> Any:
        least, most = (rules.between.least, rules.between.most) if rules.between else (0, 100)
        if not isinstance(raw, list) or not least <= len(raw) <= most:
            sentence = _("Bij “{where}” hoort een rij van {least} tot en met {most}.")
            return self._wrong(path, sentence, least=least, most=most)
        if rules.longest and get_origin(hint) is not Annotated:
            hint = Annotated[hint, rules.longest]
        return tuple(self._value(hint, one, (*path, place)) for place, one in enumerate(raw))

    def _choice(self, words: tuple[str, ...], raw: Any, path: Path) -> Any:
        if isinstance(raw, str) and raw in words:
            return raw
        sentence = _("Bij “{where}” hoort een van deze woorden: {words}.")
        return self._wrong(path, sentence, words=", ".join(words))

    def _number(self, rules: "Rules", raw: Any, path: Path) -> Any:
        between = rules.between or Between(0, 1_000_000)
        if type(raw) is int and between.least <= raw <= between.most:
            return raw
        sentence = _("Bij “{where}” hoort een heel getal van {least} tot en met {most}.")
        return self._wrong(path, sentence, least=between.least, most=between.most)

    def _text(self, rules: "Rules", raw: Any, path: Path) -> Any:
        if not isinstance(raw, dict):
            sentence = _("Bij “{where}” hoort tekst in twee talen: {where}.nl en {where}.en.")
            return self._wrong(path, sentence)
        for name in raw.keys() - {"nl", "en"}:
            self._unknown((*path, name), ("nl", "en"))
        for name in ("nl", "en"):
            if name not in raw:
                self._wrong((*path, name), _("“{where}” ontbreekt. Schrijf die regel erbij."))
        said = {
            name: self._line(rules, raw[name], (*path, name))
            for name in ("nl", "en")
            if name in raw
        }
        return Text(nl=said.get("nl") or "", en=said.get("en") or "")

    def _line(self, rules: "Rules", raw: Any, path: Path) -> Any:
        if not isinstance(raw, str):
            return self._wrong(path, _("Bij “{where}” hoort tekst tussen aanhalingstekens."))
        if not raw:
            return self._wrong(path, _("“{where}” is leeg. Schrijf er iets, of haal de regel weg."))
        most = rules.longest.characters if rules.longest else LONGEST
        if len(raw) > most:
            sentence = _("“{where}” is {length} tekens lang. Maak er hooguit {most} van.")
            return self._wrong(path, sentence, length=len(raw), most=most)
        if any(hidden(one) for one in raw):
            sentence = _("In “{where}” staat een onzichtbaar teken. Typ de tekst opnieuw.")
            return self._wrong(path, sentence)
        if MARKUP.search(raw):
            sentence = _("In “{where}” staat HTML. Schrijf gewone tekst, zonder < en &…;.")
            return self._wrong(path, sentence)
        if rules.refers:
            self.references.append(Reference(path, rules.refers.kind, raw))
        return raw

    def _unknown(self, path: Path, known: Any) -> None:
        near = get_close_matches(str(path[-1])[:LONGEST_KEY], list(known), n=1)
        if near:
            self._wrong(path, _("“{where}” kennen we niet. Bedoel je “{near}”?"), near=near[0])
        else:
            words = ", ".join(known)
            sentence = _("“{where}” kennen we niet. Haal het weg. Wat hier kan: {words}.")
            self._wrong(path, sentence, words=words)

    def _wrong(self, path: Path, sentence: Any, **details: object) -> None:
        self.problems.append(problem(path, sentence, **details))


@dataclass(frozen=True)
class Rules:
    """What ``Annotated`` asks of one value."""

    longest: Longest | None = None
    between: Between | None = None
    refers: Refers | None = None


def _opened(hint: Any) -> tuple[Any, Rules]:
    """A type without ``Annotated`` and ``| None``, and what was asked of it."""
    given: dict[str, Any] = {}
    if get_origin(hint) is Annotated:
        hint, *rules = get_args(hint)
        given = {type(one).__name__.lower(): one for one in rules}
    if get_origin(hint) in {UnionType, Union}:
        hint = next(one for one in get_args(hint) if one is not NoneType)
    return hint, Rules(**given)


def key_problem(key: Any, path: Path) -> Problem | None:
    """What is wrong with the name of a definition, if anything."""
    if isinstance(key, str) and len(key) <= LONGEST_KEY and KEY.fullmatch(key):
        return None
    sentence = _(
        "“{key}” kan geen naam zijn. Gebruik kleine letters, cijfers en streepjes, hooguit {most}."
    )
    return problem(path, sentence, key=shown(str(key)), most=LONGEST_KEY)
