"""More signals: in each state, to more addressees, with more signatures."""

from collections.abc import Iterator
from datetime import timedelta

from django.apps import apps
from django.db.models import Model
from django.utils import timezone

from hartlijn.consent.tests.growth.who import NOOR
from hartlijn.consent.tests.world import World
from hartlijn.people.models import Role
from hartlijn.people.tests.factories import a_person, a_place


def signals(world: World, number: int) -> Iterator[Model]:
    """One more draft, one that gathers, one that left and one answered; each with others too."""
    today, work, noor = timezone.localdate(), world.things["werk"], world.people[NOOR]
    signature = apps.get_model("signalling", "Signature").objects
    other = a_person("Tekent")
    yield a_place(other, work, Role.STARTER)
    yield apps.get_model("signalling", "Addressee").objects.create(
        organisation=work, kind="other", name=f"Raad {number}", address="raad@voorbeeld.nl"
    )
    left: dict[str, object] = {"opened_on": today, "left_on": today, "posted_on": today}
    states: tuple[dict[str, object], ...] = (
        {"started_by": noor},
        {"opened_on": today},
        left,
        left | {"answered_on": today, "answer": "Ja."},
    )
    for fields in states:
        signal = apps.get_model("signalling", "Signal").objects.create(
            organisation=work,
            to_kind="other",
            to_name=f"Raad {number}",
            text="Meer tijd.",
            answer_by=today + timedelta(days=40),
            **fields,
        )
        yield signal
        if "answer" in fields:
            yield apps.get_model("signalling", "AnswerNotice").objects.create(
                signal=signal, person=noor
            )
        if "opened_on" in fields:
            yield from (signature.create(signal=signal, person=one) for one in (noor, other))
    gathering = world.things["signaal van werk"]
    yield signature.create(signal=gathering, person=other)
