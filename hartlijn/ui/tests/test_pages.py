"""The page of components, and the pages for when something goes wrong.

None of them may need the database: they are there when it is not.
"""

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import translation

from hartlijn.ui.views import STATES


@pytest.mark.parametrize("state", STATES)
def test_everybody_can_see_the_components(client: Client, state: str) -> None:
    page = client.get(reverse("ui:components"), {"state": state}).content.decode()

    assert "Bouwstenen" in page
    assert ("error-summary" in page) == (state == "refused")


def test_a_state_that_is_not_there_shows_the_empty_one(client: Client) -> None:
    answer = client.get(reverse("ui:components"), {"state": "\x00<script>"})

    assert answer.status_code == 200
    assert "error-summary" not in answer.content.decode()


def test_the_page_for_our_own_mistake_needs_nothing_but_itself() -> None:
    page = render_to_string("500.html")

    assert "Het ligt niet aan jou" in page
    assert "It isn’t you" in page


@pytest.mark.parametrize("name", ["400.html", "403.html", "404.html"])
def test_a_page_that_cannot_be_shown_says_where_to_go(name: str) -> None:
    page = render_to_string(name, request=RequestFactory().get("/nergens/"))

    assert "<h1>" in page
    assert 'href="/"' in page


def test_a_refusal_shows_its_reason() -> None:
    request = RequestFactory().get("/")

    assert "Dit gesprek is voorbij." in render_to_string(
        "403.html", {"reason": "Dit gesprek is voorbij."}, request
    )


def test_a_page_says_in_which_language_it_is(client: Client) -> None:
    client.cookies["django_language"] = "en"

    with translation.override("en"):
        assert '<html lang="en">' in client.get(reverse("ui:components")).content.decode()
    client.cookies["django_language"] = "nl"
    assert '<html lang="nl">' in client.get(reverse("ui:components")).content.decode()
