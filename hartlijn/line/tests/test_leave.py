"""Noor leaves: what is hers goes, what belongs to others stays without her name."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks

from hartlijn.consent.models import LogEntry
from hartlijn.consent.tests.world import World, build
from hartlijn.people.actions import reaching
from hartlijn.people.actions.erasure import erase
from hartlijn.people.models import (
    Block,
    Circle,
    CirclePlace,
    Companionship,
    Invitation,
    Membership,
    Organisation,
    Person,
)

pytestmark = pytest.mark.django_db

SignIn = Callable[[Person], Client]


@pytest.fixture
def with_password(noor: Person) -> Person:
    """Noor, who signs in with a password."""
    noor.set_password("een lang geheim")
    noor.save()
    EmailAddress.objects.create(user=noor, email=noor.email, primary=True, verified=True)
    return noor


def every_text_in_the_database() -> Iterator[tuple[str, str]]:
    """Table and row as text, sessions opened up; every table there is."""
    for model in apps.get_models():
        for row in model._base_manager.values():
            yield model._meta.db_table, repr(row)
    for session in Session.objects.all():
        yield "django_session", repr(session.get_decoded())


def leaving(client: Client, email: str) -> Any:
    return client.post(reverse("line:leave"), {"email": email})


def test_nothing_of_noor_is_left_in_any_table(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    world: World = build()
    noor = world.people["Noor, starter"]
    hers = [c.text for c in world.canaries.values() if c.about == noor]
    assert len(hers) > 4
    before = "".join(text for _table, text in every_text_in_the_database())
    assert all(text in before for text in hers)

    with django_capture_on_commit_callbacks(execute=True):
        erase(noor)

    for table, text in every_text_in_the_database():
        left = [canary for canary in hers if canary in text]
        assert not left, f"{table} still holds {left}"


def test_the_organisation_keeps_the_place_without_the_name(
    noor: Person, employer: Organisation, ines: Person
) -> None:
    erase(noor)

    kept = Membership.objects.filter(organisation=employer, role="starter").get()
    assert kept.person is None
    assert kept.ends_on is not None
    assert not kept.is_active


def test_a_circle_of_noor_alone_goes_and_one_with_others_stays(noor: Person, sam: Person) -> None:
    alone, shared = (reaching.make_circle(name, by=noor) for name in ("Alleen", "Samen"))
    for circle in (alone, shared):
        reaching.invite_to_circle(circle, sam, by=noor)
    reaching.join_circle(shared, by=sam)
    reaching.block(sam, by=noor)

    erase(noor)

    assert list(Circle.objects.all()) == [shared]
    assert CirclePlace.objects.get().invited_by is None
    assert not Block.objects.exists()


def test_sam_keeps_that_he_walked_along_without_the_name(noor: Person, sam: Person) -> None:
    erase(noor)

    tie = Companionship.objects.visible_to(sam).get()
    assert tie.starter is None
    assert tie.ended_on is not None


def test_the_log_about_noor_goes_and_what_she_did_stays_nameless(
    noor: Person,
    ines: Person,
    lotte: Person,
    employer: Organisation,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    for about, by in ((noor, ines), (lotte, noor)):
        LogEntry.objects.create(
            about_id=about.pk, by_id=by.pk, as_role="coordinator", did="looked", what="list"
        )

    with django_capture_on_commit_callbacks(execute=True):
        erase(noor)

    entry = LogEntry.objects.get()
    assert entry.about_id == lotte.pk
    assert noor.name not in repr(vars(entry))


def test_an_invitation_only_noor_stood_behind_goes_with_her(noor: Person) -> None:
    Invitation.objects.create(email="oma@voorbeeld.nl", invited_by=noor, token_digest="1")

    erase(noor)

    assert not Invitation.objects.exists()


def test_a_session_left_open_elsewhere_is_gone(with_password: Person) -> None:
    elsewhere = Client()
    elsewhere.post(
        reverse("account_login"), {"login": with_password.email, "password": "een lang geheim"}
    )
    assert elsewhere.get(reverse("line:data")).status_code == 200
    assert with_password.email in "".join(text for _table, text in every_text_in_the_database())

    erase(with_password)

    assert elsewhere.get(reverse("line:data")).status_code == 302
    assert with_password.email not in "".join(text for _table, text in every_text_in_the_database())


def test_noor_reads_what_goes_and_what_stays(noor: Person, as_: SignIn) -> None:
    page = as_(noor).get(reverse("line:leave")).content.decode()

    assert "Wat er gebeurt" in page
    assert "Zonder je naam" in page
    assert noor.email in page


@pytest.mark.parametrize("typed", ["", "iemand@anders.nl", "\u202enoor", "🙂" * 400])
def test_another_address_changes_nothing(noor: Person, as_: SignIn, typed: str) -> None:
    response = leaving(as_(noor), typed)

    assert response.status_code == 422
    assert Person.objects.filter(pk=noor.pk).exists()


def test_noor_types_her_address_and_is_gone(noor: Person, as_: SignIn) -> None:
    client = as_(noor)

    response = leaving(client, noor.email.upper())

    assert response.status_code == 302
    assert response["Location"] == reverse("line:goodbye")
    assert not Person.objects.filter(pk=noor.pk).exists()
    assert client.get(reverse("line:data")).status_code == 302
    assert client.get(reverse("line:goodbye")).status_code == 200


def test_with_a_password_noor_shows_first_that_it_is_she(
    with_password: Person, as_: SignIn
) -> None:
    client = as_(with_password)

    response = leaving(client, with_password.email)

    assert response["Location"].startswith(reverse("account_reauthenticate"))
    assert Person.objects.filter(pk=with_password.pk).exists()

    client.post(response["Location"], {"password": "een lang geheim"})

    assert not Person.objects.filter(pk=with_password.pk).exists()


def test_the_goodbye_speaks_her_language(noor: Person, as_: SignIn) -> None:
    noor.language = "en"
    noor.save()
    client = as_(noor)
    leaving(client, noor.email)

    assert client.get(reverse("line:goodbye"))["Content-Language"] == "en"


def test_the_last_coordinator_is_asked_to_find_another_first(ines: Person, as_: SignIn) -> None:
    page = as_(ines).get(reverse("line:leave"))
    assert "laatste coördinator" in page.content.decode()

    response = leaving(as_(ines), ines.email)

    assert response.status_code == 403
    assert "laatste coördinator" in response.content.decode()
    assert Person.objects.filter(pk=ines.pk).exists()


def test_the_last_operator_is_asked_to_find_another_first(otto: Person, as_: SignIn) -> None:
    response = leaving(as_(otto), otto.email)

    assert response.status_code == 403
    assert "laatste beheerder" in response.content.decode()
    assert Person.objects.filter(pk=otto.pk).exists()


def test_nobody_leaves_by_a_link(noor: Person, as_: SignIn) -> None:
    as_(noor).get(reverse("line:leave"), {"email": noor.email})

    assert Person.objects.filter(pk=noor.pk).exists()


def test_the_scan_of_the_tables_opens_sessions(noor: Person) -> None:
    """The scan above must be able to see what a session keeps."""
    store = SessionStore()
    store["who"] = noor.email
    store.save()

    raw = Session.objects.get(session_key=store.session_key).session_data
    assert noor.email not in raw
    assert any(noor.email in text for table, text in every_text_in_the_database())
