"""A place may go to another account of the same person; a desk and trust go to the mailbox."""

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse

from conftest import SignIn
from hartlijn.lib.verdict import Refused
from hartlijn.people.access import runs_desk
from hartlijn.people.actions import invitations
from hartlijn.people.models import Companionship, Invitation, Organisation, Person, Role
from hartlijn.people.tests.factories import proven
from hartlijn.people.tests.test_invitations import NEW, TOKEN, an_invitation

pytestmark = pytest.mark.django_db

LINK = f"/invitations/{TOKEN}/"
SENTENCE = "Meld je aan met het adres waarop je bent uitgenodigd."


@pytest.mark.parametrize("claimed", ["els@elders.nl", "els@voorbeeld.nl"])
def test_a_desk_is_not_for_who_does_not_read_the_mailbox(
    as_: SignIn, ines: Person, stranger: Person, employer: Organisation, claimed: str
) -> None:
    proven(stranger)
    EmailAddress.objects.create(user=stranger, email=claimed, verified=False)
    letter = an_invitation(organisation=employer, role=Role.COORDINATOR, invited_by=ines)

    shown, tried = as_(stranger).get(LINK), as_(stranger).post(LINK)

    assert shown.status_code == 200
    assert tried.status_code == 409
    for answer in (shown, tried):
        assert SENTENCE in answer.content.decode()
        assert "Ja, ik doe mee" not in answer.content.decode()
        assert reverse("account_email") in answer.content.decode()
    with pytest.raises(Refused, match=SENTENCE):
        invitations.accept(letter, by=stranger)
    assert not runs_desk(stranger, employer)
    assert Invitation.objects.get().is_usable


def test_a_forwarded_link_makes_nobody_operator(as_: SignIn, stranger: Person) -> None:
    as_(stranger).post(invitations.invite_operator("els@voorbeeld.nl"))

    stranger.refresh_from_db()
    assert not stranger.is_operator


def test_a_starters_trust_is_not_for_who_was_sent_the_link(
    as_: SignIn, noor: Person, stranger: Person
) -> None:
    letter = an_invitation(invited_by=noor, companion_as=Companionship.Kind.WORK_MENTOR)

    shown, tried = as_(stranger).get(LINK), as_(stranger).post(LINK)

    assert (shown.status_code, tried.status_code) == (200, 409)
    for answer in (shown, tried):
        text = answer.content.decode()
        assert "Deze vraag ging naar een adres dat niet bij je account hoort." in text
        assert reverse("account_email") in text
        assert "els@voorbeeld.nl" not in text
    with pytest.raises(Refused):
        invitations.accept(letter, by=stranger)
    assert not Companionship.objects.filter(companion=stranger).exists()

    proven(stranger, "els@voorbeeld.nl")
    as_(stranger).post(LINK)
    assert Companionship.objects.accepted().filter(companion=stranger, starter=noor).exists()


def test_a_desk_is_for_who_proved_the_address(
    as_: SignIn, ines: Person, stranger: Person, employer: Organisation
) -> None:
    proven(stranger, "els@voorbeeld.nl")
    an_invitation(
        organisation=employer, role=Role.COORDINATOR, invited_by=ines, email="Els@Voorbeeld.nl"
    )

    as_(stranger).post(LINK)

    assert runs_desk(stranger, employer)


def test_a_new_account_proves_the_address_by_the_link(
    client: Client, ines: Person, employer: Organisation
) -> None:
    an_invitation(organisation=employer, role=Role.COORDINATOR, invited_by=ines)

    client.post(LINK, NEW)

    assert runs_desk(Person.objects.get(email="els@voorbeeld.nl"), employer)
