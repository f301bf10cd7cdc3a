"""More that is sealed, and more keys and trusted contacts to open it."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.apps import apps
from django.db.models import Model
from django.utils import timezone

from hartlijn.consent.models import Grant
from hartlijn.consent.tests.growth.who import NOOR, SAM
from hartlijn.consent.tests.world import World
from hartlijn.people.models import Person
from hartlijn.people.tests.factories import a_person, walking_along


def letters(world: World, number: int) -> Iterator[Model]:
    """Letters that are given and come back, new keys, and another way to open them."""
    vault: dict[str, Any] = {
        model.__name__: model for model in apps.get_app_config("vault").get_models()
    }
    for one, other in ((NOOR, SAM), (SAM, NOOR)):
        owner, reader = world.people[one], world.people[other]
        yield _a_holder(vault, owner)
        yield vault["WrappedKey"].objects.create(
            id=uuid4(), owner=owner, way="passkey", label=f"Telefoon {number}", content=b"closed"
        )
        yield from _trusts(vault, owner, number)
        letter = vault["Envelope"].objects.create(
            id=uuid4(), author=owner, content=b"closed", digest=uuid4().hex, size=6
        )
        yield Grant.objects.create(
            envelope_id=letter.pk, owner=owner, reader=reader, held=bool(number % 2)
        )
        yield apps.get_model("delivery", "Delivery").objects.create(
            occasion=letter.pk, receiver=reader, channel="in_app"
        )
        yield apps.get_model("journal", "Due").objects.create(
            envelope=letter, owner=owner, due_on=timezone.localdate()
        )


def _trusts(vault: dict[str, Any], contact: Person, number: int) -> Iterator[Model]:
    """Somebody else chose this person as trusted contact, and asks for help."""
    owner, now = a_person(f"Kwijt {number}"), timezone.now()
    yield walking_along(owner, contact)
    wrap = vault["WrappedKey"].objects.create(
        id=uuid4(), owner=owner, way="contact", content=b"closed"
    )
    holder = vault["KeyHolder"].objects.get(person=contact)
    newest = vault["LogLine"].objects.filter(log_id=holder.log_id).last()
    trust = vault["TrustedContact"].objects.create(
        wrap=wrap,
        owner=owner,
        contact=contact,
        contact_keys=newest.position if newest else 0,
        days=3,
        letter=b"closed",
        half=b"half",
    )
    yield vault["Recovery"].objects.create(
        id=uuid4(),
        trust=trust,
        recipient="age1",
        asked_at=now,
        opens_at=now + timedelta(days=3),
        closes_at=now + timedelta(days=17),
    )


def _a_holder(vault: dict[str, Any], owner: Person) -> Model:
    """The owner has keys, with one line more in the log."""
    holder, _new = vault["KeyHolder"].objects.get_or_create(
        person=owner, defaults={"log_id": uuid4()}
    )
    log = vault["LogLine"].objects
    log.create(position=log.count() + 1, log_id=holder.log_id, line="line", head="head")
    return holder  # type: ignore[no-any-return]
