"""Who works otherwise is reached otherwise: what waits gets another moment."""

from typing import Any

from django.dispatch import receiver
from django.utils import timezone

from hartlijn.delivery.actions.moving import plan_anew
from hartlijn.people.models import Person
from hartlijn.people.signals import times_changed


@receiver(times_changed)
def other_times(about: Person, **_: Any) -> None:
    """In the transaction of the change: both hold, or neither."""
    plan_anew(about.pk, timezone.now())
