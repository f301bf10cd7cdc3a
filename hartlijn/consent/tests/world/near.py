"""Who walks along, circles, invitations."""

from datetime import date

from django.utils import timezone

from hartlijn.consent.tests.world.known import World
from hartlijn.people.models import (
    Block,
    Circle,
    CirclePlace,
    Companionship,
    Invitation,
    Role,
)
from hartlijn.people.models.invitation import digest


def companions(world: World) -> None:
    today = timezone.localdate()
    for key, accepted, ended, relation in (
        ("Sam, own companion", today, None, "companion"),
        ("Piet, asked to walk along", None, None, "asked"),
        ("Els, former companion", today, today, ""),
    ):
        world.things[f"Noor with {key}"] = _companionship(world, key, accepted, ended)
        both = world.things[f"Noor with {key}"]
        for one in ("Noor, starter", key):
            world.tie(one, both, "party")
        if relation:
            world.tied(relation, "Noor, starter", key)


def _companionship(
    world: World, key: str, accepted: date | None, ended: date | None
) -> Companionship:
    return Companionship.objects.create(
        starter=world.people["Noor, starter"],
        companion=world.people[key],
        kind=Companionship.Kind.WORK_MENTOR,
        accepted_on=accepted,
        ended_on=ended,
    )


def circles(world: World) -> None:
    """Noor and Olga are in a circle, and Milan is invited to it. Tess is blocked by Noor."""
    noor, olga, milan = "Noor, starter", "Olga, starter elsewhere", "Milan, same team"
    circle = Circle.objects.create(name=world.canary("people.Circle.name", "kring van Noor"))
    world.own(circle, "kring van Noor")
    world.things["kring van Noor"] = circle
    for key in (noor, olga, milan):
        CirclePlace.objects.create(
            circle=circle,
            person=world.people[key],
            invited_by=world.people[noor],
            accepted_on=None if key == milan else timezone.localdate(),
        )
        world.tie(key, circle, "circle")
        for other in {noor, olga, milan} - {key}:
            world.tie(key, world.people[other], "circle")
    tess = world.people["Tess, left the team"]
    block = Block.objects.create(blocker=world.people[noor], blocked=tess)
    world.things["block of Tess"] = block
    world.tie(noor, block, "self")
    world.tie(noor, tess, "blocked")


def invitations(world: World) -> None:
    work = world.things["werk"]
    ines, sam = "Ines, own coordinator at work", "Sam, own companion"
    for key, fields, by in (
        ("uitnodiging van werk", {"organisation": work, "role": Role.STARTER}, ines),
        ("uitnodiging van Sam", {}, sam),
    ):
        invitation = Invitation.objects.create(
            name=world.canary("people.Invitation.name", key),
            email=world.canary("people.Invitation.email", key, email=True),
            token_digest=digest(key),
            invited_by=world.people[by],
            **fields,
        )
        world.own(invitation, key)
        world.things[key] = invitation
        world.tokens[key] = key
        world.tie(by, invitation, "inviter")
    # Whoever holds the link reads who invites, and for what.
    for reader in world:
        world.tie(reader, world.things["uitnodiging van Sam"], "invited")
        world.tie(reader, world.things["uitnodiging van werk"], "invited")
        world.tie(reader, world.people[sam], "invited")
        world.tie(reader, world.people[ines], "invited")
        world.tie(reader, work, "invited")
