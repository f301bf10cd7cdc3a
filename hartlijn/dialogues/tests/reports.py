"""What the stories about the report share."""

from typing import Final
from urllib.parse import urlencode

from django.urls import reverse

from hartlijn.dialogues.models import Dialogue

SAID: Final = "Bij ons gaat de groepsapp het hele weekend door."


def address(dialogue: Dialogue, name: str = "report", *more: str, **query: str) -> str:
    found = reverse(f"dialogues:{name}", args=[dialogue.pk, *more])
    return f"{found}?{urlencode(query)}" if query else found
