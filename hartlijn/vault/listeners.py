"""Drop the bytes of what nobody may fetch any more. Runs inside the transaction that ends it."""

from typing import Any
from uuid import UUID

from django.db.models.signals import pre_delete
from django.dispatch import receiver

from hartlijn.consent.models import Grant
from hartlijn.consent.signals import grants_ended
from hartlijn.people.models import Person
from hartlijn.vault.models import Envelope


@receiver(grants_ended)
def drop(envelopes: list[UUID], **_: Any) -> None:
    """A copy made for somebody has no use without that somebody."""
    Envelope.objects.filter(pk__in=envelopes).delete()


@receiver(pre_delete, sender=Person)
def drop_what_was_given_to(instance: Person, **_: Any) -> None:
    """Whoever leaves for good leaves no copies; the own envelopes go with the account."""
    received = Grant.objects.filter(reader=instance, ended_on=None)
    Envelope.objects.filter(pk__in=received.values("envelope_id")).delete()
