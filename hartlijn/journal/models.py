"""What comes back to somebody on a day. Not what it is: the server does not know that."""

from datetime import date
from typing import ClassVar

from django.db import models

from hartlijn.people.models import Person
from hartlijn.vault.models import Envelope


class DueQuerySet(models.QuerySet["Due"]):
    """Things that come back, asked for by whose they are and by day."""

    def visible_to(self, viewer: Person) -> "DueQuerySet":
        """The own ones; nobody sees those of another."""
        return self.filter(owner=viewer)

    def by(self, day: date) -> "DueQuerySet":
        """Those of ``day`` and before."""
        return self.filter(due_on__lte=day)


class Due(models.Model):
    """An own sealed letter that comes back at the first working moment from a day on.

    No text and no kind: a parked thought and an intention look the same here.
    """

    envelope = models.OneToOneField(
        Envelope, on_delete=models.CASCADE, related_name="+", primary_key=True
    )
    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_index=False)
    due_on = models.DateField()  # by the owner's own calendar

    objects: ClassVar = DueQuerySet.as_manager()

    class Meta:
        """Asked for at each look at Vandaag."""

        ordering: ClassVar = ["due_on", "pk"]
        indexes: ClassVar = [models.Index(fields=["owner", "due_on"], name="due_of_a_person")]

    def __str__(self) -> str:
        """Say when."""
        return self.due_on.isoformat()
