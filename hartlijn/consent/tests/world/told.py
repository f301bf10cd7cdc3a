"""What is noted about looking, and how somebody hears that something is there."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

from django.apps import apps
from django.utils import timezone

from hartlijn.consent.models import LogEntry
from hartlijn.consent.tests.world.known import World
from hartlijn.people.models.invitation import digest


def log(world: World) -> None:
    """Somebody with a role looked at Noor; she reads who."""
    noor = world.people["Noor, starter"]
    for key, organisation in (("Ines, own coordinator at work", "werk"), ("Otto, operator", "")):
        LogEntry.objects.create(
            about_id=noor.pk,
            by_id=world.people[key].pk,
            organisation_id=world.things[organisation].pk if organisation else None,
            as_role="coordinator" if organisation else "operator",
            did=LogEntry.Did.LOOKED,
            what=LogEntry.What.MEMBERSHIP if organisation else LogEntry.What.ACCOUNT,
        )
        world.tie("Noor, starter", world.people[key], "logged")


def ways(world: World) -> None:
    """Noor gets a sign on a device, and has a calendar with a secret address."""
    noor = "Noor, starter"
    owner = world.people[noor]
    names = {
        name: world.canary(f"delivery.PushDevice.{name}", noor) for name in ("label", "endpoint")
    }
    device = apps.get_model("delivery", "PushDevice").objects.create(
        person=owner,
        label=names["label"],
        endpoint=f"https://push.voorbeeld.nl/{names['endpoint']}",
        renewal_digest=uuid4().hex,
    )
    for text in names.values():
        world.canaries[text] = replace(world.canaries[text], about=device)
    world.things["device"] = device
    world.tie(noor, device, "self")
    now = timezone.now()
    apps.get_model("delivery", "Attempt").objects.create(
        receiver=owner, device=device, opens_at=now, closes_at=now + timedelta(hours=8)
    )
    apps.get_model("delivery", "CalendarAddress").objects.create(
        person=owner, token_digest=digest("agenda")
    )
