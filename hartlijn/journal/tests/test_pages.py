"""The pages of the journal and of Mijn lijn are shells; what they hold is only in the browser."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from conftest import SignIn
from hartlijn.journal.tests.waiting import URL, a_letter, waiting
from hartlijn.people.models import Person
from hartlijn.vault.tests.sealed import add_wrap

pytestmark = pytest.mark.django_db

PAGES = [
    "journal:write",
    "journal:entry",
    "journal:park",
    "journal:intentions",
    "journal:back",
    "journal:take_along",
    "journal:look_back",
    "journal:register",
    "line:line",
]
PLAYS = {"journal:write", "journal:entry"}
"""Where a voice note is opened."""


@pytest.mark.parametrize("page", PAGES)
def test_a_page_allows_the_worker_and_nothing_of_htmx(as_: SignIn, noor: Person, page: str) -> None:
    answer = as_(noor).get(reverse(page))
    policy = answer.headers["Content-Security-Policy"]
    html = answer.content.decode()

    assert answer.status_code == 200
    assert re.search(r"trusted-types hartlijn-worker(;|$)", policy)
    assert "require-trusted-types-for 'script'" in policy
    assert "htmx" not in policy
    assert "main.js" not in html
    assert "hx-" not in html
    assert f'data-person="{noor.pk}"' in html
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("page", PAGES)
def test_only_where_somebody_speaks_may_the_microphone_be_asked_for(
    as_: SignIn, noor: Person, page: str
) -> None:
    answer = as_(noor).get(reverse(page))
    allowed = answer.headers["Permissions-Policy"]

    assert ("microphone=(self)" in allowed) == (page == "journal:write")
    assert allowed.count("=()") == allowed.count("=") - (page == "journal:write")
    assert "camera=()" in allowed


@pytest.mark.parametrize("page", PAGES)
def test_only_where_a_voice_is_played_does_a_page_load_sound(
    as_: SignIn, noor: Person, page: str
) -> None:
    policy = as_(noor).get(reverse(page)).headers["Content-Security-Policy"]

    assert ("media-src blob:" in policy) == (page in PLAYS)
    assert "default-src 'none'" in policy


@pytest.mark.parametrize("page", PAGES)
def test_a_page_does_not_tell_what_there_is(as_: SignIn, noor: Person, page: str) -> None:
    def shown() -> str:
        html = as_(noor).get(reverse(page)).content.decode()
        return re.sub(r'(value|data-csrf)="[A-Za-z0-9]{64}"', "", html)

    before = shown()
    add_wrap(as_(noor))
    a_letter(noor)
    waiting(noor, date(2020, 1, 1))

    assert shown() == before


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_to_look_at_only(as_: SignIn, noor: Person, page: str) -> None:
    assert as_(noor).post(reverse(page)).status_code == 405


@pytest.mark.parametrize("page", PAGES)
def test_whoever_opens_a_page_signed_out_comes_to_the_door(page: str) -> None:
    answer = Client().get(reverse(page), headers={"Accept": "text/html"})

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/account/login/")


@pytest.mark.parametrize("verb", ["get", "post"])
def test_whoever_is_signed_out_hears_so_as_data(verb: str) -> None:
    answer = getattr(Client(), verb)(URL, headers={"Accept": "application/json"})

    assert answer.status_code == 401
    assert answer.json()["sentence"]


@pytest.mark.parametrize("verb", ["get", "post"])
def test_nothing_of_it_is_kept_in_a_cache(as_: SignIn, noor: Person, verb: str) -> None:
    answer = getattr(as_(noor), verb)(URL)

    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_stale_token_is_told_as_data(noor: Person) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(noor)

    answer = client.post(
        URL, "{}", content_type="application/json", headers={"Accept": "application/json"}
    )

    assert answer.status_code == 403
    assert "opnieuw" in answer.json()["sentence"]


@pytest.mark.parametrize(
    ("former", "now"),
    [
        ("/vault/", "/line/"),
        ("/vault/write/", "/journal/write/"),
        ("/vault/entry/", "/journal/entry/"),
    ],
)
def test_what_somebody_kept_as_a_bookmark_still_leads_there(
    as_: SignIn, noor: Person, former: str, now: str
) -> None:
    answer = as_(noor).get(former)

    assert answer.status_code == 302
    assert answer.headers["Location"] == now
