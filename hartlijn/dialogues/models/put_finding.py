"""A finding as it is put before people in one dialogue."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues.models.dialogue import Dialogue
from hartlijn.factors.models import FindingVersion
from hartlijn.people.models import Person


class PutFindingQuerySet(models.QuerySet["PutFinding"]):
    """Findings that were put, asked for by who leads."""

    def visible_to(self, viewer: Person) -> "PutFindingQuerySet":
        """Of the dialogues one can see."""
        return self.filter(dialogue__in=Dialogue.objects.visible_to(viewer))


class PutFinding(models.Model):
    """The words that stood on the screen, with their source; they stay when the finding moves on."""

    class Kind(models.TextChoices):
        """Where it was found."""

        LITERATURE = "literature", _("literatuurstudie")
        FIELD = "field", _("praktijkverkenning")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="put")
    order = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.LITERATURE)
    name = models.CharField(max_length=120, blank=True)  # short, for in a sentence
    name_other = models.CharField(max_length=120, blank=True)
    text = models.TextField()
    text_other = models.TextField(blank=True)
    source = models.TextField(blank=True)
    version = models.ForeignKey(
        FindingVersion, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    revealed_at = models.DateTimeField(null=True, blank=True)
    # Frozen when it is revealed: {"blocks": [{"of": [perspective], "counts": [3 numbers]}],
    # "counts": [3 numbers], "open": [perspective], "chosen": [perspective]} (small_groups.py)
    shown = models.JSONField(null=True, blank=True)

    objects: ClassVar = PutFindingQuerySet.as_manager()

    class Meta:
        """In the order in which they are put."""

        ordering: ClassVar = ["order", "pk"]

    def __str__(self) -> str:
        """Its words."""
        return self.text[:80]
