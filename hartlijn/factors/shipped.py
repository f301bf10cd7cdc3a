"""A map that came with Hartlijn as a document: the first version of a map somebody takes over."""

from django.utils.translation import override

from hartlijn.factors.definitions import MAP, PLACES, Explained, Linked, Named, ShippedMap
from hartlijn.factors.document import Definition, Evidence, Factor, MapDocument, Relation
from hartlijn.factors.words import Kind, Level, Process, Sign
from hartlijn.library import shelf


def first_map(key: str, language: str = "nl") -> MapDocument:
    """The map in one language, names also in English. Raises ``UnknownError``."""
    held: ShippedMap = shelf.get(MAP, key).content
    with override(language):
        return MapDocument(
            title=str(held.title),
            language=language,
            title_en=held.title.en,
            definitions=tuple(_definition(one) for one in held.definitions),
            factors=tuple(_factor(one, held) for one in held.factors),
            relations=tuple(_relation(one, held) for one in held.relations),
        )


def _definition(one: Explained) -> Definition:
    return Definition(
        Process(one.process),
        str(one.text),
        str(one.picture),
        str(one.example),
        text_en=one.text.en,
        picture_en=one.picture.en,
        example_en=one.example.en,
    )


def _factor(one: Named, held: ShippedMap) -> Factor:
    return Factor(
        key=one.key,
        level=Level(one.level),
        name=str(one.name),
        name_en=one.name.en,
        note=str(one.note or ""),
        note_en=one.note.en if one.note else "",
        sources=_from(one, held),
    )


def _relation(one: Linked, held: ShippedMap) -> Relation:
    return Relation(
        key=f"{one.source}-{one.target}",
        source=one.source,
        target=one.target,
        directed=one.direction == "to",
        sign=Sign(one.sign),
        process=Process(one.process),
        turns=str(one.turns or ""),
        acts=Level(one.acts),
        turns_en=one.turns.en if one.turns else "",
        evidence=_from(one, held),
    )


def _from(one: Named | Linked, held: ShippedMap) -> tuple[Evidence, ...]:
    """Where the report says so: a dialogue, and each of its parts."""
    said = []
    for at in one.places:
        with override("en"):
            english = str(PLACES[at])
        said.append(Evidence(Kind.DIALOGUE, held.source, str(PLACES[at]), place_en=english))
    return tuple(said)
