"""The pages of Samen are shells: the same for everybody, whatever they write and to whom."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from conftest import SignIn
from hartlijn.people.models import Person

pytestmark = pytest.mark.django_db

PAGES = ["consult:threads", "consult:write", "consult:aftercare"]
KINDS = ("consult", "help", "boundary", "appreciation", "aftercare")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_loads_one_script_and_allows_the_worker_alone(
    as_: SignIn, noor: Person, page: str
) -> None:
    answer = as_(noor).get(reverse(page))

    assert re.search(r"trusted-types hartlijn-worker(;|$)", answer["Content-Security-Policy"])
    assert re.findall(r'dist/([\w-]+)\.js"', answer.text) == ["together-pages"]
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("page", PAGES)
def test_what_it_is_about_is_never_part_of_an_address(as_: SignIn, noor: Person, page: str) -> None:
    """Behind the # the browser keeps it to itself; the words come from the library as a whole."""
    links = re.findall(r'(?:href|data-\w+-\w+)="(/[^"]*)"', as_(noor).get(reverse(page)).text)
    asked = {link.partition("#")[0] for link in links}

    assert len(asked) > 10
    assert not [link for link in asked for kind in KINDS if f"={kind}" in link]
    assert {"/library/starter.json", "/library/moment.json"} <= asked


@pytest.mark.parametrize("page", PAGES)
def test_every_free_field_is_looked_at_for_what_may_point_at_somebody(
    as_: SignIn, noor: Person, page: str
) -> None:
    """`frontend/elements/journal-check.ts` listens to these, and needs a place to say it."""
    shown = as_(noor).get(reverse(page)).text
    main = shown.partition("<main")[2].partition("</main")[0]
    typed = re.findall(r"<textarea[^>]*>|<input(?![^>]*type=)[^>]*>", main)

    assert [field for field in typed if "data-text-field" not in field] == []
    assert 'data-template="finding"' in shown
    assert not typed or "data-findings" in main


def test_whoever_is_not_signed_in_is_asked_to(client: Client) -> None:
    for page in PAGES:
        answer = client.get(reverse(page))
        assert answer.status_code == 302
