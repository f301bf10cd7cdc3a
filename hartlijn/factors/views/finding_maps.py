"""Which map and version a page is about."""

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from hartlijn.factors.access import may_change
from hartlijn.factors.document import Factor, MapDocument, Relation
from hartlijn.factors.editing import factor_in, relation_in
from hartlijn.factors.models import FactorMap, MapVersion
from hartlijn.factors.telling.facts import names_in
from hartlijn.lib.verdict import require

MOST_DIGITS = 9


@dataclass(frozen=True)
class Seen:
    """A map with the version a page shows, and whether the reader may change it."""

    map: FactorMap
    version: MapVersion
    newest: int
    may_change: bool

    @cached_property
    def document(self) -> MapDocument:
        """What is in it."""
        return self.version.document

    @cached_property
    def names(self) -> dict[str, str]:
        """The name of each factor."""
        return names_in(self.document)

    @property
    def is_newest(self) -> bool:
        """Whether this is the version that counts."""
        return self.version.number == self.newest

    @property
    def at(self) -> str:
        """What an address ends in to stay at this version."""
        return "" if self.is_newest else f"?version={self.version.number}"

    def factor(self, key: str) -> Factor:
        """One factor of it; else the page does not exist."""
        if (found := factor_in(self.document, key)) is None:
            raise Http404
        return found

    def relation(self, key: str) -> Relation:
        """One relation of it."""
        if (found := relation_in(self.document, key)) is None:
            raise Http404
        return found


def seen(request: HttpRequest, pk: UUID) -> Seen:
    """The map, at the version that is asked for or the newest."""
    maps = FactorMap.objects.visible_to(request.user).select_related("organisation")
    found = get_object_or_404(maps, pk=pk)
    newest = found.newest
    number = number_in(request.GET.get("version", ""))
    version = newest
    if number and number != newest.number:
        version = get_object_or_404(MapVersion, map=found, number=number)
    return Seen(found, version, newest.number, bool(may_change(request.user, found)))


def to_change(request: HttpRequest, pk: UUID) -> Seen:
    """The map at its newest version, for who may change it; others read why not."""
    maps = FactorMap.objects.visible_to(request.user).select_related("organisation")
    found = get_object_or_404(maps, pk=pk)
    require(may_change(request.user, found))
    newest = found.newest
    return Seen(found, newest, newest.number, may_change=True)


def number_in(text: str) -> int | None:
    """A number out of an address, if it is one."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else None
