"""What maps and findings may know of dialogues: their titles, and where what changed is told."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final
from uuid import UUID

from django.urls import reverse

from hartlijn.dialogues.former_leads import leads_read_by
from hartlijn.dialogues.models import Dialogue, Lead
from hartlijn.factors import occasions
from hartlijn.factors.models import Viewer
from hartlijn.factors.occasions import DIALOGUE, Occasion
from hartlijn.people.models import Person

MOST: Final = 30


def of(dialogue: Dialogue, then: Iterable[Lead] = ()) -> Occasion:
    """A dialogue as what changed something, with what is taken up after it."""
    return Occasion(
        dialogue.reference,
        dialogue.title,
        reverse("dialogues:changes", args=[dialogue.pk]),
        tuple((one.said, _how_far(one)) for one in then),
    )


class Dialogues:
    """Answers for dialogues."""

    def own(self, person: Person) -> list[Occasion]:
        """Those ``person`` leads or led, the newest first."""
        begun = Dialogue.objects.visible_to(person).exclude(state=Dialogue.State.PREPARING)
        return [of(one) for one in begun.newest_first()[:MOST]]

    def told(self, references: Iterable[str], viewer: Viewer) -> list[Occasion]:
        """Those whose changes ``viewer`` may read."""
        if not (keys := [key for one in references if (key := _key(one))]):
            return []
        leads: dict[UUID, list[Lead]] = defaultdict(list)
        for one in leads_read_by(viewer).filter(dialogue__in=keys):
            leads[one.dialogue_id].append(one)
        found = Dialogue.objects.readable_by(viewer).filter(pk__in=keys)
        return [of(one, leads[one.pk]) for one in found]


def _how_far(lead: Lead) -> str:
    """What came of it, or why not, or how far it is."""
    return lead.what_changed or lead.why_not or str(lead.get_state_display())


def _key(reference: str) -> UUID | None:
    try:
        return UUID(reference.removeprefix(DIALOGUE)) if reference.startswith(DIALOGUE) else None
    except ValueError:
        return None


occasions.know(Dialogues())
