"""Drop the bytes of what nobody may fetch any more. Runs inside the transaction that ends it."""

from typing import Any
from uuid import UUID

from django.db.models.signals import pre_delete
from django.dispatch import receiver
from django.utils import timezone

from hartlijn.consent.models import Grant
from hartlijn.consent.signals import grants_ended
from hartlijn.people.models import Companionship, Person
from hartlijn.people.signals import companionship_ended, ways_changed
from hartlijn.vault.actions.trust import note_other_ways
from hartlijn.vault.models import Envelope, Recovery
from hartlijn.vault.trust import walking_along_with


@receiver(grants_ended)
def drop(envelopes: list[UUID], **_: Any) -> None:
    """A copy made for somebody has no use without that somebody.

    What never arrived stays with its writer, who so sees that nobody has it. Nothing says why.
    """
    missed = Grant.objects.filter(envelope_id__in=envelopes, held=True)
    arrived = set(envelopes) - set(missed.values_list("envelope_id", flat=True))
    Envelope.objects.filter(pk__in=arrived).delete()


@receiver(companionship_ended)
def stop_asking(companionship: Companionship, **_: Any) -> None:
    """A trusted contact walks along; whoever stops does not help any more."""
    one, other = companionship.starter, companionship.companion
    if one and other and other.pk not in walking_along_with(one):
        both = [one.pk, other.pk]
        Recovery.objects.filter(trust__owner__in=both, trust__contact__in=both).delete()


@receiver(ways_changed)
def hold_asking(about: Person, **_: Any) -> None:
    """Whoever takes away where the owner is warned does not get to the halves meanwhile."""
    note_other_ways(about, timezone.now())


@receiver(pre_delete, sender=Person)
def drop_what_was_given_to(instance: Person, **_: Any) -> None:
    """Whoever leaves for good leaves no copies; the own envelopes go with the account.

    What had not arrived stays with its writer, as after any other end.
    """
    received = Grant.objects.arrived().filter(reader=instance, ended_on=None)
    Envelope.objects.filter(pk__in=received.values("envelope_id")).delete()
