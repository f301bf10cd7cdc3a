"""What participants say of the draft, and what the researcher changed in the report."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues.models.dialogue import Dialogue
from hartlijn.dialogues.models.words import Language
from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Person


class RemarkQuerySet(models.QuerySet["Remark"]):
    """Remarks, asked for by who reads them."""

    def visible_to(self, viewer: Person) -> "RemarkQuerySet":
        """Of who leads."""
        return self.filter(dialogue__in=Dialogue.objects.visible_to(viewer))


class Remark(models.Model):
    """What somebody who was there finds wrong or missing in the draft. No name."""

    class What(models.TextChoices):
        """Two words."""

        WRONG = "wrong", _("klopt niet")
        MISSING = "missing", _("ontbreekt")

    class Outcome(models.TextChoices):
        """What who leads did with it."""

        CHANGED = "changed", _("aangepast")
        KEPT = "kept", _("zo gelaten")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="remarks")
    key = models.CharField(max_length=80, blank=True)  # of a sentence; empty: of the whole
    what = models.CharField(max_length=8, choices=What)
    text = models.TextField()
    outcome = models.CharField(max_length=7, choices=Outcome, blank=True)  # empty: no answer yet
    answer = models.TextField(blank=True)  # of who leads: what changed, or why not
    token = models.UUIDField(default=uuid4)

    objects: ClassVar = RemarkQuerySet.as_manager()

    class Meta:
        """Sent twice it is kept once."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dialogue", "token"], name="a_remark_is_kept_once"),
        ]

    def __str__(self) -> str:
        """Where it belongs."""
        return self.key


class ReportEdit(models.Model):
    """A sentence or section in the words of who leads; the contributions behind it stay."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="edits")
    key = models.CharField(max_length=80)
    language = models.CharField(max_length=2, choices=Language)
    text = models.TextField(blank=True)  # empty: this sentence goes
    over = models.TextField(blank=True)  # what stood there when it was written
    numbers = models.JSONField(default=list, blank=True)  # of the contributions behind it
    edited_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    edited_on = models.DateField(default=civil_day)

    class Meta:
        """The last one counts."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dialogue", "key", "language"], name="a_sentence_is_edited_once"
            ),
        ]

    def __str__(self) -> str:
        """Which."""
        return f"{self.key} {self.language}"
