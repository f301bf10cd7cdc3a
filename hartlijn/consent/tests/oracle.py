"""Says what should happen, out of the register alone, and complains in plain sentences."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.cookies import SimpleCookie
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from hartlijn.consent.register import Register
from hartlijn.consent.tests.filling_in import Form, forms
from hartlijn.consent.tests.world import ANONYMOUS, ID_MARK, MARK, Canary, World

ENDS_THE_SESSION = {"/account/logout/"}
CLOSED = {HTTPStatus.NOT_FOUND, HTTPStatus.FORBIDDEN}
CANARY = re.compile(MARK + r"\d{4}x|" + ID_MARK + r"\d{12}")


@dataclass(frozen=True)
class Page:
    """One address: a route, and what the ids in it point at."""

    route: str
    address: str
    about: Any = None


@dataclass(frozen=True)
class Complaint:
    """Something that is open and should be closed, or the other way round."""

    reader: str
    page: str
    leaked: str
    sentence: str

    def __str__(self) -> str:
        """Speak to somebody who is not a programmer."""
        return self.sentence


def walk(patterns: list[Any], namespace: str = "") -> Iterator[str]:
    """The names of all addresses below some patterns."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from walk(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}" if pattern.name else f"without a name: {pattern}"


def without_target(register: Register, targets: dict[str, Any]) -> list[str]:
    """Routes with an id in their address, of which the world does not say what it points at."""
    lost = []
    for name in set(walk(get_resolver().url_patterns)) & set(register.routes) - set(targets):
        try:
            reverse(name)
        except NoReverseMatch:
            lost.append(name)
    return sorted(lost)


def pages(register: Register, targets: dict[str, list[tuple[dict[str, Any], Any]]]) -> list[Page]:
    """Every address of the register, filled in with things of the world."""
    found = []
    installed = set(walk(get_resolver().url_patterns))  # the demonstration may not be
    for name in installed & set(register.routes):
        for kwargs, about in targets.get(name, [({}, None)]):
            with suppress(NoReverseMatch):  # a test of its own asks for the missing target
                found.append(Page(name, reverse(name, kwargs=kwargs), about))
    return sorted(found, key=lambda page: page.address)


def complaints(
    world: World,
    register: Register,
    found: Iterable[Page],
    readers: Iterable[str],
    methods: Iterable[str] = ("GET", "POST"),
) -> Iterator[Complaint]:
    """Try every page as every reader; yield what is not as the register says."""
    visitors = [(reader, *_visitor(world, reader)) for reader in readers]
    for page in found:
        for reader, client, jar in visitors:
            for method in methods:
                client.cookies = SimpleCookie(jar)
                answer = _try(client, method, page.address)
                yield from _judge(world, register, reader, page, method, answer)


def one_of_each(world: World, reader: str, found: Iterable[Page]) -> list[Page]:
    """Of pages that differ only in a thing to which the reader has the same ties, the first.

    By day; at night every page is tried.
    """
    kept: dict[object, Page] = {}
    for page in found:
        ties = frozenset(world.relations(reader, page.about))
        kept.setdefault(page if page.about is None else (page.route, ties), page)
    return list(kept.values())


def _visitor(world: World, reader: str) -> tuple[Client, dict[str, str]]:
    """A browser of somebody, and the cookies it begins each page with."""
    client = Client(raise_request_exception=False)
    if reader != ANONYMOUS:
        client.force_login(world.people[reader])
    return client, {key: morsel.value for key, morsel in client.cookies.items()}


def complaints_of_forms(
    world: World, register: Register, found: Iterable[Page], readers: Iterable[str]
) -> Iterator[Complaint]:
    """Send each form a reader meets as somebody would fill it in; yield what leaks behind it."""
    for reader in readers:
        client, jar = _visitor(world, reader)
        met: set[str] = set()
        for page in found:
            client.cookies = SimpleCookie(jar)
            shown = _try(client, "GET", page.address)
            html = "" if shown.streaming else shown.content.decode("utf-8", "replace")
            for form in forms(html, page.address):
                if form.key in met or form.address in ENDS_THE_SESSION:
                    continue
                met.add(form.key)
                client.cookies = SimpleCookie(jar)
                yield from _sent(world, register, reader, form, client)


def _try(client: Client, method: str, address: str) -> HttpResponse:
    """Ask for a page and undo whatever it did."""
    with transaction.atomic():
        answer = client.generic(method, address)
        transaction.set_rollback(True)
    return answer  # type: ignore[return-value]


def _sent(
    world: World, register: Register, reader: str, form: Form, client: Client
) -> Iterator[Complaint]:
    """Send a form, read what it leads to, and undo it."""
    with transaction.atomic():
        answer: HttpResponse = client.post(form.address, form.fields, follow=True)  # type: ignore[assignment]
        transaction.set_rollback(True)
    what = f"the answer to the form {form.address}"
    if answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        yield Complaint(reader, what, "", f"{reader}: {what} breaks ({answer.status_code}).")
    for canary in seen(world, answer):
        yield from _reads(world, register, reader, what, canary)


def _judge(
    world: World,
    register: Register,
    reader: str,
    page: Page,
    method: str,
    answer: HttpResponse,
) -> Iterator[Complaint]:
    what = f"{method} {page.address} ({page.route})"
    if _asked_again(answer):
        return
    opened = answer.status_code not in CLOSED and not _to_sign_in(answer)
    admitted = may(world, register, reader, page)
    if answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        yield Complaint(reader, what, "", f"{reader}: {what} breaks ({answer.status_code}).")
    if opened and not admitted and answer.status_code != HTTPStatus.METHOD_NOT_ALLOWED:
        yield Complaint(
            reader,
            what,
            "the page itself",
            f"{reader} can open {what}, and the register says no. Leaked: the page itself.",
        )
    # A form may still be refused with its sentence: the last coordinator cannot leave.
    refused = method == "POST" and answer.status_code == HTTPStatus.FORBIDDEN
    absent = register.routes[page.route].may_be_absent
    if admitted and not opened and not refused and not absent:
        yield Complaint(
            reader, what, "", f"{reader} should be able to open {what}, and it is closed."
        )
    for canary in seen(world, answer):
        yield from _reads(world, register, reader, what, canary)


def _asked_again(answer: HttpResponse) -> bool:
    # "Is it really you?" comes before the page looks whose thing it is; it opens nothing.
    return "/reauthenticate/?next=" in answer.headers.get("Location", "")


def _to_sign_in(answer: HttpResponse) -> bool:
    # With "next" one is sent to the door; without it, one has just signed out.
    return "/account/login/?next=" in answer.headers.get("Location", "")


def may(world: World, register: Register, reader: str, page: Page) -> bool:
    """Whether the register lets a reader come to a page."""
    route = register.routes[page.route]
    if route.rule not in world.rules[reader]:
        return False
    return not route.may or bool(world.relations(reader, page.about) & set(route.may))


def seen(world: World, answer: HttpResponse) -> list[Canary]:
    """The canaries in an answer: body, headers and cookies."""
    if answer.streaming:
        body = b"".join(answer.streaming_content).decode("utf-8", "replace")  # type: ignore[attr-defined]
    else:
        body = answer.content.decode("utf-8", "replace")
    text = body + repr(answer.headers) + answer.cookies.output()
    return [world.canaries[key] for key in sorted(set(CANARY.findall(text)))]


def _reads(
    world: World, register: Register, reader: str, what: str, canary: Canary
) -> Iterator[Complaint]:
    field = register.fields.get(canary.field)
    readers = set(field.readers) if field else set()
    if world.relations(reader, canary.about) & readers:
        return
    given = ", ".join(sorted(readers)) or "nobody"
    yield Complaint(
        reader,
        what,
        canary.field,
        f"{reader} reads {canary.field} of “{canary.whose}” on {what}. "
        f"The register gives it to: {given}.",
    )
