"""Generated rubbish at every form and every address: never a 500, nothing typed is lost."""

import re
from html import unescape
from http.cookies import SimpleCookie
from itertools import cycle, product
from typing import Any
from urllib.parse import quote

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hartlijn.consent.register import register
from hartlijn.consent.tests.oracle import Page, pages
from hartlijn.consent.tests.targets import targets
from hartlijn.consent.tests.world import ANONYMOUS, World, build

pytestmark = [pytest.mark.django_db, pytest.mark.once]

FIELD = re.compile(r'<(?:input|select|textarea)[^>]*\bname="([^"]+)"')
NASTY = [
    "",
    " ",
    "0",
    "-1",
    "99999999999999999999",
    "1e309",
    "2026-02-30",
    "31-02-2026",
    "0000-00-00",
    "99999-12-31",
    "25:61",
    "a\x00b",
    "\x1b[31m",
    "\u202egnirts",
    "שלום",
    "👩‍👩‍👧‍👦" * 30,
    "𝕳𝖆𝖗𝖙",
    "'; DROP TABLE people_person; --",
    "<script>window.__pwned=1</script>",
    "{{ 7|add:7 }}{% debug %}",
    "../../etc/passwd",
    "x" * 10_000,
    "é" * 81,
    "null",
    "on",
    "none@",
    "a@b",
    "00000000-0000-0000-0000-000000000000",
    "{",
    "0",
    "false",
    "[[]]",
    "9" * 5000,
    '{"id": 1}',
    '{"id": "eA", "rawId": "eA", "type": "public-key", "response": {}}',
    '{"response": {"clientDataJSON": "W10", "attestationObject": "oA", "userHandle": {}}}',
    "[" * 2000 + "]" * 2000,
    '{"response":' * 600 + "{}" + "}" * 600,
]
texts = st.one_of(
    st.sampled_from(NASTY),
    st.text(max_size=200),
    st.dates().map(str),
    st.integers().map(str),
    st.emails(),
)
READERS = [
    ANONYMOUS,
    "Noor, starter",
    "Sam, own companion",
    "Ines, own coordinator at work",
    "Otto, operator",
]
# They end the session of the test's client and nothing else.
SKIPPED = {"account_logout"}


class House:
    """The world with a client for each reader, and the names of each page's fields."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.pages = [
            page for page in pages(register(), targets(world)) if page.route not in SKIPPED
        ]
        self.jars: dict[str, dict[str, str]] = {}
        for reader in READERS:
            client = Client()
            if reader != ANONYMOUS:
                client.force_login(world.people[reader])
            self.jars[reader] = {key: morsel.value for key, morsel in client.cookies.items()}
        self.fields: dict[tuple[str, str], list[str]] = {}

    def ask(self, reader: str, method: str, address: str, **options: Any) -> HttpResponse:
        """Send one request and undo what it did."""
        client = Client(raise_request_exception=True)
        client.cookies = SimpleCookie(self.jars[reader])
        with transaction.atomic():
            answer: HttpResponse = getattr(client, method)(address, **options)
            transaction.set_rollback(True)
        return answer

    def names(self, reader: str, page: Page) -> list[str]:
        """The names of the fields on a page."""
        key = (reader, page.address)
        if key not in self.fields:
            answer = self.ask(reader, "get", page.address)
            html = "" if answer.streaming else answer.content.decode("utf-8", "replace")
            self.fields[key] = sorted(set(FIELD.findall(html)) - {"csrfmiddlewaretoken"})
        return self.fields[key]


@pytest.fixture
def house(db: None) -> House:
    return House(build())


def short(examples: int) -> settings:
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )


def never_breaks_on_rubbish(house: House, data: st.DataObject) -> None:
    """One form, filled in with rubbish, by one reader."""
    page = data.draw(st.sampled_from(house.pages))
    reader = data.draw(st.sampled_from(READERS))
    names = house.names(reader, page)
    sent = {name: data.draw(texts, label=name) for name in names}
    sent |= data.draw(st.dictionaries(st.text(max_size=20), texts, max_size=2))

    answer = house.ask(reader, "post", page.address, data=sent)

    assert answer.status_code < 500, (reader, page, sent)
    if answer.status_code == 422:
        keeps_what_was_typed(answer, sent, page)


def keeps_what_was_typed(answer: HttpResponse, sent: dict[str, str], page: Page) -> None:
    """A refused form still shows each text that stood in a text field."""
    html = answer.content.decode()
    shown = unescape(html)
    for name, value in sent.items():
        field = re.search(rf'<(input|textarea)[^>]*\bname="{re.escape(name)}"[^>]*>', html)
        if field is None or 'type="password"' in field.group() or "\x00" in value:
            continue
        kind = re.search(r'type="(\w+)"', field.group())
        if kind and kind.group(1) in {"text", "email", "search", "url"}:
            assert value.strip() in shown, (page, name, value)


def never_breaks_on_a_forged_address(house: House, data: st.DataObject) -> None:
    """An address with another id, other words behind the question mark, or another method."""
    page = data.draw(st.sampled_from(house.pages))
    reader = data.draw(st.sampled_from(READERS))
    forged = data.draw(texts)
    parts = page.address.split("/")
    place = data.draw(st.integers(0, len(parts) - 1))
    if data.draw(st.booleans()):
        parts[place] = quote(forged, safe="", errors="replace")
    query = {data.draw(st.sampled_from(["page", "next", "q", "unit", "role", "week"])): forged}
    method = data.draw(st.sampled_from(["get", "head", "put", "delete", "patch", "options"]))

    address = "/".join(parts)
    if method in {"get", "head"}:
        answer = house.ask(reader, method, address, data=query)
    else:
        answer = house.ask(reader, method, address)

    assert answer.status_code < 500, (reader, method, address, query)


def test_rubbish_in_forms_gets_a_sentence(house: House) -> None:
    @short(60)
    @given(st.data())
    def run(data: st.DataObject) -> None:
        never_breaks_on_rubbish(house, data)

    run()


def test_rubbish_in_addresses_gets_a_page(house: House) -> None:
    @short(60)
    @given(st.data())
    def run(data: st.DataObject) -> None:
        never_breaks_on_a_forged_address(house, data)

    run()


@pytest.mark.nightly
def test_much_rubbish_in_forms_and_addresses(house: House) -> None:
    @settings(short(10_000), derandomize=False)
    @given(st.data())
    def run(data: st.DataObject) -> None:
        never_breaks_on_rubbish(house, data)
        never_breaks_on_a_forged_address(house, data)

    run()


BODIES = ("application/json", "multipart/form-data; boundary=x", "text/plain", "x")


def test_a_body_that_is_no_form_gets_an_answer(house: House) -> None:
    """Each kind of body in turn; at night every page gets all of them."""
    for page, kind in zip(house.pages, cycle(BODIES), strict=False):
        answers_a_body(house, page, kind)


@pytest.mark.nightly
def test_any_body_that_is_no_form_gets_an_answer(house: House) -> None:
    for page, kind in product(house.pages, BODIES):
        answers_a_body(house, page, kind)


def answers_a_body(house: House, page: Page, kind: str) -> None:
    """Bytes that are nothing, said to be of some kind."""
    answer = house.ask("Noor, starter", "post", page.address, data=b"\xff\x00{", content_type=kind)
    assert answer.status_code < 500, (page, kind)
