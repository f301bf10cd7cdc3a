"""Lead a dialogue: open it, go on, reveal, gather, close."""

import secrets
from collections import Counter
from typing import Any, Final

from django.db import IntegrityError, transaction
from django.db.models import Exists, F, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues.access import (
    may_close,
    may_gather,
    may_open,
    may_reveal_finding,
    may_reveal_question,
    may_show,
)
from hartlijn.dialogues.code_words import two_words
from hartlijn.dialogues.models import Contribution, Dialogue, Mark, Perspective, PutFinding
from hartlijn.dialogues.models.room import PAPER
from hartlijn.dialogues.parts import QUESTIONS
from hartlijn.dialogues.ringing import ring
from hartlijn.dialogues.small_groups import SMALLEST, Marked, labels, tally
from hartlijn.factors.actions import weighing
from hartlijn.lib.verdict import Refused, require
from hartlijn.people.models import Person

TRIES: Final = 50


@transaction.atomic
def open_room(dialogue: Dialogue, *, by: Person) -> Dialogue:
    """Let people in: with a code that works while it is open, in writing by invitation alone."""
    held = Dialogue.objects.select_for_update().get(pk=dialogue.pk)
    require(may_open(by, held))
    held.state = Dialogue.State.OPEN
    held.on_screen = 0
    held.save(update_fields=["state", "on_screen"])
    fit_code(held)
    ring(held)
    return held


def fit_code(held: Dialogue) -> None:
    """Two words for a hall that is open; none for a dialogue in writing."""
    if held.open_until:
        held.code = ""
        held.save(update_fields=["code"])
        return
    for _try in range(TRIES):
        held.code = two_words(held.language, secrets.choice)
        try:
            with transaction.atomic():
                held.save(update_fields=["code"])
        except IntegrityError:
            continue  # somebody else has these words today
        return
    raise Refused(_("Het lukte niet om een vrije code te vinden. Probeer het nog een keer."))


@transaction.atomic
def go(dialogue: Dialogue, place: int, *, by: Person) -> None:
    """Show another part on the screen; the phones come along."""
    require(may_show(by, dialogue))
    last = dialogue.put.count() + len(QUESTIONS) + 1
    dialogue.on_screen = min(max(place, 0), last)
    dialogue.save(update_fields=["on_screen"])
    ring(dialogue)


@transaction.atomic
def reveal_finding(put: PutFinding, *, by: Person) -> None:
    """Show what people said of a finding, and keep it as it is now."""
    held = Dialogue.objects.select_for_update().get(pk=put.dialogue_id)
    finding = PutFinding.objects.select_related("dialogue").get(pk=put.pk)
    require(may_reveal_finding(by, finding))
    rows = Mark.objects.filter(put=finding).values_list(
        "seat__perspective", "word", "show_perspective"
    )
    marks = [Marked(*row) for row in rows]
    shown = tally(marks)
    apart = [block["of"][0] for block in shown["blocks"] if len(block["of"]) == 1]
    said = _said(held.contributions.filter(put=finding))
    finding.shown = shown | labels(_people(held), said, apart if marks else None)
    finding.revealed_at = timezone.now()
    finding.save(update_fields=["shown", "revealed_at"])
    _keep_marks(finding)
    ring(held)


@transaction.atomic
def reveal_question(dialogue: Dialogue, kind: str, *, by: Person) -> None:
    """Show what is missing, or what can be done; what is added later can be read at once."""
    held = Dialogue.objects.select_for_update().get(pk=dialogue.pk)
    require(may_reveal_question(by, held, kind))
    _open(held, kind)
    held.save(update_fields=["opened"])
    ring(held)


@transaction.atomic
def gather(dialogue: Dialogue, *, by: Person) -> None:
    """It is over: reveal what is left, also of a map that people weighed; take the code away, and cut what ties words to a place."""
    held = Dialogue.objects.select_for_update().get(pk=dialogue.pk)
    require(may_gather(by, held))
    for put in held.put.filter(revealed_at=None).select_related("dialogue"):
        if may_reveal_finding(by, put):
            reveal_finding(put, by=by)
    for kind in Contribution.Kind.values:
        if kind != Contribution.Kind.FINDING and kind not in held.opened:
            _open(held, kind)
    weighing.reveal(held.reference)
    held.state, held.code = Dialogue.State.GATHERED, ""
    _keep_who_was_there(held)
    held.save(update_fields=["state", "code", "opened", "present", "people"])
    held.contributions.update(seat=None)
    held.helpers.filter(ended_on=None).update(ended_on=timezone.localdate())
    ring(held)


@transaction.atomic
def close(dialogue: Dialogue, *, by: Person) -> None:
    """Close it. The places in the room go; what was said stays."""
    held = Dialogue.objects.select_for_update().get(pk=dialogue.pk)
    require(may_close(by, held))
    held.state = Dialogue.State.CLOSED
    held.save(update_fields=["state"])
    held.seats.all().delete()
    ring(held)


def _keep_who_was_there(dialogue: Dialogue) -> None:
    """From the places, unless who leads said so; of a perspective of few no number."""
    places = _at_places(dialogue)
    if places and dialogue.people is None:
        dialogue.people = places.total()
    if not dialogue.present:
        dialogue.present = [
            {"perspective": name, "number": places[name] if places[name] >= SMALLEST else None}
            for name in Perspective.values
            if places[name]
        ]


def _at_places(dialogue: Dialogue) -> Counter[str]:
    """How many people said something from where: no place that said nothing counts.

    A card may be of somebody with a phone, so the two are not added up: the larger one counts.
    """
    said = Exists(Mark.objects.filter(seat=OuterRef("pk")))
    wrote = Exists(Contribution.objects.filter(seat=OuterRef("pk")))
    places = list(dialogue.seats.filter(said | wrote).values_list("perspective", "key_digest"))
    paper = Counter(name for name, key in places if key.startswith(PAPER))
    phones = Counter(name for name, key in places if not key.startswith(PAPER))
    return phones | paper


def _open(dialogue: Dialogue, kind: str) -> None:
    said = _said(dialogue.contributions.filter(kind=kind, put=None))
    dialogue.opened = {**dialogue.opened, kind: labels(_people(dialogue), said)}


def _said(contributions: Any) -> list[tuple[str, bool]]:
    found = contributions.counting().exclude(perspective="")
    return list(found.values_list("perspective", "show_perspective"))


def _people(dialogue: Dialogue) -> dict[str, int]:
    """How many look from where: those with a phone, or more when who leads counted more."""
    people = _at_places(dialogue)
    for one in dialogue.present:
        name, number = one.get("perspective"), one.get("number")
        if name and number:
            people[name] = max(people[name], number)
    return dict(people)


def _keep_marks(finding: PutFinding) -> None:
    """Note with each reason what its writer marked, for after the tie to the place is cut."""
    marks = dict(finding.marks.values_list("seat", "word"))
    rows = list(finding.contributions.filter(seat__in=marks).only("pk", "seat", "mark"))
    for one in rows:
        one.mark = marks[one.seat_id] if one.seat_id else ""
    Contribution.objects.bulk_update(rows, ["mark"])


def next_number(dialogue: Dialogue) -> int:
    """The next number of a contribution; two who ask at once wait for each other."""
    Dialogue.objects.filter(pk=dialogue.pk).update(last_number=F("last_number") + 1)
    return Dialogue.objects.values_list("last_number", flat=True).get(pk=dialogue.pk)
