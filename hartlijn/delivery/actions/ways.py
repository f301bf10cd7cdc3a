"""Choose how one hears that something is there. Everything is the actor's own."""

import secrets
from typing import Final

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone

from hartlijn.delivery.actions.knocking import forget_letters
from hartlijn.delivery.models import CalendarAddress, MailWay, PushDevice
from hartlijn.people.actions.working_times import one_at_a_time
from hartlijn.people.models import Person
from hartlijn.people.models.invitation import digest
from hartlijn.people.signals import ways_changed

MOST_DEVICES: Final = 10


@transaction.atomic
def choose_letters(address: EmailAddress | None, *, by: Person) -> None:
    """A letter at an own proven address, or none."""
    if address is None:
        MailWay.objects.visible_to(by).delete()
        forget_letters(by.pk)
    else:
        MailWay.objects.update_or_create(person=by, defaults={"address": address})


@transaction.atomic
def add_device(endpoint: str, label: str, *, by: Person) -> str | None:
    """A sign on this device; the secret with which it tells another address, or None when full.

    An address that was somebody else's on this device is theirs no longer.
    """
    one_at_a_time(by)
    PushDevice.objects.filter(endpoint=endpoint).delete()
    if PushDevice.objects.visible_to(by).count() >= MOST_DEVICES:
        return None
    renewal = secrets.token_urlsafe(32)
    PushDevice.objects.create(
        person=by, endpoint=endpoint, label=label, renewal_digest=digest(renewal)
    )
    return renewal


@transaction.atomic
def renew_device(renewal: str, endpoint: str) -> bool:
    """The device got another address from its push service; whether we know that device."""
    known = PushDevice.objects.filter(renewal_digest=digest(renewal))
    if not known.exists():
        return False
    PushDevice.objects.filter(endpoint=endpoint).exclude(renewal_digest=digest(renewal)).delete()
    known.update(endpoint=endpoint, failing_since=None, is_refused=False)
    return True


@transaction.atomic
def remove_device(device: PushDevice, *, by: Person) -> None:
    """No sign on that device any more; gone already is fine. It warned them too."""
    gone, _tables = PushDevice.objects.visible_to(by).filter(pk=device.pk).delete()
    if gone:
        ways_changed.send(Person, about=by)


@transaction.atomic
def open_calendar(*, by: Person) -> str:
    """A new secret address, shown once; the one of before stops working."""
    token = secrets.token_urlsafe(32)
    CalendarAddress.objects.update_or_create(
        person=by, defaults={"token_digest": digest(token), "made_on": timezone.localdate()}
    )
    return token


def close_calendar(*, by: Person) -> None:
    """The address stops working."""
    CalendarAddress.objects.visible_to(by).delete()


def calendar_of(token: str) -> Person | None:
    """Whose calendar an address is."""
    found = CalendarAddress.objects.filter(
        token_digest=digest(token), person__is_active=True
    ).select_related("person")
    known = found.first()
    return known.person if known else None
