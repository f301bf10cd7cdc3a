"""Find a unit by what somebody calls it: “Team Oost”, or “Middelburg > Team Oost”."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

STEP: Final = " > "
NAMED: Final = 6

NONE_YET: Final = _("Er zijn nog geen onderdelen. Laat het onderdeel leeg, of maak het eerst aan.")
UNKNOWN: Final = _("Het onderdeel ‘{typed}’ kennen we niet. Schrijf een van deze: {names}.")
AND_MORE: Final = _("{names} en nog {number}")
SEVERAL: Final = _("Er is meer dan één ‘{typed}’. Schrijf een van deze: {names}.")


@dataclass(frozen=True)
class UnitNames:
    """The units of one organisation: for each key its name, with that of its parent first."""

    paths: Mapping[object, tuple[str, ...]]

    def path(self, key: object) -> str:
        """As “Middelburg > Team Oost”; nothing for no unit."""
        return STEP.join(self.paths.get(key, ()))

    def find(self, typed: str) -> tuple[object, str | Promise]:
        """The key of the unit that is meant, or ``None`` with a sentence."""
        if not typed:
            return None, ""
        wanted = tuple(_same(part) for part in typed.split(STEP.strip()))
        found = [
            key
            for key, path in self.paths.items()
            if _ends(path, wanted) or _same(self.path(key)) == _same(typed)
        ]
        whole = [key for key in found if len(self.paths[key]) == len(wanted)]
        found = whole if len(whole) == 1 else found
        if len(found) == 1:
            return found[0], ""
        if not self.paths:
            return None, NONE_YET
        sentence = SEVERAL if found else UNKNOWN
        names = self._names(found or self.paths)
        return None, format_lazy(sentence, typed=typed[:80], names=names)

    def _names(self, keys: Iterable[object]) -> str | Promise:
        names = sorted(self.path(key) for key in keys)
        named, more = ", ".join(names[:NAMED]), len(names) - NAMED
        return format_lazy(AND_MORE, names=named, number=more) if more > 0 else named


def _same(name: str) -> str:
    return " ".join(name.casefold().split())


def _ends(path: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    return tuple(map(_same, path))[-len(wanted) :] == wanted
