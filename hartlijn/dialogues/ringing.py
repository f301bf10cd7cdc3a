"""The two bells of a dialogue: one for everybody in the room, one for the front alone.

At the front are the screen, who types along and the table with the paper cards. They hear each
mark and each contribution. The phones hear what changes for them: sixty people who mark would
otherwise have sixty phones fetch sixty times.
"""

from django.db.models import F

from hartlijn.dialogues.models import Dialogue, Helper, Seat
from hartlijn.lib import bell
from hartlijn.people.models import Person


def room_of(dialogue: Dialogue) -> str:
    """The name of its room."""
    return f"dialogue:{dialogue.pk}"


def front_of(dialogue: Dialogue) -> str:
    """The name of its front."""
    return f"dialogue:{dialogue.pk}:front"


def ring(dialogue: Dialogue) -> None:
    """Say to everybody that something changed, once it is kept; what was kept of pages is old."""
    Dialogue.objects.filter(pk=dialogue.pk).update(changes=F("changes") + 1)
    bell.ring_later(room_of(dialogue))
    bell.ring_later(front_of(dialogue))


def ring_at_the_front(dialogue: Dialogue) -> None:
    """Say it to the screen alone: it counts what nobody may read yet. In writing it counts nothing."""
    if dialogue.is_in_writing:
        return
    bell.ring_later(front_of(dialogue))


def ring_about(dialogue: Dialogue, *, is_revealed: bool) -> None:
    """Something was said: everybody hears it when it can be read at once."""
    if is_revealed:
        ring(dialogue)
    else:
        ring_at_the_front(dialogue)


def ticket(seat: Seat) -> str:
    """With this a phone listens."""
    return bell.ticket(room_of(seat.dialogue), reader=seat.pk)


def ticket_at_the_front(dialogue: Dialogue, reader: Helper | Person) -> str:
    """With this the screen listens, or who types along."""
    return bell.ticket(front_of(dialogue), reader=reader.pk)
