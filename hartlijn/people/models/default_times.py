"""The usual week an organisation names for people who have not said their own."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q

from hartlijn.people.models.organisation import Organisation
from hartlijn.people.models.person import Person


class DefaultWeekQuerySet(models.QuerySet["DefaultWeek"]):
    """Weeks of organisations, asked for by who belongs there."""

    def visible_to(self, viewer: Person) -> "DefaultWeekQuerySet":
        """Those of the organisations in which ``viewer`` has a place now."""
        from hartlijn.people.models.membership import Membership  # noqa: PLC0415 - circular

        places = Membership.objects.active().filter(person=viewer)
        return self.filter(organisation__in=places.values("organisation"))


class DefaultWeek(models.Model):
    """What an organisation starts people with. Without hours: there are no fixed times here.

    It fills in what somebody did not say; it never takes the place of what somebody did.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisation = models.OneToOneField(
        Organisation, on_delete=models.CASCADE, related_name="default_week"
    )

    objects: ClassVar = DefaultWeekQuerySet.as_manager()

    def __str__(self) -> str:
        """Say whose it is."""
        return str(self.organisation)


class DefaultHours(models.Model):
    """Every week on this day; an end at or before the start is on the next day."""

    week = models.ForeignKey(DefaultWeek, on_delete=models.CASCADE, related_name="hours")
    weekday = models.PositiveSmallIntegerField()  # 0 is Monday
    start = models.TimeField()
    end = models.TimeField()

    class Meta:
        """A week has seven days."""

        ordering: ClassVar = ["weekday", "start", "end"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_default_week_has_seven_days", condition=Q(weekday__lte=6)
            ),
            models.UniqueConstraint(
                fields=["week", "weekday", "start", "end"], name="default_hours_are_said_once"
            ),
        ]

    def __str__(self) -> str:
        """Say day and hours."""
        return f"{self.weekday} {self.start:%H:%M}–{self.end:%H:%M}"
