"""What nobody can open any more does not come back."""

from typing import Any

from django.dispatch import receiver

from hartlijn.journal.models import Due
from hartlijn.people.models import Person
from hartlijn.vault.signals import started_over


@receiver(started_over)
def forget(person: Person, **_: Any) -> None:
    """The letters that waited are closed for good; new ones can be set again."""
    Due.objects.visible_to(person).delete()
