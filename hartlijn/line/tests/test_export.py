"""Noor takes everything about her along, and nothing of anybody else."""

import io
import json
import zipfile
from collections.abc import Callable
from datetime import date, time
from typing import Any
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from hartlijn.agreements.models import Reading, Version
from hartlijn.consent.models import LogEntry
from hartlijn.consent.register import register
from hartlijn.consent.tests.world import Canary, World, build
from hartlijn.delivery.models import Delivery
from hartlijn.dialogues.models import Dialogue, Lead, Leading, ReportEdit, Taken
from hartlijn.factors.models import FactorMap, Finding, FindingVersion, MapVersion
from hartlijn.line.export import as_zip, collect, document
from hartlijn.line.parts import PARTS
from hartlijn.line.readable import escaped
from hartlijn.onetoones.models import Rhythm
from hartlijn.people.models import (
    HolidayChoice,
    Invitation,
    LeavePeriod,
    Membership,
    Person,
    Roster,
    RosterShift,
    SkippedWeek,
    ToldDay,
    UsualShift,
    WeeklyHours,
    WeeklyPattern,
)
from hartlijn.people.tests.factories import a_person, walking_along
from hartlijn.people.tests.ways_in import PASSWORD, with_password

pytestmark = pytest.mark.django_db

NOOR = "Noor, starter"


@pytest.fixture
def world(db: None) -> World:
    """A world in which every text is a canary."""
    return build()


@pytest.fixture(autouse=True)
def fresh_turns(db: None) -> None:
    """Nobody took anything along yet."""
    cache.clear()


def unpacked(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def exported(person: Person) -> str:
    return "\n".join(unpacked(as_zip(person, on=date(2026, 3, 31))).values())


def hers_by_the_register(world: World) -> list[Canary]:
    """Every text about Noor that she reads herself."""
    fields = register().fields
    return [
        canary
        for canary in world.canaries.values()
        if canary.about == world.people[NOOR]
        and canary.field in fields
        and "self" in fields[canary.field].readers
    ]


def test_noor_takes_along_every_text_about_her(world: World) -> None:
    found = exported(world.people[NOOR])
    hers = hers_by_the_register(world)

    assert {canary.field for canary in hers} >= {"people.Person.name", "people.Roster.name"}
    missing = [canary.field for canary in hers if canary.text not in found]
    assert not missing, f"the export forgets {missing}; add them to a portable.py"


def test_nobody_takes_along_what_they_may_not_read(world: World) -> None:
    """Noor has something in every table, so a table that forgets whose rows it gives shows."""
    fields = register().fields
    for reader, person in world.people.items():
        found = exported(person)
        been = {  # where somebody was is part of the own story, also when it is over
            thing
            for place in Membership.objects.filter(person=person)
            for thing in (place.organisation, place.unit)
        }
        for canary in (one for one in world.canaries.values() if one.text in found):
            if canary.about in been and canary.field.endswith(".name"):
                continue
            readers = set(fields[canary.field].readers) if canary.field in fields else set()
            assert world.relations(reader, canary.about) & readers, (
                f"{reader} takes along {canary.field} of {canary.whose}"
            )


def something_everywhere(person: Person, day: date) -> None:
    """A row in each table that the world of the access test leaves empty."""
    eight, five = time(8), time(17)
    UsualShift.objects.create(person=person, kind="day", start=eight, end=five)
    pattern, _made = WeeklyPattern.objects.get_or_create(person=person)
    WeeklyHours.objects.create(pattern=pattern, weekday=1, start=eight, end=five)
    roster = Roster.objects.filter(person=person)[0]
    RosterShift.objects.create(
        roster=roster, starts_on=day, starts_at=eight, ends_on=day, ends_at=five
    )
    ToldDay.objects.get_or_create(person=person, day=day, source="tapped")
    LeavePeriod.objects.get_or_create(person=person, first=day, last=day)
    HolidayChoice.objects.create(person=person, day=day, works=True)
    SkippedWeek.objects.create(person=person, monday=day)
    Delivery.objects.create(
        receiver=person, occasion=uuid4(), channel="in_app", state="arrived", arrived_on=day
    )
    LogEntry.objects.create(about_id=person.pk, as_role="operator", did="changed", what="account")
    Invitation.objects.create(token_digest="to her", email=person.email)
    Invitation.objects.create(token_digest="by her", invited_by=person)
    starter = a_person("Begint net")
    walking_along(starter, person)
    unit = Membership.objects.active().filter(person=person, unit__isnull=False)[0].unit
    assert unit
    last = Version.objects.filter(unit=unit).count()
    Version.objects.create(unit=unit, number=last + 1, consult="Casussen", written_by=person)
    Reading.objects.create(unit=unit, person=person, places=1)
    Rhythm.objects.create(owner=person, person=starter, weeks=3, next_on=day)
    map_, finding = FactorMap.objects.visible_to(person)[0], Finding.objects.visible_to(person)[0]
    hers = {"number": 99, "because": "Zo zag ik het", "changed_by": "editing", "made_by": person}
    MapVersion.objects.create(map=map_, body=map_.newest.body, **hers)
    FindingVersion.objects.create(finding=finding, text="Rust helpt", source="Gesprek", **hers)
    dialogue = Dialogue.objects.all()[0]
    Leading.objects.create(dialogue=dialogue, person=person)
    Lead.objects.create(dialogue=dialogue, kind="education", text="Oefenen", owner=person)
    ReportEdit.objects.create(
        dialogue=dialogue, key="zin", language="nl", text="Zo was het", edited_by=person
    )
    Taken.objects.create(dialogue=dialogue, kind="pdf", language="nl", by=person)


def test_a_stranger_takes_along_a_profile_and_no_row_of_anybody_else(world: World) -> None:
    """Noor has rows in every table, so here, too, a table that forgets whose they are shows."""
    day = date(2026, 3, 31)
    noor = world.people[NOOR]
    something_everywhere(noor, day)
    hers = document(collect(noor), on=day)
    strangers = document(collect(world.people["Vreemde, nobody"]), on=day)

    empty = {part.key for part in PARTS if not hers[part.key]}
    assert not empty, f"give Noor something in {empty}"
    assert {part.key for part in PARTS if strangers[part.key]} == {"profile"}


def test_a_former_companion_goes_along_without_a_name(noor: Person, stranger: Person) -> None:
    tie = walking_along(noor, stranger)
    assert stranger.name in exported(noor)

    tie.ended_on = tie.asked_on
    tie.save()

    assert stranger.name not in exported(noor)
    assert "werkbegeleider" in exported(noor)


def test_no_address_of_a_companion_goes_along(noor: Person, sam: Person) -> None:
    assert sam.name in exported(noor)
    assert sam.email not in exported(noor)


def test_whom_noor_invited_herself_goes_along_but_not_whom_a_desk_invited(
    ines: Person, employer: Any
) -> None:
    Invitation.objects.create(email="oma@voorbeeld.nl", invited_by=ines, token_digest="1")
    Invitation.objects.create(
        email="nieuw@voorbeeld.nl",
        invited_by=ines,
        organisation=employer,
        role="starter",
        token_digest="2",
    )

    assert "oma@voorbeeld.nl" in exported(ines)
    assert "nieuw@voorbeeld.nl" not in exported(ines)


def test_the_same_data_on_the_same_day_is_the_same_file(noor: Person, sam: Person) -> None:
    for month in (5, 3, 4):
        LeavePeriod.objects.create(
            person=noor, first=date(2026, month, 1), last=date(2026, month, 2)
        )
    day = date(2026, 3, 31)

    assert as_zip(noor, on=day) == as_zip(noor, on=day)
    leave = document(collect(noor), on=day)["leave"]
    assert [row["first"] for row in leave] == ["2026-03-01", "2026-04-01", "2026-05-01"]


def test_the_schema_describes_every_key_of_the_data(noor: Person, sam: Person) -> None:
    files = unpacked(as_zip(noor, on=date(2026, 3, 31)))
    data, schema = json.loads(files["data.json"]), json.loads(files["data.schema.json"])

    assert set(data) == set(schema["properties"])
    for part in PARTS:
        columns = schema["properties"][part.key]["items"]["properties"]
        assert schema["properties"][part.key]["description"]
        for row in data[part.key]:
            assert set(row) == set(columns)
            for key, value in row.items():
                assert _fits(value, columns[key]), f"{part.key}.{key} is {value!r}"


def _fits(value: object, described: dict[str, Any]) -> bool:
    kinds = {"string": str, "integer": int, "boolean": bool}
    return value is None or type(value) is kinds[described["type"][0]]


def test_the_readme_speaks_both_languages_and_names_every_part(noor: Person) -> None:
    readme = unpacked(as_zip(noor, on=date(2026, 3, 31)))["README.txt"]

    assert "Wat erin zit" in readme
    assert "31 maart 2026" in readme
    assert "31 March 2026" in readme or "March 31" in readme
    for part in PARTS:
        assert readme.count(f"  {part.key}:") == 2


def test_the_readable_file_is_in_the_persons_own_language(noor: Person) -> None:
    assert "mijn-gegevens.md" in unpacked(as_zip(noor, on=date(2026, 3, 31)))
    noor.language = "en"
    assert "my-data.md" in unpacked(as_zip(noor, on=date(2026, 3, 31)))


def test_a_name_with_bars_and_brackets_stays_one_cell() -> None:
    assert escaped("a|b\n<img> [x](y)") == r"a\|b \<img\> \[x\](y)"


def test_noor_gets_a_file_that_no_cache_keeps(
    noor: Person, as_: Callable[[Person], Client]
) -> None:
    response = as_(noor).post(reverse("line:export"))

    assert response.status_code == 200
    assert response["Content-Type"] == "application/zip"
    assert response["Content-Disposition"].startswith('attachment; filename="hartlijn-')
    assert noor.name not in response["Content-Disposition"]
    assert response["Cache-Control"] == "no-store"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert set(unpacked(response.content)) == {
        "README.txt",
        "mijn-gegevens.md",
        "data.json",
        "data.schema.json",
    }


def test_a_device_left_open_gives_nobody_the_file(
    noor: Person, as_: Callable[[Person], Client]
) -> None:
    client = as_(with_password(noor))

    asked = client.post(reverse("line:export"))
    assert asked["Location"].startswith(reverse("account_reauthenticate"))

    wrong = client.post(asked["Location"], {"password": "een ander geheim"})
    assert wrong["Content-Type"] != "application/zip"

    given = client.post(asked["Location"], {"password": PASSWORD})
    assert given["Content-Type"] == "application/zip"


def test_a_fourth_time_on_one_day_has_to_wait(
    noor: Person, sam: Person, as_: Callable[[Person], Client]
) -> None:
    for _time in range(3):
        assert as_(noor).post(reverse("line:export")).status_code == 200

    fourth = as_(noor).post(reverse("line:export"))

    assert fourth.status_code == 429
    assert "Morgen kan het weer" in fourth.content.decode()
    assert as_(sam).post(reverse("line:export")).status_code == 200


def test_looking_at_a_link_exports_nothing(noor: Person, as_: Callable[[Person], Client]) -> None:
    assert as_(noor).get(reverse("line:export")).status_code == 405
