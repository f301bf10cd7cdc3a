"""The mark that says: everybody in this database is made up."""

from typing import ClassVar

from django.db import models
from django.db.models import Q


class World(models.Model):
    """The demonstration world that was made here; at most one."""

    seed = models.PositiveIntegerField()
    made_on = models.DateField()

    class Meta:
        """One row, or none."""

        constraints: ClassVar = [
            models.CheckConstraint(name="there_is_one_world", condition=Q(pk=1)),
        ]

    def __str__(self) -> str:
        """Say when it was made."""
        return f"{self.seed}, {self.made_on}"
