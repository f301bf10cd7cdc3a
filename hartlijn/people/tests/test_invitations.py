"""The page behind a link: who invites, to what, and coming in once."""

import threading
from collections.abc import Callable
from datetime import date, timedelta
from urllib.parse import quote

import pytest
import time_machine
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.core import mail
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from conftest import SignIn
from hartlijn.lib.verdict import Refused
from hartlijn.people.actions import invitations
from hartlijn.people.models import Companionship, Invitation, Organisation, Person, Role, Unit
from hartlijn.people.models.invitation import digest
from hartlijn.people.tests.factories import a_person, proven
from hartlijn.people.tests.ways_in import Answer

TOKEN = "a-token-nobody-guesses"
PASSWORD = "regenjas op de fiets"
NEW = {"name": "Els Vermeer", "password": PASSWORD}


def an_invitation(**fields: object) -> Invitation:
    """A waiting invitation behind TOKEN."""
    return Invitation.objects.create(
        **{"email": "els@voorbeeld.nl", "token_digest": digest(TOKEN), **fields}
    )


def page(client: Client, token: str = TOKEN) -> str:
    return client.get(f"/invitations/{token}/").content.decode()


def come_in(client: Client, **data: str) -> Answer:
    return client.post(f"/invitations/{TOKEN}/", {**NEW, **data})


@pytest.fixture
def els() -> Client:
    """The browser of Els, who has no account yet."""
    return Client(HTTP_USER_AGENT="Firefox on Android")


# ---------------------------------------------------------------- what it is about


@pytest.mark.django_db
def test_the_page_says_who_invites_and_to_what(
    els: Client, sam: Person, ines: Person, employer: Organisation
) -> None:
    an_invitation(invited_by=sam, companion_as="buddy")
    personal = page(els)
    Invitation.objects.all().delete()
    an_invitation(invited_by=ines, organisation=employer, role=Role.STARTER)
    organised = page(els)

    assert "Sam Jansen vraagt of je wilt meelopen" in personal
    assert "Als buddy" in personal
    assert "Zeeuwse Jeugdzorg nodigt je uit" in organised
    assert "als starter" in organised
    for text in (personal, organised):
        assert "Wat jij schrijft, kan je team niet lezen." in text
        assert "els@voorbeeld.nl" in text


@pytest.mark.django_db
def test_the_page_speaks_english_on_request(els: Client, sam: Person) -> None:
    an_invitation(invited_by=sam)
    els.post(reverse("people:language"), {"language": "en"})

    come_in(els)

    assert Person.objects.get(email="els@voorbeeld.nl").language == "en"


# -------------------------------------------------------------------- a new account


@pytest.mark.django_db
def test_els_makes_an_account_and_is_signed_in(
    els: Client, ines: Person, employer: Organisation, team: Unit
) -> None:
    an_invitation(invited_by=ines, organisation=employer, role=Role.STARTER, unit=team)

    answer = come_in(els)

    person = Person.objects.get(email="els@voorbeeld.nl")
    address = EmailAddress.objects.get(user=person)
    place = person.memberships.get()
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert els.get("/me/").status_code == 200
    assert (address.verified, address.primary) == (True, True)
    assert (place.organisation, place.unit, place.role) == (employer, team, Role.STARTER)
    assert UserSession.objects.get(user=person).user_agent == "Firefox on Android"
    assert mail.outbox == []  # the link was the proof: no second letter


@pytest.mark.django_db
def test_afterwards_els_signs_in_with_her_password(els: Client, sam: Person) -> None:
    an_invitation(invited_by=sam, email="Els@Voorbeeld.nl")
    come_in(els)

    at_home = Client()
    at_home.post(reverse("account_login"), {"login": "els@voorbeeld.nl", "password": PASSWORD})

    assert at_home.get("/me/").status_code == 200


@pytest.mark.django_db
def test_the_address_of_the_letter_counts_and_no_other(els: Client, sam: Person) -> None:
    an_invitation(invited_by=sam)

    come_in(els, email="iemand@anders.nl")

    assert Person.objects.filter(email="els@voorbeeld.nl").exists()
    assert not Person.objects.filter(email="iemand@anders.nl").exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({"name": ""}, ""),
        ({"name": "x" * 81}, ""),
        ({"name": "Els\u202e"}, "onzichtbaar teken"),
        ({"name": "Els\x00"}, ""),
        ({"password": ""}, ""),
        ({"password": "kort"}, ""),
        ({"password": "password123"}, ""),
        ({"password": "els@voorbeeld.nl"}, ""),
        ({"password": "x" * 600}, ""),
        ({"walk_along": "boss"}, ""),
    ],
)
def test_what_cannot_be_taken_is_refused_and_the_link_stays_whole(
    els: Client, sam: Person, data: dict[str, str], says: str
) -> None:
    an_invitation(invited_by=sam)

    answer = come_in(els, **data)

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert PASSWORD not in answer.content.decode()
    assert Invitation.objects.get().is_usable
    assert not Person.objects.filter(email="els@voorbeeld.nl").exists()


@pytest.mark.django_db
@pytest.mark.parametrize("companion_as", ["", "buddy"])
def test_who_clicks_twice_on_making_an_account_comes_in(
    els: Client, noor: Person, companion_as: str
) -> None:
    an_invitation(invited_by=noor, companion_as=companion_as)

    first, second = come_in(els), come_in(els)

    assert second.status_code == 302
    assert second["Location"] == first["Location"] == reverse("people:companions")
    assert come_in(Client()).status_code == 410
    assert Person.objects.filter(email="els@voorbeeld.nl").count() == 1


@pytest.mark.django_db
def test_who_clicks_twice_on_joining_as_themselves_comes_in(
    as_: SignIn, stranger: Person, fatima: Person, ines: Person, employer: Organisation
) -> None:
    an_invitation(invited_by=ines, organisation=employer, role=Role.TEACHER)
    client = as_(stranger)

    answers = [client.post(f"/invitations/{TOKEN}/") for _click in range(2)]

    assert [answer["Location"] for answer in answers] == ["/", "/"]
    assert as_(fatima).post(f"/invitations/{TOKEN}/").status_code == 410
    assert stranger.memberships.count() == 1


@pytest.mark.django_db
def test_who_is_invited_to_walk_along_walks_along_at_once(els: Client, noor: Person) -> None:
    an_invitation(invited_by=noor, companion_as="study_coach")

    answer = come_in(els)

    tie = Companionship.objects.get()
    assert (str(tie.starter), str(tie.companion), tie.kind) == (
        noor.name,
        "Els Vermeer",
        "study_coach",
    )
    assert tie.is_accepted
    assert answer["Location"] == reverse("people:companions")


@pytest.mark.django_db
def test_a_welcomed_starter_chooses_whether_to_ask_the_companion(els: Client, sam: Person) -> None:
    Companionship.objects.all().delete()
    an_invitation(invited_by=sam)

    come_in(els, walk_along="work_mentor")

    tie = Companionship.objects.get()
    assert (str(tie.starter), tie.companion) == ("Els Vermeer", sam)
    assert not tie.is_accepted  # Sam still says yes
    assert not Person.objects.get(email="els@voorbeeld.nl").memberships.exists()


@pytest.mark.django_db
def test_an_operator_first_adds_a_second_factor(els: Client) -> None:
    address = invitations.invite_operator("els@voorbeeld.nl")

    answer = els.post(address, NEW)

    assert answer["Location"] == reverse("mfa_index")
    assert Person.objects.get(email="els@voorbeeld.nl").is_operator
    later = Client()
    signed = later.post(
        reverse("account_login"), {"login": "els@voorbeeld.nl", "password": PASSWORD}
    )
    assert signed["Location"] == reverse("mfa_index")


@pytest.mark.django_db
def test_an_operators_link_lives_a_quarter_of_an_hour(els: Client) -> None:
    with time_machine.travel(timezone.now(), tick=False) as clock:
        address = invitations.invite_operator("els@voorbeeld.nl")
        clock.shift(timedelta(minutes=15))

        assert els.post(address, NEW).status_code == 410


# ------------------------------------------------------------------ an own account


@pytest.mark.django_db
def test_who_has_an_account_signs_in_and_comes_back(
    els: Client, sam: Person, stranger: Person
) -> None:
    EmailAddress.objects.create(user=stranger, email=stranger.email, verified=True, primary=True)
    stranger.set_password(PASSWORD)
    stranger.save()
    an_invitation(invited_by=sam, email=stranger.email, companion_as="buddy")

    asked = page(els)
    assert "Meld je aan" in asked
    assert 'name="password"' not in asked
    assert els.post(f"/invitations/{TOKEN}/", NEW).status_code == 200  # makes nothing
    assert Person.objects.filter(email=stranger.email).count() == 1

    login = f"{reverse('account_login')}?next=/invitations/{TOKEN}/"
    assert login in asked
    answer = els.post(login, {"login": stranger.email, "password": PASSWORD})
    assert answer["Location"] == f"/invitations/{TOKEN}/"
    els.post(answer["Location"])
    assert Companionship.objects.accepted().filter(companion=stranger, starter=sam).exists()


@pytest.mark.django_db
def test_somebody_signed_in_accepts_as_themselves_or_signs_out_first(
    as_: SignIn, stranger: Person, ines: Person, employer: Organisation
) -> None:
    an_invitation(invited_by=ines, organisation=employer, role=Role.TEACHER)
    client = as_(stranger)

    text = page(client)
    assert "Je bent aangemeld als Vreemde Vogel" in text
    assert "eerst afmelden" in text
    client.post(reverse("account_logout"), {"next": f"/invitations/{TOKEN}/"})
    assert 'name="password"' in page(client)

    client = as_(stranger)
    client.post(f"/invitations/{TOKEN}/")
    assert stranger.memberships.get().role == Role.TEACHER
    assert not EmailAddress.objects.filter(email="els@voorbeeld.nl").exists()


@pytest.mark.django_db
def test_looking_accepts_nothing(as_: SignIn, stranger: Person, sam: Person) -> None:
    an_invitation(invited_by=sam, companion_as="buddy")

    as_(stranger).get(f"/invitations/{TOKEN}/")

    assert Invitation.objects.get().is_usable


@pytest.mark.django_db
def test_nobody_accepts_the_own_invitation(as_: SignIn, sam: Person) -> None:
    an_invitation(invited_by=sam, companion_as="buddy")

    assert "Dit is je eigen uitnodiging" in page(as_(sam))
    assert as_(sam).post(f"/invitations/{TOKEN}/").status_code == 409
    assert Invitation.objects.get().is_usable


@pytest.mark.django_db
def test_an_unproven_claim_to_an_address_keeps_nobody_out(
    els: Client, sam: Person, stranger: Person
) -> None:
    EmailAddress.objects.create(user=stranger, email="els@voorbeeld.nl", verified=False)
    an_invitation(invited_by=sam)

    come_in(els)

    assert Person.objects.get(email="els@voorbeeld.nl").name == "Els Vermeer"


# ------------------------------------------------------------------ dead and forged


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fields",
    [
        {"used_at": timezone.now()},
        {"withdrawn_at": timezone.now()},
        {"expires_at": timezone.now() - timedelta(seconds=1)},
        {"invited_by": None},
    ],
    ids=["used", "withdrawn", "expired", "sender left"],
)
def test_a_dead_link_opens_one_calm_page(
    els: Client, as_: SignIn, sam: Person, stranger: Person, fields: dict[str, object]
) -> None:
    an_invitation(**{"invited_by": sam, **fields})
    forged = els.get("/invitations/forged/")

    for client in (els, as_(stranger)):
        for answer in (client.get(f"/invitations/{TOKEN}/"), come_in(client)):
            assert answer.status_code == 410
            assert "Vraag wie je uitnodigde om een nieuwe" in answer.content.decode()
            assert "Sam Jansen" not in answer.content.decode()
    assert forged.status_code == 404
    assert "Vraag wie je uitnodigde om een nieuwe" in forged.content.decode()
    assert not Person.objects.filter(email="els@voorbeeld.nl").exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "token",
    ["x", "x" * 5000, "a%00b", "%ff%fe", "%F0%9F%92%9B", "..", "%2e%2e", "a b", "'--", "%E2%80%AE"],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_forged_link_never_breaks(els: Client, token: str, method: str) -> None:
    answer = getattr(els, method)(f"/invitations/{quote(token, safe='%')}/")

    assert answer.status_code == 404


@pytest.mark.django_db
def test_only_the_digest_of_a_link_is_kept(sam: Person) -> None:
    invitation = invitations.invite_personally("els@voorbeeld.nl", by=sam)

    assert len(invitation.token_digest) == 64
    assert not Invitation.objects.for_token(invitation.token_digest).exists()


# ------------------------------------------------------------ taking back, once more


@pytest.mark.django_db
def test_a_withdrawn_link_is_dead_and_a_fresh_one_lives(
    as_: SignIn, els: Client, sam: Person
) -> None:
    invitation = an_invitation(invited_by=sam)
    back = {"next": "/companions/?x=1"}

    answer = as_(sam).post(
        reverse("people:withdraw_invitation", args=[invitation.pk]), back, follow=False
    )
    assert answer["Location"] == "/companions/?x=1"
    assert els.get(f"/invitations/{TOKEN}/").status_code == 410

    as_(sam).post(reverse("people:send_invitation_again", args=[invitation.pk]))
    assert Invitation.objects.get().is_usable
    assert els.get(f"/invitations/{TOKEN}/").status_code == 404  # the first link stays dead


@pytest.mark.django_db
def test_a_used_invitation_cannot_be_sent_again(as_: SignIn, els: Client, sam: Person) -> None:
    invitation = an_invitation(invited_by=sam)
    come_in(els)

    route = reverse("people:send_invitation_again", args=[invitation.pk])
    text = as_(sam).post(route, follow=True).content.decode()

    assert "al gebruikt" in text
    assert Client().get(f"/invitations/{TOKEN}/").status_code == 410


@pytest.mark.django_db
def test_a_used_invitation_cannot_be_taken_back(as_: SignIn, els: Client, sam: Person) -> None:
    invitation = an_invitation(invited_by=sam)
    come_in(els)

    route = reverse("people:withdraw_invitation", args=[invitation.pk])
    text = as_(sam).post(route, follow=True).content.decode()

    assert "al gebruikt" in text
    assert Invitation.objects.get().withdrawn_at is None


@pytest.mark.django_db
def test_the_action_itself_refuses_strangers(sam: Person, stranger: Person) -> None:
    invitation = an_invitation(invited_by=sam)

    for verb in (invitations.withdraw, invitations.send_again):
        with pytest.raises(Refused):
            verb(invitation, by=stranger)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example", "/\\evil", "x" * 5000]
)
def test_the_way_back_never_leads_elsewhere(as_: SignIn, sam: Person, target: str) -> None:
    invitation = an_invitation(invited_by=sam)

    route = reverse("people:withdraw_invitation", args=[invitation.pk])
    answer = as_(sam).post(route, {"next": target})

    assert answer["Location"] == reverse("people:companions")


@pytest.mark.django_db
def test_to_others_an_invitation_does_not_exist(
    as_: SignIn, sam: Person, ines: Person, otto: Person, stranger: Person
) -> None:
    invitation = an_invitation(invited_by=sam)

    for person in (ines, otto, stranger):
        for route in ("people:withdraw_invitation", "people:send_invitation_again"):
            assert as_(person).post(reverse(route, args=[invitation.pk])).status_code == 404
    assert Invitation.objects.get().is_usable


@pytest.mark.django_db
def test_a_coordinator_takes_back_an_invitation_of_the_own_desk(
    as_: SignIn, ines: Person, lotte: Person, employer: Organisation
) -> None:
    invitation = an_invitation(organisation=employer, role=Role.STARTER, invited_by=ines)
    route = reverse("people:withdraw_invitation", args=[invitation.pk])

    assert as_(lotte).post(route).status_code == 404
    as_(ines).post(route)

    assert not Invitation.objects.get().is_usable


# ------------------------------------------------------------------------ only once


@pytest.mark.django_db
def test_a_link_is_for_one_person(sam: Person, stranger: Person, fatima: Person) -> None:
    invitation = an_invitation(invited_by=sam, companion_as="buddy")
    invitations.accept(invitation, by=proven(stranger, "els@voorbeeld.nl"))

    with pytest.raises(Refused):
        invitations.accept(invitation, by=fatima)
    with pytest.raises(Refused):
        invitations.open_account(invitation, name="Els", password=PASSWORD)


@pytest.mark.django_db
def test_no_second_account_for_an_address_somebody_proved(sam: Person, stranger: Person) -> None:
    EmailAddress.objects.create(user=stranger, email="els@voorbeeld.nl", verified=True)
    invitation = an_invitation(invited_by=sam)

    with pytest.raises(Refused):
        invitations.open_account(invitation, name="Els", password=PASSWORD)

    assert not Person.objects.filter(email="els@voorbeeld.nl").exists()
    assert Invitation.objects.get().is_usable


@pytest.mark.django_db
def test_a_place_that_is_over_makes_the_link_dead(
    as_: SignIn, els: Client, ines: Person, stranger: Person, employer: Organisation, today: date
) -> None:
    over = an_invitation(
        invited_by=ines, organisation=employer, role=Role.STARTER, ends_on=today + timedelta(days=1)
    )
    assert over.is_usable
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        answers = [els.get(f"/invitations/{TOKEN}/"), as_(stranger).post(f"/invitations/{TOKEN}/")]
        again = as_(ines).post(reverse("people:send_invitation_again", args=[over.pk]), follow=True)
        page = as_(ines).get(reverse("people:desk_letters", args=[employer.pk]))

    assert [answer.status_code for answer in answers] == [410, 410]
    assert "Deze plek is al voorbij" in again.content.decode()
    assert "de plek is al voorbij" in page.content.decode()
    assert not stranger.memberships.exists()


@pytest.mark.django_db
def test_a_period_that_cannot_be_is_refused_and_does_not_break(
    ines: Person, stranger: Person, employer: Organisation, today: date
) -> None:
    soon = today + timedelta(days=5)
    backwards = an_invitation(
        invited_by=ines, organisation=employer, role=Role.STARTER, starts_on=soon, ends_on=soon
    )

    with pytest.raises(Refused):
        invitations.accept(backwards, by=stranger)

    assert Invitation.objects.get().used_at is None


@pytest.mark.django_db
def test_of_a_used_letter_name_and_address_are_forgotten(
    as_: SignIn, ines: Person, stranger: Person, employer: Organisation
) -> None:
    an_invitation(invited_by=ines, organisation=employer, role=Role.STARTER, name="Els op het werk")

    as_(stranger).post(f"/invitations/{TOKEN}/")

    used = Invitation.objects.get()
    assert (used.email, used.name) == ("", "")
    assert used.used_at is not None


def at_the_same_time(*things: Callable[[], object]) -> None:
    """Do things in threads that start together, each with its own connection."""
    if "memory" in str(connection.settings_dict["NAME"]):
        pytest.skip("threads cannot wait for each other on a database in memory")
    start = threading.Barrier(len(things))

    def do(thing: Callable[[], object]) -> None:
        try:
            start.wait()
            thing()
        finally:
            connection.close()

    threads = [threading.Thread(target=do, args=[thing]) for thing in things]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_accept_at_once_one_comes_in() -> None:
    sam, first, second = a_person("Sam"), a_person("Eerste"), a_person("Tweede")
    invitation = an_invitation(invited_by=sam)
    refused = []

    def accept(person: Person) -> None:
        try:
            invitations.accept(invitation, by=person)
        except Refused:
            refused.append(person)

    at_the_same_time(lambda: accept(first), lambda: accept(second))

    assert len(refused) == 1
    assert Invitation.objects.get().used_at is not None


@pytest.mark.django_db(transaction=True)
def test_a_double_click_makes_one_account() -> None:
    an_invitation(invited_by=a_person("Sam"))
    answers: list[int] = []

    def click() -> None:
        answers.append(come_in(Client()).status_code)

    at_the_same_time(click, click)

    assert Person.objects.filter(email="els@voorbeeld.nl").count() == 1
    assert 302 in answers
    assert max(answers) < 500


@pytest.mark.django_db(transaction=True)
def test_two_invitations_to_one_address_make_one_account() -> None:
    sam = a_person("Sam")
    both = [
        an_invitation(invited_by=sam, token_digest=digest(name), companion_as=kind)
        for name, kind in (("one", ""), ("two", "buddy"))
    ]
    refused = []

    def open_account(invitation: Invitation) -> None:
        try:
            invitations.open_account(invitation, name="Els", password=PASSWORD)
        except Refused:
            refused.append(invitation)

    at_the_same_time(*[lambda one=one: open_account(one) for one in both])

    assert Person.objects.filter(email="els@voorbeeld.nl").count() == 1
    assert len(refused) == 1
    assert EmailAddress.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_a_double_click_on_inviting_one_letter_comes() -> None:
    sam = a_person("Sam")

    def click() -> None:
        invitations.invite_personally("els@voorbeeld.nl", by=sam)

    at_the_same_time(click, click)

    assert Invitation.objects.count() == 1
    assert len(mail.outbox) == 1
