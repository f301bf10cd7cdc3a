"""Walking along: asked by the starter, accepted by the other, ended by either."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hartlijn.people.models.person import Person
from hartlijn.people.models.reaching import Block


class CompanionshipQuerySet(models.QuerySet["Companionship"]):
    """Companionships, asked for by how far they are."""

    def visible_to(self, viewer: Person) -> "CompanionshipQuerySet":
        """The companionships ``viewer`` is one of the two in.

        Not the question of somebody ``viewer`` blocked: it stays without an answer.
        """
        blocked = Block.objects.visible_to(viewer).values("blocked")
        unheard = Q(companion=viewer, accepted_on=None, starter__in=blocked)
        return self.filter(Q(starter=viewer) | Q(companion=viewer)).exclude(unheard)

    def open(self) -> "CompanionshipQuerySet":
        """Asked and not ended, whether accepted or not yet."""
        return self.filter(ended_on=None)

    def accepted(self) -> "CompanionshipQuerySet":
        """Those that hold now: accepted and not ended. Only these give any right."""
        return self.open().exclude(accepted_on=None)

    def waiting(self) -> "CompanionshipQuerySet":
        """Asked, and waiting for an answer."""
        return self.open().filter(accepted_on=None)


class Companionship(models.Model):
    """One person who walks along with one starter, for as long as both want."""

    class Kind(models.TextChoices):
        """As what somebody walks along."""

        BUDDY = "buddy", _("buddy")
        WORK_MENTOR = "work_mentor", _("werkbegeleider")
        SUPERVISOR = "supervisor", _("supervisor")
        STUDY_COACH = "study_coach", _("studieloopbaancoach")
        PEER = "peer", _("maatje")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    starter = models.ForeignKey(
        Person, on_delete=models.SET_NULL, related_name="companionships", null=True
    )
    companion = models.ForeignKey(
        Person, on_delete=models.SET_NULL, related_name="walks_along_in", null=True
    )
    kind = models.CharField(_("Als wat?"), max_length=12, choices=Kind)
    asked_on = models.DateField(default=timezone.localdate)
    accepted_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    objects: ClassVar = CompanionshipQuerySet.as_manager()

    class Meta:
        """Nobody walks along with themselves, or twice as the same."""

        constraints: ClassVar = [
            models.CheckConstraint(
                name="nobody_walks_along_with_themselves",
                condition=~Q(starter=F("companion")),
            ),
            models.UniqueConstraint(
                fields=["starter", "companion", "kind"],
                condition=Q(ended_on=None),
                name="a_companion_is_asked_once",
            ),
        ]

    def __str__(self) -> str:
        """Say who walks along with whom."""
        return f"{self.companion} → {self.starter}"

    @property
    def is_accepted(self) -> bool:
        """Whether it holds now."""
        return self.accepted_on is not None and self.ended_on is None

    def other(self, person: Person) -> Person | None:
        """The other of the two; ``None`` when that account is gone."""
        return self.companion if self.starter_id == person.pk else self.starter
