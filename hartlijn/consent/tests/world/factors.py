"""Maps of factors and findings: of two organisations, and one of each that is public."""

from typing import Any

from django.apps import apps
from django.db.models import Model

from hartlijn.consent.tests.world.known import World

READERS = {
    "werk": (
        "Noor, starter",
        "Milan, same team",
        "Fatima, own team leader",
        "Sam, own companion",
        "Ines, own coordinator at work",
    ),
    "school": (
        "Noor, starter",
        "Joost, own teacher",
        "Rosa, researcher",
        "Lotte, own coordinator at school",
    ),
}
KEEPERS = {
    "werk": ("Ines, own coordinator at work",),
    "school": ("Rosa, researcher", "Lotte, own coordinator at school"),
}


def factors(world: World) -> None:
    """A map and a finding of work, one of school, and a public one of school."""
    for key, organisation in (("werk", "werk"), ("school", "school"), ("openbaar", "school")):
        is_public = key == "openbaar"
        map_ = a_map(world, key, organisation, is_public=is_public)
        finding = a_finding(world, key, organisation, map_, is_public=is_public)
        for thing in (map_, *map_.versions.all(), finding, *finding.versions.all()):
            world.own(thing, f"{key} (factoren)")
            _tie(world, thing, organisation, is_public=is_public)
        world.things |= {f"kaart {key}": map_, f"bevinding {key}": finding}
    for reader in world:
        world.tie(reader, world.things["school"], "public")


def a_map(world: World, key: str, organisation: str, *, is_public: bool) -> Any:
    """A map of two factors with one relation, in two versions."""
    title = world.canary("factors.FactorMap.title", key)
    map_ = apps.get_model("factors", "FactorMap").objects.create(
        organisation=world.things[organisation],
        title=title,
        title_en=world.canary("factors.FactorMap.title_en", key),
        is_public=is_public,
        made_by=world.people[KEEPERS[organisation][0]],
    )
    for number in (1, 2):
        map_.versions.create(
            number=number,
            body=a_body(title, number),
            because=world.canary("factors.MapVersion.because", key),
            reference=world.canary("factors.MapVersion.reference", key),
            changed_by="editing",
            made_by=map_.made_by,
        )
    return map_


def a_body(title: str, number: int = 1) -> dict[str, Any]:
    """A document in which everything is of the one title."""
    source = {"kind": "study", "source": f"{title} bron", "place": f"{title} plek"}
    names = ("een", "twee", *(f"meer-{one}" for one in range(2, number)))
    return {
        "format": "hartlijn-map",
        "version": 1,
        "title": title,
        "definitions": [{"process": "parallel", "text": f"{title} uitleg"}],
        "factors": [
            {"key": one, "level": "micro", "name": f"{title} {one}", "sources": [source]}
            for one in names
        ],
        "relations": [
            {"key": f"een-{one}", "source": "een", "target": one, "evidence": [source]}
            for one in names[1:]
        ],
    }


def a_finding(world: World, key: str, organisation: str, map_: Any, *, is_public: bool) -> Any:
    """A finding in two versions, about a factor of the map."""
    finding = apps.get_model("factors", "Finding").objects.create(
        organisation=world.things[organisation],
        map=map_,
        is_public=is_public,
        made_by=map_.made_by,
    )
    for number in (1, 2):
        finding.versions.create(
            number=number,
            text=world.canary("factors.FindingVersion.text", key),
            kind="literature",
            source=world.canary("factors.FindingVersion.source", key),
            factors=[f"{map_.title} een"],
            because=world.canary("factors.FindingVersion.because", key),
            reference=world.canary("factors.FindingVersion.reference", key),
            changed_by="study",
            made_by=map_.made_by,
        )
    return finding


def _tie(world: World, thing: Model, organisation: str, *, is_public: bool) -> None:
    for reader in READERS[organisation]:
        world.tie(reader, thing, "member")
    for reader in KEEPERS[organisation]:
        world.tie(reader, thing, "keeper")
    if is_public:
        for reader in world:
            world.tie(reader, thing, "public")
