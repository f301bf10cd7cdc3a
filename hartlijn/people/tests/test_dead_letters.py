"""A letter lives as long as its sender may give what it promises, and no longer than a place."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from conftest import SignIn
from hartlijn.lib.verdict import Refused
from hartlijn.people.access import runs_desk
from hartlijn.people.actions import erasure, guests, installation, invitations, memberships
from hartlijn.people.actions.invitations import Guest
from hartlijn.people.models import Invitation, Membership, Organisation, Person, Role
from hartlijn.people.models.invitation import digest
from hartlijn.people.tests.factories import a_person, a_place, proven

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]

GUEST = "gast@thuis.example"
LINK = "/invitations/link/"


@pytest.fixture
def karel(employer: Organisation) -> Person:
    """Karel coordinates at the employer too."""
    karel = a_person("Karel Vos")
    a_place(karel, employer, Role.COORDINATOR)
    return karel


def a_letter(
    organisation: Organisation, by: Person, role: str = Role.STARTER, email: str = GUEST
) -> Invitation:
    """A letter of a desk behind LINK."""
    letter = invitations.invite(Guest(email, role=role), organisation, by=by)
    letter.token_digest = digest("link")
    letter.save()
    return letter


def end(person: Person, organisation: Organisation, by: Person) -> None:
    """End every place of somebody there."""
    for place in Membership.objects.not_over().filter(person=person, organisation=organisation):
        memberships.end(place, by=by)


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.TEAM_LEADER, Role.STARTER])
@pytest.mark.parametrize("how", ["ended", "blocked", "erased"])
def test_when_the_sender_is_gone_the_desk_says_so_and_sends_again(
    as_: SignIn,
    ines: Person,
    karel: Person,
    otto: Person,
    employer: Organisation,
    role: str,
    how: str,
) -> None:
    letter = a_letter(employer, ines, role)
    if how == "ended":
        end(ines, employer, by=karel)
    elif how == "blocked":
        installation.block(ines, by=otto)
    else:
        erasure.erase(ines)

    opened = Client().get(LINK)
    tried = Client().post(LINK, {"name": "Gast", "password": "regenjas op de fiets"})
    listed = as_(karel).get(reverse("people:desk_letters", args=[employer.pk])).content.decode()
    desk = as_(karel).get(reverse("people:desk", args=[employer.pk])).content.decode()

    assert (opened.status_code, tried.status_code) == (410, 410)
    assert "Je hebt al een account" not in opened.content.decode() + tried.content.decode()
    assert "geen coördinator meer; stuur de uitnodiging opnieuw" in listed
    assert "wacht op antwoord" not in listed
    assert "1 uitnodiging werkt niet meer." in desk

    invitations.send_again(letter, by=karel)
    guest = proven(a_person("Gast", email=GUEST))
    invitations.accept(letter, by=guest)
    assert guest.memberships.get().role == role


def test_inviting_again_what_died_sends_a_letter(
    ines: Person,
    karel: Person,
    employer: Organisation,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    a_letter(employer, ines, Role.COORDINATOR)
    end(ines, employer, by=karel)

    with django_capture_on_commit_callbacks(execute=True):
        sent = guests.invite_all([Guest(GUEST, role=Role.COORDINATOR)], employer, by=karel)

    assert (sent, len(mail.outbox)) == (1, 1)


def test_an_operator_who_sends_a_letter_again_stands_behind_it(
    otto: Person, employer: Organisation
) -> None:
    olga, guest = a_person("Olga", is_operator=True), proven(a_person("Gast"))
    installation.invite_coordinator(guest.email, employer, by=olga)
    letter = installation.invite_coordinator(guest.email, employer, by=otto)
    assert Invitation.objects.count() == 1
    installation.block(olga, by=otto)

    invitations.accept(letter, by=guest)

    assert runs_desk(guest, employer)


def test_a_link_with_an_unproven_claim_never_says_there_is_an_account(
    ines: Person, employer: Organisation
) -> None:
    """What cannot be taken is gone; only who has an account is asked to sign in."""
    letter = a_letter(employer, ines)
    letter.starts_on = letter.ends_on = timezone.localdate() + timedelta(days=5)
    letter.save()

    answer = Client().post(LINK, {"name": "Gast", "password": "regenjas op de fiets"})

    assert answer.status_code == 410
    assert not Person.objects.filter(email=GUEST).exists()


@pytest.mark.parametrize("companion_as", ["", "buddy"])
def test_a_blocked_senders_own_letter_is_dead_until_the_account_opens(
    sam: Person, otto: Person, companion_as: str
) -> None:
    letter = invitations.invite_personally(GUEST, by=sam, companion_as=companion_as)
    letter.token_digest = digest("link")
    letter.save()

    installation.block(sam, by=otto)
    assert Client().get(LINK).status_code == 410

    installation.unblock(sam, by=otto)
    assert Client().get(LINK).status_code == 200


# ------------------------------------------------------------------- no way back by a letter


@pytest.mark.parametrize("role", [Role.TEAM_LEADER, Role.STARTER])
def test_nobody_takes_a_place_they_gave(
    as_: SignIn, ines: Person, employer: Organisation, role: str
) -> None:
    a_letter(employer, ines, role)

    shown, tried = as_(ines).get(LINK), as_(ines).post(LINK)

    assert (shown.status_code, tried.status_code) == (200, 409)
    assert "Deze uitnodiging stuurde je zelf." in shown.content.decode()
    assert reverse("account_email") not in shown.content.decode()
    assert not ines.memberships.filter(role=role).exists()


def test_the_end_of_a_place_takes_back_the_letters_that_wait(
    noor: Person, ines: Person, employer: Organisation, school: Organisation, lotte: Person
) -> None:
    proven(noor, "noor@thuis.example")
    own = a_letter(employer, ines, Role.MEMBER, "Noor@Thuis.example")
    others = invitations.invite(Guest(GUEST), employer, by=ines)
    elsewhere = invitations.invite(Guest("noor@thuis.example"), school, by=lotte)

    end(noor, employer, by=ines)

    with pytest.raises(Refused):
        invitations.accept(own, by=noor)
    assert others.is_usable
    assert elsewhere.is_usable


def test_an_older_letter_to_a_mailbox_we_do_not_know_brings_nobody_back(
    as_: SignIn, noor: Person, ines: Person, employer: Organisation
) -> None:
    Membership.objects.filter(person=ines).update(starts_on=date(2026, 1, 1))
    with time_machine.travel(timezone.now() - timedelta(days=1), tick=False):
        older = a_letter(employer, ines)
    end(noor, employer, by=ines)

    answer = as_(noor).post(LINK)

    assert answer.status_code == 409
    assert "Je plek hier is geëindigd nadat" in answer.content.decode()
    assert not noor.memberships.active().filter(organisation=employer).exists()

    invitations.send_again(older, by=ines)  # meant for her after all
    invitations.accept(older, by=noor)
    assert noor.memberships.active().filter(organisation=employer).exists()


def test_a_letter_for_after_the_end_of_a_place_may_come_before_it(
    noor: Person, ines: Person, employer: Organisation, today: date
) -> None:
    Membership.objects.filter(person=ines).update(starts_on=date(2026, 1, 1))
    ends_on = today + timedelta(days=3)
    Membership.objects.filter(person=noor, organisation=employer).update(ends_on=ends_on)
    later = invitations.invite(Guest(GUEST, role=Role.MEMBER, starts_on=ends_on), employer, by=ines)
    sooner = invitations.invite(Guest("noor@werk.example"), employer, by=ines)

    with time_machine.travel(timezone.now() + timedelta(days=4)):
        invitations.accept(later, by=noor)
        with pytest.raises(Refused, match="geëindigd"):
            invitations.accept(sooner, by=noor)
