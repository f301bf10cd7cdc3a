"""That somebody hears that a lead waits for them: asked to take it up, or its day came."""

from typing import ClassVar
from uuid import uuid4

from django.db import models

from hartlijn.dialogues.models.lead import Lead
from hartlijn.people.models import Person


class LeadNoticeQuerySet(models.QuerySet["LeadNotice"]):
    """Notices, asked for by whose they are."""

    def visible_to(self, viewer: Person) -> "LeadNoticeQuerySet":
        """The own ones."""
        return self.filter(person=viewer)


class LeadNotice(models.Model):
    """Its id is what delivery knows it by; it goes when its person looked, or it waits no more."""

    class Kind(models.TextChoices):
        """Why."""

        ASKED = "asked"
        DUE = "due"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    lead = models.ForeignKey(Lead, on_delete=models.CASCADE, related_name="notices")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=5, choices=Kind)

    objects: ClassVar = LeadNoticeQuerySet.as_manager()

    class Meta:
        """Nobody hears the same twice."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["lead", "person", "kind"], name="nobody_hears_twice_of_a_lead"
            ),
        ]

    def __str__(self) -> str:
        """Say why."""
        return self.kind
