"""People who chose ways, and servers that bring what is sent to them."""

from collections.abc import Iterator

import pytest
from allauth.account.models import EmailAddress
from pytest_django import Settings

from hartlijn.delivery.models import MailWay, PushDevice
from hartlijn.delivery.tests.servers import MailServer, PushService, mail_server, push_service
from hartlijn.people.models import Person

PRIVATE = "noor@thuis.example"


@pytest.fixture
def pushes() -> Iterator[PushService]:
    """A push service."""
    with push_service() as service:
        yield service


@pytest.fixture
def post(settings: Settings) -> Iterator[MailServer]:
    """A mail server to which letters really go."""
    with mail_server() as server:
        over_smtp(settings, server.port)
        yield server


def over_smtp(settings: Settings, port: int) -> None:
    """Letters go to a mail server on this machine."""
    settings.EMAIL_BACKEND = "hartlijn.delivery.mail_exit.Backend"
    settings.DELIVERY_MAIL_CARRIER = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.EMAIL_USE_TLS, settings.EMAIL_TIMEOUT = False, 2


def wants_letters(person: Person, email: str = PRIVATE) -> EmailAddress:
    """At a proven address of their own."""
    address = EmailAddress.objects.create(user=person, email=email, verified=True)
    MailWay.objects.create(person=person, address=address)
    return address


def wants_signs(person: Person, endpoint: str, label: str = "Mijn telefoon") -> PushDevice:
    """On a device."""
    return PushDevice.objects.create(
        person=person, endpoint=endpoint, label=label, renewal_digest=f"digest {endpoint}"[-64:]
    )
