"""At what value a factor is held: a word or a number, on the scale of the function."""

import difflib
import math
from collections.abc import Iterable, Sequence
from typing import Final

from django.utils.translation import gettext_lazy as _

from hartlijn.factors.checking import same_name
from hartlijn.factors.remarks import UnusableError, remark
from hartlijn.stats.cognitive_map import Function

WORDS: Final = {
    "zeer laag": 0.0,
    "very low": 0.0,
    "laag": 0.25,
    "low": 0.25,
    "midden": 0.5,
    "middle": 0.5,
    "medium": 0.5,
    "hoog": 0.75,
    "high": 0.75,
    "zeer hoog": 1.0,
    "very high": 1.0,
}
"""As a share of the scale, from its lowest value to its highest."""
SHOWN: Final = ("zeer laag", "laag", "midden", "hoog", "zeer hoog")
LOWEST: Final = {
    Function.SIGMOID: 0.0,
    Function.BIVALENT: 0.0,
    Function.TANH: -1.0,
    Function.TRIVALENT: -1.0,
}
"""The highest value of all is 1."""
STEPS: Final = {Function.BIVALENT: (0.0, 1.0), Function.TRIVALENT: (-1.0, 0.0, 1.0)}
"""The only values that a word can mean where a function knows no others."""


def held_by(sets: Iterable[str], names: Sequence[str], function: Function) -> dict[int, float]:
    """Which factor is held where, by its number; UnusableError says what cannot be read."""
    held: dict[int, float] = {}
    for one in sets:
        name, is_there, given = one.rpartition("=")
        if not is_there:
            sentence = _('“{given}” zegt geen waarde. Schrijf het zo: --set "naam=hoog".')
            raise UnusableError([remark(sentence, given=one)])
        number = number_of(name, names)
        if number in held:
            sentence = _("“{name}” staat er twee keer. Zet elke factor op één waarde.")
            raise UnusableError([remark(sentence, name=names[number])])
        held[number] = value_of(given, function)
    return held


def as_typed(sets: Iterable[str], names: Sequence[str]) -> dict[int, str]:
    """At what each is held, in the word that was typed; for what ``held_by`` could read."""
    pairs = (one.rpartition("=") for one in sets)
    return {number_of(name, names): " ".join(given.split()) for name, _is, given in pairs}


def number_of(name: str, names: Sequence[str]) -> int:
    """Which factor is meant; capitals and double spaces make no difference."""
    where = {same_name(one): number for number, one in enumerate(names)}
    meant = same_name(name)
    if meant in where:
        return where[meant]
    near = difflib.get_close_matches(meant, where, n=1, cutoff=0.5)
    near += [one for one in where if meant and (meant in one or one in meant)]
    if near:
        sentence = _("Er is geen factor “{name}” in deze kaart. Bedoel je “{near}”?")
        raise UnusableError([remark(sentence, name=name.strip(), near=names[where[near[0]]])])
    sentence = _("Er is geen factor “{name}” in deze kaart. Deze staan erin: {words}.")
    raise UnusableError([remark(sentence, name=name.strip(), words=tuple(names[:10]))])


def value_of(given: str, function: Function) -> float:
    """A word or a number as a value on the scale of the function."""
    lowest, word = LOWEST[function], " ".join(given.casefold().split())
    if word in WORDS:
        return _stepped(lowest + (1 - lowest) * WORDS[word], function)
    try:
        number = float(word.replace(",", "."))
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        sentence = _("“{given}” is geen waarde. Kies uit {words}, of geef een getal.")
        raise UnusableError([remark(sentence, given=given.strip(), words=SHOWN)])
    if not lowest <= number <= 1:
        sentence = _("{given} kan niet: bij {function} loopt de schaal van {lowest} tot 1.")
        raise UnusableError(
            [remark(sentence, given=given.strip(), function=function.value, lowest=int(lowest))]
        )
    return number


def _stepped(value: float, function: Function) -> float:
    """The nearest value that the function knows; a word between two of them says too little."""
    steps = STEPS.get(function)
    if steps is None:
        return value
    first, second = sorted(steps, key=lambda one: abs(one - value))[:2]
    if abs(first - value) == abs(second - value) and function is Function.BIVALENT:
        sentence = _("“midden” kan niet bij {function}: een factor is er laag of hoog.")
        raise UnusableError([remark(sentence, function=function.value)])
    return first if abs(first - value) < abs(second - value) else math.copysign(1, value)
