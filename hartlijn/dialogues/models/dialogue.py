"""A dialogue, and who leads it."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues.models.words import Language
from hartlijn.factors.models import Viewer
from hartlijn.factors.occasions import DIALOGUE
from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Membership, Organisation, Person


class DialogueQuerySet(models.QuerySet["Dialogue"]):
    """Dialogues, asked for by who leads them and whether one can join."""

    def visible_to(self, viewer: Person) -> "DialogueQuerySet":
        """Those ``viewer`` leads; one that nobody leads any more is for the desk."""
        desks = Membership.objects.active().coordinators().filter(person=viewer)
        led = Leading.objects.filter(person=viewer)
        kept = Leading.objects.filter(person__is_active=True)
        return self.filter(
            Q(pk__in=led.values("dialogue"))
            | Q(organisation__in=desks.values("organisation")) & ~Q(pk__in=kept.values("dialogue"))
        )

    def readable_by(self, viewer: Viewer) -> "DialogueQuerySet":
        """Those whose history ``viewer`` may read: public, of the own organisation, or led."""
        public = Q(is_public=True)
        if not isinstance(viewer, Person):
            return self.filter(public)
        homes = Membership.objects.active().filter(person=viewer).values("organisation")
        done = ~Q(state__in=[Dialogue.State.PREPARING, Dialogue.State.OPEN])
        led = Q(pk__in=Dialogue.objects.visible_to(viewer).values("pk"))
        return self.filter(public | led | Q(organisation__in=homes) & done)

    def open(self) -> "DialogueQuerySet":
        """Those in which one can join, mark and write."""
        late = Q(open_until__lt=civil_day())
        return self.filter(state=Dialogue.State.OPEN).exclude(late)

    def running(self) -> "DialogueQuerySet":
        """Those that are not closed, and were held here."""
        return self.exclude(state=Dialogue.State.CLOSED).exclude(recorded=True)

    def newest_first(self) -> "DialogueQuerySet":
        """By the day it is held; without a day on top."""
        return self.order_by(models.F("on_day").desc(nulls_first=True), "-made_on", "title", "pk")


class Dialogue(models.Model):
    """Findings put before people, what they say of them, and what follows."""

    class State(models.TextChoices):
        """How far it is. What is revealed stands with each finding."""

        PREPARING = "preparing", _("in voorbereiding")
        OPEN = "open", _("open")
        GATHERED = "gathered", _("opgehaald")
        CHECKED = "checked", _("concept, deelnemers lezen mee")
        CLOSED = "closed", _("afgesloten")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    # Each text is in `language`; its twin ending in `_other` is the same in the other language.
    title = models.CharField(max_length=200)
    title_other = models.CharField(max_length=200, blank=True)
    occasion = models.TextField(blank=True)
    occasion_other = models.TextField(blank=True)
    purpose = models.TextField(blank=True)
    on_day = models.DateField(null=True, blank=True)
    place = models.CharField(max_length=120, blank=True)
    organisations = models.TextField(blank=True)  # who was there, a line each
    organisation_count = models.PositiveIntegerField(null=True, blank=True)  # when not named
    # Kinds of people who were there: {"perspective": … or "", "nl", "en", "number": … or null}
    present = models.JSONField(default=list, blank=True)
    people = models.PositiveIntegerField(null=True, blank=True)  # everybody, when counted
    questions = models.TextField(blank=True)  # a line each
    questions_other = models.TextField(blank=True)
    language = models.CharField(max_length=2, choices=Language, default=Language.NL)
    state = models.CharField(max_length=10, choices=State, default=State.PREPARING)
    open_until = models.DateField(null=True, blank=True)  # in writing: the last day
    check_until = models.DateField(null=True, blank=True)  # the draft: the last day to say of it
    code = models.CharField(max_length=40, blank=True)  # two easy words, while it is open
    # From another source afterwards: how many there were and who said what is not known.
    recorded = models.BooleanField(default=False)
    is_public = models.BooleanField(default=False)  # the history of its findings
    follows = models.ForeignKey(
        "self", on_delete=models.SET_NULL, related_name="followed_by", null=True, blank=True
    )
    made_on = models.DateField(default=civil_day)
    on_screen = models.PositiveIntegerField(default=0)  # which part the beamer shows
    opened = models.JSONField(default=dict, blank=True)  # open question -> who may be told apart
    changes = models.PositiveIntegerField(default=0)  # that everybody heard of (`ringing.ring`)
    last_number = models.PositiveIntegerField(default=0)  # of its contributions

    objects: ClassVar = DialogueQuerySet.as_manager()

    class Meta:
        """A code opens one room, and only while it is open."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["code"], condition=~Q(code=""), name="a_code_opens_one_dialogue"
            ),
            models.CheckConstraint(
                condition=Q(code="") | Q(state="open"), name="a_code_lives_while_a_dialogue_is_open"
            ),
            models.CheckConstraint(
                condition=~Q(state="checked") | Q(check_until__isnull=False),
                name="a_draft_is_read_until_a_day",
            ),
        ]

    def __str__(self) -> str:
        """Name it, in the language of the reader where there are two names."""
        here = (get_language() or self.language)[:2]
        return self.title_other if self.title_other and here != self.language else self.title

    @property
    def is_open(self) -> bool:
        """Whether one can join, mark and write today."""
        late = self.open_until is not None and self.open_until < civil_day()
        return self.state == self.State.OPEN and not late

    @property
    def is_in_writing(self) -> bool:
        """Whether people take part over days now: a number that moves would tell who just came."""
        return self.is_open and self.open_until is not None

    @property
    def who_came(self) -> list[str]:
        """The organisations that were there."""
        return [line.strip() for line in self.organisations.splitlines() if line.strip()]

    @property
    def asked(self) -> list[str]:
        """The questions, in their order."""
        return [line.strip() for line in self.questions.splitlines() if line.strip()]

    @property
    def reference(self) -> str:
        """What a version of a map or finding says that changed it."""
        return f"{DIALOGUE}{self.pk}"


class LeadingQuerySet(models.QuerySet["Leading"]):
    """Who leads, asked for by who may know."""

    def visible_to(self, viewer: Person) -> "LeadingQuerySet":
        """Of the dialogues one can see."""
        return self.filter(dialogue__in=Dialogue.objects.visible_to(viewer))


class Leading(models.Model):
    """That somebody prepares and leads a dialogue: who made it, and whom they named."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="leading")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    since = models.DateField(default=civil_day)

    objects: ClassVar = LeadingQuerySet.as_manager()

    class Meta:
        """Once."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dialogue", "person"], name="somebody_leads_a_dialogue_once"
            ),
        ]

    def __str__(self) -> str:
        """Say who leads what."""
        return f"{self.person_id} {self.dialogue_id}"
