"""The steps of a side: what somebody does, by which day, and whether it was done."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Exists, OuterRef, Q

from hartlijn.lib.civil_day import civil_day
from hartlijn.paths.models.path import Side, still_running
from hartlijn.people.models import Companionship, Person


class StepQuerySet(models.QuerySet["Step"]):
    """Steps, asked for by who sees them, and how far they are."""

    def visible_to(self, viewer: Person) -> "StepQuerySet":
        """Those of the sides one sees, and some of other sides that run at the same time.

        Of these the steps that are for both, and for who walks along those that ask for them.
        """
        seen = Side.objects.visible_to(viewer).running()
        beside = seen.filter(path=OuterRef("side__path")).exclude(pk=OuterRef("side"))
        # Both run now. What ended is over for the other: nothing of before, nothing of after.
        still = still_running("side__")
        asked = StepRole.objects.filter(step=OuterRef("pk")).filter(
            Exists(
                Companionship.objects.accepted().filter(
                    companion=viewer,
                    starter=OuterRef("step__side__path__starter"),
                    kind=OuterRef("role"),
                )
            )
        )
        return self.filter(
            Q(side__in=Side.objects.visible_to(viewer))
            | Q(Exists(beside), still, is_for_both=True)
            | Q(Exists(asked), still)
        )

    def open(self) -> "StepQuerySet":
        """Those that still have to be done."""
        return self.filter(done_on=None)

    def late(self) -> "StepQuerySet":
        """Open, and their day has passed."""
        return self.open().filter(due_on__lt=civil_day())


class Step(models.Model):
    """One step as it stands on the path of one person; its words are in the version of its side."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    side = models.ForeignKey(Side, on_delete=models.CASCADE, related_name="steps")
    key = models.CharField(max_length=60)
    kind = models.CharField(max_length=12)  # a definitions.StepKind
    place = models.PositiveSmallIntegerField()  # in the order of the template
    due_on = models.DateField(null=True)  # None: no working times are known that far
    # Whether somebody of the organisation has a part in it; else it is the starter's alone.
    is_of_organisation = models.BooleanField()
    is_for_both = models.BooleanField(default=False)
    done_on = models.DateField(null=True)
    done_by = models.ForeignKey(Person, on_delete=models.SET_NULL, related_name="+", null=True)

    objects: ClassVar = StepQuerySet.as_manager()

    class Meta:
        """A step stands once on a side."""

        ordering: ClassVar = ["place", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["side", "key"], name="a_step_stands_once_on_a_side"),
            models.CheckConstraint(
                name="who_did_a_step_did_it_on_a_day",
                condition=Q(done_by=None) | Q(done_on__isnull=False),
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["due_on", "side"],
                condition=Q(done_on=None),
                name="open_steps_by_day",
            ),
        ]

    def __str__(self) -> str:
        """Say which."""
        return f"{self.side_id} {self.key}"

    @property
    def is_late(self) -> bool:
        """Whether its day has passed and it is not done."""
        return self.done_on is None and self.due_on is not None and self.due_on < civil_day()


class StepRoleQuerySet(models.QuerySet["StepRole"]):
    """Roles of steps, asked for by who sees the step."""

    def visible_to(self, viewer: Person) -> "StepRoleQuerySet":
        """Those of the steps one sees."""
        return self.filter(step__in=Step.objects.visible_to(viewer))


class StepRole(models.Model):
    """Who has a part in a step, by role; who that is today, ``parties.py`` says."""

    id = models.BigAutoField(primary_key=True)
    step = models.ForeignKey(Step, on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(max_length=12)  # a definitions.Role

    objects: ClassVar = StepRoleQuerySet.as_manager()

    class Meta:
        """Each role once."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["step", "role"], name="a_role_stands_once_at_a_step"),
        ]

    def __str__(self) -> str:
        """Say which."""
        return f"{self.step_id} {self.role}"
