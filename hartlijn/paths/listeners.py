"""What goes with a reminder or a notice, however it goes: with its step, its person, or a whole path."""

from typing import Any

from django.db.models.signals import pre_delete
from django.dispatch import receiver

from hartlijn.delivery.actions.planning import withdraw
from hartlijn.paths.models import Notice, Reminder


@receiver(pre_delete, sender=Notice)
@receiver(pre_delete, sender=Reminder)
def take_back(instance: Notice | Reminder, **_: Any) -> None:
    """It does not arrive any more; what arrived stays arrived."""
    withdraw(instance.pk)
