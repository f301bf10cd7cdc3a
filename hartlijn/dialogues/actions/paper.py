"""Cards that were written on paper: type them in, and take one back that was typed wrong."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues.access import may_answer
from hartlijn.dialogues.actions.guiding import next_number
from hartlijn.dialogues.models import Contribution, Dialogue, Mark, PutFinding, Seat
from hartlijn.dialogues.models.room import PAPER
from hartlijn.dialogues.paper.typed import PaperCard
from hartlijn.dialogues.ringing import ring
from hartlijn.lib.verdict import Refused, require

MOST_CARDS: Final = 10_000
TYPED: Final = (Contribution.Source.PAPER, Contribution.Source.SCRIBE)


@dataclass(frozen=True)
class Kept:
    """What became of a card: its word counts, or came after the finding was revealed."""

    word_counts: bool


@transaction.atomic
def type_in(dialogue: Dialogue, card: PaperCard, token: UUID) -> Kept:
    """Keep one card; the same one sent twice is kept once."""
    held = Dialogue.objects.select_for_update().get(pk=dialogue.pk)
    require(may_answer(held))
    if _is_there(held, token):
        return Kept(word_counts=True)
    if held.last_number >= MOST_CARDS:
        raise Refused(_("Er staan al tienduizend bijdragen. Haal eerst op wat er ligt."))
    put = _put(held, card)
    counts = bool(card.word and put and not put.revealed_at)
    if put and not counts and not card.reason:
        raise Refused(
            _("Deze bevinding is al onthuld: een kruisje telt niet meer mee. Een tekst wel.")
        )
    seat = _marked(held, put, card, token) if counts and put else None
    if card.reason:
        _said(held, put, card, seat, token)
    ring(held)
    return Kept(word_counts=counts or not card.word)


@transaction.atomic
def take_back(dialogue: Dialogue, token: UUID) -> None:
    """It was typed wrong, off a card or by a scribe: as if it never was.

    A word stays when its finding is revealed.
    """
    held = Dialogue.objects.select_for_update().get(pk=dialogue.pk)
    require(may_answer(held))
    mark = Mark.objects.filter(pk=token, put__dialogue=held).select_related("put", "seat").first()
    if mark and mark.put.revealed_at:
        raise Refused(_("Deze bevinding is onthuld. Wat erover geteld is, staat vast."))
    Contribution.objects.filter(dialogue=held, token=token, source__in=TYPED).delete()
    if mark:
        seat = mark.seat
        mark.delete()
        if not seat.marks.exists() and seat.key_digest.startswith(PAPER):
            seat.delete()
    ring(held)


def cards_typed(dialogue: Dialogue) -> dict[int, int]:
    """How many cards of each finding have their word: ``{order: number}``. Nothing of what."""
    seats = Seat.objects.filter(dialogue=dialogue, key_digest__startswith=PAPER)
    counts: dict[int, int] = {}
    for order in Mark.objects.filter(seat__in=seats).values_list("put__order", flat=True):
        counts[order] = counts.get(order, 0) + 1
    return counts


def _is_there(dialogue: Dialogue, token: UUID) -> bool:
    said = Contribution.objects.filter(dialogue=dialogue, token=token)
    return said.exists() or Mark.objects.filter(pk=token).exists()


def _put(dialogue: Dialogue, card: PaperCard) -> PutFinding | None:
    if card.finding is None:
        return None
    found: PutFinding = dialogue.put.order_by("order", "pk")[card.finding - 1]
    return found


def _marked(dialogue: Dialogue, put: PutFinding, card: PaperCard, token: UUID) -> Seat:
    """Count its word, at a place of this perspective that said nothing of this finding yet.

    So there are as many places as people at least, and never one for each card: small groups are
    not made to look large.
    """
    free = Seat.objects.filter(
        dialogue=dialogue, perspective=card.perspective, key_digest__startswith=PAPER
    ).exclude(marks__put=put)
    seat = free.order_by("pk").first() or Seat.objects.create(
        dialogue=dialogue, perspective=card.perspective, key_digest=f"{PAPER}{uuid4().hex}"
    )
    Mark.objects.create(
        pk=token, seat=seat, put=put, word=card.word, show_perspective=card.show_perspective
    )
    return seat


def _said(
    dialogue: Dialogue, put: PutFinding | None, card: PaperCard, seat: Seat | None, token: UUID
) -> None:
    Contribution.objects.create(
        dialogue=dialogue,
        number=next_number(dialogue),
        kind=card.kind,
        put=put,
        seat=seat,
        perspective=card.perspective,
        text=card.reason,
        language=dialogue.language,
        may_quote=card.may_quote,
        show_perspective=card.show_perspective,
        source=Contribution.Source.PAPER,
        mark=card.word,
        token=token,
    )
