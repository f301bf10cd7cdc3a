"""An invitation by letter to take part in writing."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q

from hartlijn.dialogues.models.dialogue import Dialogue
from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Person


class InvitedQuerySet(models.QuerySet["Invited"]):
    """Invitations, asked for by who sent them and how far they are."""

    def visible_to(self, viewer: Person) -> "InvitedQuerySet":
        """Of who leads."""
        return self.filter(dialogue__in=Dialogue.objects.visible_to(viewer))


class Invited(models.Model):
    """An address that got a link. The link opens a place once; which place is kept nowhere.

    Nothing here tells whether somebody came: beside what comes in that would tell who says what.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="invited")
    email = models.EmailField(blank=True)  # the row goes at the end, or when it is taken back
    token_digest = models.CharField(max_length=64, unique=True)
    sent_on = models.DateField(default=civil_day)
    reminded_on = models.DateField(null=True, blank=True)

    objects: ClassVar = InvitedQuerySet.as_manager()

    class Meta:
        """An address is invited once."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dialogue", "email"],
                condition=~Q(email=""),
                name="an_address_is_invited_to_a_dialogue_once",
            ),
        ]

    def __str__(self) -> str:
        """To where it went."""
        return self.email


class UsedLinks(models.Model):
    """Which links of a dialogue opened their place: keyed digests, in no order of coming.

    One row for all of them, without an address: the tables alone do not tell who came.
    """

    dialogue = models.OneToOneField(Dialogue, on_delete=models.CASCADE, related_name="used_links")
    marks = models.JSONField(default=list)

    def __str__(self) -> str:
        """Of which dialogue."""
        return str(self.dialogue_id)
