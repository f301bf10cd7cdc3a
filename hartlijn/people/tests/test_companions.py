"""Walking along: asked by the starter, accepted by the other, ended by either."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks

from conftest import SignIn
from hartlijn.people.forms.companions import WHAT_THEY_DO
from hartlijn.people.models import Companionship, Invitation, Organisation, Person, Role, Unit
from hartlijn.people.models.invitation import digest
from hartlijn.people.tests.factories import a_person, a_place, walking_along
from hartlijn.people.tests.ways_in import Answer

pytestmark = pytest.mark.django_db

ASK = "/companions/ask/"
Kind = Companionship.Kind


def ask(client: Client, **data: object) -> Answer:
    """Send the form as a browser does: empty fields too."""
    return client.post(ASK, {"kind": Kind.BUDDY, "companion": "", "email": "", **data})


def accept(tie: Companionship) -> str:
    return reverse("people:accept_companion", args=[tie.pk])


def end(tie: Companionship) -> str:
    return reverse("people:end_companion", args=[tie.pk])


# ------------------------------------------------------------------------- asking


def test_noor_asks_somebody_of_her_team(as_: SignIn, noor: Person, fatima: Person) -> None:
    answer = ask(as_(noor), companion=fatima.pk)

    tie = Companionship.objects.get()
    assert answer.status_code == 302
    assert (tie.starter, tie.companion, tie.kind) == (noor, fatima, Kind.BUDDY)
    assert not tie.is_accepted


def test_each_kind_of_companion_is_explained(as_: SignIn, noor: Person) -> None:
    page = as_(noor).get(ASK).content.decode()

    assert {kind for kind, _words in WHAT_THEY_DO} == set(Kind)
    for kind, words in WHAT_THEY_DO:
        assert str(words).startswith(f"{kind.label}: ")
        assert str(words) in page


def test_a_question_gives_no_right_before_the_answer(noor: Person, fatima: Person) -> None:
    walking_along(noor, fatima, accepted=False)

    assert not Companionship.objects.accepted().exists()


def test_who_is_not_near_cannot_be_chosen(as_: SignIn, noor: Person, stranger: Person) -> None:
    answer = ask(as_(noor), companion=stranger.pk)

    assert answer.status_code == 422
    assert not Companionship.objects.exists()


def test_a_blocked_account_cannot_be_chosen(as_: SignIn, noor: Person, fatima: Person) -> None:
    fatima.is_active = False
    fatima.save()

    assert fatima.name not in as_(noor).get(ASK).content.decode()
    assert ask(as_(noor), companion=fatima.pk).status_code == 422


def test_nobody_walks_along_with_themselves(as_: SignIn, noor: Person) -> None:
    assert ask(as_(noor), companion=noor.pk).status_code == 422
    assert ask(as_(noor), email=noor.email.upper()).status_code == 422
    assert mail.outbox == []


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"kind": "", "email": "els@voorbeeld.nl"},
        {"kind": "boss", "email": "els@voorbeeld.nl"},
        {"email": "els"},
        {"email": "els@voorbeeld.nl\x00"},
        {"email": "els@voorbeeld.nl\nBcc: iedereen@voorbeeld.nl"},
        {"email": "e" * 300 + "@voorbeeld.nl"},
        {"companion": "not-an-id", "email": ""},
        {"companion": "\x00"},
    ],
)
def test_what_cannot_be_asked_is_refused_and_stays_typed(
    as_: SignIn, noor: Person, data: dict[str, str]
) -> None:
    answer = ask(as_(noor), **data)

    assert answer.status_code == 422
    assert not Invitation.objects.exists()
    if data.get("email") == "els":
        assert 'value="els"' in answer.content.decode()
        assert "naam@voorbeeld.nl" in answer.content.decode()


def test_both_a_name_and_an_address_is_one_too_many(
    as_: SignIn, noor: Person, fatima: Person
) -> None:
    answer = ask(as_(noor), companion=fatima.pk, email="els@voorbeeld.nl")

    assert answer.status_code == 422
    assert "Kies één naam" in answer.content.decode()


def test_asking_twice_is_the_same_as_asking_once(as_: SignIn, noor: Person, fatima: Person) -> None:
    ask(as_(noor), companion=fatima.pk)
    ask(as_(noor), companion=fatima.pk)

    assert Companionship.objects.count() == 1


# ---------------------------------------------------------------------- by letter


def sent(
    as_: SignIn, person: Person, commits: DjangoCaptureOnCommitCallbacks, **data: object
) -> Answer:
    with commits(execute=True):
        return ask(as_(person), **data)


def test_inviting_by_letter_never_tells_who_has_an_account(
    as_: SignIn,
    noor: Person,
    stranger: Person,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    unknown = "x" * len(stranger.email.split("@")[0]) + "@voorbeeld.nl"
    pages, letters = [], []
    for email in (stranger.email, unknown):
        answer = sent(as_, noor, django_capture_on_commit_callbacks, email=email)
        page = as_(noor).get(answer["Location"]).content.decode()
        invitation = Invitation.objects.get(email=email)
        letter = mail.outbox.pop()
        assert letter.to == [email]
        pages.append((answer.status_code, answer["Location"], sorted(answer.headers)))
        letters.append((letter.subject, letter.body.split("http")[0], len(letter.body)))
        assert email in page
        Invitation.objects.filter(pk=invitation.pk).delete()

    assert pages[0] == pages[1]
    assert letters[0] == letters[1]


def test_the_letter_names_nobody_and_no_role(
    as_: SignIn, noor: Person, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    sent(as_, noor, django_capture_on_commit_callbacks, email="els@werk.nl")

    text = f"{mail.outbox[0].subject}\n{mail.outbox[0].body}"
    for word in ("Noor", "meelopen", "buddy", "Zeeuwse", "Team Oost", "starter"):
        assert word not in text
    assert "/invitations/" in text


def test_a_double_click_sends_one_letter(
    as_: SignIn, noor: Person, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    for _ in range(2):
        sent(as_, noor, django_capture_on_commit_callbacks, email="els@voorbeeld.nl")

    assert len(mail.outbox) == 1


def test_the_twenty_first_letter_of_an_hour_waits(as_: SignIn, noor: Person) -> None:
    for number in range(20):
        assert ask(as_(noor), email=f"nr{number}@voorbeeld.nl").status_code == 302

    answer = ask(as_(noor), email="nr20@voorbeeld.nl")

    assert answer.status_code == 429
    assert "Wacht een uur" in answer.content.decode()
    assert 'value="nr20@voorbeeld.nl"' in answer.content.decode()
    assert Invitation.objects.count() == 20


def test_sending_again_counts_too(as_: SignIn, sam: Person) -> None:
    client = as_(sam)
    client.post(reverse("people:welcome_starter"), {"email": "nieuw@voorbeeld.nl"})
    again = reverse("people:send_invitation_again", args=[Invitation.objects.get().pk])
    digests = set()
    for _ in range(25):
        client.post(again)
        digests.add(Invitation.objects.get().token_digest)

    assert len(digests) == 19  # the first letter counted too


def test_a_companion_welcomes_a_starter_personally(
    as_: SignIn, sam: Person, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        as_(sam).post(reverse("people:welcome_starter"), {"email": "Nieuw@voorbeeld.nl"})

    invitation = Invitation.objects.get()
    assert invitation.is_welcome
    assert invitation.email == "nieuw@voorbeeld.nl"
    assert len(mail.outbox) == 1


# ------------------------------------------------------------------------ answers


def test_the_one_who_was_asked_says_yes(as_: SignIn, noor: Person, fatima: Person) -> None:
    tie = walking_along(noor, fatima, accepted=False)

    as_(fatima).post(accept(tie))

    tie.refresh_from_db()
    assert tie.is_accepted


def test_the_one_who_asks_cannot_say_yes(as_: SignIn, noor: Person, fatima: Person) -> None:
    tie = walking_along(noor, fatima, accepted=False)

    page = as_(noor).post(accept(tie), follow=True).content.decode()

    tie.refresh_from_db()
    assert not tie.is_accepted
    assert "Alleen wie gevraagd is" in page


def test_a_withdrawn_question_cannot_be_accepted(as_: SignIn, noor: Person, fatima: Person) -> None:
    tie = walking_along(noor, fatima, accepted=False)
    as_(noor).post(end(tie))

    as_(fatima).post(accept(tie))

    tie.refresh_from_db()
    assert tie.ended_on
    assert not tie.is_accepted


@pytest.mark.parametrize(
    ("state", "by", "words"),
    [
        ("accepted", "noor", "loopt niet meer met je mee"),
        ("accepted", "fatima", "je loopt niet meer mee met Noor"),
        ("waiting", "noor", "ziet je vraag niet meer"),
        ("waiting", "fatima", "Een reden hoeft niet"),
    ],
)
def test_either_ends_it_and_reads_first_what_happens(
    as_: SignIn, noor: Person, fatima: Person, state: str, by: str, words: str
) -> None:
    tie = walking_along(noor, fatima, accepted=state == "accepted")
    client = as_({"noor": noor, "fatima": fatima}[by])

    page = client.get(end(tie)).content.decode()
    tie.refresh_from_db()
    assert "Wat er gebeurt" in page
    assert words in page
    assert tie.ended_on is None  # looking ends nothing

    client.post(end(tie))
    tie.refresh_from_db()
    assert tie.ended_on == timezone.localdate()
    assert client.post(end(tie), follow=True).status_code == 200  # a second click harms nobody


def test_for_others_it_does_not_exist(as_: SignIn, noor: Person, sam: Person, ines: Person) -> None:
    tie = Companionship.objects.get(companion=sam)

    for person in (ines, a_person("Vreemde")):
        assert as_(person).get(end(tie)).status_code == 404
        assert as_(person).post(end(tie)).status_code == 404
        assert as_(person).post(accept(tie)).status_code == 404


def test_after_the_end_they_can_begin_again(as_: SignIn, noor: Person, fatima: Person) -> None:
    tie = walking_along(noor, fatima)
    as_(noor).post(end(tie))

    ask(as_(noor), companion=fatima.pk, kind=tie.kind)

    assert Companionship.objects.waiting().count() == 1


# ----------------------------------------------------------------------- the page


def test_each_finds_the_own_side_on_the_page(
    as_: SignIn, noor: Person, sam: Person, fatima: Person, joost: Person
) -> None:
    walking_along(noor, fatima, accepted=False)
    walking_along(joost, noor, Kind.PEER, accepted=False)

    page = as_(noor).get(reverse("people:companions")).content.decode()

    assert "Stoppen met Sam Jansen" in page
    assert "De vraag aan Fatima Yilmaz intrekken" in page
    assert "Ja, ik loop mee met Joost Bakker" in page
    assert "Noor de Wit" in as_(fatima).get(reverse("people:companions")).content.decode()


def test_an_empty_page_says_how_to_begin(as_: SignIn, stranger: Person) -> None:
    page = as_(stranger).get(reverse("people:companions")).content.decode()

    assert "Vraag één mens die je vertrouwt" in page
    assert ASK in page


@pytest.mark.parametrize("route", ["people:companions", "people:ask_companion"])
def test_the_page_asks_the_database_as_often_for_one_as_for_many(
    as_: SignIn,
    noor: Person,
    sam: Person,
    team: Unit,
    route: str,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    def add(number: int) -> None:
        other = a_person(f"Collega {number}")
        a_place(other, team.organisation, unit=team)
        walking_along(noor, other, accepted=number % 2 == 0)
        walking_along(a_person(f"Starter {number}"), noor, accepted=number % 2 == 0)
        email = f"{number}@voorbeeld.nl"
        Invitation.objects.create(email=email, token_digest=email, invited_by=noor)

    client = as_(noor)
    add(0)
    client.get(reverse(route))
    with django_assert_max_num_queries(12) as few:
        client.get(reverse(route))
    for number in range(1, 6):
        add(number)
    with django_assert_max_num_queries(12) as many:
        client.get(reverse(route))

    assert len(few) == len(many)


# ------------------------------------------------- never created by an organisation


def test_no_invitation_of_an_organisation_makes_a_companionship(
    as_: SignIn, ines: Person, otto: Person, employer: Organisation, stranger: Person
) -> None:
    for number, role in enumerate(Role.values):
        for by in (ines, otto):
            token = f"{number}{by.pk}"
            Invitation.objects.create(
                email=stranger.email,
                organisation=employer,
                role=role,
                invited_by=by,
                token_digest=digest(token),
            )
            url = reverse("people:invitation", args=[token])
            as_(stranger).post(url, {"walk_along": Kind.BUDDY})

    assert not Companionship.objects.exists()
    assert stranger.memberships.exists()


def test_who_runs_a_desk_reaches_no_companionship_of_others(
    as_: SignIn, ines: Person, otto: Person, noor: Person, sam: Person, fatima: Person
) -> None:
    waiting = walking_along(noor, fatima, accepted=False)
    before = list(Companionship.objects.order_by("pk").values())

    for person in (ines, otto):
        client = as_(person)
        for tie in Companionship.objects.all():
            client.post(accept(tie))
            client.post(end(tie))
        ask(client, companion=fatima.pk, starter=noor.pk)

    assert (
        list(Companionship.objects.exclude(starter__in=[ines, otto]).order_by("pk").values())
        == before
    )
    waiting.refresh_from_db()
    assert not waiting.is_accepted


def test_an_expired_letter_is_shown_as_expired(as_: SignIn, noor: Person) -> None:
    Invitation.objects.create(
        email="els@voorbeeld.nl",
        token_digest="x",
        invited_by=noor,
        companion_as=Kind.BUDDY,
        expires_at=timezone.now() - timedelta(days=1),
    )

    page = as_(noor).get(reverse("people:companions")).content.decode()

    assert "De link is verlopen" in page
    assert "Opnieuw sturen aan els@voorbeeld.nl" in page
