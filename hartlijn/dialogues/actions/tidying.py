"""The keys of places in a room go when nobody needs them any more; what was said stays."""

from datetime import date, timedelta
from typing import Final

from django.db.models import CharField, F, Q, Value
from django.db.models.functions import Cast, Coalesce, Concat

from hartlijn.dialogues.models import Dialogue, Seat
from hartlijn.dialogues.models.room import PAPER

GONE: Final = "gone-"
"""No digest of a key begins so: nothing opens such a place."""
KEPT: Final = timedelta(days=60)
"""As long as a browser keeps the key of a place."""


def forget_keys(today: date) -> int:
    """Of dialogues held so long ago, closed or not; how many keys went.

    Closing a dialogue takes its places away altogether. One that nobody gathers or closes keeps
    its places, because the words that people marked hang on them.
    """
    held = Coalesce("dialogue__open_until", "dialogue__on_day", "dialogue__made_on")
    past = (
        Seat.objects.alias(held=held)
        .filter(held__lt=today - KEPT)
        .exclude(Q(key_digest__startswith=GONE) | Q(key_digest__startswith=PAPER))
        .exclude(dialogue__state=Dialogue.State.CHECKED)
    )
    pks = list(past.values_list("pk", flat=True))
    return Seat.objects.filter(pk__in=pks).update(
        key_digest=Concat(Value(GONE), Cast(F("pk"), CharField()))
    )
