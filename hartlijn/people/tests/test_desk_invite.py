"""Inviting from the desk: one, many, all or nobody, and each once."""

from datetime import timedelta
from smtplib import SMTPServerDisconnected
from typing import Any

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from conftest import SignIn
from hartlijn.people.forms.invite_many import MEMBER, WAITING
from hartlijn.people.models import Invitation, Organisation, Person, Role, Unit
from hartlijn.people.models.invitation import VALID_FOR
from hartlijn.people.tests.factories import a_person, a_place
from hartlijn.people.tests.test_desk import MOST_QUERIES, a_letter

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sqlite]

TWO = "naam;e-mail;rol;onderdeel\nAnna;anna@thuis.example;;Team Oost\nBas;bas@thuis.example;docent;"


@pytest.fixture
def one(employer: Organisation) -> str:
    return reverse("people:desk_invite", args=[employer.pk])


@pytest.fixture
def many(employer: Organisation) -> str:
    return reverse("people:desk_invite_many", args=[employer.pk])


@pytest.fixture
def coordinator(as_: SignIn, ines: Person) -> Client:
    """Ines at her desk."""
    return as_(ines)


def guest(**other: object) -> dict[str, object]:
    return {"email": "anna@thuis.example", "name": "Anna", "role": "starter", **other}


def page_of(response: Any) -> str:  # the test client adds to a response
    text: str = response.content.decode()
    return text


# -------------------------------------------------------------------------------- one


def test_a_letter_goes_to_one_person(
    coordinator: Client, one: str, employer: Organisation, team: Unit, ines: Person
) -> None:
    response = coordinator.post(one, guest(unit=team.pk))

    assert response.headers["Location"] == reverse("people:desk_letters", args=[employer.pk])
    invitation = Invitation.objects.get()
    assert (invitation.organisation, invitation.unit) == (employer, team)
    assert (invitation.role, invitation.invited_by) == (Role.STARTER, ines)
    assert [letter.to for letter in mail.outbox] == [["anna@thuis.example"]]


def test_the_letter_names_no_role_and_no_team(coordinator: Client, one: str, team: Unit) -> None:
    coordinator.post(one, guest(unit=team.pk, role="researcher"))

    letter = mail.outbox[0]
    assert "onderzoeker" not in f"{letter.subject}{letter.body}"
    assert "Team Oost" not in f"{letter.subject}{letter.body}"


def test_a_double_click_sends_one_letter(coordinator: Client, one: str) -> None:
    coordinator.post(one, guest())
    second = coordinator.post(one, guest(), follow=True)

    assert len(mail.outbox) == 1
    assert "Er ging geen tweede brief uit." in page_of(second)


def test_who_has_the_place_gets_no_letter(
    coordinator: Client, one: str, employer: Organisation
) -> None:
    anna = a_person("Anna", email="Anna@Thuis.example")
    a_place(anna, employer)

    response = coordinator.post(one, guest())

    assert response.status_code == 422
    assert "Deze persoon heeft deze plek al." in page_of(response)


def test_in_another_role_somebody_can_be_invited_again(
    coordinator: Client, one: str, employer: Organisation
) -> None:
    a_place(a_person("Anna", email="anna@thuis.example"), employer)

    coordinator.post(one, guest(role="member"))

    assert len(mail.outbox) == 1


def test_what_happens_elsewhere_changes_nothing_that_ines_sees(
    coordinator: Client, one: str, many: str, school: Organisation
) -> None:
    """Whether somebody has an account, a place or a letter elsewhere, is not hers to know."""
    rows = "e-mail\nbekend@thuis.example\nonbekend@thuis.example"
    known = a_person("Bekend", email="bekend@thuis.example")
    a_place(known, school)
    a_letter(school)
    Invitation.objects.update(email="bekend@thuis.example")

    preview = page_of(coordinator.post(many, {"rows": rows}))
    answers = [
        coordinator.post(one, guest(email=f"{who}@thuis.example")) for who in ("bekend", "onbekend")
    ]

    assert str(MEMBER) not in preview
    assert str(WAITING) not in preview
    assert answers[0].status_code == answers[1].status_code == 302
    letters = [letter.body.split("\n")[0:4] for letter in mail.outbox]
    assert letters[0] == letters[1]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"email": "anna@"}, "Dit is geen e-mailadres."),
        ({"email": ""}, "Hier hoort nog een e-mailadres."),
        ({"role": "baas"}, "Kies iets uit de lijst."),
        ({"name": "Anna\u202e"}, "onzichtbaar teken"),
        ({"starts_on": "2026-02-30"}, "Deze dag bestaat niet."),
        ({"unit": "00000000-0000-0000-0000-000000000000"}, "Kies een ander onderdeel."),
    ],
)
def test_a_refusal_keeps_what_was_typed(
    coordinator: Client, one: str, typed: dict[str, str], sentence: str
) -> None:
    response = coordinator.post(one, guest(**typed))

    assert response.status_code == 422
    assert sentence in page_of(response)
    assert "Anna" in page_of(response)
    assert not Invitation.objects.exists()


def test_when_the_mail_server_is_silent_nothing_is_lost(
    coordinator: Client, one: str, settings: Any
) -> None:
    settings.DELIVERY_MAIL_CARRIER = "hartlijn.people.tests.test_desk_invite.SilentServer"

    response = coordinator.post(one, guest(), follow=True)

    assert "de mailserver antwoordt niet" in page_of(response)
    assert "anna@thuis.example" in page_of(response)


def test_a_silent_mail_server_also_says_so_when_a_letter_is_sent_again(
    coordinator: Client, employer: Organisation, ines: Person, settings: Any
) -> None:
    a_letter(employer, 1, invited_by=ines)
    settings.DELIVERY_MAIL_CARRIER = f"{__name__}.SilentServer"
    again = reverse("people:send_invitation_again", args=[Invitation.objects.get().pk])

    response = coordinator.post(again, follow=True)

    assert response.status_code == 200
    assert "De mailserver antwoordt niet." in page_of(response)


def sent_already(number: int, organisation: Organisation, by: Person) -> None:
    Invitation.objects.bulk_create(
        Invitation(
            email=f"gast{one}@thuis.example",
            organisation=organisation,
            role=Role.STARTER,
            invited_by=by,
            token_digest=str(one),
        )
        for one in range(number)
    )


def test_who_sent_600_letters_this_hour_waits(
    coordinator: Client, one: str, many: str, employer: Organisation, ines: Person
) -> None:
    sent_already(599, employer, ines)

    two = coordinator.post(many, {"rows": TWO.replace(";Team Oost", ";"), "send": "yes"})
    single = coordinator.post(one, guest())
    refused = coordinator.post(one, guest(email="bas@thuis.example"))

    for response in (two, refused):
        assert response.status_code == 429
        assert "Wacht een uur" in page_of(response)
        assert "bas@thuis.example" in page_of(response)
    assert single.status_code == 302
    assert len(mail.outbox) == 1


def test_an_hour_later_letters_go_again(
    coordinator: Client, one: str, employer: Organisation, ines: Person, lotte: Person
) -> None:
    sent_already(600, employer, ines)
    Invitation.objects.filter(token_digest="0").update(
        expires_at=timezone.now() + VALID_FOR - timedelta(hours=1)
    )

    assert coordinator.post(one, guest()).status_code == 302


def test_a_list_that_was_sent_already_is_never_too_much(
    coordinator: Client, many: str, employer: Organisation, ines: Person
) -> None:
    sent_already(600, employer, ines)

    rows = "e-mail\n" + "\n".join(f"gast{one}@thuis.example" for one in range(500))
    response = coordinator.post(many, {"rows": rows, "send": "yes"}, follow=True)

    assert "Er ging geen tweede brief uit" in page_of(response)


def test_sending_again_ends_somewhere(
    coordinator: Client, employer: Organisation, ines: Person, settings: Any
) -> None:
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "desk_letter": "1/h/key"}
    a_letter(employer, 1, invited_by=ines)
    again = reverse("people:send_invitation_again", args=[Invitation.objects.get().pk])

    first, second = (coordinator.post(again, follow=True) for _ in range(2))

    assert "Opnieuw verstuurd" in page_of(first)
    assert "Wacht een uur" in page_of(second)
    assert len(mail.outbox) == 1


class SilentServer:
    """A mail server that hangs up."""

    def __init__(self, **options: object) -> None: ...

    def send_messages(self, letters: list[mail.EmailMessage]) -> int:
        raise SMTPServerDisconnected


# ------------------------------------------------------------------------------- many


def sent_on(client: Client, address: str, response: Any) -> Any:
    """Press the button under the preview, with the list the page carries."""
    rows = response.context["form"]["rows"].value()
    return client.post(address, {"rows": rows, "send": "yes"}, follow=True)


def test_a_list_is_shown_before_anything_is_sent(
    coordinator: Client, many: str, team: Unit
) -> None:
    response = coordinator.post(many, {"rows": TWO})

    page = page_of(response)
    assert response.status_code == 200
    assert "We lazen 2 rijen. Klopt het?" in page
    assert "Middelburg &gt; Team Oost" in page
    assert "Verstuur 2 uitnodigingen" in page
    assert not Invitation.objects.exists()


def test_then_every_letter_goes(coordinator: Client, many: str, team: Unit) -> None:
    preview = coordinator.post(many, {"rows": TWO})

    answer = sent_on(coordinator, many, preview)

    assert "2 uitnodigingen zijn onderweg." in page_of(answer)
    assert sorted(letter.to[0] for letter in mail.outbox) == [
        "anna@thuis.example",
        "bas@thuis.example",
    ]
    assert Invitation.objects.get(email="anna@thuis.example").unit == team
    assert Invitation.objects.get(email="bas@thuis.example").role == Role.TEACHER


def test_each_letter_has_a_link_of_its_own_that_works(
    coordinator: Client, client: Client, many: str, team: Unit
) -> None:
    sent_on(coordinator, many, coordinator.post(many, {"rows": TWO}))

    links = {line for letter in mail.outbox for line in letter.body.split() if "://" in line}
    assert len(links) == 2
    for link in links:
        assert client.get(link.split("testserver")[-1].split("8000")[-1]).status_code == 200


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_travels_along_to_the_next_step(
    coordinator: Client, many: str, team: Unit, coding: str
) -> None:
    text = TWO.replace("Anna", 'Zoë "Zo" de Wit <b>').replace("\n", "\r\n")
    file = SimpleUploadedFile("lijst.csv", text.encode(coding))

    preview = coordinator.post(many, {"file": file, "rows": ""})
    sent_on(coordinator, many, preview)

    assert "<b>" not in page_of(preview)
    assert Invitation.objects.filter(name='Zoë "Zo" de Wit <b>').exists()


def test_a_double_click_sends_every_letter_once(coordinator: Client, many: str, team: Unit) -> None:
    preview = coordinator.post(many, {"rows": TWO})

    sent_on(coordinator, many, preview)
    second = sent_on(coordinator, many, preview)

    assert len(mail.outbox) == 2
    assert second.status_code == 200
    assert "Er ging geen tweede brief uit." in page_of(second)


def test_with_one_wrong_row_nobody_is_invited(coordinator: Client, many: str, team: Unit) -> None:
    rows = f"{TWO}\nCas;cas@;starter;Team Noord"

    response = coordinator.post(many, {"rows": rows, "send": "yes"})

    page = page_of(response)
    assert response.status_code == 422
    assert "Rij 4:" in page
    assert "‘cas@’ is geen e-mailadres. Schrijf het als naam@voorbeeld.nl." in page
    assert "Er is nog niets verstuurd" in page
    assert "Cas;cas@;starter;Team Noord" in page
    assert not Invitation.objects.exists()


def test_what_changed_since_the_preview_is_noticed(
    coordinator: Client, many: str, team: Unit, employer: Organisation
) -> None:
    preview = coordinator.post(many, {"rows": TWO})
    a_place(a_person("Bas", email="bas@thuis.example"), employer, Role.TEACHER)

    answer = sent_on(coordinator, many, preview)

    assert answer.status_code == 422
    assert str(MEMBER) in page_of(answer)
    assert not Invitation.objects.exists()


def test_who_was_invited_already_is_named(
    coordinator: Client, many: str, employer: Organisation, team: Unit
) -> None:
    a_letter(employer)

    response = coordinator.post(many, {"rows": f"{TWO}\nGast;GAST0@thuis.example;;"})

    assert response.status_code == 422
    assert str(WAITING) in page_of(response)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"rows": ""}, "De lijst is leeg."),
        ({"rows": "Anna;anna@thuis.example"}, "De kolom ‘e-mail’ ontbreekt."),
        ({"file": SimpleUploadedFile("leeg.csv", b"")}, "De lijst is leeg."),
        ({"file": SimpleUploadedFile("groot.csv", b"x" * 300_000)}, "De lijst is te groot."),
        ({"file": SimpleUploadedFile("foto.png", b"\x89PNG\r\n\x1a\n\x00\x00")}, "ontbreekt"),
    ],
)
def test_a_list_that_is_none_gets_a_sentence(
    coordinator: Client, many: str, typed: dict[str, Any], sentence: str
) -> None:
    if "file" in typed:
        typed["file"].seek(0)

    response = coordinator.post(many, typed)

    assert response.status_code == 422
    assert sentence in page_of(response)


def test_the_example_is_a_list_that_is_good(coordinator: Client, many: str) -> None:
    example = coordinator.get(reverse("people:desk_example"))
    file = SimpleUploadedFile("voorbeeld.csv", example.content)

    response = coordinator.post(many, {"file": file})

    assert response.status_code == 200
    assert "We lazen 2 rijen." in page_of(response)


def test_500_rows_ask_the_database_as_much_as_two(coordinator: Client, many: str) -> None:
    asked = []
    for number in (2, 500):
        rows = "e-mail\n" + "\n".join(f"gast{number}-{one}@thuis.example" for one in range(number))
        with CaptureQueriesContext(connection) as preview:
            response = coordinator.post(many, {"rows": rows})
        with CaptureQueriesContext(connection) as sending:
            coordinator.post(many, {"rows": rows, "send": "yes"})
        asked.append((len(preview), len(sending)))
        assert response.status_code == 200

    assert asked[0][0] == asked[1][0] <= MOST_QUERIES, asked
    assert asked[1][1] <= asked[0][1] + 8, asked  # SQLite takes a large insert in pieces
    assert Invitation.objects.count() == len(mail.outbox) == 502
