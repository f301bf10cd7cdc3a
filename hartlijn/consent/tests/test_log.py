"""The own log: readable by its person, changed by nobody."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from conftest import SignIn
from hartlijn.consent.models import LogEntry
from hartlijn.people import signals
from hartlijn.people.actions import erasure
from hartlijn.people.models import Organisation, Person

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def looks(by: Person, about: Person, organisation: Organisation | None) -> None:
    """A coordinator or the operator opens somebody's page."""
    signals.looked_at.send(
        Person, abouts=[about], by=by, organisation=organisation, what="membership"
    )


def test_noor_reads_who_looked(
    as_: SignIn, noor: Person, ines: Person, employer: Organisation
) -> None:
    looks(ines, noor, employer)

    page = as_(noor).get(reverse("consent:log")).content.decode()

    assert "Ines Pereira" in page
    assert "coördinator, Zeeuwse Jeugdzorg" in page


def test_looking_ten_times_on_one_day_is_one_line(
    noor: Person, ines: Person, employer: Organisation
) -> None:
    for _ in range(10):
        looks(ines, noor, employer)

    assert LogEntry.objects.visible_to(noor).count() == 1


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

    assert "Otto Smit" in page
    assert "beheerder" in page
