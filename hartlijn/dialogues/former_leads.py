"""With what the next dialogue opens: the leads of the former one, and what came of each."""

from typing import Final

from hartlijn.dialogues.models import Dialogue, Lead
from hartlijn.dialogues.parts import Part

MOST: Final = 12
"""On one screen."""


def former_leads(dialogue: Dialogue, part: Part) -> list[Lead]:
    """On the first screen of a dialogue that follows another; without names of who has them."""
    if part.what != "welcome" or not dialogue.follows_id:
        return []
    found = Lead.objects.filter(dialogue=dialogue.follows_id).select_related("dialogue")
    return list(found.order_by("order", "pk")[:MOST])
