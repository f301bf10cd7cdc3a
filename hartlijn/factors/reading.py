"""From JSON to frozen dataclasses, by their types; everything that is wrong is told at once."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from enum import StrEnum
from functools import cache
from typing import Any, NoReturn, TypeVar, get_args, get_type_hints

from django.utils.translation import gettext_lazy as _

from hartlijn.factors.remarks import Place, Remark, UnusableError, remark

T = TypeVar("T")


class _Unreadable(Exception):  # noqa: N818 - never leaves this file
    """What stood here is told already."""


def read(kind: type[T], given: Mapping[str, Any]) -> T:
    """Read a dataclass whose values are text, yes or no, fixed words, or more dataclasses."""
    wrong: list[Remark] = []
    try:
        return _part(kind, given, "", wrong)
    except _Unreadable:
        raise UnusableError(wrong) from None


def _part(kind: type[T], given: Any, where: str, wrong: list[Remark]) -> T:
    if not isinstance(given, Mapping):
        _refuse(wrong, where, _("Hier hoort een object met namen te staan."))
    before = len(wrong)
    known = {one.name: one for one in fields(kind)}  # type: ignore[arg-type]
    here = Place(part=where)
    strange = sorted(given.keys() - known.keys())
    missing = [name for name in known if known[name].default is MISSING and name not in given]
    wrong += [remark(_("“{name}” kennen we hier niet."), here, name=name) for name in strange]
    wrong += [remark(_("“{name}” ontbreekt."), here, name=name) for name in missing]
    types = _types(kind)  # type: ignore[arg-type] # a class is hashable
    values = {}
    for name in known:
        if name in given:
            inside = f"{where}.{name}" if where else name
            try:
                values[name] = _value(types[name], given[name], inside, wrong)
            except _Unreadable:
                continue
    if len(wrong) > before:
        raise _Unreadable
    return kind(**values)


@cache
def _types(kind: type[Any]) -> dict[str, Any]:
    """Asked for each part of a map, and slow to find out."""
    return get_type_hints(kind)


def _value(kind: Any, given: Any, where: str, wrong: list[Remark]) -> Any:
    if inside := get_args(kind):
        return _list(inside[0], given, where, wrong)
    if kind is bool:
        if not isinstance(given, bool):
            _refuse(wrong, where, _("Hier hoort true of false te staan."))
        return given
    if not isinstance(given, str):
        _refuse(wrong, where, _("Hier hoort tekst te staan."))
    if issubclass(kind, StrEnum):
        if given not in list(kind):
            sentence = _("“{given}” kan hier niet. Kies uit: {words}.")
            _refuse(wrong, where, sentence, given=given, words=tuple(kind))
        return kind(given)
    return given


def _list(kind: Any, given: Any, where: str, wrong: list[Remark]) -> tuple[Any, ...]:
    if not isinstance(given, (list, tuple)):
        _refuse(wrong, where, _("Hier hoort een lijst te staan."))
    before, found = len(wrong), []
    for number, one in enumerate(given, 1):
        try:
            found.append(_part(kind, one, f"{where} {number}", wrong))
        except _Unreadable:
            continue
    if len(wrong) > before:
        raise _Unreadable
    return tuple(found)


def _refuse(wrong: list[Remark], where: str, sentence: Any, **details: Any) -> NoReturn:
    wrong.append(remark(sentence, Place(part=where), **details))
    raise _Unreadable
