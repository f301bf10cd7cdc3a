"""Who may fetch which envelope, and until when."""

from datetime import date
from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Companionship, Person


class GrantQuerySet(models.QuerySet["Grant"]):
    """Grants, asked for by whether they hold and whose they are."""

    def visible_to(self, viewer: Person) -> "GrantQuerySet":
        """What ``viewer`` gave, and what was given to ``viewer``."""
        return self.filter(Q(owner=viewer) | Q(reader=viewer))

    def open(self, on: date | None = None) -> "GrantQuerySet":
        """Those that hold on a day (today when none is given). Only these open anything.

        A grant holds for as long as the two walk along. That is asked each time and not only
        noted when it ends, so that nothing stays open when a noting was missed.
        """
        return self.filter(self._in_time(on), _walking_along(), ended_on=None)

    def lapsed(self) -> "GrantQuerySet":
        """Not ended yet, though the date passed or the two walk along no more."""
        return self.filter(~self._in_time() | ~_walking_along(), ended_on=None)

    def between(self, one: Person, other: Person) -> "GrantQuerySet":
        """What either of the two gave the other."""
        return self.filter(Q(owner=one, reader=other) | Q(owner=other, reader=one))

    @staticmethod
    def _in_time(on: date | None = None) -> Q:
        return Q(until=None) | Q(until__gt=on or civil_day())


def _walking_along() -> Exists:
    tie = Q(starter=OuterRef("owner"), companion=OuterRef("reader"))
    other_way = Q(starter=OuterRef("reader"), companion=OuterRef("owner"))
    return Exists(Companionship.objects.accepted().filter(tie | other_way))


class Grant(models.Model):
    """One reader may fetch one envelope of an owner. It says nothing of what is inside."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    # The vault lies above consent; it is told when a grant ends, and drops the envelope.
    envelope_id = models.UUIDField()
    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    reader = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    given_on = models.DateField(default=civil_day)
    until = models.DateField(null=True)
    """The first day on which it does not hold any more, as ``Membership.ends_on``."""
    ended_on = models.DateField(null=True)

    objects: ClassVar = GrantQuerySet.as_manager()

    class Meta:
        """An envelope has one reader; a second reader gets an envelope of their own."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["envelope_id"],
                condition=Q(ended_on=None),
                name="an_envelope_is_given_once",
            ),
            models.CheckConstraint(
                name="nobody_gives_to_themselves", condition=~Q(owner=F("reader"))
            ),
            models.CheckConstraint(
                name="a_grant_ends_after_it_is_given",
                condition=Q(until=None) | Q(until__gt=F("given_on")),
            ),
        ]

    def __str__(self) -> str:
        """Say who reads."""
        return f"{self.owner_id} → {self.reader_id}"
