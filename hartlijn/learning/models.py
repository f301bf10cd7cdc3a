"""What a cohort plans of the learning line, its calendar addresses, and what somebody did for herself.

No number stands in these tables, and no day on which a student did something.
"""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Membership, Person, Role, Unit

LEADING = (Role.TEAM_LEADER, Role.TEACHER)


def units_of(person: Person) -> QuerySet[Unit]:
    """The cohorts and teams somebody is in today."""
    places = Membership.objects.active().filter(person=person, unit__isnull=False)
    return Unit.objects.filter(pk__in=places.values("unit"))


def units_led_by(person: Person) -> QuerySet[Unit]:
    """Those of which somebody is the teacher or leader today."""
    places = Membership.objects.active().filter(person=person, unit__isnull=False, role__in=LEADING)
    return Unit.objects.filter(pk__in=places.values("unit"))


def units_with_a_plan(person: Person) -> QuerySet[Unit]:
    """Those of somebody in which something is planned, and those for which they may plan."""
    planned = Planned.objects.visible_to(person).values("unit")
    led = units_led_by(person).values("pk")
    return units_of(person).filter(Q(pk__in=planned) | Q(pk__in=led)).order_by("name")


class OwnWordQuerySet(models.QuerySet["OwnWord"]):
    """Own words, asked for by whose they are."""

    def visible_to(self, viewer: Person) -> "OwnWordQuerySet":
        """The own ones. No teacher, leader, desk or companion reads those of another."""
        return self.filter(person=viewer)


class OwnWord(models.Model):
    """That somebody did an assignment, talked about it, or takes it along. For herself."""

    class Word(models.TextChoices):
        """What one can say. Several hold at once; none is more than another."""

        DONE = "done", _("Gedaan")
        DISCUSSED = "discussed", _("Besproken")
        TAKEN_ALONG = "taken_along", _("Neem ik mee")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    assignment = models.CharField(max_length=60)  # its key
    word = models.CharField(max_length=12, choices=Word)

    objects: ClassVar = OwnWordQuerySet.as_manager()

    class Meta:
        """Each word once."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "assignment", "word"],
                name="an_own_word_of_an_assignment_is_kept_once",
            ),
        ]

    def __str__(self) -> str:
        """Say which."""
        return f"{self.assignment} {self.word}"


class PlannedQuerySet(models.QuerySet["Planned"]):
    """What is planned, asked for by whose plan it is."""

    def visible_to(self, viewer: Person) -> "PlannedQuerySet":
        """Of the cohorts one is in today."""
        return self.filter(unit__in=units_of(viewer))

    def of(self, unit: Unit) -> "PlannedQuerySet":
        """The plan of one cohort, by day."""
        return self.filter(unit=unit).order_by("on_day", "assignment")


class Planned(models.Model):
    """An assignment on a day of a cohort. It is about the lesson, and names nobody."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    assignment = models.CharField(max_length=60)  # its key
    on_day = models.DateField()

    objects: ClassVar = PlannedQuerySet.as_manager()

    class Meta:
        """A cohort has an assignment on one day."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["unit", "assignment"], name="an_assignment_is_planned_once_in_a_cohort"
            ),
        ]

    def __str__(self) -> str:
        """Say when."""
        return f"{self.assignment} {self.on_day}"


class PlanAddressQuerySet(models.QuerySet["PlanAddress"]):
    """Calendar addresses, asked for by whose they are."""

    def visible_to(self, viewer: Person) -> "PlanAddressQuerySet":
        """The own ones."""
        return self.filter(person=viewer)


class PlanAddress(models.Model):
    """A secret address at which somebody's calendar reads the plan of a cohort; only its digest."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    token_digest = models.CharField(max_length=64, unique=True)
    made_on = models.DateField(default=civil_day)

    objects: ClassVar = PlanAddressQuerySet.as_manager()

    class Meta:
        """One for each plan: a new one closes the one of before."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "unit"], name="somebody_has_one_address_for_a_plan"
            ),
        ]

    def __str__(self) -> str:
        """Say what it is."""
        return "a calendar of a plan"
