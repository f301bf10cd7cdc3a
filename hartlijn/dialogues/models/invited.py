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

    def waiting(self) -> "InvitedQuerySet":
        """Nobody came with it yet."""
        return self.filter(came=False)


class Invited(models.Model):
    """An address that got a link. The link opens a place once; which place is kept nowhere.

    No page tells whether somebody came: beside what comes in that would tell who says what.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="invited")
    email = models.EmailField(blank=True)  # forgotten at the end, or when it is taken back
    token_digest = models.CharField(max_length=64, unique=True)
    sent_on = models.DateField(default=civil_day)
    reminded_on = models.DateField(null=True, blank=True)
    came = models.BooleanField(default=False)

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
