"""An invitation by letter to take part in writing."""

from typing import ClassVar
from uuid import uuid4

from django.db import models

from hartlijn.dialogues.models.dialogue import Dialogue
from hartlijn.lib.civil_day import civil_day


class Invited(models.Model):
    """An address that got a link. The link opens a place once; which place is kept nowhere."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="invited")
    email = models.EmailField()
    token_digest = models.CharField(max_length=64, unique=True)
    sent_on = models.DateField(default=civil_day)
    came = models.BooleanField(default=False)

    class Meta:
        """An address is invited once."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dialogue", "email"], name="an_address_is_invited_to_a_dialogue_once"
            ),
        ]

    def __str__(self) -> str:
        """To where it went."""
        return self.email
