"""What somebody is going to do after a dialogue, or why not."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues.models.contribution import Theme
from hartlijn.dialogues.models.dialogue import Dialogue
from hartlijn.people.models import Membership, Organisation, Person


class LeadQuerySet(models.QuerySet["Lead"]):
    """Leads, asked for by who may follow them."""

    def visible_to(self, viewer: Person) -> "LeadQuerySet":
        """Of who leads the dialogue, who took the lead, and who belongs to either organisation."""
        homes = Membership.objects.active().filter(person=viewer).values("organisation")
        return self.filter(
            Q(dialogue__in=Dialogue.objects.visible_to(viewer))
            | Q(owner=viewer)
            | Q(owner_organisation__in=homes)
            | Q(dialogue__organisation__in=homes)
        )


class Lead(models.Model):
    """Something for education or practice: who takes it up and by when, or a no with its reason."""

    class Kind(models.TextChoices):
        """Whose it is."""

        EDUCATION = "education", _("voor de opleiding")
        PRACTICE = "practice", _("voor de praktijk")
        TOGETHER = "together", _("voor beide samen")

    class State(models.TextChoices):
        """How far it is."""

        OPEN = "open", _("zoekt een eigenaar")
        TAKEN = "taken", _("wordt opgepakt")
        DONE = "done", _("is gebeurd")
        REFUSED = "refused", _("gaat niet door")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="leads")
    order = models.PositiveIntegerField(default=0)
    kind = models.CharField(max_length=10, choices=Kind)
    name = models.CharField(max_length=120, blank=True)  # short, for in the summary
    name_other = models.CharField(max_length=120, blank=True)
    text = models.TextField()  # a whole sentence
    text_other = models.TextField(blank=True)
    theme = models.ForeignKey(
        Theme, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    numbers = models.JSONField(default=list, blank=True)  # of the contributions it comes from
    owner = models.ForeignKey(
        Person, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    owner_organisation = models.ForeignKey(
        Organisation, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    owner_name = models.CharField(max_length=120, blank=True)  # who has no account
    due_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    why_not = models.TextField(blank=True)
    what_changed = models.TextField(blank=True)
    changed_by = models.CharField(max_length=120, blank=True)
    changed_on = models.DateField(null=True, blank=True)

    objects: ClassVar = LeadQuerySet.as_manager()

    class Meta:
        """A no has its reason; who takes it up says by when."""

        ordering: ClassVar = ["order", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(why_not=""), name="a_refused_lead_says_why"
            ),
            models.CheckConstraint(
                condition=~Q(state="taken") | Q(due_on__isnull=False), name="a_taken_lead_has_a_day"
            ),
        ]

    def __str__(self) -> str:
        """Its words."""
        return self.text[:80]

    @property
    def said(self) -> str:
        """Its words in the language of the page, where they are there."""
        is_other = (get_language() or "nl")[:2] != self.dialogue.language
        return self.text_other if is_other and self.text_other else self.text
