"""Letters that wait to come back, made as a browser makes them."""

import json
from typing import Any
from uuid import uuid4

from django.test import Client
from django.urls import reverse

from hartlijn.journal.models import Due
from hartlijn.people.models import Person
from hartlijn.vault.models import Envelope
from hartlijn.vault.tests.sealed import digest, envelope

NEXT = "next_working_moment"
URL = "/journal/api/due/"


def ask(client: Client, content: object, **headers: str) -> Any:
    """Send JSON to what comes back."""
    said = content if isinstance(content, (str, bytes)) else json.dumps(content)
    return client.post(URL, said, content_type="application/json", headers=headers)


def told(client: Client) -> dict[str, Any]:
    """What the browser hears of what comes back."""
    found: dict[str, Any] = client.get(reverse("journal:due")).json()
    return found


def a_letter(owner: Person) -> Envelope:
    """A sealed letter, on the line of ``owner``."""
    content = envelope()
    return Envelope.objects.create(
        id=uuid4(), author=owner, content=content, digest=digest(content), size=len(content)
    )


def waiting(owner: Person, day: Any) -> Due:
    """A letter of ``owner`` that comes back on a day."""
    return Due.objects.create(envelope=a_letter(owner), owner=owner, due_on=day)
