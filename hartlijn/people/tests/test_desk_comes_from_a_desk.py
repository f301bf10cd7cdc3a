"""A desk is handed on by somebody who holds it when the letter is opened."""

import pytest
from allauth.account.models import EmailAddress
from django.urls import reverse

from conftest import SignIn
from hartlijn.lib.verdict import Refused
from hartlijn.people.access import runs_desk
from hartlijn.people.actions import installation, invitations, memberships
from hartlijn.people.models import Invitation, Organisation, Person, Role
from hartlijn.people.tests.factories import a_person, a_place, proven

pytestmark = pytest.mark.django_db


def test_an_ended_coordinator_does_not_come_back_by_an_own_letter(
    ines: Person, employer: Organisation
) -> None:
    karel = a_person("Karel")
    a_place(karel, employer, Role.COORDINATOR)
    second = a_person("Ines, elders")
    guest = invitations.Guest(email=second.email, role=Role.COORDINATOR)
    letter = invitations.invite(guest, employer, by=ines)
    memberships.end(ines.memberships.get(), by=karel)

    with pytest.raises(Refused):
        invitations.accept(letter, by=second)

    assert not runs_desk(second, employer)


def test_a_blocked_coordinators_letter_is_dead(
    ines: Person, otto: Person, employer: Organisation
) -> None:
    friend = a_person("Vriendin")
    guest = invitations.Guest(email=friend.email, role=Role.COORDINATOR)
    letter = invitations.invite(guest, employer, by=ines)
    installation.block(ines, by=otto)

    with pytest.raises(Refused):
        invitations.accept(letter, by=friend)


def test_an_operator_does_not_open_a_desk_for_themselves(
    otto: Person, employer: Organisation
) -> None:
    EmailAddress.objects.create(user=otto, email="otto@thuis.example", verified=False)
    letter = installation.invite_coordinator("karel@thuis.example", employer, by=otto)

    for own in (otto.email.upper(), "otto@thuis.example"):
        with pytest.raises(Refused, match="je eigen adres"):
            installation.invite_coordinator(own, employer, by=otto)
    with pytest.raises(Refused):
        invitations.accept(letter, by=otto)

    assert not runs_desk(otto, employer)


def test_an_operator_looks_for_no_coordinator_where_there_is_one(
    ines: Person, otto: Person, employer: Organisation
) -> None:
    with pytest.raises(Refused, match="heeft al een coördinator"):
        installation.invite_coordinator("karel@thuis.example", employer, by=otto)

    installation.block(ines, by=otto)
    installation.invite_coordinator("karel@thuis.example", employer, by=otto)
    assert Invitation.objects.filter(email="karel@thuis.example").exists()


def test_a_letter_of_an_operator_is_dead_once_the_desk_is_held(
    otto: Person, employer: Organisation
) -> None:
    first, second = proven(a_person("Eerste")), proven(a_person("Tweede"))
    letters = [
        installation.invite_coordinator(one.email, employer, by=otto) for one in (first, second)
    ]
    invitations.accept(letters[0], by=first)

    with pytest.raises(Refused):
        invitations.accept(letters[1], by=second)

    assert runs_desk(first, employer)
    assert not runs_desk(second, employer)


def test_the_page_of_the_operator_says_why_not(
    as_: SignIn, ines: Person, otto: Person, employer: Organisation
) -> None:
    page = reverse("people:operator_invite", args=[employer.pk])

    shown = as_(otto).get(page)
    refused = as_(otto).post(page, {"email": "karel@thuis.example"})
    listed = as_(otto).get(reverse("people:operator_organisations"))

    assert "heeft al een coördinator" in shown.content.decode()
    assert 'name="email"' not in shown.content.decode()
    assert refused.status_code == 422
    assert page not in listed.content.decode()
    assert not Invitation.objects.exists()


def test_a_desk_that_is_held_is_handed_on(ines: Person, employer: Organisation) -> None:
    friend = proven(a_person("Vriendin"))
    guest = invitations.Guest(email=friend.email, role=Role.COORDINATOR)

    invitations.accept(invitations.invite(guest, employer, by=ines), by=friend)

    assert runs_desk(friend, employer)
