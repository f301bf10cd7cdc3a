"""A desk is handed on by somebody who holds it when the letter is opened."""

import pytest

from hartlijn.lib.verdict import Refused
from hartlijn.people.access import runs_desk
from hartlijn.people.actions import installation, invitations, memberships
from hartlijn.people.models import Organisation, Person, Role
from hartlijn.people.tests.factories import a_person, a_place

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
    letter = installation.invite_coordinator(otto.email, employer, by=otto)

    with pytest.raises(Refused):
        invitations.accept(letter, by=otto)

    assert not runs_desk(otto, employer)


def test_a_desk_that_is_held_is_handed_on(ines: Person, employer: Organisation) -> None:
    friend = a_person("Vriendin")
    guest = invitations.Guest(email=friend.email, role=Role.COORDINATOR)

    invitations.accept(invitations.invite(guest, employer, by=ines), by=friend)

    assert runs_desk(friend, employer)
