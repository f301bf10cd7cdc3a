"""What goes with a notice, however it goes."""

from typing import Any

from django.db.models.signals import pre_delete
from django.dispatch import receiver

from hartlijn.delivery.actions.planning import withdraw
from hartlijn.dialogues.models import LeadNotice


@receiver(pre_delete, sender=LeadNotice)
def take_back(instance: LeadNotice, **_: Any) -> None:
    """It does not arrive any more; what arrived stays arrived."""
    withdraw(instance.pk)
