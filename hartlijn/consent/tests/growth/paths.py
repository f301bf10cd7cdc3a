"""More paths, with their hand-overs and meetings, and more of the learning line."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.apps import apps
from django.db.models import Model
from django.utils import timezone

from hartlijn.consent.tests.growth.who import NOOR, SAM
from hartlijn.consent.tests.world import World
from hartlijn.consent.tests.world.paths import a_body, a_release, a_side, a_template, tables
from hartlijn.people.models import Role
from hartlijn.people.tests.factories import a_person, a_place, a_unit, an_organisation


def paths(world: World, number: int) -> Iterator[Model]:
    """Noor has been on a path with more organisations; her desk and team have more of them."""
    today, work = timezone.localdate(), world.things["werk"]
    path = world.things["traject"]
    before = an_organisation(f"Eerder hier {number}")
    begun = today - timedelta(days=400 + number)
    template = a_template(before, a_body(f"stap-{number}", f"belofte-{number}"))
    old = a_side(path, template, None, begun=begun, ended=begun + timedelta(days=60))
    yield old
    yield from _hand_overs(old, world.things["overdracht"], today)
    yield from _meetings(world, world.things["gesprek"], today)
    own = a_template(work, a_body(f"onze-stap-{number}", f"onze-belofte-{number}"))
    starter = a_person("Ook op weg")
    yield a_place(starter, work, Role.STARTER, unit=world.things["unit van werk"])
    table = tables()
    other = table["Path"].objects.create(starter=starter)
    side = a_side(other, own, world.things["unit van werk"], begun=today)
    yield side
    term = table["Term"].objects.filter(promise__side=side)[0]
    yield table["Tick"].objects.create(term=term, whose="organisation", word="kept")
    yield table["Evaluation"].objects.create(
        side=world.things["traject van werk"], moment="moment", question=f"q{number}", word="soms"
    )
    for step in (world.things["stap van werk"], side.steps.get()):
        for who in (NOOR, SAM):
            yield table["Reminder"].objects.update_or_create(
                step=step, person=world.people[who], defaults={"for_day": today}
            )[0]
            yield table["Notice"].objects.create(
                path=side.path, person=world.people[who], kind="meeting", about=uuid4()
            )
    yield a_release(work, today.replace(year=2020 - number, month=1, day=1))
    yield table["Change"].objects.create(
        promise=term.promise, reason="Anders", from_on=today, proposed_as="organisation"
    )


def learning(world: World, number: int) -> Iterator[Model]:
    """More in the plan of Noor's team, more own words, and more calendars."""
    unit, noor = world.things["unit van werk"], world.people[NOOR]
    words = apps.get_model("learning", "OwnWord").objects
    planned = apps.get_model("learning", "Planned").objects
    addresses = apps.get_model("learning", "PlanAddress").objects
    for key in ("what-i-came-for", f"les-{number}"):
        yield words.get_or_create(person=noor, assignment=key, word="done")[0]
        yield planned.get_or_create(
            unit=a_unit(unit.organisation, f"Cohort {number} {key}"),
            assignment=key,
            defaults={"on_day": timezone.localdate()},
        )[0]
    yield planned.create(unit=unit, assignment=f"les-{number}", on_day=timezone.localdate())
    own = a_unit(unit.organisation, f"Ook van Noor {number}")
    yield a_place(noor, unit.organisation, unit=own)
    for home in (unit, own):
        yield addresses.create(person=a_person("Met agenda"), unit=home, token_digest=uuid4().hex)


def _meetings(world: World, other: Any, day: Any) -> Iterator[Model]:
    """One more, and more on the screen of the one that is there."""
    table = tables()
    yield table["Meeting"].objects.create(
        path=other.path,
        school=other.school,
        work=other.work,
        teacher=other.teacher,
        guide=world.people[SAM],
        day=day,
    )
    for whose in ("brought", "work"):
        yield table["Agreed"].objects.create(
            meeting=other, whose=whose, words="Ook dit", by_on=day, place=other.agreed.count()
        )
    yield table["MeetingYes"].objects.create(meeting=other, person=a_person("Was erbij"))


def _hand_overs(side: Any, other: Any, day: Any) -> Iterator[Model]:
    """One of an earlier side that was accepted, and more items in the one that waits."""
    table = tables()
    over = table["HandOver"].objects.create(
        path=side.path, side=side, proposed_on=day, given_on=day, to=other.to, accepted_on=day
    )
    yield over
    for one in (over, other):
        yield table["HandOverItem"].objects.create(
            hand_over=one,
            kind="step",
            key=uuid4().hex,
            words_nl="Ook dit",
            words_en="This too",
            place=one.items.count(),
            is_picked=True,
        )
