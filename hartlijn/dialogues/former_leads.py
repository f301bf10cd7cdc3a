"""What came of the leads of a dialogue: with that the next one opens, and its history ends."""

from typing import Final

from hartlijn.dialogues.models import Dialogue, Lead
from hartlijn.dialogues.models.lead import LeadQuerySet
from hartlijn.dialogues.parts import Part
from hartlijn.factors.models import Viewer
from hartlijn.people.models import Person

MOST: Final = 12
"""On one screen."""


def leads_read_by(viewer: Viewer) -> LeadQuerySet:
    """Those somebody may follow; without an account none."""
    found = Lead.objects.visible_to(viewer) if isinstance(viewer, Person) else Lead.objects.none()
    return found.select_related("dialogue", "owner_organisation").order_by("order", "pk")


def former_leads(dialogue: Dialogue, part: Part) -> list[Lead]:
    """On the first screen of a dialogue that follows another; without names of who has them."""
    if part.what != "welcome" or not dialogue.follows_id:
        return []
    found = Lead.objects.filter(dialogue=dialogue.follows_id).select_related("dialogue")
    return list(found.order_by("order", "pk")[:MOST])
