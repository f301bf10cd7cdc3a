"""The own log: readable by its person, changed by nobody."""

import re
from datetime import datetime, time, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from conftest import SignIn
from hartlijn.consent.models import LogEntry
from hartlijn.people import signals
from hartlijn.people.actions import duty, erasure, installation, invitations
from hartlijn.people.models import DutyLine, DutyShift, Organisation, Person, Role, Unit
from hartlijn.people.reachable import Duty
from hartlijn.people.tests.factories import a_place, proven

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def looks(by: Person, about: Person, organisation: Organisation | None) -> None:
    """A coordinator or the operator opens somebody's page."""
    what = "membership" if organisation else "account"
    signals.looked_at.send(Person, abouts=[about], by=by, organisation=organisation, what=what)


def test_noor_reads_who_looked(
    as_: SignIn, noor: Person, ines: Person, employer: Organisation
) -> None:
    looks(ines, noor, employer)

    page = as_(noor).get(reverse("consent:log")).content.decode()

    assert "Ines Pereira (coördinator) bekeek je plek bij Zeeuwse Jeugdzorg." in page


def test_looking_ten_times_on_one_day_is_one_line(
    noor: Person, ines: Person, employer: Organisation
) -> None:
    for _ in range(10):
        looks(ines, noor, employer)

    assert LogEntry.objects.visible_to(noor).count() == 1


def test_looking_from_two_desks_is_two_lines(
    noor: Person, ines: Person, employer: Organisation, school: Organisation
) -> None:
    for _ in range(2):
        looks(ines, noor, employer)
        looks(ines, noor, school)

    seen = LogEntry.objects.visible_to(noor).values_list("organisation_id", flat=True)
    assert sorted(seen, key=str) == sorted((employer.pk, school.pk), key=str)


def test_looking_ten_times_without_a_desk_is_one_line_too(noor: Person, otto: Person) -> None:
    for _ in range(10):
        looks(otto, noor, None)

    assert LogEntry.objects.visible_to(noor).count() == 1


def test_an_operator_who_opens_a_desk_for_somebody_stands_there_as_operator(
    noor: Person,
    otto: Person,
    ines: Person,
    employer: Organisation,
    school: Organisation,
) -> None:
    letter = installation.invite_coordinator("noor@thuis.example", school, by=otto)
    invitations.accept(letter, by=proven(noor, "noor@thuis.example"))
    looks(ines, noor, employer)

    roles = LogEntry.objects.visible_to(noor).values_list("did", "as_role")
    assert set(roles) == {
        ("started", "operator"),
        ("invited", "operator"),
        ("looked", "coordinator"),
    }


def test_an_operator_who_also_runs_the_desk_stands_there_as_coordinator(
    noor: Person, otto: Person, employer: Organisation
) -> None:
    a_place(otto, employer, Role.COORDINATOR)
    looks(otto, noor, employer)

    assert LogEntry.objects.visible_to(noor).get().as_role == "coordinator"


def test_what_somebody_does_to_themselves_is_theirs(ines: Person, employer: Organisation) -> None:
    looks(ines, ines, employer)

    assert not LogEntry.objects.exists()


def test_nobody_else_reads_noors_log(
    as_: SignIn, noor: Person, sam: Person, ines: Person, employer: Organisation
) -> None:
    looks(ines, noor, employer)

    assert "Ines" not in as_(sam).get(reverse("consent:log")).content.decode()


def test_the_database_refuses_to_change_an_entry(
    noor: Person, ines: Person, employer: Organisation
) -> None:
    looks(ines, noor, employer)

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        LogEntry.objects.update(did="changed")


def test_the_database_refuses_to_remove_an_entry(
    noor: Person, ines: Person, employer: Organisation
) -> None:
    looks(ines, noor, employer)

    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("DELETE FROM consent_logentry")


def test_the_log_goes_with_the_account(
    noor: Person,
    ines: Person,
    employer: Organisation,
    django_capture_on_commit_callbacks: pytest.FixtureRequest,
) -> None:
    looks(ines, noor, employer)

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        erasure.erase(noor)

    assert not LogEntry.objects.exists()


def test_an_operator_stands_in_the_log_as_operator(as_: SignIn, noor: Person, otto: Person) -> None:
    signals.account_blocked.send(Person, about=noor, by=otto, is_blocked=True)

    page = as_(noor).get(reverse("consent:log")).content.decode()

    assert "Otto Smit (beheerder) sloot je account af." in page


@pytest.fixture
def duty_line(team: Unit, noor: Person, fatima: Person) -> DutyLine:
    """Of the team that Fatima leads and Noor is in."""
    return DutyLine.objects.create(unit=team, name="Achterwacht", phone="0118 12 34 56")


def a_night(days: int) -> list[Duty]:
    start = datetime.combine(timezone.localdate() + timedelta(days=days), time(22))
    return [Duty(start, start + timedelta(hours=10))]


def told_of_duty(as_: SignIn, person: Person) -> list[str]:
    page = as_(person).get(reverse("consent:log")).content.decode()
    return re.findall(r"[^>\n]*dienstrooster van Zeeuwse Jeugdzorg\.", page)


def test_noor_reads_who_put_her_on_duty_changed_it_and_took_her_off(
    as_: SignIn, noor: Person, fatima: Person, ines: Person, duty_line: DutyLine
) -> None:
    duty.put_on_duty(duty_line, noor, a_night(3), by=fatima)
    duty.replace_duties(duty_line, noor, a_night(5), by=ines)
    duty.take_off_duty(DutyShift.objects.get(), by=fatima)

    said = [one.strip() for one in reversed(told_of_duty(as_, noor))]
    assert said == [
        "Fatima Yilmaz (teamleider) zette je in een dienstrooster van Zeeuwse Jeugdzorg.",
        "Ines Pereira (coördinator) veranderde je diensten in een dienstrooster van Zeeuwse Jeugdzorg.",
        "Fatima Yilmaz (teamleider) haalde je uit een dienstrooster van Zeeuwse Jeugdzorg.",
    ]
    assert told_of_duty(as_, fatima) == []


def test_stopping_a_line_is_told_to_whoever_had_duty_ahead_and_to_no_other(
    as_: SignIn, noor: Person, fatima: Person, ines: Person, duty_line: DutyLine
) -> None:
    duty_line.several = True
    duty_line.save()
    duty.put_on_duty(duty_line, fatima, a_night(3), by=fatima)
    duty.put_on_duty(duty_line, noor, a_night(-9), by=ines)
    duty.remove_line(duty_line, by=ines)

    assert len(told_of_duty(as_, fatima)) == 1
    assert not LogEntry.objects.visible_to(noor).filter(did="ended").exists()


def test_what_somebody_does_to_their_own_duty_is_theirs(
    noor: Person, fatima: Person, duty_line: DutyLine
) -> None:
    duty.put_on_duty(duty_line, noor, a_night(3), by=fatima)
    shift = DutyShift.objects.get()
    duty.take_off_duty(shift, by=noor)
    duty.take_off_duty(shift, by=noor)

    assert LogEntry.objects.visible_to(noor).filter(what="duty").count() == 1
