"""Noor has a trusted contact, and loses everything."""

from typing import Any
from uuid import uuid4

from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from django.test import Client
from django.utils import timezone

from hartlijn.people.models import Person
from hartlijn.vault.tests.sealed import Keys, add_wrap, b64, envelope, post, publish, wrap

RECIPIENT = "age1" + "q" * 58
HALF = b"h" * 32


def kept(client: Client) -> Keys:
    """Somebody keeps a line and publishes keys."""
    assert add_wrap(client).status_code == 200
    keys = Keys()
    assert publish(client, keys.line()).status_code == 200
    return keys


def choice(contact: Person, **says: Any) -> dict[str, Any]:
    """What a browser sends to choose a contact."""
    return {
        "id": str(uuid4()),
        "content": b64(wrap()),
        "to": str(contact.pk),
        "days": 3,
        "letter": b64(envelope(readers=2)),
        "half": b64(HALF),
        "replaces": [],
        **says,
    }


def choose(client: Client, contact: Person, **says: Any) -> Any:
    return post(client, "trust_choose", choice(contact) | says)


def fresh(client: Client) -> Client:
    """They showed a moment ago that it is them."""
    session = client.session
    at = timezone.now().timestamp()
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "password", "at": at}]
    session.save()
    return client


def ask(client: Client, **says: Any) -> Any:
    return post(client, "trust_ask", {"id": str(uuid4()), "recipient": RECIPIENT, **says})


def own(client: Client) -> Any:
    return client.get("/vault/api/trust/").json()["trust"]


def helping(client: Client) -> Any:
    return client.get("/vault/api/trust/helping/").json()["for"]


def help_with(client: Client, pk: str, answer: bytes | None = None) -> Any:
    content = envelope() if answer is None else answer
    return post(client, "trust_help", {"answer": b64(content)}, pk)


def open_(client: Client) -> Any:
    return post(client, "trust_open", {})
