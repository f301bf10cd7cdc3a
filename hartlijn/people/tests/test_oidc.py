"""Signing in with an account of school or employer, against a real second process."""

import html
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from hartlijn.people.models import Person
from hartlijn.people.tests.oidc_provider.school import PASSWORD as AT_SCHOOL
from hartlijn.people.tests.oidc_provider.school import SECRET
from hartlijn.people.tests.ways_in import (
    PASSWORD,
    Answer,
    confirm,
    is_in,
    sign_in,
    with_code_app,
    with_password,
)

pytestmark = [pytest.mark.django_db, pytest.mark.once]

HERE = "http://localhost:8000"
LOGIN = "/account/connected/oidc/school/login/"
CALLBACK = f"{LOGIN}callback/"
PROGRAM = Path(__file__).parent / "oidc_provider" / "school.py"


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the school's sign-in service."""
    folder = tmp_path_factory.mktemp("school")
    command = [sys.executable, str(PROGRAM), str(folder), f"{HERE}{CALLBACK}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        address = process.stdout.readline().strip()
        assert address, "the school did not start"
        yield address
        process.kill()


@pytest.fixture(autouse=True)
def connected_to(provider: str, settings: Settings) -> dict[str, Any]:
    """What the operator writes in oidc.json."""
    app = {
        "provider_id": "school",
        "name": "Hogeschool Delta",
        "client_id": "hartlijn",
        "secret": SECRET,
        "settings": {"server_url": provider},
    }
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}
    }
    return app


@pytest.fixture
def noor(noor: Person) -> Person:
    """Noor, whose address here is also her address at school."""
    noor.email = "noor@school.nl"
    return with_password(noor)


def browser() -> Client:
    return Client(HTTP_HOST="localhost:8000")


def link_to_school(client: Client, process: str = "login") -> str:
    """Press the button; where the next page leads."""
    page = client.post(f"{LOGIN}?process={process}").content.decode()
    return html.unescape(re.findall(r'href="(http://127[^"]+)"', page)[0])


def at_school(link: str, who: str = "noor") -> str:
    """Sign in there; the path with which the school sends us back."""
    session = requests.Session()
    answer = session.get(link, timeout=10)
    token = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', answer.text)[0]
    data = {"csrfmiddlewaretoken": token, "login": who, "password": AT_SCHOOL}
    answer = session.post(answer.url, data, timeout=10, allow_redirects=False)
    while not answer.headers.get("Location", HERE).startswith(HERE):
        here = answer.headers["Location"]
        where = here if here.startswith("http") else f"http://{urlsplit(link).netloc}{here}"
        answer = session.get(where, timeout=10, allow_redirects=False)
    return answer.headers["Location"].removeprefix(HERE)


def through_school(client: Client, who: str = "noor", process: str = "login") -> Answer:
    """The whole road there and back."""
    return client.get(at_school(link_to_school(client, process), who))


def connect(person: Person, who: str = "noor") -> Client:
    """Connect the school account from within."""
    client = browser()
    sign_in(client, person.email)
    confirm(client)
    through_school(client, who, process="connect")
    return client


# ------------------------------------------------------------------- the road there


def test_we_ask_for_the_subject_alone_and_with_proof(noor: Person) -> None:
    asked = parse_qs(urlsplit(link_to_school(browser())).query)

    assert asked["scope"] == ["openid"]
    assert asked["code_challenge_method"] == ["S256"]
    assert len(asked["code_challenge"][0]) >= 43
    assert asked["response_type"] == ["code"]
    assert len(asked["state"][0]) >= 16
    assert asked["redirect_uri"] == [f"{HERE}{CALLBACK}"]


def test_the_page_between_needs_no_form_that_ends_elsewhere(provider: str) -> None:
    client = browser()
    for answer in (client.get(LOGIN), client.post(LOGIN)):
        text = answer.content.decode()
        assert answer.status_code == 200
        assert "Je gaat naar Hogeschool Delta" in text
        assert f'action="{provider}' not in text


# ------------------------------------------------------------- whom we do not know


@pytest.mark.parametrize("scope", [["openid"], ["openid", "email", "profile"]])
@pytest.mark.parametrize("who", ["noor", "sam"])
def test_an_unknown_subject_makes_nothing_and_matches_nobody(
    noor: Person, who: str, scope: list[str], connected_to: dict[str, Any]
) -> None:
    connected_to["settings"]["scope"] = scope  # noor's address is known here, sam's is not
    client = browser()

    answer = through_school(client, who)

    assert answer.status_code == 403
    text = answer.content.decode()
    assert "Hogeschool Delta is nog niet verbonden" in text
    assert "school.nl" not in text
    assert not is_in(client)
    assert Person.objects.count() == 1
    assert not SocialAccount.objects.exists()
    assert mail.outbox == []


# ---------------------------------------------------------------------- connecting


def test_noor_connects_school_from_within_and_signs_in_with_it(noor: Person) -> None:
    connect(noor)

    account = SocialAccount.objects.get()
    assert account.user == noor
    assert len(account.uid) == 64  # the pairwise subject …
    assert account.extra_data == {}  # … and nothing else
    assert not SocialToken.objects.exists()
    assert EmailAddress.objects.filter(user=noor).count() == 1
    assert "Er is een account van school of werk verbonden" in mail.outbox[-1].body

    client = browser()
    answer = through_school(client)
    assert answer["Location"] == "/"
    assert is_in(client)
    account.refresh_from_db()
    assert account.extra_data == {}


def test_a_session_by_school_counts_as_a_shared_device(noor: Person) -> None:
    connect(noor)
    client = browser()

    through_school(client)

    assert client.cookies["session"]["max-age"] == ""


def test_connecting_asks_for_the_own_password_first(noor: Person) -> None:
    client = browser()
    sign_in(client, noor.email)

    answer = through_school(client, process="connect")

    assert answer["Location"].startswith(reverse("account_reauthenticate"))
    assert not SocialAccount.objects.exists()
    client.post(answer["Location"], {"password": PASSWORD})
    assert SocialAccount.objects.get().user == noor


def test_a_subject_belongs_to_one_person(noor: Person, stranger: Person) -> None:
    connect(noor)

    connect(with_password(stranger))

    assert SocialAccount.objects.get().user == noor


def test_after_disconnecting_the_subject_is_unknown_again(noor: Person) -> None:
    client = connect(noor)

    client.post(reverse("socialaccount_connections"), {"account": SocialAccount.objects.get().pk})

    assert not SocialAccount.objects.exists()
    assert through_school(browser()).status_code == 403


def test_the_only_way_in_is_not_disconnected(noor: Person) -> None:
    connect(noor)
    noor.set_unusable_password()
    noor.save()
    client = browser()
    through_school(client)

    answer = client.post(
        reverse("socialaccount_connections"), {"account": SocialAccount.objects.get().pk}
    )

    assert "Dit is je enige manier" in answer.content.decode()
    assert SocialAccount.objects.exists()


def test_a_second_step_also_counts_for_school(noor: Person) -> None:
    connect(noor)
    with_code_app(noor)
    client = browser()

    answer = through_school(client)

    assert answer["Location"].startswith(reverse("mfa_authenticate"))
    assert not is_in(client)


def test_a_blocked_account_stays_out(noor: Person) -> None:
    connect(noor)
    noor.is_active = False
    noor.save()
    client = browser()

    through_school(client)

    assert not is_in(client)


# ----------------------------------------------------------------- forged and broken


def test_an_answer_of_the_school_works_once_and_in_one_browser(noor: Person) -> None:
    connect(noor)
    client, thief = browser(), browser()
    back = at_school(link_to_school(client))

    assert not came_in(thief, back)  # somebody else's answer, in another browser
    assert came_in(client, back)
    client.post(reverse("account_logout"))
    assert not came_in(client, back)


def came_in(client: Client, back: str) -> bool:
    assert client.get(back).status_code < 500
    return is_in(client)


@pytest.mark.parametrize(
    "query",
    ["", "?code=x", "?state=x", "?code=x&state=x", "?error=access_denied", "?error=%00",
     "?code=%00&state=%00", f"?code={'x' * 5000}&state={'y' * 5000}"],
)  # fmt: skip
def test_a_forged_answer_never_breaks(query: str) -> None:
    client = browser()
    link_to_school(client)

    answer = client.get(f"{CALLBACK}{query}")

    assert answer.status_code in {302, 401}
    assert not is_in(client)


def test_a_wrong_code_ends_in_a_calm_page(noor: Person) -> None:
    client = browser()
    state = parse_qs(urlsplit(link_to_school(client)).query)["state"][0]

    answer = client.get(CALLBACK, {"code": "forged", "state": state})

    assert answer.status_code == 401
    assert "Aanmelden is niet gelukt" in answer.content.decode()


def test_a_school_that_does_not_answer_ends_in_a_calm_page(
    connected_to: dict[str, Any],
) -> None:
    client = browser()
    back = at_school(link_to_school(client))
    connected_to["settings"]["server_url"] = "http://127.0.0.1:9"

    for answer in (client.post(LOGIN), client.get(back)):
        assert answer.status_code == 503
        assert "Aanmelden is niet gelukt" in answer.content.decode()


def test_a_school_that_answers_nonsense_ends_in_a_calm_page(
    provider: str, connected_to: dict[str, Any]
) -> None:
    connected_to["settings"]["server_url"] = f"{provider}/accounts/login/#/.well-known/"

    assert browser().post(LOGIN).status_code == 503


def test_a_school_that_is_not_connected_does_not_exist() -> None:
    assert browser().get(LOGIN.replace("school", "elsewhere")).status_code == 404


# --------------------------------------------------------------------- open sign-up


def test_with_open_sign_up_the_address_of_school_still_has_to_be_proven(
    settings: Settings, db: None
) -> None:
    settings.OPEN_SIGN_UP = True
    client = browser()

    answer = through_school(client, "sam")

    assert answer["Location"] == reverse("account_email_verification_sent")
    assert not is_in(client)
    sam = Person.objects.get()
    assert (sam.name, sam.email) == ("Sam", "sam@school.nl")
    assert not EmailAddress.objects.get().verified
    assert not sam.has_usable_password()
    assert mail.outbox[-1].to == ["sam@school.nl"]


def test_with_open_sign_up_a_known_address_still_matches_nobody(
    noor: Person, settings: Settings
) -> None:
    settings.OPEN_SIGN_UP = True
    client = browser()

    answer = through_school(client)

    assert answer["Location"] == reverse("account_email_verification_sent")
    assert not is_in(client)
    assert Person.objects.count() == 1
    assert not SocialAccount.objects.exists()
