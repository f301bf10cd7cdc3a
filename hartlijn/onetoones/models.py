"""The rhythm somebody keeps with the people they lead or walk along with. Only the next day."""

from datetime import date
from typing import ClassVar, Final
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from hartlijn.onetoones.nearby import near
from hartlijn.people.models import Person

MOST_WEEKS: Final = 12


class RhythmQuerySet(models.QuerySet["Rhythm"]):
    """Rhythms, asked for by whose they are and by day."""

    def visible_to(self, viewer: Person) -> "RhythmQuerySet":
        """The own ones, with whom the tie still holds. The other of the two sees nothing of it."""
        return self.filter(owner=viewer, person__in=near(viewer))

    def by(self, day: date) -> "RhythmQuerySet":
        """Those whose next talk is on ``day`` or before."""
        return self.filter(next_on__lte=day)


class Rhythm(models.Model):
    """Every so many weeks a short talk with somebody. Past talks leave nothing behind."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    weeks = models.PositiveSmallIntegerField()
    next_on = models.DateField()  # by the owner's own calendar

    objects: ClassVar = RhythmQuerySet.as_manager()

    class Meta:
        """One rhythm with one person, and not with oneself."""

        ordering: ClassVar = ["next_on", "person__name", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["owner", "person"], name="one_rhythm_with_a_person"),
            models.CheckConstraint(
                name="nobody_has_a_rhythm_with_themselves", condition=~Q(owner=F("person"))
            ),
            models.CheckConstraint(
                name="a_rhythm_is_one_to_twelve_weeks",
                condition=Q(weeks__gte=1, weeks__lte=MOST_WEEKS),
            ),
        ]

    def __str__(self) -> str:
        """Say when; never with whom."""
        return self.next_on.isoformat()
