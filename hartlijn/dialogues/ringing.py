"""The bell of a dialogue: whoever is in the room fetches anew what they may see."""

from hartlijn.dialogues.models import Dialogue
from hartlijn.lib import bell


def room_of(dialogue: Dialogue) -> str:
    """The name of its room."""
    return f"dialogue:{dialogue.pk}"


def ring(dialogue: Dialogue) -> None:
    """Say that something changed, once it is kept."""
    bell.ring_later(room_of(dialogue))


def ticket(dialogue: Dialogue) -> str:
    """With this a page listens."""
    return bell.ticket(room_of(dialogue))
