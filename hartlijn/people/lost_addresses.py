"""Notice when an address leaves an account: a warning does not get there any more."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from allauth.account.signals import email_changed, email_removed
from django.db.models.signals import pre_delete
from django.dispatch import receiver

from hartlijn.people.models import Person
from hartlijn.people.signals import ways_changed


@receiver(pre_delete, sender=EmailAddress)
def one_was_removed(instance: EmailAddress, **_: Any) -> None:
    """Whoever removed it, and by whatever page. One that was never proved got no warnings."""
    if instance.verified:
        ways_changed.send(Person, about=instance.user)


@receiver(email_changed)
def another_came_first(user: Person, from_email_address: EmailAddress | None, **_: Any) -> None:
    """The main address is warned also unproved; as second one only when it is proved."""
    if from_email_address is None or not from_email_address.verified:
        ways_changed.send(Person, about=user)


@receiver(email_removed)
def tell_it_there_too(user: Person, email_address: EmailAddress, **_: Any) -> None:
    """Whoever took it away can read the main address; perhaps only the removed one is theirs."""
    if email_address.verified:
        told = {"deleted_email": email_address.email}
        prefix = "account/email/email_deleted"
        get_adapter().send_notification_mail(prefix, user, told, email_address.email)
