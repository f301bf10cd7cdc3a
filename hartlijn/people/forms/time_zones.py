"""Time zones to choose from: cities by part of the world, the ordinary one first."""

from functools import cache
from importlib.resources import files
from typing import Final
from zoneinfo import available_timezones

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

FIRST: Final = "Europe/Amsterdam"
PARTS: Final = {
    "Europe": _("Europa"),
    "Africa": _("Afrika"),
    "America": _("Amerika"),
    "Antarctica": _("Antarctica"),
    "Arctic": _("Noordpoolgebied"),
    "Asia": _("Azië"),
    "Atlantic": _("Atlantische Oceaan"),
    "Australia": _("Australië"),
    "Indian": _("Indische Oceaan"),
    "Pacific": _("Stille Oceaan"),
}
Choice = tuple[str, str]
Part = tuple[str | Promise, list[Choice]]


@cache
def cities() -> tuple[str, ...]:
    """One name for each zone of the IANA database, as `Europe/Amsterdam`; no older names."""
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return tuple(sorted({row[2] for row in rows} & available_timezones()))


@cache
def parts_of_the_world() -> tuple[Part, ...]:
    """Each part with its cities; the titles wait for the reader's language."""
    return tuple(
        (title, [(zone, city(zone)) for zone in cities() if zone.startswith(f"{part}/")])
        for part, title in PARTS.items()
    )


def zones_around(own: str) -> list[Choice | Part]:
    """Every choice; somebody's own is among them, also when it is called by an older name."""
    top = [FIRST] if own in cities() else [FIRST, own]
    return [*((zone, city(zone)) for zone in top), *parts_of_the_world()]


def city(zone: str) -> str:
    """The city of a zone, as people write it: `Argentina, Buenos Aires`."""
    _part, _slash, place = zone.partition("/")
    return (place or zone).replace("_", " ").replace("/", ", ")
