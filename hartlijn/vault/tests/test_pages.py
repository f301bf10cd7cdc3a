"""The pages are shells, the same for everybody; what their worker asks is closed to the rest."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import SignIn
from hartlijn.people.models import Person
from hartlijn.people.tests.factories import a_person, walking_along
from hartlijn.vault.models import KeyHolder
from hartlijn.vault.tests.sealed import add_wrap, give, keeps, save
from hartlijn.vault.urls import urlpatterns

pytestmark = pytest.mark.django_db

PAGES = ["keep", "open", "keys", "compare", "received", "contact", "ask", "help"]
API = [one.name or "" for one in urlpatterns if str(one.pattern).startswith("api/")]
ID = "5f0bd6a4-9d0c-4b77-8e5a-0c7f5e3a1b2c"
ARGS: dict[str, list[Any]] = {"wrap_remove": [ID], "trust_help": [ID], "log": [0]}


def address(route: str) -> str:
    return reverse(f"vault:{route}", args=ARGS.get(route, []))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_allows_the_worker_and_nothing_of_htmx(as_: SignIn, noor: Person, page: str) -> None:
    answer = as_(noor).get(address(page))
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
def test_a_page_does_not_tell_what_there_is(as_: SignIn, noor: Person, page: str) -> None:
    def shown() -> str:
        html = as_(noor).get(address(page)).content.decode()
        return re.sub(r'(value|data-csrf)="[A-Za-z0-9]{64}"', "", html)

    before = shown()
    add_wrap(as_(noor))
    save(as_(noor))

    assert shown() == before


@pytest.mark.parametrize("route", API)
def test_whoever_is_signed_out_hears_so_as_data(route: str) -> None:
    for verb in ("get", "post"):
        answer = getattr(Client(), verb)(address(route), headers={"Accept": "application/json"})
        assert answer.status_code == 401
        assert answer.json()["sentence"]


def test_whoever_opens_a_page_signed_out_comes_to_the_door() -> None:
    answer = Client().get(address("keep"), headers={"Accept": "text/html"})

    assert answer.status_code == 302


def test_a_stale_token_is_told_as_data(noor: Person) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(noor)

    answer = client.post(
        address("store"),
        b"",
        content_type="application/octet-stream",
        headers={"Accept": "application/json"},
    )

    assert answer.status_code == 403
    assert "opnieuw" in answer.json()["sentence"]


@pytest.mark.parametrize("route", API)
def test_nothing_of_it_is_kept_in_a_cache(as_: SignIn, noor: Person, route: str) -> None:
    for verb in ("get", "post"):
        answer = getattr(as_(noor), verb)(address(route))
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_state_and_people_ask_as_much_for_one_as_for_many(
    as_: SignIn, noor: Person, sam: Person
) -> None:
    client = as_(noor)
    add_wrap(client)
    keeps(sam)
    noors = client.get(address("state")).json()
    assert noors["kept"]

    def asked(route: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address(route)).status_code == 200
        return len(queries)

    few = [asked("state"), asked("people")]
    KeyHolder.objects.filter(person=noor).update(log_id=noor.pk)
    for name in ("Piet", "Els", "Bo"):
        other = a_person(name)
        walking_along(noor, other)
        keeps(other)
        give(client, other)
        save(client)

    assert [asked("state"), asked("people")] == few
    assert max(few) <= 12
