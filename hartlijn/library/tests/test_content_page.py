"""The words of a kind as JSON: for whoever is signed in, and the same for everybody."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from conftest import SignIn
from hartlijn.library import kinds, shelf
from hartlijn.library.kinds import Kind
from hartlijn.library.models import Version
from hartlijn.library.reflection import Model
from hartlijn.library.tests.conftest import MODEL, PROMPTS, Write
from hartlijn.people.models import Person

pytestmark = pytest.mark.django_db
ADDRESS = "/library/prompt.json"


def versions(client: Client, address: str = ADDRESS) -> list[dict[str, Any]]:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/json"
    found: list[dict[str, Any]] = answer.json()["versions"]
    return found


def test_noor_gets_every_question_in_both_languages(as_: SignIn, noor: Person, own: Write) -> None:
    own("prompts/x.toml", PROMPTS)

    door, window = versions(as_(noor))

    assert reverse("library:content", args=["prompt"]) == ADDRESS
    assert window["key"] == "window"
    assert window["current"] is True
    assert window["hash"] == shelf.get("prompt", "window").hash
    assert window["body"]["text"]["en"] == "What did you see through the window?"
    assert door["body"]["weight"] == "light"


def test_everybody_gets_the_same(as_: SignIn, noor: Person, otto: Person, own: Write) -> None:
    own("prompts/x.toml", PROMPTS)
    noor.language = "en"
    noor.save()

    assert as_(noor).get(ADDRESS).content == as_(otto).get(ADDRESS).content


def test_what_was_delivered_is_kept(as_: SignIn, noor: Person, own: Write) -> None:
    file = own("prompts/x.toml", PROMPTS)
    versions(as_(noor))
    file.write_text(PROMPTS.replace("raam", "venster"), encoding="utf-8")

    now = versions(as_(noor))
    ever = versions(as_(noor), f"{ADDRESS}?versions=all")

    assert len(now) == 2
    assert [one["body"]["text"]["nl"] for one in ever if not one["current"]] == [
        "Wat zag je door het raam?"
    ]
    assert len(ever) == 3 == Version.objects.count()


def test_a_browser_that_has_it_is_told_so(as_: SignIn, noor: Person, own: Write) -> None:
    file = own("prompts/x.toml", PROMPTS)
    client = as_(noor)
    etag = client.get(ADDRESS)["ETag"]

    again = client.get(ADDRESS, headers={"If-None-Match": f'"other", W/{etag}, {etag}'})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", etag)
    assert again["Cache-Control"] == "private, no-cache"

    file.write_text(PROMPTS.replace("raam", "venster"), encoding="utf-8")
    assert client.get(ADDRESS, headers={"If-None-Match": etag}).status_code == 200


@pytest.mark.parametrize("kind", ["song", "prompts", "secret"])
def test_another_kind_does_not_exist(
    as_: SignIn, noor: Person, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kinds, "_kinds", {**kinds.kinds(), "secret": Kind("secret", "s", Model)})

    assert as_(noor).get(f"/library/{kind}.json").status_code == 404


def test_who_is_not_signed_in_gets_nothing(client: Client, db: None) -> None:
    assert client.get(ADDRESS).status_code == 302
    refused = client.get(ADDRESS, headers={"Accept": "application/json"})
    assert refused.status_code == 401


def test_it_only_answers_a_question(as_: SignIn, noor: Person) -> None:
    assert as_(noor).post(ADDRESS).status_code == 405


def test_it_asks_as_much_for_many_as_for_one(
    as_: SignIn, noor: Person, own: Write, django_assert_max_num_queries: Any
) -> None:
    client = as_(noor)
    for n in range(30):
        own(f"models/m{n}.toml", MODEL)
    client.get("/library/model.json")

    with django_assert_max_num_queries(3):
        client.get("/library/model.json")
