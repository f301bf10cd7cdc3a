"""Two at the same moment: a list is sent once, and a desk keeps a coordinator."""

from contextlib import suppress

import pytest
from django.core import mail

from hartlijn.lib.verdict import Refused
from hartlijn.people.actions import erasure, guests, installation, memberships
from hartlijn.people.actions.invitations import Guest
from hartlijn.people.models import Membership, Organisation, Person, Role
from hartlijn.people.tests.factories import a_person, a_place
from hartlijn.people.tests.test_invitations import at_the_same_time

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_clicks_at_once_send_every_letter_once(ines: Person, employer: Organisation) -> None:
    found = [Guest(f"gast{number}@thuis.example") for number in range(20)]

    def send() -> None:
        guests.invite_all(found, employer, by=ines)

    at_the_same_time(send, send)

    assert len(mail.outbox) == 20


def test_two_coordinators_never_end_each_other(ines: Person, employer: Organisation) -> None:
    karel = a_person("Karel Vos")
    a_place(karel, employer, Role.COORDINATOR)
    of_ines, of_karel = (Membership.objects.get(person=one) for one in (ines, karel))

    def end(place: Membership, by: Person) -> None:
        with suppress(Refused):
            memberships.end(place, by=by)

    at_the_same_time(lambda: end(of_ines, karel), lambda: end(of_karel, ines))

    assert Membership.objects.active().coordinators().count() == 1


def leave(person: Person) -> None:
    """Leave for good, or hear why not."""
    with suppress(Refused):
        erasure.erase(person)


def test_two_last_coordinators_never_leave_at_once(ines: Person, employer: Organisation) -> None:
    karel = a_person("Karel Vos")
    a_place(karel, employer, Role.COORDINATOR)

    at_the_same_time(lambda: leave(ines), lambda: leave(karel))

    assert Membership.objects.active().coordinators().filter(person__isnull=False).count() == 1


def test_two_last_operators_never_leave_at_once(otto: Person) -> None:
    vera = a_person("Vera", is_operator=True)

    at_the_same_time(lambda: leave(otto), lambda: leave(vera))

    assert Person.objects.filter(is_operator=True).count() == 1


def test_two_operators_never_close_each_other(otto: Person) -> None:
    vera = a_person("Vera", is_operator=True)

    def block(account: Person, by: Person) -> None:
        with suppress(Refused):
            installation.block(account, by=by)

    at_the_same_time(lambda: block(otto, vera), lambda: block(vera, otto))

    assert Person.objects.filter(is_operator=True, is_active=True).count() == 1
