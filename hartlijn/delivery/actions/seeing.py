"""Somebody looked: what arrived is no news any more."""

from hartlijn.delivery.models import Delivery
from hartlijn.people.models import Person


def saw(person: Person) -> None:
    """Vandaag does not mention it again. Which of it was read stays unknown: the rows go."""
    Delivery.objects.visible_to(person).delete()
