"""What coordinators and operators do at their desks stands in the log of whom it is about."""

import pytest
from django.urls import reverse

from conftest import SignIn
from hartlijn.consent.models import LogEntry
from hartlijn.people.models import Membership, Organisation, Person

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


@pytest.fixture
def place(noor: Person, employer: Organisation) -> Membership:
    """Noor's place at the employer."""
    return Membership.objects.get(person=noor, organisation=employer)


def log_of(person: Person) -> list[tuple[str, str]]:
    """What was done with what, oldest first."""
    entries = LogEntry.objects.visible_to(person).order_by("pk")
    return list(entries.values_list("did", "what"))


def test_noor_reads_that_ines_looked_once_a_day(
    as_: SignIn, ines: Person, noor: Person, employer: Organisation
) -> None:
    client, desk = as_(ines), reverse("people:desk", args=[employer.pk])
    client.get(desk)
    client.get(desk)

    entry = LogEntry.objects.visible_to(noor).get()
    assert (entry.did, entry.what) == ("looked", "list")
    assert (entry.by_id, entry.organisation_id) == (ines.pk, employer.pk)
    page = as_(noor).get(reverse("consent:log")).content.decode()
    assert "Ines Pereira" in page


def test_who_is_not_on_the_page_was_not_looked_at(
    as_: SignIn, ines: Person, noor: Person, fatima: Person, employer: Organisation
) -> None:
    as_(ines).get(reverse("people:desk", args=[employer.pk]), {"role": "team_leader"})

    assert log_of(fatima) == [("looked", "list")]
    assert log_of(noor) == []


def test_a_list_that_goes_along_is_noted_each_time(
    as_: SignIn, ines: Person, noor: Person, employer: Organisation
) -> None:
    for _ in range(2):
        as_(ines).get(reverse("people:desk_people_csv", args=[employer.pk]))

    assert log_of(noor) == [("exported", "list")] * 2


def test_opening_changing_and_ending_a_place_are_noted(
    as_: SignIn, ines: Person, noor: Person, place: Membership
) -> None:
    client = as_(ines)
    page = reverse("people:membership", args=[place.pk])
    client.get(page)
    client.post(page, {"unit": "", "starts_on": place.starts_on, "ends_on": ""})
    client.get(reverse("people:end_membership", args=[place.pk]))
    client.post(reverse("people:end_membership", args=[place.pk]))
    client.post(reverse("people:end_membership", args=[place.pk]))

    assert log_of(noor) == [
        ("looked", "membership"), ("changed", "membership"), ("ended", "membership"),
    ]  # fmt: skip


def test_what_was_refused_is_not_noted_as_done(
    as_: SignIn, ines: Person, noor: Person, place: Membership
) -> None:
    page = reverse("people:membership", args=[place.pk])

    as_(ines).post(page, {"unit": "", "starts_on": "31-2-2026", "ends_on": ""})

    assert log_of(noor) == [("looked", "membership")]


def test_noor_reads_what_the_operator_did(as_: SignIn, otto: Person, noor: Person) -> None:
    client = as_(otto)
    client.get(reverse("people:operator_accounts"), {"q": "noor"})
    client.get(reverse("people:operator_account", args=[noor.pk]))
    client.post(reverse("people:operator_block", args=[noor.pk]))
    client.post(reverse("people:operator_unblock", args=[noor.pk]))

    assert log_of(noor) == [
        ("looked", "list"), ("looked", "account"), ("blocked", "account"), ("unblocked", "account"),
    ]  # fmt: skip
    entry = LogEntry.objects.visible_to(noor)[0]
    assert (entry.as_role, entry.organisation_id) == ("operator", None)


def test_who_was_not_found_was_not_looked_at(as_: SignIn, otto: Person, noor: Person) -> None:
    as_(otto).get(reverse("people:operator_accounts"))
    as_(otto).get(reverse("people:operator_accounts"), {"q": "sam"})

    assert log_of(noor) == []
