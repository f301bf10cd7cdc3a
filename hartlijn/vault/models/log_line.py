"""The key log: public keys in the order of publishing, under ids that say nothing."""

from typing import ClassVar

from django.db import models


class LogLine(models.Model):
    """One line. It never changes and never goes, also not with an account: it names nobody."""

    position = models.PositiveIntegerField(primary_key=True)  # 1, 2, 3 … without gaps
    log_id = models.UUIDField(db_index=True)
    line = models.TextField()
    head = models.CharField(max_length=43)  # the chain up to and with this line, in b64

    class Meta:
        """In the order of publishing."""

        ordering: ClassVar = ["position"]

    def __str__(self) -> str:
        """Say where it stands."""
        return str(self.position)
