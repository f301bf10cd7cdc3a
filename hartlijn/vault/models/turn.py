"""How often somebody did something in this hour or on this day."""

from django.db import models


class Turn(models.Model):
    """A count without a name; it goes when its time is over.

    Beside the shared cache, because there a count costs six statements and here it costs one.
    """

    key = models.CharField(max_length=64, primary_key=True)
    taken = models.PositiveIntegerField(default=1)
    ends_at = models.DateTimeField()

    def __str__(self) -> str:
        """Say how many."""
        return str(self.taken)
