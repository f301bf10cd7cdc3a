"""One sealed letter, as bytes."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from hartlijn.consent.models import Grant
from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Person


class EnvelopeQuerySet(models.QuerySet["Envelope"]):
    """Envelopes, asked for by who may fetch them."""

    def visible_to(self, viewer: Person) -> "EnvelopeQuerySet":
        """The own ones, and what arrived for ``viewer`` for as long as that holds."""
        given = Grant.objects.open().arrived().filter(reader=viewer)
        return self.filter(Q(author=viewer) | Q(pk__in=given.values("envelope_id")))

    def private_of(self, author: Person) -> "EnvelopeQuerySet":
        """Those ``author`` made for nobody else."""
        given = Grant.objects.filter(owner=author, ended_on=None)
        return self.filter(author=author).exclude(pk__in=given.values("envelope_id"))

    def delete(self) -> tuple[int, dict[str, int]]:
        """Remove them without fetching their bytes first; what points at them goes along."""
        return super(EnvelopeQuerySet, self.defer("content")).delete()

    delete.alters_data = True  # type: ignore[attr-defined]
    delete.queryset_only = True  # type: ignore[attr-defined]


class Envelope(models.Model):
    """An age file under an id that says nothing; its day, and its size as a power of two."""

    id = models.UUIDField(primary_key=True)  # drawn by the browser that sealed it
    author = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    content = models.BinaryField()
    digest = models.CharField(max_length=43)  # SHA-256 in b64: which bytes a change replaces
    size = models.PositiveIntegerField()
    written_on = models.DateField(default=civil_day)  # by day: hours say too much

    objects: ClassVar = EnvelopeQuerySet.as_manager()

    def __str__(self) -> str:
        """Say which."""
        return str(self.pk)
