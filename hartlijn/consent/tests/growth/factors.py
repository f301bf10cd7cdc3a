"""More maps of factors, versions and findings."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import Model

from hartlijn.consent.tests.world import World
from hartlijn.consent.tests.world.factors import a_body


def factors(world: World, number: int) -> Iterator[Model]:
    """More maps of the organisations in the world; more factors, relations and findings in each."""
    for key in ("werk", "school", "openbaar"):
        map_ = world.things[f"kaart {key}"]
        other = apps.get_model("factors", "FactorMap").objects.create(
            organisation=map_.organisation, title=f"Kaart {number}", is_public=map_.is_public
        )
        yield other
        for one in (map_, other):
            yield one.versions.create(
                number=number + 3,
                body=a_body(one.title, number + 3),
                because="Gegroeid",
                changed_by="editing",
            )
        finding = world.things[f"bevinding {key}"]
        more = apps.get_model("factors", "Finding").objects.create(
            organisation=map_.organisation, map=map_, is_public=finding.is_public
        )
        yield more
        for one in (finding, more):
            yield one.versions.create(
                number=number + 3,
                text=f"Bevinding {number}",
                kind="field",
                source="Bron",
                factors=[f"{map_.title} een", f"{map_.title} twee"],
                because="Gegroeid",
                changed_by="editing",
            )
