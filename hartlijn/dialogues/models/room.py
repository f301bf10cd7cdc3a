"""The room: a place without a name, a scribe's link, and what somebody marks."""

from typing import ClassVar, Final
from uuid import uuid4

from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues.models.dialogue import Dialogue
from hartlijn.dialogues.models.put_finding import PutFinding
from hartlijn.dialogues.models.words import Perspective
from hartlijn.lib.civil_day import civil_day

PAPER: Final = "paper-"
"""The digest of a place that no phone holds begins so: that of a key never does."""


class Seat(models.Model):
    """A place in the room: a perspective and the digest of a key on a phone. Nobody's name.

    No moment either: the order in which people came in would tell who is who.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="seats")
    key_digest = models.CharField(max_length=64, unique=True)
    perspective = models.CharField(max_length=12, choices=Perspective)

    def __str__(self) -> str:
        """Say from where it looks."""
        return self.perspective


class HelperQuerySet(QuerySet["Helper"]):
    """Links of who types along."""

    def working(self) -> "HelperQuerySet":
        """Those that are not taken back."""
        return self.filter(ended_on=None)


class Helper(models.Model):
    """A link with which a scribe or a helper at the paper cards types along; only its digest."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="helpers")
    name = models.CharField(max_length=80)  # for whom the link is
    key_digest = models.CharField(max_length=64, unique=True)
    made_on = models.DateField(default=civil_day)
    ended_on = models.DateField(null=True, blank=True)

    objects: ClassVar = HelperQuerySet.as_manager()

    def __str__(self) -> str:
        """For whom."""
        return self.name


class Mark(models.Model):
    """Whether somebody recognises a finding. Nobody reads it before the finding is revealed."""

    class Word(models.TextChoices):
        """Three words; none is better than another."""

        RECOGNISED = "recognised", _("herkenbaar")
        PARTLY = "partly", _("deels")
        NOT = "not", _("niet")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="marks")
    put = models.ForeignKey(PutFinding, on_delete=models.CASCADE, related_name="marks")
    word = models.CharField(max_length=10, choices=Word)
    show_perspective = models.BooleanField(default=False)  # also where few look from there

    class Meta:
        """One word of a place for a finding; the last counts."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["seat", "put"], name="a_place_marks_a_finding_once"),
        ]

    def __str__(self) -> str:
        """The word."""
        return self.word
