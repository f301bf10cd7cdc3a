"""What people in the room do: come in, mark, say something, and take it back."""

import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues.access import may_answer, may_mark
from hartlijn.dialogues.actions.guiding import next_number
from hartlijn.dialogues.models import Contribution, Dialogue, Helper, Mark, PutFinding, Seat
from hartlijn.dialogues.ringing import ring_about, ring_at_the_front
from hartlijn.lib.verdict import Refused, require
from hartlijn.people.models.invitation import digest

MOST_SEATS = 600
MOST_OF_A_SEAT = 200


@dataclass(frozen=True)
class Said:
    """A contribution as a form has it."""

    kind: str
    text: str
    token: UUID
    put: PutFinding | None = None
    may_quote: bool | None = None
    show_perspective: bool = False
    perspective: str = ""
    source: str = Contribution.Source.PHONE


@transaction.atomic
def join(dialogue: Dialogue, perspective: str) -> str:
    """A place in the room; its key, which only the phone keeps. Who it is, is asked nowhere."""
    require(may_answer(dialogue))
    if dialogue.seats.count() >= MOST_SEATS:
        raise Refused(_("De zaal is vol: er doen al zeshonderd mensen mee."))
    key = secrets.token_urlsafe(32)
    Seat.objects.create(dialogue=dialogue, key_digest=digest(key), perspective=perspective)
    ring_at_the_front(dialogue)
    return key


def seats_of(keys: Collection[str]) -> list[tuple[Seat, str]]:
    """The places these keys open, each with its key, in the order of the keys."""
    digests = {digest(key): key for key in keys if key}
    if not digests:
        return []
    found = Seat.objects.filter(key_digest__in=digests).select_related("dialogue")
    places = {one.key_digest: one for one in found}
    return [(places[one], key) for one, key in digests.items() if one in places]


@transaction.atomic
def look_from(seat: Seat, perspective: str) -> None:
    """From elsewhere after all, as long as nothing is revealed."""
    require(may_answer(seat.dialogue))
    revealed = seat.dialogue.put.filter(revealed_at__isnull=False).exists()
    if revealed or seat.dialogue.opened:
        raise Refused(_("Er is al iets onthuld. Je perspectief blijft zoals je het koos."))
    seat.perspective = perspective
    seat.save(update_fields=["perspective"])
    seat.contributions.update(perspective=perspective)


@transaction.atomic
def leave(seat: Seat) -> None:
    """A place that said nothing goes; another stays, with its words."""
    if not seat.marks.exists() and not seat.contributions.exists():
        seat.delete()


@transaction.atomic
def mark(seat: Seat, put: PutFinding, word: str, *, show: bool) -> Mark:
    """Recognisable, partly or not; the last word counts until it is revealed."""
    require(may_mark(put))
    given, _new = Mark.objects.update_or_create(
        seat=seat, put=put, defaults={"word": word, "show_perspective": show}
    )
    ring_at_the_front(seat.dialogue)
    return given


@transaction.atomic
def answer(seat: Seat, put: PutFinding, word: str, said: Said) -> None:
    """A word for a finding, and why, when something was written.

    Who was still typing when it was revealed says it all the same; the word does not count any more.
    """
    held = Dialogue.objects.select_for_update().get(pk=seat.dialogue_id)
    finding = held.put.get(pk=put.pk)
    if not said.text or finding.revealed_at is None:
        mark(seat, finding, word, show=said.show_perspective)
    if said.text:
        say(seat, replace(said, put=finding))


def say(seat: Seat, said: Said) -> Contribution:
    """Write something, from one's own place. After its finding is revealed, nobody reads from where."""
    require(may_answer(seat.dialogue))
    if seat.contributions.count() >= MOST_OF_A_SEAT:
        raise Refused(_("Je schreef al tweehonderd bijdragen. Laat ook anderen aan het woord."))
    late = said.put is not None and said.put.revealed_at is not None
    given: dict[str, Any] = {"seat": seat, "perspective": "" if late else seat.perspective}
    return _kept(seat.dialogue, said, given)


def note(helper: Helper, said: Said) -> Contribution:
    """Type what is said aloud or stands on a card."""
    require(may_answer(helper.dialogue))
    return _kept(helper.dialogue, said, {"perspective": said.perspective})


@transaction.atomic
def take_back(contribution: Contribution, seat: Seat) -> None:
    """Take back what one wrote oneself, until the dialogue is gathered."""
    held = Dialogue.objects.select_for_update().get(pk=seat.dialogue_id)
    require(may_answer(held))
    if contribution.seat_id != seat.pk:
        raise Refused(_("Dit schreef je niet op dit toestel."))
    ring_about(held, is_revealed=_can_be_read(contribution))
    contribution.delete()


def _kept(dialogue: Dialogue, said: Said, given: Mapping[str, Any]) -> Contribution:
    """Keep it with the next number; a form that comes twice is kept once."""
    there = Contribution.objects.filter(dialogue=dialogue, token=said.token).first()
    if there is not None:
        return there
    try:
        with transaction.atomic():
            number = next_number(dialogue)  # from here gathering waits for us, or we came after it
            held = Dialogue.objects.get(pk=dialogue.pk)
            require(may_answer(held))
            made: Contribution = Contribution.objects.create(
                dialogue=held,
                number=number,
                kind=said.kind,
                put=said.put,
                text=said.text,
                language=dialogue.language,
                may_quote=said.may_quote,
                show_perspective=said.show_perspective,
                source=said.source,
                token=said.token,
                **given,
            )
            ring_about(held, is_revealed=_can_be_read(made))
    except IntegrityError:  # the same form came in at the same moment
        return Contribution.objects.get(dialogue=dialogue, token=said.token)
    return made


def _can_be_read(contribution: Contribution) -> bool:
    """Whether everybody reads it at once, because its part is revealed."""
    if contribution.put is not None:
        return contribution.put.revealed_at is not None
    return contribution.kind in contribution.dialogue.opened
