"""People in the hall weigh relations of a map: who leads opens a round and closes it.

The round and its answers belong to the map (`factors.actions.weighing`); a dialogue says when it is open, and vouches for the keys on the phones.
"""

from collections.abc import Collection
from typing import Final

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues.access import may_answer, may_guide, may_open_weighing
from hartlijn.dialogues.models import Dialogue, Seat
from hartlijn.dialogues.ringing import ring
from hartlijn.factors.actions import weighing
from hartlijn.factors.actions.weighing import ParticipantKey
from hartlijn.factors.models import FactorMap, WeighingRound
from hartlijn.factors.weighed import Answer
from hartlijn.lib.verdict import Refused, require
from hartlijn.people.models import Person

MOST: Final = 12
"""More relations than this nobody weighs in a hall."""


def rounds_of(dialogue: Dialogue) -> list[WeighingRound]:
    """Of this dialogue: the open one first, then those that closed, the last day first."""
    found = WeighingRound.objects.filter(reference=dialogue.reference)
    last = F("closed_on").desc(nulls_last=True)
    rows = found.select_related("version__map").order_by(last, "-opened_on", "pk")
    return sorted(rows, key=lambda one: not one.is_open)


@transaction.atomic
def open_weighing(
    dialogue: Dialogue, map_: FactorMap, asked: Collection[str], *, by: Person
) -> WeighingRound:
    """Ask everybody in the hall; one map at a time."""
    held = Dialogue.objects.select_for_update().get(pk=dialogue.pk)
    require(may_open_weighing(by, held))
    if map_.organisation_id != held.organisation_id:
        raise Refused(_("Kies een kaart van de organisatie van deze dialoog."))
    if not 0 < len(asked) <= MOST:
        raise Refused(_("Kies een tot twaalf relaties."))
    if any(one.is_open for one in rounds_of(held)):
        raise Refused(_("Er is al een ronde open. Sluit die eerst."))
    weighing.reveal(held.reference)  # one whose last day is over, and that nobody closed yet
    made = weighing.open_round(
        map_.newest, by=by, asked=asked, until=held.open_until, reference=held.reference
    )
    ring(held)
    return made


@transaction.atomic
def close_weighing(dialogue: Dialogue, *, by: Person) -> list[WeighingRound]:
    """Nobody changes anything any more, and the map of the group is made."""
    held = Dialogue.objects.select_for_update().get(pk=dialogue.pk)
    require(may_guide(by, held))
    closed = weighing.reveal(held.reference)
    if not closed:
        raise Refused(_("Er is geen ronde open."))
    ring(held)
    return closed


def weigh(
    seat: Seat, round_: WeighingRound, relation: str, answer: Answer | None, *, secret: str
) -> None:
    """Say how strong a relation is, from a phone in the room. Nothing ties it to the place."""
    require(may_answer(seat.dialogue))
    if round_.reference != seat.dialogue.reference:
        raise Refused(_("Deze ronde hoort niet bij deze dialoog."))
    weighing.weigh(round_, relation, answer, weigher=ParticipantKey(secret))
