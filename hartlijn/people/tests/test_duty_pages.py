"""Whom to call now, and who says so: the pages of duty."""

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from conftest import SignIn
from hartlijn.people.models import DutyLine, DutyShift, Membership, Person, Unit
from hartlijn.people.signals import looked_at
from hartlijn.people.tests.times_told import ics, local

AT_NIGHT = local("2026-11-22T03:00")


@pytest.fixture
def line(team: Unit, noor: Person, fatima: Person) -> DutyLine:
    """Noor has the line of her team on Saturday night; Fatima put her there."""
    Membership.objects.update(starts_on=date(2026, 9, 1))
    line = DutyLine.objects.create(unit=team, name="Achterwacht", phone="+31 118 12 34 56")
    DutyShift.objects.create(
        line=line,
        person=noor,
        put_by=fatima,
        starts_on=date(2026, 11, 21),
        starts_at="22:00",
        ends_on=date(2026, 11, 22),
        ends_at="08:00",
    )
    return line


def sent(**other: str) -> dict[str, str]:
    return {"starts_on": "2026-11-23", "starts_at": "22.00", "ends_at": "8", **other}


@time_machine.travel(AT_NIGHT, tick=False)
def test_the_number_comes_first_and_who_has_it_now(
    as_: SignIn, line: DutyLine, fatima: Person
) -> None:
    page = as_(fatima).get(reverse("people:duty")).content.decode()

    assert 'href="tel:+31118123456"' in page
    assert "Nu: Noor de Wit" in page
    assert page.index("tel:") < page.index("Nu: Noor")


@time_machine.travel(AT_NIGHT, tick=False)
def test_who_has_it_sees_it_on_vandaag_and_sees_who_put_her_there(
    as_: SignIn, line: DutyLine, noor: Person
) -> None:
    client = as_(noor)

    assert "Je hebt dienst tot 8.00 uur: Achterwacht." in client.get("/").content.decode()
    page = client.get(reverse("people:duty")).content.decode()
    assert "in het rooster gezet door Fatima Yilmaz" in page
    assert "Dienst verandert je werktijden niet." in page
    times = client.get(reverse("people:times")).content.decode()
    assert "22.00 – zondag 22 november 8.00, Achterwacht" in times


@time_machine.travel(AT_NIGHT, tick=False)
def test_she_may_take_herself_off(as_: SignIn, line: DutyLine, noor: Person) -> None:
    shift = DutyShift.objects.get()

    response = as_(noor).post(reverse("people:duty_take_off", args=[shift.pk]))

    assert response.headers["Location"] == reverse("people:duty")
    assert not DutyShift.objects.exists()


@time_machine.travel(AT_NIGHT, tick=False)
def test_of_who_is_gone_no_name_is_read(as_: SignIn, line: DutyLine, noor: Person) -> None:
    Membership.objects.filter(role="team_leader").update(ends_on=date(2026, 11, 20))

    page = as_(noor).get(reverse("people:duty")).content.decode()

    assert "Fatima" not in page
    assert "in het rooster gezet door iemand die hier weg is" in page


def test_for_a_colleague_elsewhere_there_is_no_line(
    as_: SignIn, line: DutyLine, sam: Person, stranger: Person
) -> None:
    for person in (sam, stranger):
        page = as_(person).get(reverse("people:duty"))
        assert "Achterwacht" not in page.content.decode()
        assert as_(person).get(reverse("people:duty_line", args=[line.pk])).status_code == 404


def test_a_starter_makes_no_roster(as_: SignIn, line: DutyLine, noor: Person, team: Unit) -> None:
    for route, thing in (
        ("line", line),
        ("line_change", line),
        ("line_file", line),
        ("unit", team),
    ):
        there = reverse(f"people:duty_{route}", args=[thing.pk])
        assert as_(noor).get(there).status_code == 404
        assert as_(noor).post(there).status_code == 404


@time_machine.travel(AT_NIGHT, tick=False)
def test_the_leader_declares_a_line_and_puts_somebody_on_it(
    as_: SignIn, noor: Person, fatima: Person, team: Unit
) -> None:
    Membership.objects.update(starts_on=date(2026, 9, 1))
    leader = as_(fatima)
    made = leader.post(
        reverse("people:duty_unit", args=[team.pk]), {"name": "Achterwacht", "phone": "0118 123456"}
    )
    line = DutyLine.objects.get()
    assert made.headers["Location"] == reverse("people:duty_line", args=[line.pk])

    leader.post(made.headers["Location"], sent(person=str(noor.pk)))

    shift = DutyShift.objects.get()
    assert (shift.person, shift.put_by) == (noor, fatima)
    assert str(shift) == "2026-11-23 22:00 – 2026-11-24 08:00"
    assert "Noor de Wit" in leader.get(made.headers["Location"]).content.decode()


@time_machine.travel(AT_NIGHT, tick=False)
@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"person": ""}, "Kies wie er dienst heeft."),
        (
            {"person": "00000000-0000-4000-8000-000000000000"},
            "Deze persoon hoort niet meer bij dit team.",
        ),
        ({"starts_at": "25"}, "Dit is geen tijd."),
        ({"starts_on": "2025-01-01"}, "Deze dag ligt te ver terug."),
        ({"ends_on": "2026-11-22"}, "Dit ligt niet na het begin."),
        ({"ends_on": "2026-12-20"}, "Een dienst duurt hoogstens 14 dagen."),
        ({"starts_on": "2026-11-21"}, "Er heeft dan al iemand dienst."),
    ],
)
def test_what_is_wrong_gets_a_sentence(
    as_: SignIn, line: DutyLine, fatima: Person, wrong: dict[str, str], sentence: str
) -> None:
    answers = sent(person=str(fatima.pk)) | wrong
    response = as_(fatima).post(reverse("people:duty_line", args=[line.pk]), answers)

    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert DutyShift.objects.count() == 1


@pytest.mark.parametrize("phone", ["bel Sam", "12", "+", "0" * 16, "۱۲۳۴", ""])
def test_a_number_that_no_phone_dials_is_refused(
    as_: SignIn, line: DutyLine, fatima: Person, phone: str
) -> None:
    there = reverse("people:duty_line_change", args=[line.pk])
    response = as_(fatima).post(there, {"name": "Achterwacht", "phone": phone})

    assert response.status_code == 422
    line.refresh_from_db()
    assert line.phone == "+31 118 12 34 56"


def test_a_line_gets_another_number_and_goes(
    as_: SignIn, line: DutyLine, fatima: Person, team: Unit
) -> None:
    client = as_(fatima)
    there = reverse("people:duty_line_change", args=[line.pk])
    assert "Achterwacht" in client.get(there).content.decode()
    client.post(there, {"name": "Nacht", "phone": "112", "several": "on"})
    line.refresh_from_db()
    assert (line.name, line.dial, line.several) == ("Nacht", "112", True)

    other = DutyLine.objects.create(unit=team, name="Dag", phone="113")
    taken = client.post(there, {"name": "Dag", "phone": "112"})
    assert taken.status_code == 422
    assert "Deze groep heeft al een lijn met deze naam." in taken.content.decode()

    client.post(reverse("people:duty_line_remove", args=[line.pk]))
    assert list(DutyLine.objects.all()) == [other]


@time_machine.travel(AT_NIGHT, tick=False)
def test_from_a_file_all_or_nothing(
    as_: SignIn, line: DutyLine, noor: Person, fatima: Person
) -> None:
    client, there = as_(fatima), reverse("people:duty_line_file", args=[line.pk])
    good = ics(("20261125T220000", "20261126T080000"), ("20261127T220000", "20261128T080000"))
    assert client.get(there).status_code == 200

    client.post(there, {"person": str(fatima.pk), "file": good})
    assert DutyShift.objects.filter(person=fatima).count() == 2

    clash = ics(("20261125T220000", "20261126T080000"))
    refused = client.post(there, {"person": str(noor.pk), "file": clash})
    assert refused.status_code == 422
    page = refused.content.decode()
    assert "Er heeft dan al iemand dienst." in page
    assert re.search(r"Regel \d+, [^:<]*25 november[^:<]*: Er heeft dan", page)
    broken = client.post(there, {"person": str(fatima.pk), "file": ics()})
    assert broken.status_code == 422
    assert "Regel 1: In dit bestand staan geen diensten" in broken.content.decode()
    assert DutyShift.objects.filter(person=fatima).count() == 2


@time_machine.travel(AT_NIGHT, tick=False)
def test_what_a_coordinator_opens_is_told_and_a_leader_is_no_desk(
    as_: SignIn, line: DutyLine, noor: Person, fatima: Person, ines: Person
) -> None:
    Membership.objects.update(starts_on=date(2026, 9, 1))
    there = reverse("people:duty_line", args=[line.pk])
    looks: list[tuple[Person, list[Person]]] = []

    def hear(by: Person, abouts: list[Person], **_: object) -> None:
        looks.append((by, abouts))

    looked_at.connect(hear)
    as_(fatima).get(there)
    as_(ines).get(there)
    looked_at.disconnect(hear)

    assert looks == [(ines, [noor])]


def test_old_duties_are_forgotten(line: DutyLine) -> None:
    from hartlijn.people.actions.tidying import forget_past_times  # noqa: PLC0415

    with time_machine.travel(AT_NIGHT + timedelta(days=300)):
        forget_past_times()
        assert DutyShift.objects.exists()
    with time_machine.travel(AT_NIGHT + timedelta(days=400)):
        forget_past_times()
        assert not DutyShift.objects.exists()


def test_with_the_account_goes_the_duty_and_who_put_it_there_loses_the_name(
    line: DutyLine, noor: Person, fatima: Person
) -> None:
    fatima.delete()
    assert DutyShift.objects.get().put_by is None
    noor.delete()
    assert not DutyShift.objects.exists()


@time_machine.travel(AT_NIGHT, tick=False)
def test_what_is_far_ahead_is_folded_away_and_can_still_be_taken_off(
    as_: SignIn, line: DutyLine, noor: Person, fatima: Person
) -> None:
    for week in range(1, 8):
        begins = date(2026, 11, 21) + week * timedelta(days=7)
        DutyShift.objects.create(
            line=line,
            person=noor,
            starts_on=begins,
            starts_at="22:00",
            ends_on=begins + timedelta(days=1),
            ends_at="08:00",
        )
    last = DutyShift.objects.latest("starts_on")
    for person, address in (
        (noor, reverse("people:duty")),
        (fatima, reverse("people:duty_line", args=[line.pk])),
    ):
        page = as_(person).get(address).content.decode()

        assert page.index("<details>") < page.index(reverse("people:duty_take_off", args=[last.pk]))
        assert page.count("/remove/") == 8


def test_who_makes_rosters_finds_each_line_and_sees_which_team_has_none(
    as_: SignIn, line: DutyLine, fatima: Person
) -> None:
    page = as_(fatima).get(reverse("people:duty")).content.decode()
    assert reverse("people:duty_line", args=[line.pk]) in page
    assert "nog geen lijn" not in page

    line.delete()

    assert "nog geen lijn" in as_(fatima).get(reverse("people:duty")).content.decode()


def test_who_has_no_team_is_not_sent_to_a_leader(as_: SignIn, stranger: Person) -> None:
    page = as_(stranger).get(reverse("people:duty")).content.decode()

    assert "Vraag je teamleider" not in page
    assert "Bij direct gevaar: 112." in page
