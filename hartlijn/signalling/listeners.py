"""What goes with a notice, however it goes: with its signal, its person, or because one looked."""

from typing import Any

from django.db.models.signals import pre_delete
from django.dispatch import receiver

from hartlijn.delivery.actions.planning import withdraw
from hartlijn.signalling.models import AnswerNotice


@receiver(pre_delete, sender=AnswerNotice)
def take_back(instance: AnswerNotice, **_: Any) -> None:
    """It does not arrive any more; what arrived stays arrived."""
    withdraw(instance.pk)
