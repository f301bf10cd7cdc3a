"""Who may fetch which envelope, and until when."""

from datetime import date
from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Person
from hartlijn.people.reach import in_reach, walking_along


class GrantQuerySet(models.QuerySet["Grant"]):
    """Grants, asked for by whether they hold and whose they are."""

    def visible_to(self, viewer: Person) -> "GrantQuerySet":
        """What ``viewer`` gave, and what has arrived for ``viewer``."""
        return self.filter(Q(owner=viewer) | Q(reader=viewer, held=False))

    def open(self, on: date | None = None) -> "GrantQuerySet":
        """Those that hold on a day (today when none is given). Only these open anything.

        A grant holds for as long as the two are within each other's reach, and one that was given
        to a companion for as long as they walk along. That is asked each time and not only noted
        when it ends, so that nothing stays open when a noting was missed.
        """
        return self.filter(self._in_time(on), _tied(), ended_on=None)

    def held(self) -> "GrantQuerySet":
        """Given, and on its way: it waits for working time of its reader."""
        return self.filter(held=True, ended_on=None)

    def arrived(self) -> "GrantQuerySet":
        """Those whose reader may know of them."""
        return self.filter(held=False)

    def lapsed(self) -> "GrantQuerySet":
        """Not ended yet, though the date passed or the two are out of reach."""
        return self.filter(~self._in_time() | ~_tied(), ended_on=None)

    def between(self, one: Person, other: Person) -> "GrantQuerySet":
        """What either of the two gave the other."""
        return self.filter(Q(owner=one, reader=other) | Q(owner=other, reader=one))

    @staticmethod
    def _in_time(on: date | None = None) -> Q:
        return Q(until=None) | Q(until__gt=on or civil_day())


def _tied() -> Q:
    still = Q(for_companion=False) | Q(walking_along("owner", "reader"))
    return still & in_reach("owner", "reader")


class Grant(models.Model):
    """One reader may fetch one envelope of an owner. It says nothing of what is inside."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    # The vault lies above consent; it is told when a grant ends, and drops the envelope.
    envelope_id = models.UUIDField()
    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    reader = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    # Fresh ones wait for working time of the reader (delivery). Until then only the owner sees it.
    held = models.BooleanField(default=True)
    # Given while the two walk along: then it ends with that, also when they stay colleagues.
    for_companion = models.BooleanField(default=False)
    given_on = models.DateField(default=civil_day)
    """Once it arrived the day of that, so that nothing tells when it was written."""
    until = models.DateField(null=True)
    """The first day on which it does not hold any more, as ``Membership.ends_on``."""
    # Days from arrival on: what waits for a long leave is not over before anybody could read it.
    lasts = models.PositiveSmallIntegerField(null=True)
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
            models.CheckConstraint(
                name="what_lasts_has_no_last_day_before_it_arrives",
                condition=Q(until=None) | Q(lasts=None) | Q(held=False),
            ),
        ]

    def __str__(self) -> str:
        """Say who reads."""
        return f"{self.owner_id} → {self.reader_id}"
