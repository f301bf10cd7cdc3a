"""Hand a path over: prepare, propose, pick, give, accept; each may stop until the last."""

from collections.abc import Collection
from datetime import timedelta
from typing import Final

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import Refused, require
from hartlijn.library.canonical import digest
from hartlijn.library.text import Text
from hartlijn.paths import hand_over_access as access
from hartlijn.paths.actions import notices
from hartlijn.paths.models import HandOver, HandOverItem, Side
from hartlijn.paths.taking_along import Item, items_of
from hartlijn.people.models import Organisation, Person

Kind = HandOverItem.Kind
SENTENCE = "sentence"
DRAFTS_STAY: Final = timedelta(days=90)
"""A draft that was not proposed by then is not finished any more."""


@transaction.atomic
def prepare(side: Side, chosen: Collection[str], sentence: str, *, by: Person) -> HandOver:
    """Keep a draft that only its maker sees; the one that was there is made anew."""
    held = Side.objects.select_for_update(of=("self",)).get(pk=side.pk)
    require(access.may_prepare(by, held))
    HandOver.objects.filter(side=held, proposed_on=None, proposed_by=by).delete()
    hand_over = HandOver.objects.create(path=held.path, side=held, proposed_by=by)
    items = [one for one in items_of(held, by) if one.name in chosen]
    if sentence:
        said = Text(sentence, sentence)
        items.append(Item(Kind.SENTENCE, SENTENCE, said, civil_day()))
    HandOverItem.objects.bulk_create(
        HandOverItem(
            hand_over=hand_over,
            kind=one.kind,
            key=one.key,
            words_nl=one.words.nl,
            words_en=one.words.en,
            day=one.day,
            place=place,
        )
        for place, one in enumerate(items)
    )
    return hand_over


@transaction.atomic
def propose(hand_over: HandOver, *, by: Person) -> None:
    """Lay it before the starter."""
    Side.objects.select_for_update(of=("self",)).get(pk=hand_over.side_id)  # one at a time
    held = _held(hand_over)
    require(access.may_propose(by, held))
    held.proposed_on = civil_day()
    held.save(update_fields=["proposed_on"])


@transaction.atomic
def pick(
    hand_over: HandOver,
    chosen: Collection[HandOverItem],
    *,
    to: Organisation | None,
    added: str,
    by: Person,
) -> None:
    """Keep what the starter picked, for whom, and her own sentence. Nobody else sees it yet."""
    held = _held(hand_over)
    require(access.may_pick(by, held))
    place = access.receivers_for(held).get(to) if to else None
    held.to, held.to_unit = (to, place.unit) if place else (None, None)
    held.added = added
    held.save(update_fields=["to", "to_unit", "added"])
    keys = [one.pk for one in chosen]
    held.items.update(is_picked=False)
    held.items.filter(pk__in=keys).update(is_picked=True)


@transaction.atomic
def give(hand_over: HandOver, reading: str, *, by: Person) -> None:
    """From now on the receiving side reads what was picked, as the starter read it just now."""
    held = _held(hand_over)
    require(access.may_give(by, held))
    if reading != as_it_reads(held):
        raise Refused(_("Je koos intussen iets anders. Lees eerst wat er nu meegaat."))
    held.given_on = civil_day()
    held.save(update_fields=["given_on"])
    notices.let_go(held.pk)


@transaction.atomic
def accept(hand_over: HandOver, *, by: Person) -> None:
    """It is handed over; from here on it is a record of all three."""
    held = _held(hand_over)
    require(access.may_accept(by, held))
    held.accepted_on, held.accepted_by = civil_day(), by
    held.save(update_fields=["accepted_on", "accepted_by"])
    notices.let_go(held.pk)


@transaction.atomic
def stop(hand_over: HandOver, *, by: Person) -> None:
    """Nothing goes along, and nothing of it is kept."""
    held = _held(hand_over)
    require(access.may_stop(by, held))
    notices.let_go(held.pk)
    held.delete()


def as_it_reads(hand_over: HandOver) -> str:
    """A word that is another one as soon as another thing would go along, or to somebody else."""
    picked = hand_over.items.filter(is_picked=True).order_by("pk").values_list("pk", flat=True)
    going = {
        "to": str(hand_over.to_id),
        "added": hand_over.added,
        "items": [str(one) for one in picked],
    }
    return digest("hand-over", str(hand_over.pk), going)


def forget_old_drafts() -> None:
    """What was begun long ago and never laid before anybody."""
    old = civil_day() - DRAFTS_STAY
    HandOver.objects.filter(proposed_on=None, made_on__lt=old).delete()


def _held(hand_over: HandOver) -> HandOver:
    """The row as it is now, held; somebody may have stopped it a moment ago."""
    held: HandOver | None = (
        HandOver.objects.select_for_update(of=("self",)).filter(pk=hand_over.pk).first()
    )
    if held is None:
        raise Refused(_("Deze overdracht is gestopt. Er ging niets mee."))
    return held
