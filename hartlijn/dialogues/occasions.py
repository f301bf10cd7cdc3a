"""What maps and findings may know of dialogues: their titles, and where what changed is told."""

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from django.urls import reverse

from hartlijn.dialogues.models import Dialogue
from hartlijn.factors import occasions
from hartlijn.factors.models import Viewer
from hartlijn.factors.occasions import DIALOGUE, Occasion
from hartlijn.people.models import Person

MOST: Final = 30


def of(dialogue: Dialogue) -> Occasion:
    """A dialogue as what changed something."""
    return Occasion(
        dialogue.reference, dialogue.title, reverse("dialogues:changes", args=[dialogue.pk])
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
        return [of(one) for one in Dialogue.objects.readable_by(viewer).filter(pk__in=keys)]


def _key(reference: str) -> UUID | None:
    try:
        return UUID(reference.removeprefix(DIALOGUE)) if reference.startswith(DIALOGUE) else None
    except ValueError:
        return None


occasions.know(Dialogues())
