"""That somebody is reminded of a step: once, for the day it is on."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from hartlijn.lib.civil_day import civil_day
from hartlijn.paths.models.step import Step
from hartlijn.people.models import Person


class ReminderQuerySet(models.QuerySet["Reminder"]):
    """Reminders, asked for by whose they are and whether they still hold."""

    def visible_to(self, viewer: Person) -> "ReminderQuerySet":
        """The own ones: nobody sees of another whether they were reminded."""
        return self.filter(person=viewer)

    def stale(self) -> "ReminderQuerySet":
        """Of steps that were done, moved to another day, or are on a side that ended."""
        over = Q(step__side__ended_on__lte=civil_day())
        moved = Q(step__due_on=None) | ~Q(for_day=F("step__due_on"))
        return self.filter(Q(step__done_on__isnull=False) | over | moved)


class Reminder(models.Model):
    """Its id is what delivery knows it by. Whether it was read is not known anywhere."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    step = models.ForeignKey(Step, on_delete=models.CASCADE, related_name="reminders")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    for_day = models.DateField()

    objects: ClassVar = ReminderQuerySet.as_manager()

    class Meta:
        """Nobody is reminded of a step twice."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["step", "person"], name="nobody_is_reminded_of_a_step_twice"
            ),
        ]

    def __str__(self) -> str:
        """Say of which day."""
        return f"{self.step_id} {self.for_day}"
