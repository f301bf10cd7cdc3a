"""Two at the same moment: a list is sent once, and a desk keeps a coordinator."""

from contextlib import suppress

import pytest
from django.core import mail

from hartlijn.lib.verdict import Refused
from hartlijn.people.actions import guests, memberships
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
