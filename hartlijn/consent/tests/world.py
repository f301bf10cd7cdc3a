"""A small world in which every text is a canary, and every tie between two people is known.

The ties are written down here by hand, beside the rows they come from. They never ask the
product who may see what: that is what the test wants to find out.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from cryptography.hazmat.primitives.asymmetric import ec
from django.apps import apps
from django.db.models import CharField, Field, Model, TextField
from django.utils import timezone
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData

from hartlijn.consent.models import Grant, LogEntry
from hartlijn.people.models import (
    Block,
    Circle,
    CirclePlace,
    Companionship,
    DutyLine,
    DutyShift,
    Invitation,
    Membership,
    Organisation,
    Person,
    Role,
    Unit,
)
from hartlijn.people.models.invitation import digest
from hartlijn.people.models.working_times import LeavePeriod, Roster, ToldDay

MARK = "kanarie"
ID_MARK = "ca4a41e0-0000-4000-8000-"
ANONYMOUS = "iemand zonder account"


@dataclass(frozen=True)
class Canary:
    """One text in the world: which field of whom, as a reader of the report knows it."""

    text: str
    field: str
    about: Any
    whose: str


@dataclass
class World:
    """The people, what they are to each other, and every text with its owner."""

    canaries: dict[str, Canary] = field(default_factory=dict)
    ties: dict[tuple[Any, Any], set[str]] = field(default_factory=lambda: defaultdict(set))
    rules: dict[str, set[str]] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    things: dict[str, Any] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)

    # -------------------------------------------------------------- canaries
    def canary(self, model_field: str, whose: str, *, email: bool = False) -> str:
        """A text that occurs nowhere else."""
        text = f"{MARK}{len(self.canaries):04d}x"
        self.canaries[text] = Canary(text, model_field, None, whose)
        return f"{text}@voorbeeld.nl" if email else text

    def canary_id(self, model_field: str, whose: str) -> UUID:
        """An id that occurs nowhere else, for a table without words."""
        text = f"{ID_MARK}{len(self.canaries):012d}"
        self.canaries[text] = Canary(text, model_field, None, whose)
        return UUID(text)

    def own(self, thing: Model, whose: str) -> None:
        """Note whose texts the canaries of a row are."""
        for model_field in text_fields(type(thing)):
            value = str(getattr(thing, model_field.attname) or "")
            key = value.split("@", maxsplit=1)[0]
            if key in self.canaries:
                found = self.canaries[key]
                self.canaries[key] = replace(found, about=thing, whose=whose)

    def tie(self, reader: str, thing: Any, relation: str) -> None:
        """``reader`` has this relation to a person or thing."""
        self.ties[reader, thing].add(relation)

    def tied(self, relation: str, one: str, other: str) -> None:
        """Two people have this relation to each other."""
        self.tie(one, self.people[other], relation)
        self.tie(other, self.people[one], relation)

    def relations(self, reader: str, thing: Any) -> set[str]:
        """What ``reader`` is to a person or thing."""
        return self.ties.get((reader, thing), set())

    # ---------------------------------------------------------------- people
    def person(self, key: str, **fields: Any) -> Person:
        """Somebody, with a canary for a name and one for an address."""
        person = Person(
            name=self.canary("people.Person.name", key),
            email=self.canary("people.Person.email", key, email=True),
            **fields,
        )
        person.set_unusable_password()
        person.save()
        self.own(person, key)
        self.people[key] = person
        self.rules[key] = {"anyone", "signed_in"}
        self.tie(key, person, "self")
        return person

    def place(
        self,
        key: str,
        organisation: str,
        role: str,
        *,
        unit: str | None = None,
        ended: bool = False,
        soon: bool = False,
    ) -> Membership:
        """A place in an organisation; ended places tie nobody to anything."""
        today = timezone.localdate()
        membership = Membership.objects.create(
            person=self.people[key],
            organisation=self.things[organisation],
            unit=self.things[unit] if unit else None,
            role=role,
            starts_on=today + timedelta(days=7) if soon else today - timedelta(days=30),
            ends_on=today - timedelta(days=1) if ended else None,
        )
        self.things[f"{key} at {organisation}"] = membership
        if soon:
            for thing in filter(None, (organisation, unit)):
                self.tie(key, self.things[thing], "expected")
        elif not ended:
            self.tie(key, self.things[organisation], "member")
            if unit:
                self.tie(key, self.things[unit], "member")
            if role == Role.COORDINATOR:
                self.rules[key].add("coordinator")
        return membership

    def __iter__(self) -> Iterator[str]:
        """Every reader, the one without an account included."""
        yield ANONYMOUS
        yield from self.people


def text_fields(model: type[Model]) -> list[Field[Any, Any]]:
    """The fields of a table in which somebody's words can stand."""
    return [
        item
        for item in model._meta.concrete_fields
        if isinstance(item, (CharField, TextField)) and not item.choices
    ]


def build() -> World:
    """The whole world."""
    world = World(rules={ANONYMOUS: {"anyone"}})
    _organisations(world)
    for key in (
        "Noor, starter",
        "Sam, own companion",
        "Els, former companion",
        "Piet, asked to walk along",
        "Milan, same team",
        "Tess, left the team",
        "Daan, starts soon",
        "Fatima, own team leader",
        "Joost, own teacher",
        "Ines, own coordinator at work",
        "Lotte, own coordinator at school",
        "Karel, former coordinator",
        "Bram, coordinator elsewhere",
        "Olga, starter elsewhere",
        "Rosa, researcher",
        "Vreemde, nobody",
    ):
        world.person(key)
    world.person("Otto, operator", is_operator=True)
    world.rules["Otto, operator"].add("operator")
    _places(world)
    _companions(world)
    _circles(world)
    _invitations(world)
    _ways_in(world)
    _second_factor(world)
    _times(world)
    _signposts(world)
    _rhythms(world)
    _desks(world)
    _duty(world)
    _agreement(world)
    _log(world)
    _vault(world)
    _journal(world)
    _ways(world)
    _trust(world)
    return world


def _ways_in(world: World) -> None:
    """How Noor signs in: tables of the sign-in library, with her words in them."""
    noor = world.people["Noor, starter"]
    EmailAddress.objects.create(
        user=noor, email=world.canary("account.EmailAddress.email", "Noor", email=True)
    )
    world.things["passkey"] = Authenticator.objects.create(
        user=noor,
        type=Authenticator.Type.WEBAUTHN,
        data={"name": world.canary("mfa.Authenticator.data", "Noor"), "credential": passkey()},
    )
    world.tie("Noor, starter", world.things["passkey"], "self")
    world.things["session"] = UserSession.objects.create(
        user=noor,
        ip="127.0.0.1",
        session_key="elsewhere",
        user_agent=world.canary("usersessions.UserSession.user_agent", "Noor"),
    )
    world.tie("Noor, starter", world.things["session"], "self")
    SocialAccount.objects.create(
        user=noor,
        provider="school",
        uid=world.canary("socialaccount.SocialAccount.uid", "Noor"),
    )
    for key, canary in world.canaries.items():
        if canary.about is None:
            world.canaries[key] = replace(canary, about=noor)


def passkey() -> dict[str, Any]:
    """What a device sends when it made a passkey (W3C WebAuthn, no attestation)."""
    key = ec.generate_private_key(ec.SECP256R1()).public_key()
    credential = AttestedCredentialData.create(
        Aaguid.NONE,
        b"passkey",
        ES256.from_cryptography_key(key),  # type: ignore[no-untyped-call]
    )
    data = AuthenticatorData.create(
        hashlib.sha256(b"localhost").digest(),
        AuthenticatorData.FLAG.AT | AuthenticatorData.FLAG.UP,
        0,
        credential,
    )
    made = AttestationObject.create("none", data, {})
    client = json.dumps({"type": "webauthn.create", "challenge": "", "origin": "http://localhost"})
    return {
        "id": websafe_encode(b"passkey"),
        "rawId": websafe_encode(b"passkey"),
        "type": "public-key",
        "response": {
            "clientDataJSON": websafe_encode(client.encode()),
            "attestationObject": websafe_encode(bytes(made)),
        },
    }


def _second_factor(world: World) -> None:
    """The operator has one: without it no page of the operator opens."""
    otto = world.people["Otto, operator"]
    Authenticator.objects.create(user=otto, type=Authenticator.Type.TOTP, data={"secret": ""})


def _times(world: World) -> None:
    """Noor's own working times, and those of somebody else."""
    today = timezone.localdate()
    for key in ("Noor, starter", "Olga, starter elsewhere"):
        person = world.people[key]
        name = world.canary("people.Roster.name", key)
        own = {
            f"roster of {key}": Roster.objects.create(
                person=person, name=name, address=world.canary("people.Roster.address", key)
            ),
            f"leave of {key}": LeavePeriod.objects.create(person=person, first=today, last=today),
            f"day of {key}": ToldDay.objects.create(
                person=person, day=today, source=ToldDay.Source.EXCEPTION
            ),
        }
        world.own(own[f"roster of {key}"], key)
        world.canaries[name] = replace(world.canaries[name], about=person)
        for thing in own.values():
            world.tie(key, thing, "self")
        world.things |= own


def _organisations(world: World) -> None:
    for key, kind in (
        ("werk", Organisation.Kind.PRACTICE),
        ("school", Organisation.Kind.EDUCATION),
        ("elders", Organisation.Kind.PRACTICE),
    ):
        organisation = Organisation.objects.create(
            name=world.canary("people.Organisation.name", key),
            kind=kind,
            email_domain=world.canary("people.Organisation.email_domain", key),
        )
        unit = Unit.objects.create(
            organisation=organisation, name=world.canary("people.Unit.name", f"unit van {key}")
        )
        world.own(organisation, key)
        world.own(unit, f"unit van {key}")
        world.things |= {key: organisation, f"unit van {key}": unit}


def _places(world: World) -> None:
    world.place("Noor, starter", "werk", Role.STARTER, unit="unit van werk")
    world.place("Noor, starter", "school", Role.STARTER)
    world.place("Milan, same team", "werk", Role.STARTER, unit="unit van werk")
    world.place("Fatima, own team leader", "werk", Role.TEAM_LEADER, unit="unit van werk")
    world.place("Tess, left the team", "werk", Role.STARTER, unit="unit van werk", ended=True)
    world.place("Daan, starts soon", "werk", Role.STARTER, unit="unit van werk", soon=True)
    world.tie("Fatima, own team leader", world.people["Daan, starts soon"], "leader_soon")
    world.tie("Daan, starts soon", world.people["Fatima, own team leader"], "team_soon")
    world.place("Sam, own companion", "werk", Role.MEMBER)
    world.place("Joost, own teacher", "school", Role.TEACHER)
    world.place("Rosa, researcher", "school", Role.RESEARCHER)
    world.place("Ines, own coordinator at work", "werk", Role.COORDINATOR)
    world.place("Lotte, own coordinator at school", "school", Role.COORDINATOR)
    world.place("Karel, former coordinator", "werk", Role.COORDINATOR, ended=True)
    world.place("Bram, coordinator elsewhere", "elders", Role.COORDINATOR)
    world.place("Olga, starter elsewhere", "elders", Role.STARTER, unit="unit van elders")
    team = ("Noor, starter", "Milan, same team", "Fatima, own team leader")
    for one in team:
        for other in team:
            if one != other:
                world.tied("same_unit", one, other)


def _companions(world: World) -> None:
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


def _circles(world: World) -> None:
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


def _invitations(world: World) -> None:
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


def _duty(world: World) -> None:
    """A line of Noor's team, which she has in a while: her leader put her there."""
    noor, leader = "Noor, starter", "Fatima, own team leader"
    line = DutyLine.objects.create(
        unit=world.things["unit van werk"],
        name=world.canary("people.DutyLine.name", "dienstlijn"),
        phone=world.canary("people.DutyLine.phone", "dienstlijn"),
    )
    world.own(line, "dienstlijn")
    day = timezone.localdate() + timedelta(days=2)
    shift = DutyShift.objects.create(
        line=line,
        person=world.people[noor],
        put_by=world.people[leader],
        starts_on=day,
        starts_at="22:00",
        ends_on=day + timedelta(days=1),
        ends_at="08:00",
    )
    world.things |= {"dienstlijn": line, "dienst": shift}
    for reader in (noor, "Milan, same team", leader):
        world.tie(reader, line, "same_unit")
    world.tie(noor, shift, "self")
    for thing in (line, shift, world.things["unit van werk"]):
        world.tie(leader, thing, "leader")
        world.tie("Ines, own coordinator at work", thing, "coordinator")


def _agreement(world: World) -> None:
    """What Noor's team agreed on, written by somebody who left, then by Milan."""
    model = apps.get_model("agreements", "Version")
    team = ("Noor, starter", "Milan, same team", "Fatima, own team leader")
    for number, author in ((1, "Tess, left the team"), (2, "Milan, same team")):
        version = model.objects.create(
            unit=world.things["unit van werk"],
            number=number,
            written_by=world.people[author],
            **{
                item.name: world.canary(f"agreements.Version.{item.name}", "team")
                for item in text_fields(model)
            },
        )
        world.own(version, "team")
        for reader in team:
            world.tie(reader, version, "same_unit")


def _log(world: World) -> None:
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


def _vault(world: World) -> None:
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


def _journal(world: World) -> None:
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


def _signposts(world: World) -> None:
    """Each organisation said who its occupational physician is."""
    table, field = apps.get_model("signposts", "OwnSignpost"), "signposts.OwnSignpost"
    for key in ("werk", "school", "elders"):
        row = table.objects.create(
            organisation=world.things[key],
            kind="occupational_physician",
            name=world.canary(f"{field}.name", key),
            phone=world.canary(f"{field}.phone", key),
            reachable=world.canary(f"{field}.reachable", key),
        )
        world.own(row, key)
        world.things[f"bedrijfsarts van {key}"] = row
        for reader in world.people:
            if "member" in world.relations(reader, world.things[key]):
                world.tie(reader, row, "member")


def _rhythms(world: World) -> None:
    """Fatima and Sam want to see Noor now and then; Fatima also Milan.

    No word stands in it: the id of the last is the canary. Those of the others stand in addresses.
    """
    noor, milan = world.people["Noor, starter"], world.people["Milan, same team"]
    fatima, sam = "Fatima, own team leader", "Sam, own companion"
    table, today = apps.get_model("onetoones", "Rhythm").objects, timezone.localdate()
    for key in (fatima, sam):
        owner = world.people[key]
        row = table.create(owner=owner, person=noor, weeks=3, next_on=today)
        world.things[f"rhythm of {key}"] = row
        world.tie(key, row, "self")
    pk = world.canary_id("onetoones.Rhythm.next_on", fatima)
    row = table.create(id=pk, owner=world.people[fatima], person=milan, weeks=3, next_on=today)
    world.canaries[str(pk)] = replace(world.canaries[str(pk)], about=row)
    world.tie(fatima, row, "self")


def _ways(world: World) -> None:
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


def _trust(world: World) -> None:
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


def _desks(world: World) -> None:
    """What coordinators and the operator are to the people and things of their desk."""
    for key, organisation in (
        ("Ines, own coordinator at work", "werk"),
        ("Lotte, own coordinator at school", "school"),
        ("Bram, coordinator elsewhere", "elders"),
    ):
        home = world.things[organisation]
        world.tie(key, home, "coordinator")
        for thing in world.things.values():
            if thing == home or getattr(thing, "organisation", None) == home:
                world.tie(key, thing, "coordinator")
        for place in Membership.objects.filter(organisation=home):
            over = place.ends_on is not None
            world.tie(key, place.person, "past_coordinator" if over else "coordinator")
            reader = next(name for name, one in world.people.items() if one == place.person)
            # "Wie ziet wat" names them to everybody whose place they see.
            world.tie(reader, world.people[key], "desk")
    for thing in (*world.people.values(), *world.things.values()):
        world.tie("Otto, operator", thing, "operator")
