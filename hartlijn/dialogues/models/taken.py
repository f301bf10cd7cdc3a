"""Which files of a dialogue were taken along."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues.models.dialogue import Dialogue
from hartlijn.dialogues.models.words import Language
from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Person


class Taken(models.Model):
    """That somebody took a file of a dialogue along: which kind, and on which day."""

    class Kind(models.TextChoices):
        """By the ending of its name."""

        DOCX = "docx", _("Verslag voor Word (.docx)")
        ODT = "odt", _("Verslag voor LibreOffice (.odt)")
        PDF = "pdf", _("Verslag op papier, leesbaar voor schermlezers (.pdf)")
        MD = "md", _("Verslag als gewone tekst (.md)")
        CSV = "csv", _("Bijdragen en codes als tabel (.csv)")
        QDPX = "qdpx", _("Bijdragen en codes voor onderzoeksprogramma’s (REFI-QDA, .qdpx)")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="taken")
    kind = models.CharField(max_length=8, choices=Kind)
    language = models.CharField(max_length=2, choices=Language)
    by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    on_day = models.DateField(default=civil_day)

    class Meta:
        """Once a day is enough to know it."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dialogue", "kind", "language", "by", "on_day"],
                name="a_file_is_noted_once_a_day",
            ),
        ]

    def __str__(self) -> str:
        """Which kind."""
        return f"{self.kind} {self.language}"
