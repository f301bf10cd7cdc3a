"""What was said, under which theme it goes, and what the researcher makes of it elsewhere."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues.models.dialogue import Dialogue
from hartlijn.dialogues.models.put_finding import PutFinding
from hartlijn.dialogues.models.room import Mark, Seat
from hartlijn.dialogues.models.words import Language, Perspective
from hartlijn.people.models import Person


class ThemeQuerySet(models.QuerySet["Theme"]):
    """Themes, asked for by whether they stand."""

    def visible_to(self, viewer: Person) -> "ThemeQuerySet":
        """Of the dialogues one can see."""
        return self.filter(dialogue__in=Dialogue.objects.visible_to(viewer))

    def standing(self) -> "ThemeQuerySet":
        """Those that did not go into another."""
        return self.filter(merged_into=None).order_by("order", "name", "pk")


class Theme(models.Model):
    """A name for what belongs together. When it goes into another, it stays for who undoes that."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="themes")
    name = models.CharField(max_length=120)
    name_other = models.CharField(max_length=120, blank=True)
    says = models.TextField(blank=True)  # a whole sentence, if one was agreed on
    says_other = models.TextField(blank=True)
    order = models.PositiveIntegerField(default=0)
    merged_into = models.ForeignKey(
        "self", on_delete=models.SET_NULL, related_name="merged", null=True, blank=True
    )

    objects: ClassVar = ThemeQuerySet.as_manager()

    def __str__(self) -> str:
        """Its name."""
        return self.name


class Thread(models.Model):
    """What ties themes together, as a whole sentence; it stands in the summary."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="threads")
    order = models.PositiveIntegerField(default=0)
    text = models.TextField()
    text_other = models.TextField(blank=True)
    numbers = models.JSONField(default=list, blank=True)  # of the contributions behind it

    class Meta:
        """In the order in which they were written."""

        ordering: ClassVar = ["order", "pk"]

    def __str__(self) -> str:
        """Its words."""
        return self.text[:80]


class ContributionQuerySet(models.QuerySet["Contribution"]):
    """Contributions, asked for by whether they count."""

    def visible_to(self, viewer: Person) -> "ContributionQuerySet":
        """Of the dialogues one can see; what is hidden until revealed is hidden for them too."""
        return self.filter(dialogue__in=Dialogue.objects.visible_to(viewer))

    def counting(self) -> "ContributionQuerySet":
        """Those that were not taken away."""
        return self.filter(hidden=False)

    def revealed(self, dialogue: Dialogue) -> "ContributionQuerySet":
        """What may be read: of a finding that is revealed, or of an open question that is."""
        mine = self.filter(dialogue=dialogue)
        if dialogue.state in {Dialogue.State.PREPARING, Dialogue.State.OPEN}:
            return mine.filter(
                Q(put__revealed_at__isnull=False)
                | Q(put__isnull=True, kind__in=list(dialogue.opened))
            )
        return mine


class Contribution(models.Model):
    """One thing somebody wrote or said, with its number in the dialogue. No name, no moment."""

    class Kind(models.TextChoices):
        """What it is about."""

        FINDING = "finding", _("reden bij een bevinding")
        MISSING = "missing", _("wat ontbreekt")
        EDUCATION = "education", _("wat de opleiding kan doen")
        PRACTICE = "practice", _("wat de praktijk kan doen")
        TOGETHER = "together", _("wat zij samen kunnen doen")
        OTHER = "other", _("wat er verder gezegd is")

    class Source(models.TextChoices):
        """How it came in."""

        PHONE = "phone", _("telefoon")
        PAPER = "paper", _("papier")
        SCRIBE = "scribe", _("notulist")
        WRITING = "writing", _("op schrift")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="contributions")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind)
    put = models.ForeignKey(
        PutFinding, on_delete=models.SET_NULL, related_name="contributions", null=True, blank=True
    )
    # Cut when the dialogue is gathered: from then on nobody can say which come from one place.
    seat = models.ForeignKey(
        Seat, on_delete=models.SET_NULL, related_name="contributions", null=True, blank=True
    )
    perspective = models.CharField(max_length=12, choices=Perspective, blank=True)
    text = models.TextField()
    language = models.CharField(max_length=2, choices=Language, default=Language.NL)
    may_quote = models.BooleanField(null=True)  # None: was not asked
    show_perspective = models.BooleanField(default=False)  # also where few look from there
    source = models.CharField(max_length=8, choices=Source, default=Source.PHONE)
    mark = models.CharField(max_length=10, choices=Mark.Word, blank=True)  # as it was then
    translation = models.TextField(blank=True)  # into the other language, by the researcher
    retold = models.TextField(blank=True)  # a whole sentence in the researcher's own words
    retold_other = models.TextField(blank=True)
    weight = models.PositiveIntegerField(default=1)  # how many cards went into it
    hidden = models.BooleanField(default=False)
    theme = models.ForeignKey(
        Theme, on_delete=models.SET_NULL, related_name="contributions", null=True, blank=True
    )
    token = models.UUIDField(default=uuid4)  # of the form: sent twice it is kept once

    objects: ClassVar = ContributionQuerySet.as_manager()

    class Meta:
        """A number is given once, and a form is kept once."""

        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dialogue", "number"], name="a_contribution_has_its_own_number"
            ),
            models.UniqueConstraint(
                fields=["dialogue", "token"], name="a_contribution_is_kept_once"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["dialogue", "kind", "number"])]

    def __str__(self) -> str:
        """Its number."""
        return str(self.number)
