"""What a group said of each relation: in words, and drawn on an axis from weakens to strengthens."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from hartlijn.factors.document import MapDocument
from hartlijn.factors.weighed.answers import as_words
from hartlijn.factors.weighed.asking import ends
from hartlijn.factors.weighed.group import Group, Heard

HALF: Final = 100
"""The axis goes from 0 to 200, with no effect in its middle."""
ALIKE: Final = 0.05


@dataclass(frozen=True)
class Line:
    """One relation."""

    key: str
    source: str
    target: str
    directed: bool
    sentence: str
    differ: bool
    is_told: bool
    words: tuple[str, str, str] = ("", "", "")
    """Lowest, middle and highest, for a table."""
    left: int = HALF
    right: int = HALF
    middle: int = HALF

    @property
    def width(self) -> int:
        """Of the line from the lowest to the highest; never too thin to see."""
        return max(2, self.right - self.left)


def lines(document: MapDocument, group: Group) -> list[Line]:
    """Those that differ most first."""
    found = [
        (_spread(heard), _line(document, one.key, heard))
        for one in document.relations
        if (heard := group.relations.get(one.key)) and heard.is_of(one)
    ]
    return [line for _far, line in sorted(found, key=lambda one: -one[0])]


def _line(document: MapDocument, key: str, heard: Heard) -> Line:
    relation = next(one for one in document.relations if one.key == key)
    source, target = ends(document, relation)
    return Line(
        key=key,
        source=source,
        target=target,
        directed=heard.directed,
        sentence=_sentence(heard),
        differ=heard.differ,
        is_told=heard.is_told,
        words=_words(heard),
        left=_place(heard.low),
        right=_place(heard.high),
        middle=_place(heard.middle),
    )


def _words(heard: Heard) -> tuple[str, str, str]:
    if heard.low is None or heard.middle is None or heard.high is None:
        return "", "", ""
    return as_words(heard.low), as_words(heard.middle), as_words(heard.high)


def _sentence(heard: Heard) -> str:
    if heard.low is None or heard.middle is None or heard.high is None:
        if heard.unsure:
            return _("Minstens 5 mensen zeiden: weet ik niet.")
        return _("Minder dan 5 mensen konden er iets over zeggen.")
    middle = as_words(heard.middle)
    if heard.high - heard.low <= ALIKE:
        said = _("Jullie zijn het eens: {middle}.").format(middle=middle)
    elif not heard.differ:
        said = _("Jullie zijn het ongeveer eens: {middle}.").format(middle=middle)
    else:
        words = {"low": as_words(heard.low), "high": as_words(heard.high), "middle": middle}
        if heard.opposite:
            sentence = _("Sommigen zeggen dat het verzwakt, anderen dat het versterkt. Van “{low}” tot “{high}”; in het midden “{middle}”.")  # fmt: skip
        else:
            sentence = _("Jullie verschillen: van “{low}” tot “{high}”; in het midden “{middle}”.")
        said = sentence.format(**words)
    return said + " " + _("Minstens 5 mensen weten het niet.") if heard.unsure else said


def _spread(heard: Heard) -> float:
    if heard.low is None or heard.high is None:
        return -1.0
    return heard.high - heard.low + heard.opposite


def _place(number: float | None) -> int:
    return HALF + round(HALF * (number or 0.0))
