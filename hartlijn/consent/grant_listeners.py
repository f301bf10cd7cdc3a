"""End grants when the floor below says that two people stopped walking along."""

from typing import Any

from django.dispatch import receiver

from hartlijn.consent import actions
from hartlijn.people import signals
from hartlijn.people.models import Companionship


@receiver(signals.companionship_ended)
def stop_giving(companionship: Companionship, **_: Any) -> None:
    """What the two gave each other closes, unless they still walk along in another way."""
    one, other = companionship.starter, companionship.companion
    if one and other:  # when one of the two leaves for good, the grants go with the account
        actions.end_between(one, other)
