"""Who kept a line, and under which id their public keys stand in the log."""

from typing import ClassVar

from django.db import models

from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Person


class KeyHolderQuerySet(models.QuerySet["KeyHolder"]):
    """Holders, asked for by how far they are."""

    def published(self) -> "KeyHolderQuerySet":
        """Those to whom something can be sealed."""
        return self.exclude(log_id=None)


class KeyHolder(models.Model):
    """A person whose line is kept. The only place that ties an id in the key log to a person."""

    person = models.OneToOneField(
        Person, on_delete=models.CASCADE, related_name="+", primary_key=True
    )
    log_id = models.UUIDField(null=True, unique=True)
    kept_on = models.DateField(default=civil_day)

    objects: ClassVar = KeyHolderQuerySet.as_manager()

    def __str__(self) -> str:
        """Say which id."""
        return str(self.log_id)
