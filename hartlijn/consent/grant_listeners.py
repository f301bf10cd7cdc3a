"""End grants when the floor below says that people are out of each other's reach."""

from typing import Any

from django.dispatch import receiver

from hartlijn.consent import actions
from hartlijn.people import signals
from hartlijn.people.models import Companionship, Person


@receiver(signals.companionship_ended)
def stop_giving(companionship: Companionship, **_: Any) -> None:
    """What the two gave each other closes, unless they still walk along in another way."""
    one, other = companionship.starter, companionship.companion
    if one and other:  # when one of the two leaves for good, the grants go with the account
        actions.end_between(one, other)


@receiver(signals.reach_ended)
def stop_writing(people: list[Person], **_: Any) -> None:
    """What is between these people and others closes where no other tie holds."""
    for one in people:
        actions.end_what_lapsed_of(one)
