"""A claim to an address that was never proven shows and removes nothing of somebody else."""

import pytest
from allauth.account.models import EmailAddress

from hartlijn.people.actions import erasure
from hartlijn.people.models import Invitation, Person
from hartlijn.people.portable import RECEIVED
from hartlijn.people.tests.factories import proven
from hartlijn.people.tests.test_invitations import an_invitation

pytestmark = pytest.mark.django_db


def test_an_unproven_address_takes_no_letter_along(sam: Person, stranger: Person) -> None:
    EmailAddress.objects.create(user=stranger, email="els@voorbeeld.nl", verified=False)
    an_invitation(invited_by=sam)

    taken = list(RECEIVED.rows(stranger))
    erasure.erase(stranger)

    assert taken == []
    assert Invitation.objects.exists()


def test_a_proven_address_takes_its_letters_along(sam: Person, stranger: Person) -> None:
    proven(stranger, "els@voorbeeld.nl")
    an_invitation(invited_by=sam, email="Els@Voorbeeld.nl")

    taken = list(RECEIVED.rows(stranger))
    erasure.erase(stranger)

    assert len(taken) == 1
    assert not Invitation.objects.exists()
