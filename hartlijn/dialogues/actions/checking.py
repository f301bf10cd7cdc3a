"""Whoever was there reads the draft along: they say what is wrong or missing, and get an answer."""

from datetime import date, timedelta
from typing import Final
from uuid import UUID

from django.core import signing
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues.access import may_lead
from hartlijn.dialogues.lead_access import may_lay_open, may_read_draft
from hartlijn.dialogues.models import Dialogue, Remark
from hartlijn.dialogues.ringing import ring
from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import Refused, require
from hartlijn.people.models import Person

SALT: Final = "hartlijn.dialogues.draft"
TWO_WEEKS: Final = timedelta(days=14)
MOST: Final = 500
AFTERWARDS: Final = timedelta(days=60)


def link_token(dialogue: Dialogue) -> str:
    """For everybody who was there the same; it works as long as the draft is read along."""
    return signing.dumps(str(dialogue.pk), salt=SALT)


def dialogue_of(token: str) -> Dialogue | None:
    """Which draft a link opens; its answers can be read for two months more."""
    try:
        pk = UUID(signing.loads(token, salt=SALT))
    except (signing.BadSignature, ValueError, TypeError):
        return None
    states = (Dialogue.State.CHECKED, Dialogue.State.CLOSED)
    since = civil_day() - AFTERWARDS
    found: Dialogue | None = Dialogue.objects.filter(
        pk=pk, state__in=states, check_until__gte=since
    ).first()
    return found


@transaction.atomic
def lay_open(dialogue: Dialogue, until: date, *, by: Person) -> Dialogue:
    """Let whoever was there read along, up to and including a day."""
    held = Dialogue.objects.select_for_update().get(pk=dialogue.pk)
    require(may_lay_open(by, held))
    held.state, held.check_until = Dialogue.State.CHECKED, until
    held.save(update_fields=["state", "check_until"])
    ring(held)  # a phone that stayed open shows where to read it
    return held


@transaction.atomic
def remark(dialogue: Dialogue, *, key: str, what: str, text: str, token: UUID) -> None:
    """Say what is wrong or missing; without a name. Sent twice it is kept once."""
    held = Dialogue.objects.select_for_update().get(pk=dialogue.pk)
    require(may_read_draft(held, civil_day()))
    if held.remarks.count() >= MOST:
        raise Refused(_("Er kwamen al vijfhonderd opmerkingen. Geef je opmerking aan wie leidt."))
    try:
        with transaction.atomic():
            Remark.objects.create(dialogue=held, key=key, what=what, text=text, token=token)
    except IntegrityError:
        return


@transaction.atomic
def answer(remark: Remark, outcome: str, words: str, *, by: Person) -> None:
    """What changed, or why it stays; whoever reads along reads it too."""
    require(may_lead(by, remark.dialogue))
    remark.outcome, remark.answer = outcome, words
    remark.save(update_fields=["outcome", "answer"])


@transaction.atomic
def close_past(today: date) -> None:
    """What was read along until yesterday is closed, and the places of the room go."""
    past = Dialogue.objects.select_for_update().filter(
        state=Dialogue.State.CHECKED, check_until__lt=today
    )
    for one in past:
        one.state = Dialogue.State.CLOSED
        one.save(update_fields=["state"])
        one.seats.all().delete()
