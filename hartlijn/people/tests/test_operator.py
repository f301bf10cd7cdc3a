"""The operator sees whether it is healthy, opens and closes accounts, and reads nothing else."""

from io import StringIO
from typing import Any

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from conftest import SignIn
from hartlijn.lib.verdict import Refused
from hartlijn.people.actions import installation
from hartlijn.people.models import Invitation, Organisation, Person, Role
from hartlijn.people.tests.factories import a_person, a_place, an_organisation
from hartlijn.people.tests.test_desk import MOST_QUERIES, queries

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]

HOME = "people:operator"
ACCOUNTS = "people:operator_accounts"
ORGANISATIONS = "people:operator_organisations"


@pytest.fixture
def operator(as_: SignIn, otto: Person) -> Client:
    """Otto at his desk."""
    return as_(otto)


def read(client: Client, route: str, *args: object, **query: str) -> str:
    """The text of a page."""
    return client.get(reverse(route, args=args), query).content.decode()


# ------------------------------------------------------------------------------ health


def test_otto_reads_whether_it_is_healthy(operator: Client, noor: Person, settings: Any) -> None:
    page = read(operator, HOME)

    assert settings.VERSION in page
    assert "SQLite" in page or "PostgreSQL" in page
    assert "Werk op de achtergrond" in page
    assert "minder dan een minuut" in page


def test_otto_reads_nothing_about_people_there(operator: Client, noor: Person) -> None:
    assert "Noor" not in read(operator, HOME)


def test_for_everybody_else_it_does_not_exist(
    as_: SignIn, noor: Person, ines: Person, fatima: Person
) -> None:
    for person in (noor, ines, fatima):
        for route in (HOME, ACCOUNTS, ORGANISATIONS):
            assert as_(person).get(reverse(route)).status_code == 404


# ---------------------------------------------------------------------------- accounts


def test_nobody_is_shown_before_otto_looks_for_somebody(operator: Client, noor: Person) -> None:
    assert "Noor" not in read(operator, ACCOUNTS)


@pytest.mark.parametrize("q", ["noor", "DE WIT", "@voorbeeld"])
def test_somebody_is_found_by_a_part_of_name_or_address(
    operator: Client, noor: Person, q: str
) -> None:
    assert "Noor de Wit" in read(operator, ACCOUNTS, q=q)


@pytest.mark.parametrize("q", ["n", "\0", "%", "x" * 300])
def test_a_search_that_cannot_be_finds_nobody(operator: Client, noor: Person, q: str) -> None:
    assert "Noor" not in read(operator, ACCOUNTS, q=q)


def test_closed_accounts_can_be_listed(operator: Client, noor: Person) -> None:
    a_person("Bas Gesloten", is_active=False)

    page = read(operator, ACCOUNTS, closed="on")

    assert "Bas Gesloten" in page
    assert "Noor" not in page


def test_an_account_shows_places_and_ways_in_and_nothing_personal(
    operator: Client, noor: Person, sam: Person
) -> None:
    page = read(operator, "people:operator_account", noor.pk)

    assert "Zeeuwse Jeugdzorg, starter" in page
    assert sam.name not in page
    assert "Team Oost" not in page


def test_closing_says_first_what_happens(operator: Client, noor: Person) -> None:
    page = read(operator, "people:operator_block", noor.pk)

    assert "Wat er gebeurt" in page
    assert noor.is_active


def test_closing_and_opening(operator: Client, noor: Person) -> None:
    for route, is_active in (("people:operator_block", False), ("people:operator_unblock", True)):
        response = operator.post(reverse(route, args=[noor.pk]))
        noor.refresh_from_db()
        assert response.status_code == 302
        assert noor.is_active is is_active


def test_otto_does_not_close_himself(operator: Client, otto: Person) -> None:
    response = operator.post(reverse("people:operator_block", args=[otto.pk]))

    otto.refresh_from_db()
    assert response.status_code == 422
    assert "Vraag dat aan een andere beheerder." in response.content.decode()
    assert otto.is_active


def test_only_an_operator_closes_accounts(noor: Person, ines: Person) -> None:
    with pytest.raises(Refused):
        installation.block(noor, by=ines)


def test_who_is_no_operator_any_more_closes_nothing(noor: Person, otto: Person) -> None:
    Person.objects.filter(pk=otto.pk).update(is_active=False)

    with pytest.raises(Refused):
        installation.block(noor, by=otto)  # as the request knew him


# ------------------------------------------------------------------------ organisations


def test_a_new_organisation_needs_a_coordinator(operator: Client) -> None:
    response = operator.post(reverse(ORGANISATIONS), {"name": "Huis van Zorg", "kind": "practice"})

    made = Organisation.objects.get(name="Huis van Zorg")
    assert response.headers["Location"] == reverse("people:operator_invite", args=[made.pk])


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": "zeeuwse jeugdzorg"}, "Er is al een organisatie met deze naam."),
        ({"name": ""}, "Vul dit in, dan kun je verder."),
        ({"kind": "bedrijf"}, "Kies iets uit de lijst."),
    ],
)
def test_what_cannot_be_gets_a_sentence(
    operator: Client, employer: Organisation, typed: dict[str, str], sentence: str
) -> None:
    response = operator.post(
        reverse(ORGANISATIONS), {"name": "Huis van Zorg", "kind": "practice", **typed}
    )

    assert response.status_code == 422
    assert sentence in response.content.decode()


def test_a_coordinator_is_invited_and_again_with_a_fresh_link(
    operator: Client, employer: Organisation, django_capture_on_commit_callbacks: Any
) -> None:
    invite = reverse("people:operator_invite", args=[employer.pk])
    with django_capture_on_commit_callbacks(execute=True):
        for _ in range(2):
            operator.post(invite, {"email": "Ines@thuis.example", "name": "Ines"})

    invitation = Invitation.objects.get()
    assert (invitation.role, invitation.organisation) == (Role.COORDINATOR, employer)
    assert len(mail.outbox) == 2


def test_only_an_operator_begins_an_organisation(ines: Person, employer: Organisation) -> None:
    with pytest.raises(Refused):
        installation.create_organisation("Van mij", "practice", by=ines)
    with pytest.raises(Refused):
        installation.invite_coordinator("x@thuis.example", employer, by=ines)


@pytest.mark.parametrize(("route", "query"), [(ACCOUNTS, "?q=starter"), (ORGANISATIONS, "")])
def test_a_page_asks_as_much_for_30_rows_as_for_one(
    as_: SignIn, otto: Person, route: str, query: str
) -> None:
    asked, made = [], 0
    for rows in (1, 3, 30):
        for number in range(made, rows):
            home = an_organisation(f"Huis {number}")
            a_place(a_person(f"Starter {number}"), home, Role.COORDINATOR)
        made = rows
        asked.append(queries(as_, otto, reverse(route) + query))

    assert len(set(asked)) == 1, asked
    assert asked[0] <= MOST_QUERIES, asked


def test_other_pages_ask_little(
    as_: SignIn, otto: Person, noor: Person, employer: Organisation
) -> None:
    pages = [
        reverse(HOME),
        reverse("people:operator_account", args=[noor.pk]),
        reverse("people:operator_block", args=[noor.pk]),
        reverse("people:operator_invite", args=[employer.pk]),
    ]
    for page in pages:
        assert queries(as_, otto, page) <= MOST_QUERIES, page


# ----------------------------------------------------------------------------- terminal


def run(address: str) -> str:
    """What `hartlijn operator ADDRESS` prints."""
    out = StringIO()
    call_command("operator", address, stdout=out)
    return out.getvalue()


def test_the_terminal_prints_a_link_that_works_once(client: Client, settings: Any) -> None:
    link = run("otto@thuis.example").splitlines()[0]

    path = link.removeprefix(settings.SITE_URL)
    assert path.startswith("/invitations/")
    answer = client.post(path, {"name": "Otto", "password": "een zin om binnen te komen"})
    assert Person.objects.get(email="otto@thuis.example").is_operator
    assert answer.status_code == 302
    assert client.get(path)["Location"] == reverse(
        "mfa_index"
    )  # the second click of whoever came in
    assert Client().get(path).status_code == 410
    assert not mail.outbox


def test_the_link_works_for_a_quarter_of_an_hour() -> None:
    run("otto@thuis.example")

    left = Invitation.objects.get().expires_at - timezone.now()
    assert 14 * 60 < left.total_seconds() <= 15 * 60


@pytest.mark.parametrize("address", ["otto", "otto@", "", f"{'o' * 250}@b.nl", "a b@c.nl"])
def test_what_is_no_address_is_refused_with_a_sentence(address: str) -> None:
    with pytest.raises(CommandError, match=r"Write it as name@example\.org\.|shorter"):
        run(address)
    assert not Invitation.objects.exists()
