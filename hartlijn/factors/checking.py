"""Whether a map makes sense: what `document.py` reads may still contradict itself."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from hartlijn.factors.document import Factor, MapDocument, Relation
from hartlijn.factors.remarks import Place, Remark, UnusableError, remark
from hartlijn.factors.words import Process
from hartlijn.lib.hidden import blank, hidden

MOST_FACTORS: Final = 200
MOST_RELATIONS: Final = 5000
LONGEST_NAME: Final = 200
LONGEST_TEXT: Final = 5000
KEY: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_KEY: Final = 100
LANGUAGES: Final = ("nl", "en")
NAMES: Final = frozenset({"title", "title_en", "name", "name_en", "source", "reference"})


def check(document: MapDocument) -> tuple[Remark, ...]:
    """Everything that is wrong with a map, in its order; empty when it is sound."""
    return tuple(
        one
        for look in (_whole, _texts, _keys, _names, _ends, _pairs, _processes)
        for one in look(document)
    )


def require_sound(document: MapDocument) -> MapDocument:
    """The same map, or UnusableError with everything that is wrong."""
    if wrong := check(document):
        raise UnusableError(wrong)
    return document


def same_name(name: str) -> str:
    """Two names that read alike are one name: spaces, capitals, composition and joiners apart."""
    seen = "".join(one for one in name if unicodedata.category(one) != "Cf")
    return " ".join(unicodedata.normalize("NFKC", seen).casefold().split())


def _whole(document: MapDocument) -> Iterator[Remark]:
    if blank(document.title):
        yield remark(_("De kaart heeft geen titel. Geef haar een naam."), Place(part="title"))
    if document.language not in LANGUAGES:
        yield remark(
            _("“{given}” kan hier niet. Kies uit: {words}."),
            Place(part="language"),
            given=document.language,
            words=LANGUAGES,
        )
    if len(document.factors) > MOST_FACTORS:
        yield remark(
            _("Een kaart heeft hoogstens {most} factoren. Maak er twee kaarten van."),
            most=MOST_FACTORS,
        )
    if len(document.relations) > MOST_RELATIONS:
        yield remark(
            _("Een kaart heeft hoogstens {most} relaties. Maak er twee kaarten van."),
            most=MOST_RELATIONS,
        )


def _texts(document: MapDocument) -> Iterator[Remark]:
    for where, name, text in _every_text(document, ""):
        longest = LONGEST_NAME if name in NAMES else LONGEST_TEXT
        if any(hidden(one) and one != "\n" for one in text):
            sentence = _("Hier staat een onzichtbaar teken in. Typ de tekst opnieuw.")
            yield remark(sentence, Place(part=where))
        elif len(text) > longest:
            sentence = _("Dit is te lang: hoogstens {most} tekens. Maak het korter.")
            yield remark(sentence, Place(part=where), most=longest)


def _every_text(part: Any, where: str) -> Iterator[tuple[str, str, str]]:
    """The place, name and text of every text in a part."""
    for one in fields(part):
        value, here = getattr(part, one.name), f"{where}.{one.name}" if where else one.name
        if isinstance(value, str):
            yield here, one.name, value
        elif isinstance(value, tuple):
            for number, inside in enumerate(value, 1):
                if is_dataclass(inside):
                    yield from _every_text(inside, f"{here} {number}")


def _keys(document: MapDocument) -> Iterator[Remark]:
    yield from _keys_of("factors", document.factors)
    yield from _keys_of("relations", document.relations)


def _keys_of(part: str, things: Iterable[Factor | Relation]) -> Iterator[Remark]:
    seen: set[str] = set()
    for number, one in enumerate(things, 1):
        place = Place(part=f"{part} {number}.key")
        if not KEY.fullmatch(one.key) or len(one.key) > LONGEST_KEY:
            sentence = _("“{key}” kan geen sleutel zijn: kleine letters, cijfers en streepjes.")
            yield remark(sentence, place, key=one.key)
        elif one.key in seen:
            yield remark(
                _("“{key}” staat er twee keer. Geef er één een andere sleutel."), place, key=one.key
            )
        seen.add(one.key)


def _names(document: MapDocument) -> Iterator[Remark]:
    seen: set[str] = set()
    for number, factor in enumerate(document.factors, 1):
        place, name = Place(part=f"factors {number}.name"), same_name(factor.name)
        if blank(factor.name):
            yield remark(_("Deze factor heeft geen naam. Geef hem een naam."), place)
        elif name in seen:
            sentence = _("“{name}” staat er twee keer. Geef er één een andere naam.")
            yield remark(sentence, place, name=factor.name)
        seen.add(name)


def _ends(document: MapDocument) -> Iterator[Remark]:
    known = {factor.key for factor in document.factors}
    for number, one in enumerate(document.relations, 1):
        for end in ("source", "target"):
            if (key := getattr(one, end)) not in known:
                sentence = _("Er is geen factor “{key}” in deze kaart.")
                yield remark(sentence, Place(part=f"relations {number}.{end}"), key=key)
        if one.source == one.target:
            sentence = _("Deze relatie begint en eindigt bij dezelfde factor. Haal haar weg.")
            yield remark(sentence, Place(part=f"relations {number}.target"))


def _pairs(document: MapDocument) -> Iterator[Remark]:
    """A relation that is not directed takes both ways of its pair."""
    names = {factor.key: factor.name for factor in document.factors}
    seen: set[tuple[str, str]] = set()
    for number, one in enumerate(document.relations, 1):
        ways = [(one.source, one.target)]
        if not one.directed:
            ways.append((one.target, one.source))
        if not seen.isdisjoint(ways):
            sentence = _("Er is al een relatie tussen “{source}” en “{target}”. Voeg ze samen.")
            source, target = (names.get(key, key) for key in (one.source, one.target))
            yield remark(
                sentence, Place(part=f"relations {number}.target"), source=source, target=target
            )
        seen.update(ways)


def _processes(document: MapDocument) -> Iterator[Remark]:
    for number, one in enumerate(document.relations, 1):
        if one.process is Process.TRANSFORMING and not one.turns.strip():
            sentence = _("Een transformerende relatie zegt wat haar doet kantelen. Vul dat in.")
            yield remark(sentence, Place(part=f"relations {number}.turns"))
    seen: set[Process] = set()
    for number, definition in enumerate(document.definitions, 1):
        place = Place(part=f"definitions {number}.process")
        if definition.process is Process.NOT_SAID:
            yield remark(_("Deze definitie zegt niet van welk proces ze is."), place)
        elif definition.process in seen:
            sentence = _("Van “{process}” staat er al een definitie. Houd er één.")
            yield remark(sentence, place, process=definition.process.value)
        seen.add(definition.process)
