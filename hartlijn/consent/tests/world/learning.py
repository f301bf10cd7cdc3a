"""What cohorts plan of the learning line, and what Noor said of it for herself."""

from django.apps import apps
from django.utils import timezone

from hartlijn.consent.tests.world.known import World
from hartlijn.people.models.invitation import digest

NOOR = "Noor, starter"
OF_THE_UNIT = {
    "werk": (NOOR, "Milan, same team", "Fatima, own team leader"),
    "elders": ("Olga, starter elsewhere",),
}


def learning(world: World) -> None:
    """An own word, a plan in two units, and an address at which Noor's calendar reads hers."""
    word = apps.get_model("learning", "OwnWord").objects.create(
        person=world.people[NOOR],
        assignment=world.canary("learning.OwnWord.assignment", NOOR),
        word="done",
    )
    world.own(word, NOOR)
    world.tie(NOOR, word, "self")
    for key, readers in OF_THE_UNIT.items():
        unit = world.things[f"unit van {key}"]
        lesson = apps.get_model("learning", "Planned").objects.create(
            unit=unit,
            assignment=world.canary("learning.Planned.assignment", key),
            on_day=timezone.localdate(),
        )
        world.own(lesson, key)
        world.things[f"les van {key}"] = lesson
        for reader in readers:
            world.tie(reader, lesson, "member")
    apps.get_model("learning", "PlanAddress").objects.create(
        person=world.people[NOOR],
        unit=world.things["unit van werk"],
        token_digest=digest("leerlijn"),
    )
