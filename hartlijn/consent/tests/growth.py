"""More of everything in the world of the test, to see that no page asks more for more rows."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db.models import Model
from django.utils import timezone

from hartlijn.consent.models import Grant, LogEntry
from hartlijn.consent.tests.world import World, passkey
from hartlijn.consent.tests.world.paths import a_body, a_release, a_side, a_template, tables
from hartlijn.people.models import (
    Block,
    Circle,
    CirclePlace,
    Companionship,
    DefaultHours,
    DefaultWeek,
    DutyLine,
    DutyShift,
    Invitation,
    Organisation,
    Person,
    Role,
    Seat,
)
from hartlijn.people.models.working_times import (
    HolidayChoice,
    LeavePeriod,
    Roster,
    RosterShift,
    RosterSpan,
    SkippedWeek,
    ToldDay,
    ToldShift,
    UsualShift,
    WeeklyHours,
    WeeklyPattern,
)
from hartlijn.people.tests.factories import (
    a_person,
    a_place,
    a_unit,
    an_organisation,
    walking_along,
)

NOOR, SAM = "Noor, starter", "Sam, own companion"
INES, OTTO = "Ines, own coordinator at work", "Otto, operator"
NIGHT = {"start": "22:00", "end": "07:00"}


def grow(world: World, numbers: Iterable[int]) -> None:
    """One more of everything of which a page may show a list, for each number."""
    for number in numbers:
        for part in PARTS:
            list(part(world, number))


def _places(world: World, number: int) -> Iterator[Model]:
    """Colleagues in each role, units, and organisations where the same people have a place."""
    work, school, unit = (world.things[name] for name in ("werk", "school", "unit van werk"))
    yield a_place(a_person("Starter"), school)
    yield a_unit(work, f"Locatie {number}", parent=unit)
    for role in Role:
        yield a_place(a_person("Collega"), work, role, unit=unit)
        yield a_place(a_person("Collega"), school, role)
    other = an_organisation(f"Elders {number}", Organisation.Kind.EDUCATION)
    for name in (NOOR, SAM, INES):
        yield a_place(world.people[name], other, Role.COORDINATOR)


def _companions(world: World, number: int) -> Iterator[Companionship]:
    del number
    for name in (NOOR, SAM):
        for accepted in (True, False):
            yield walking_along(world.people[name], a_person("Loopt mee"), accepted=accepted)
            yield walking_along(a_person("Begint"), world.people[name], accepted=accepted)


def _circles(world: World, number: int) -> Iterator[Model]:
    """More circles, more people in one that is there, tables, and more who are blocked."""
    for name in (NOOR, SAM):
        circle = Circle.objects.create(name=f"Kring {number}")
        one, other = world.people[name], a_person("Kringgenoot")
        for person in (one, other):
            yield CirclePlace.objects.create(
                circle=circle, person=person, invited_by=other, accepted_on=timezone.localdate()
            )
        yield CirclePlace.objects.create(circle=circle, person=a_person("Genodigde"))
        yield CirclePlace.objects.create(
            circle=Circle.objects.create(name=f"Vraag {number}"), person=one, invited_by=other
        )
        yield Block.objects.create(blocker=one, blocked=a_person("Iemand"))
        table, until = uuid4(), timezone.localdate() + timedelta(days=90)
        for person in (one, a_person("Tafelgenoot")):
            yield Seat.objects.create(table=table, person=person, until=until)


def _letters(world: World, number: int) -> Iterator[Invitation]:
    """An open one and one that was withdrawn, from a desk, a starter and the operator."""
    work, now = world.things["werk"], timezone.now()
    desk = {"organisation": work, "role": Role.STARTER, "unit": world.things["unit van werk"]}
    for name, fields in (
        (INES, desk),
        (NOOR, {"companion_as": Companionship.Kind.BUDDY}),
        (OTTO, {"organisation": work, "role": Role.COORDINATOR}),
    ):
        for withdrawn in (None, now):
            yield Invitation.objects.create(
                name=f"Gast {number}",
                email=f"gast.{number}@voorbeeld.nl",
                token_digest=uuid4().hex,
                invited_by=world.people[name],
                withdrawn_at=withdrawn,
                **fields,
            )


def _ways_in(world: World, number: int) -> Iterator[Model]:
    for person in (world.people[NOOR], world.people[OTTO]):
        name = f"{person.pk.hex[:8]}.{number}"
        yield EmailAddress.objects.create(user=person, email=f"{name}@voorbeeld.nl")
        yield SocialAccount.objects.create(user=person, provider="school", uid=name)
        yield Session.objects.create(
            session_key=name, session_data="", expire_date=timezone.now() + timedelta(hours=1)
        )
        yield UserSession.objects.create(user=person, ip="127.0.0.1", session_key=name)
        yield Authenticator.objects.create(
            user=person,
            type=Authenticator.Type.WEBAUTHN,
            data={"name": name, "credential": passkey()},
        )


def _times(world: World, number: int) -> Iterator[Model]:
    """Noor tells more about her week, by each way of telling."""
    noor, today = world.people[NOOR], timezone.localdate()
    day = today + timedelta(days=number + 1)
    roster = Roster.objects.create(person=noor, name=f"Rooster {number}")
    yield RosterSpan.objects.create(roster=roster, first=day, last=day)
    yield RosterShift.objects.create(
        roster=roster, starts_on=day, starts_at="09:00", ends_on=day, ends_at="17:00"
    )
    yield LeavePeriod.objects.create(person=noor, first=day, last=day)
    yield HolidayChoice.objects.create(person=noor, day=day, works=True)
    yield SkippedWeek.objects.create(
        person=noor, monday=day - timedelta(days=day.weekday()) + timedelta(weeks=number)
    )
    told = ToldDay.objects.create(person=noor, day=day, source=ToldDay.Source.EXCEPTION)
    yield ToldShift.objects.create(told_day=told, **NIGHT)
    for name in ("werk", "school", "elders"):
        week, _new = DefaultWeek.objects.get_or_create(organisation=world.things[name])
        yield DefaultHours.objects.create(week=week, weekday=number % 7, **NIGHT)
    pattern, _new = WeeklyPattern.objects.get_or_create(person=noor)
    yield WeeklyHours.objects.create(pattern=pattern, weekday=number % 7, **NIGHT)
    kind = UsualShift.Kind.values[number % len(UsualShift.Kind.values)]
    yield UsualShift.objects.get_or_create(person=noor, kind=kind, defaults=NIGHT)[0]


def _duty(world: World, number: int) -> Iterator[Model]:
    """Lines of the own unit, with duties ahead, one of them now."""
    today = timezone.localdate()
    unit, leader = world.things["unit van werk"], world.people["Fatima, own team leader"]
    line = world.things["dienstlijn"]
    other = DutyLine.objects.create(
        unit=unit, name=f"Lijn {number}", phone="0118 12 34 56", several=True
    )
    yield other
    for days in (-1, number + 3):
        for on in (line, other):
            for person in (world.people[NOOR], leader):
                yield DutyShift.objects.create(
                    line=on,
                    person=person,
                    put_by=leader if days < 0 else a_person("Zet erin"),
                    starts_on=today + timedelta(days=days),
                    starts_at=f"{number % 24:02}:{number % 60:02}",
                    ends_on=today + timedelta(days=days + 2),
                    ends_at="08:00",
                )


def _agreements(world: World, number: int) -> Iterator[Model]:
    """More versions of the agreement of the own unit, by others, and who read it."""
    unit, day = world.things["unit van werk"], timezone.localdate()
    author = a_person("Schrijft")
    yield a_place(author, world.things["werk"], Role.MEMBER, unit=unit)
    yield apps.get_model("agreements", "Version").objects.create(
        unit=unit, number=number + 3, consult="Samen", written_by=author
    )
    yield apps.get_model("agreements", "Reading").objects.create(
        unit=unit, person=author, places=number, read_on=day
    )


def _log(world: World, number: int) -> Iterator[LogEntry]:
    """Others with a role looked at somebody, on other days."""
    work, day = world.things["werk"], timezone.localdate() - timedelta(days=number + 1)
    looking = (a_person("Kijkt"), world.people[INES], world.people[OTTO])
    for about in world.people.values():
        for by in looking:
            yield LogEntry.objects.create(
                about_id=about.pk,
                by_id=by.pk,
                organisation_id=work.pk,
                as_role="coordinator",
                did=LogEntry.Did.LOOKED,
                what=LogEntry.What.LIST,
                day=day,
            )


def _sealed(world: World, number: int) -> Iterator[Model]:
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


def _library(world: World, number: int) -> Iterator[Model]:
    """Older words of the prompts."""
    del world
    version = apps.get_model("library", "Version").objects
    for kind in ("prompt", "model", "starter", "moment", "signpost", "leaflet"):
        yield version.create(hash=uuid4().hex, kind=kind, key=f"older {number}", body={})


def _signposts(world: World, number: int) -> Iterator[Model]:
    """Noor, Ines and Lotte belong to more organisations that filled in something."""
    table = apps.get_model("signposts", "OwnSignpost").objects
    home = an_organisation(f"Ook hier {number}")
    for name in (NOOR, INES, "Lotte, own coordinator at school"):
        yield a_place(world.people[name], home, Role.MEMBER)
    for kind in ("occupational_physician", "confidential_adviser", "peer_support_team"):
        yield table.create(organisation=home, kind=kind, name=f"Dienst {number}", phone="0118 1")


def _rhythms(world: World, number: int) -> Iterator[Model]:
    """Fatima and Sam keep a rhythm with more people near them, all due."""
    table = apps.get_model("onetoones", "Rhythm").objects
    del number
    for name in ("Fatima, own team leader", SAM):
        other = a_person("Nabij")
        yield walking_along(other, world.people[name])
        yield table.create(
            owner=world.people[name], person=other, weeks=3, next_on=timezone.localdate()
        )


def _paths(world: World, number: int) -> Iterator[Model]:
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


def _learning(world: World, number: int) -> Iterator[Model]:
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


def _ways(world: World, number: int) -> Iterator[Model]:
    """More devices that show a sign, and signs to them."""
    for person in (world.people[NOOR], world.people[OTTO]):
        device = apps.get_model("delivery", "PushDevice").objects.create(
            person=person,
            label=f"Telefoon {number}",
            endpoint=f"https://push.voorbeeld.nl/{person.pk}/{number}",
            renewal_digest=uuid4().hex,
        )
        yield device
        yield apps.get_model("delivery", "Attempt").objects.create(receiver=person, device=device)


PARTS = (
    _places,
    _companions,
    _circles,
    _letters,
    _ways_in,
    _times,
    _duty,
    _agreements,
    _log,
    _sealed,
    _library,
    _signposts,
    _rhythms,
    _paths,
    _learning,
    _ways,
)
