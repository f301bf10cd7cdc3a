"""A meeting of three: the starter, somebody of the school, and somebody of the workplace.

What stands here is plain, and read by the three alone. A preparation is sealed and not here.
"""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.civil_day import civil_day
from hartlijn.paths.models.path import Path, Side, places_of
from hartlijn.people.models import Person

LONGEST = 200


class MeetingQuerySet(models.QuerySet["Meeting"]):
    """Meetings, asked for by who is one of the three."""

    def visible_to(self, viewer: Person) -> "MeetingQuerySet":
        """The own ones; and those one is in, for as long as the side runs and one is there."""
        here = places_of(viewer).values("organisation")
        running = Side.objects.running().filter(organisation__in=here)
        return self.filter(
            Q(path__starter=viewer)
            | Q(teacher=viewer, school__in=running)
            | Q(guide=viewer, work__in=running)
        )

    def of(self, starter: Person) -> "MeetingQuerySet":
        """The own ones: who holds the screen."""
        return self.filter(path__starter=starter)


class Meeting(models.Model):
    """One meeting of three on one day."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    path = models.ForeignKey(Path, on_delete=models.CASCADE, related_name="meetings")
    school = models.ForeignKey(Side, on_delete=models.CASCADE, related_name="+")
    work = models.ForeignKey(Side, on_delete=models.CASCADE, related_name="+")
    teacher = models.ForeignKey(Person, on_delete=models.SET_NULL, related_name="+", null=True)
    guide = models.ForeignKey(Person, on_delete=models.SET_NULL, related_name="+", null=True)
    day = models.DateField(_("Wanneer?"))
    needs = models.CharField(max_length=LONGEST, blank=True)

    objects: ClassVar = MeetingQuerySet.as_manager()

    class Meta:
        """The newest first; two sides that are not the same."""

        ordering: ClassVar = ["-day", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(name="a_meeting_has_two_sides", condition=~Q(school=F("work"))),
        ]

    def __str__(self) -> str:
        """Say which."""
        return str(self.pk)


class AgreedQuerySet(models.QuerySet["Agreed"]):
    """What stands on the screen, asked for by who is one of the three."""

    def visible_to(self, viewer: Person) -> "AgreedQuerySet":
        """That of the meetings one is in."""
        return self.filter(meeting__in=Meeting.objects.visible_to(viewer))


class Agreed(models.Model):
    """One line on the screen: what the starter brings, or what one of the three promises."""

    class Whose(models.TextChoices):
        """Of whom it is."""

        BROUGHT = "brought", _("Dit wil ik laten zien of vertellen")
        STARTER = "starter", _("Ik beloof")
        SCHOOL = "school", _("De school belooft")
        WORK = "work", _("Het werk belooft")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="agreed")
    whose = models.CharField(max_length=8, choices=Whose)
    words = models.CharField(_("In één zin"), max_length=LONGEST)
    by_on = models.DateField(_("Uiterlijk"), null=True)
    place = models.PositiveSmallIntegerField()

    objects: ClassVar = AgreedQuerySet.as_manager()

    class Meta:
        """In the order in which it was said; a promise has a day."""

        ordering: ClassVar = ["place", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="what_is_promised_has_a_day",
                condition=Q(whose="brought") | Q(by_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        """Say which."""
        return f"{self.meeting_id} {self.whose}"


class MeetingYesQuerySet(models.QuerySet["MeetingYes"]):
    """Who said yes, asked for by who is one of the three."""

    def visible_to(self, viewer: Person) -> "MeetingYesQuerySet":
        """That of the meetings one is in."""
        return self.filter(meeting__in=Meeting.objects.visible_to(viewer))


class MeetingYes(models.Model):
    """That one of the three agrees with the screen as it reads now; a change takes it back."""

    id = models.BigAutoField(primary_key=True)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="yeses")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    said_on = models.DateField(default=civil_day)

    objects: ClassVar = MeetingYesQuerySet.as_manager()

    class Meta:
        """Each says yes once."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "person"], name="each_says_yes_once"),
        ]

    def __str__(self) -> str:
        """Say which."""
        return f"{self.meeting_id} {self.said_on}"
