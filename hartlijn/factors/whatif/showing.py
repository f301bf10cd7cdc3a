"""What was played, as a page says and draws it: words, and a bar on an axis that has words too."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from hartlijn.factors.document import MapDocument
from hartlijn.factors.saying import name_of
from hartlijn.factors.whatif.playing import HELD_WORDS, Held, Played, Settings, Unrest
from hartlijn.factors.whatif.telling import FAR, WAYS, Move, Way, move
from hartlijn.stats.cognitive_map import Outcome
from hartlijn.stats.what_if import Change

ZONE: Final = 25
"""How wide a word is on the axis; four of them on either side of the middle."""
MIDDLE: Final = ZONE * len(FAR)
THINNEST: Final = 4
NEARLY_ALL: Final = 0.85


@dataclass(frozen=True)
class Bar:
    """From where to where, on an axis of 200."""

    x: int
    width: int


@dataclass(frozen=True)
class Row:
    """One factor that is not held."""

    key: str
    name: str
    move: Move
    sentence: str
    bar: Bar
    share: str
    """In how many maps it goes that way; empty where it goes none."""
    hinges: tuple[tuple[str, str], ...]
    """The names of what acts, and on what."""

    @property
    def short(self) -> str:
        """For a table: a way and how far."""
        if self.move.way is Way.SAME:
            return _("blijft gelijk")
        if self.move.way is Way.EITHER:
            return _("kan beide kanten op")
        return f"{WAYS[self.move.way]}, {self.move.far}"


@dataclass(frozen=True)
class Shown:
    """All of it: what moves, most first; what may go either way; what stays."""

    moving: tuple[Row, ...]
    either: tuple[Row, ...]
    same: tuple[Row, ...]
    notes: tuple[str, ...]
    leads_on: bool
    """Whether a relation goes from what is held to anything else."""

    @property
    def by_key(self) -> dict[str, Row]:
        """Every row by its factor."""
        return {row.key: row for row in (*self.moving, *self.either, *self.same)}


def shown(document: MapDocument, played: Played, settings: Settings) -> Shown:
    """In the language of the reader."""
    names = {factor.key: name_of(factor) for factor in document.factors}
    rows = [
        _row(key, names, change, played, settings)
        for key, change in played.changes.items()
        if key in names
    ]
    rows.sort(key=lambda row: -abs(row.bar.x + row.bar.width / 2 - MIDDLE))
    return Shown(
        moving=tuple(row for row in rows if row.move.way in WAYS),
        either=tuple(row for row in rows if row.move.way is Way.EITHER),
        same=tuple(row for row in rows if row.move.way is Way.SAME),
        notes=tuple(_notes(played)),
        leads_on=_leads_on(document, played.changes),
    )


def grouped(number: int) -> str:
    """A number of maps, as people write it."""
    return number_format(number, use_l10n=True, force_grouping=True)


def _leads_on(document: MapDocument, free: Container[str]) -> bool:
    ways = [(one.source, one.target) for one in document.relations]
    ways += [(one.target, one.source) for one in document.relations if not one.directed]
    return any(source not in free and target in free for source, target in ways)


def held_words(document: MapDocument, held: Mapping[str, Held]) -> list[str]:
    """What is held, each as "name: veel hoger"."""
    return [
        f"{name_of(factor)}: {HELD_WORDS[held[factor.key]]}"
        for factor in document.factors
        if factor.key in held
    ]


def _row(
    key: str, names: Mapping[str, str], change: Change, played: Played, settings: Settings
) -> Row:
    found = move(change, draws=played.draws, scale=settings.scale)
    share = _share(found, change, played)
    return Row(
        key=key,
        name=names[key],
        move=found,
        sentence=_sentence(names[key], found, share),
        share=share,
        bar=_bar(change.low / settings.scale, change.high / settings.scale),
        hinges=tuple(
            (names[source], names[target])
            for source, target in played.hinges.get(key, ())
            if source in names and target in names
        ),
    )


def _sentence(name: str, found: Move, share: str) -> str:
    if found.way is Way.SAME:
        return _("{name} blijft gelijk.").format(name=name)
    if found.way is Way.EITHER:
        return _("{name} kan beide kanten op gaan: de kaarten zijn het niet eens.").format(
            name=name
        )
    words = {"name": name, "way": WAYS[found.way], "far": found.far, "share": share}
    return _("{name} gaat {way}, {far}, {share}.").format(**words)


def _share(found: Move, change: Change, played: Played) -> str:
    if found.way not in WAYS:
        return ""
    if not played.people:
        return _("in {number} van de 10 kaarten").format(number=found.tens)
    if change.direction_share > NEARLY_ALL:  # as `stats/disclosure.py`: never "all of them"
        return _("in bijna alle kaarten")
    return _("in de meeste kaarten")


def _bar(low: float, high: float) -> Bar:
    left, right = _place(low), _place(high)
    if right - left < THINNEST:
        left = max(0, min(2 * MIDDLE - THINNEST, (left + right - THINNEST) // 2))
        right = left + THINNEST
    return Bar(left, right - left)


def _place(change: float) -> int:
    """Every word is as wide as the others: a small change is to be seen too."""
    edges = [0.0, *(min(most, 1.0) for most, _word in FAR)]
    size = min(abs(change), 1.0)
    zone = next(number for number, edge in enumerate(edges[1:]) if size <= edge)
    part = (size - edges[zone]) / (edges[zone + 1] - edges[zone])
    far = round(ZONE * (zone + part))
    return MIDDLE + (far if change > 0 else -far)


def _notes(played: Played) -> Iterator[str]:
    """How runs ended, where that is not simply that they came to rest."""
    yield from _unrest(played.without, played.draws, held=False)
    yield from _unrest(played.with_held, played.draws, held=True)


def _unrest(found: Unrest, maps: int, *, held: bool) -> Iterator[str]:
    if found.outcome is Outcome.FIXED_POINT:
        return
    where = _("Met wat je vasthoudt") if held else _("Zonder dat je iets vasthoudt")
    sentence = (
        _(
            "{where} blijft een deel van de kaarten rondgaan: ze komen steeds terug waar ze waren ({number} van de {all})."
        )
        if found.outcome is Outcome.LIMIT_CYCLE
        else _(
            "{where} komt een deel van de kaarten niet tot rust ({number} van de {all}). Wat hier staat, kan dus nog schuiven."
        )
    )
    yield sentence.format(where=where, number=grouped(found.moving), all=grouped(maps))
