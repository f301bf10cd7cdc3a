"""A map of factors as data: what is saved as a version, exported, imported and compared.

Nothing here says whether a factor is a risk or a strength: that belongs to the situation.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any, Final, Self

from django.utils.translation import gettext_lazy as _

from hartlijn.factors.reading import read
from hartlijn.factors.remarks import Place, UnusableError, remark
from hartlijn.factors.words import Kind, Level, Process, Sign, Strength

FORMAT: Final = "hartlijn-map"
VERSION: Final = 1


@dataclass(frozen=True)
class Evidence:
    """What something is known from: where it was said, and the place in it."""

    kind: Kind
    source: str
    place: str = ""
    reference: str = ""
    """The finding or dialogue in this installation, when it is one."""
    place_en: str = ""


@dataclass(frozen=True)
class Factor:
    """Something that acts on how people start."""

    key: str
    level: Level
    name: str
    name_en: str = ""
    note: str = ""
    sources: tuple[Evidence, ...] = ()
    note_en: str = ""


@dataclass(frozen=True)
class Relation:
    """One factor acts on another; both on each other when it is not directed."""

    key: str
    source: str
    target: str
    directed: bool = True
    sign: Sign = Sign.UNKNOWN
    strength: Strength = Strength.UNKNOWN
    process: Process = Process.NOT_SAID
    turns: str = ""
    """What makes it turn, for a transforming one."""
    acts: Level = Level.NOT_CHOSEN
    """The level that can act on it."""
    evidence: tuple[Evidence, ...] = ()
    turns_en: str = ""


@dataclass(frozen=True)
class Definition:
    """What a process means in this map; a working definition until the researcher confirms it."""

    process: Process
    text: str
    picture: str = ""
    example: str = ""
    confirmed: bool = False
    text_en: str = ""
    picture_en: str = ""
    example_en: str = ""


@dataclass(frozen=True)
class MapDocument:
    """A whole map."""

    title: str
    language: str = "nl"
    definitions: tuple[Definition, ...] = ()
    factors: tuple[Factor, ...] = ()
    relations: tuple[Relation, ...] = ()
    title_en: str = ""

    def to_json(self) -> str:
        """The same map is the same text: names in order, two spaces, a line end."""
        return json.dumps(self.body, ensure_ascii=False, indent=2, sort_keys=True) + "\n"

    @property
    def body(self) -> dict[str, Any]:
        """The same as plain values: what a version of a map keeps."""
        return {"format": FORMAT, "version": VERSION, **asdict(self)}

    @property
    def hash(self) -> str:
        """The version of a map: SHA-256 of its text, 64 hex digits."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read the text of a map. UnusableError says what it is that cannot be read.

        Whether the map makes sense is asked of ``checking.check``.
        """
        return cls.from_body(_parsed(text))

    @classmethod
    def from_body(cls, body: Any) -> Self:
        """Read the plain values of a map, as ``from_json`` does."""
        return read(cls, _content(body))


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        place = Place(row=getattr(error, "lineno", None))
        raise UnusableError(
            [remark(_("Dit is geen JSON. Exporteer de kaart opnieuw."), place)]
        ) from error


def _content(body: Any) -> dict[str, Any]:
    """What a map says beside its format and version."""
    whole = dict(body) if isinstance(body, dict) else {}
    if whole.pop("format", None) != FORMAT:
        sentence = _('Dit is geen kaart van Hartlijn: er staat niet "format": "{it}" in.')
        raise UnusableError([remark(sentence, it=FORMAT)])
    if (version := whole.pop("version", None)) != VERSION:
        sentence = _(
            "Deze kaart heeft versie {version}; deze Hartlijn leest versie {ours}. Vraag om een nieuwere Hartlijn."
        )
        raise UnusableError([remark(sentence, version=str(version), ours=VERSION)])
    return whole
