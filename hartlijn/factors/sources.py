"""Out of which maps a what-if can be drawn: what the map says, what a group said, what each of them said."""

from dataclasses import dataclass
from typing import Final

from django.db.models import Count
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from hartlijn.factors.document import MapDocument
from hartlijn.factors.formats.matrix import matrix_of
from hartlijn.factors.models import FactorMap, Viewer, Weighing, WeighingRound
from hartlijn.factors.weighed import SMALLEST, own_maps, ranges
from hartlijn.stats.cognitive_map import Numbers
from hartlijn.stats.what_if import Ranges

MOST_ROUNDS: Final = 5
"""The newest of them can be chosen."""
WORDS: Final = "words"


@dataclass(frozen=True)
class Source:
    """One of them."""

    key: str
    label: str
    round: WeighingRound | None = None

    @property
    def is_words(self) -> bool:
        """Whether it is what the map itself says."""
        return self.round is None

    @property
    def is_people(self) -> bool:
        """Whether everybody's own map is run."""
        return self.key.startswith("own:")

    def maps(self, document: MapDocument) -> Ranges | Numbers:
        """To draw from, or to run as they are; with too few people left the map of the group."""
        group = self.round.folded if self.round else None
        if self.round is None or group is None:
            return matrix_of(document).ranges()
        if self.is_people:
            sheets = self.round.weighings.order_by("pk").values_list("answers", flat=True)
            if (own := own_maps(document, group, sheets)) is not None:
                return own
        return ranges(document, group)


def sources(map_: FactorMap, viewer: Viewer, newest_number: int) -> list[Source]:
    """Those somebody may choose from, the best one first."""
    rounds = WeighingRound.objects.visible_to(viewer).told().filter(version__map=map_)
    newest = rounds.select_related("version").defer("version__body").order_by("-closed_on", "-pk")
    kept = list(newest[:MOST_ROUNDS])
    left = dict(
        Weighing.objects.filter(round__in=kept)
        .values_list("round")
        .annotate(people=Count("pk"))
        .order_by()
    )
    found = []
    for one in kept:
        told = _told(one, newest_number)
        found.append(Source(f"group:{one.pk}", _("de groep (%s)") % told, one))
        if left.get(one.pk, 0) >= SMALLEST:
            found.append(Source(f"own:{one.pk}", _("ieders eigen kaart (%s)") % told, one))
    return [*found, Source(WORDS, _("wat de kaart zelf zegt"))]


def _told(round_: WeighingRound, newest: int) -> str:
    """When it closed, and with which version when that is not the newest."""
    day = date_format(round_.closed_on or round_.open_until, "j F Y")
    if round_.version.number == newest:
        return day
    told = {"day": day, "number": round_.version.number}
    return _("%(day)s, versie %(number)s") % told


def chosen(found: list[Source], key: str) -> Source:
    """The one that was asked for; the best one when there is no such."""
    return next((one for one in found if one.key == key), found[0])
