"""Every version of a definition that was ever given to somebody, so that it stays readable."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models

from hartlijn.lib.civil_day import civil_day
from hartlijn.library.kinds import kinds
from hartlijn.library.schema import Reader


class VersionQuerySet(models.QuerySet["Version"]):
    """Versions, asked for by kind."""

    def of(self, kind: str) -> "VersionQuerySet":
        """Those of one kind, by key, the oldest first."""
        return self.filter(kind=kind).order_by("key", "first_used_on", "hash")

    def unknown(self, hashes: Iterable[str]) -> set[str]:
        """Which of these were never kept."""
        wanted = set(hashes)
        return wanted - set(self.filter(hash__in=wanted).values_list("hash", flat=True))


class Version(models.Model):
    """One definition as it once stood. Never changed and never removed; it names no person."""

    hash = models.CharField(max_length=64, primary_key=True)
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=60)
    body = models.JSONField()
    first_used_on = models.DateField(default=civil_day)

    objects: ClassVar = VersionQuerySet.as_manager()

    class Meta:
        """Found by kind and key."""

        indexes: ClassVar = [models.Index(fields=["kind", "key"], name="versions_of_a_definition")]

    def __str__(self) -> str:
        """Say which."""
        return f"{self.kind} {self.key} {self.hash[:12]}"

    @property
    def content(self) -> Any:
        """The words, read by today's schema of its kind; ``None`` when that asks other things.

        ``body`` always says what it said.
        """
        kind = kinds().get(self.kind)
        return Reader().read(kind.schema, self.body) if kind else None
