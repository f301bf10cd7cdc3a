"""What the server keeps and cannot open, what comes back, and who helps with lost keys."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.apps import apps
from django.utils import timezone

from hartlijn.consent.models import Grant
from hartlijn.consent.tests.world.known import World


def vault(world: World) -> None:
    """Noor kept her line, sealed something for herself, and gave something to Sam.

    Here the canaries lie open, so that whoever gets the bytes is seen to get them.
    """
    noor, sam = "Noor, starter", "Sam, own companion"
    owner, reader = world.people[noor], world.people[sam]
    tables: dict[str, Any] = {
        model.__name__: model for model in apps.get_app_config("vault").get_models()
    }
    tables["KeyHolder"].objects.create(person=owner, log_id=uuid4())
    label = world.canary("vault.WrappedKey.label", noor)
    passkey = tables["WrappedKey"].objects.create(
        id=uuid4(), owner=owner, way="passkey", label=label, content=b"closed"
    )
    world.canaries[label] = replace(world.canaries[label], about=owner)
    world.things["passkey of the line"] = passkey
    world.tie(noor, passkey, "self")
    for key in ("private envelope", "envelope for Sam"):
        text = world.canary("vault.Envelope.content", key)
        envelope = tables["Envelope"].objects.create(
            id=uuid4(), author=owner, content=text.encode(), digest=text, size=len(text)
        )
        world.canaries[text] = replace(world.canaries[text], about=envelope)
        world.things[key] = envelope
        world.tie(noor, envelope, "self")
    Grant.objects.create(
        envelope_id=world.things["envelope for Sam"].pk, owner=owner, reader=reader, held=False
    )
    world.tie(sam, world.things["envelope for Sam"], "given")


def journal(world: World) -> None:
    """Something sealed comes back to Noor. There is no word in it: its id is the canary."""
    noor, field = "Noor, starter", "journal.Due.due_on"
    owner = world.people[noor]
    pk = world.canary_id(field, noor)
    envelope = apps.get_model("vault", "Envelope")
    letter = envelope.objects.create(id=pk, author=owner, content=b"", digest="", size=0)
    today = timezone.localdate()
    row = apps.get_model("journal", "Due").objects.create(
        envelope=letter, owner=owner, due_on=today
    )
    world.canaries[str(pk)] = replace(world.canaries[str(pk)], about=row)
    world.tie(noor, row, "self")


def trust(world: World) -> None:
    """Noor chose Sam as trusted contact and asks for help. No words: an id is the canary."""
    noor, sam, field = "Noor, starter", "Sam, own companion", "vault.TrustedContact.half"
    owner, contact, now = world.people[noor], world.people[sam], timezone.now()
    tables: dict[str, Any] = {
        model.__name__: model for model in apps.get_app_config("vault").get_models()
    }
    wrap = world.canary_id(field, noor)
    tables["WrappedKey"].objects.create(id=wrap, owner=owner, way="contact", content=b"closed")
    holder = tables["KeyHolder"].objects.create(person=contact, log_id=uuid4())
    line = tables["LogLine"].objects.create(
        position=1, log_id=holder.log_id, line="line", head="A" * 43
    )
    trust = tables["TrustedContact"].objects.create(
        wrap_id=wrap,
        owner=owner,
        contact=contact,
        contact_keys=line.position,
        days=3,
        letter=b"closed",
        half=b"half",
    )
    recovery = tables["Recovery"].objects.create(
        id=uuid4(),  # it stands in an address, which a sign-in page repeats
        trust=trust,
        recipient="age1",
        asked_at=now,
        opens_at=now + timedelta(days=3),
        closes_at=now + timedelta(days=17),
    )
    world.canaries[str(wrap)] = replace(world.canaries[str(wrap)], about=trust)
    world.things["recovery"] = recovery
    world.tie(noor, trust, "self")
    for thing in (trust, recovery):
        world.tie(sam, thing, "trusted")
