"""The parts of the what-if page: sliders, what can still be held, and how many maps were looked at."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from hartlijn.factors.document import MapDocument
from hartlijn.factors.models import KeptScenario
from hartlijn.factors.saying import name_of
from hartlijn.factors.what_if_forms import NUMBER
from hartlijn.factors.whatif.playing import HELD_WORDS, Held, Played
from hartlijn.factors.whatif.showing import grouped, held_words
from hartlijn.factors.words import Level


@dataclass(frozen=True)
class HeldRow:
    """A slider."""

    key: str
    name: str
    word: str
    number: str


def held_rows(document: MapDocument, held: Mapping[str, Held]) -> list[HeldRow]:
    """In the order of the map."""
    return [
        HeldRow(one.key, name_of(one), str(HELD_WORDS[held[one.key]]), NUMBER[held[one.key]])
        for one in document.factors
        if one.key in held
    ]


def free(
    document: MapDocument, held: Mapping[str, Held]
) -> list[tuple[str, list[tuple[str, str]]]]:
    """What is not held, by level, each by name."""
    levels = {
        Level.MICRO: _("bij iemand zelf"),
        Level.MESO: _("team, organisatie en opleiding"),
        Level.MACRO: _("samenleving en beleid"),
        Level.NOT_CHOSEN: _("niveau nog niet gekozen"),
    }
    found = []
    for level, label in levels.items():
        here = [
            (one.key, name_of(one))
            for one in document.factors
            if one.level == level and one.key not in held
        ]
        if here:
            found.append((label, sorted(here, key=lambda one: one[1].casefold())))
    return found


def labelled(kept: Sequence[KeptScenario], document: MapDocument) -> list[tuple[KeptScenario, str]]:
    """Each with a name to tell it by: of two of one name also what is held, and the day."""
    often = Counter(one.name for one in kept)
    return [(one, one.name if often[one.name] == 1 else _unlike(one, document)) for one in kept]


def _unlike(one: KeptScenario, document: MapDocument) -> str:
    held = ", ".join(held_words(document, one.as_held))
    return f"{one.name} ({held}; {date_format(one.kept_on, 'j F Y')})"


def maps_told(played: Played, *, weighed: bool) -> str:
    """How many maps this is, and what it is not."""
    if played.people:
        return _(
            "Dit komt uit de kaarten van de deelnemers zelf: wat zij samen verwachten. Het is geen kans dat het lukt."
        )
    told = {"number": grouped(played.draws)}
    if not weighed:
        return (
            _(
                "Dit zijn %(number)s kaarten uit wat deze kaart zelf zegt van hoe sterk alles werkt. “8 van de 10” betekent: in 8 van de 10 van die kaarten. Het is geen kans dat het lukt."
            )
            % told
        )
    return (
        _(
            "Dit zijn %(number)s kaarten uit jullie schattingen van hoe sterk alles werkt. “8 van de 10” betekent: in 8 van de 10 van die kaarten. Het is geen kans dat het lukt."
        )
        % told
    )


def draws_told(full: int) -> str:
    """What comes next."""
    return _("We kijken zo naar %(number)s kaarten.") % {"number": grouped(full)}
