"""Invite people by letter: each link opens one place, once; nobody is told who came."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues import letters
from hartlijn.dialogues.access import may_lead
from hartlijn.dialogues.actions import room
from hartlijn.dialogues.actions.checking import link_token
from hartlijn.dialogues.lead_access import may_invite, may_read_draft
from hartlijn.dialogues.models import Dialogue, Invited, UsedLinks
from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import Refused, require
from hartlijn.people.mail_server import NO_MAIL_SERVER
from hartlijn.people.models import Person
from hartlijn.people.models.invitation import digest

MOST: Final = 600
REMIND_BEFORE: Final = timedelta(days=4)
"""Before the last day."""


def invite(dialogue: Dialogue, addresses: Iterable[str], *, by: Person) -> int:
    """Send each address a link of its own; who was invited already gets none. How many went.

    When the mail server does not answer, what did not go is not kept, and can be sent again.
    """
    made = _rows(dialogue, addresses, by)
    sent = 0
    for row, token in made:
        if not _posted(letters.invitation(dialogue, row.email, token, again=False)):
            for unsent, _token in made[sent:]:
                unsent.delete()
            break
        sent += 1
    return sent


@transaction.atomic
def _rows(dialogue: Dialogue, addresses: Iterable[str], by: Person) -> list[tuple[Invited, str]]:
    held = Dialogue.objects.select_for_update().get(pk=dialogue.pk)
    require(may_invite(by, held))
    there = {one.lower() for one in held.invited.values_list("email", flat=True)}
    fresh = [one for one in dict.fromkeys(map(str.lower, addresses)) if one not in there]
    if held.invited.count() + len(fresh) > MOST:
        raise Refused(_("Meer dan zeshonderd mensen passen niet in een dialoog."))
    return [_row(held, one) for one in fresh]


def _row(dialogue: Dialogue, email: str) -> tuple[Invited, str]:
    """A row with its link: the same one whenever this address is written to."""
    token = _keyed("link", dialogue, email)
    row = Invited.objects.create(dialogue=dialogue, email=email, token_digest=digest(token))
    return row, token


def _keyed(what: str, dialogue: Dialogue, email: str) -> str:
    """A digest of an address, of this dialogue alone; without the key of this house it says nothing."""
    said = f"{what} {dialogue.pk} {email.lower()}"
    return salted_hmac("hartlijn.dialogues.invited", said, algorithm="sha256").hexdigest()


def invited_by(token: str) -> Invited | None:
    """Whose link this is; also one that was used."""
    found = Invited.objects.filter(token_digest=digest(token)).select_related("dialogue")
    return found.first()


def was_used(invited: Invited) -> bool:
    """Whether its link opened a place. For who holds the link, and for no page of who leads."""
    used = UsedLinks.objects.filter(dialogue=invited.dialogue_id).first()
    return used is not None and _mark(invited) in used.marks


def _mark(invited: Invited) -> str:
    return _keyed("came", invited.dialogue, invited.email)


@transaction.atomic
def come_in(invited: Invited, perspective: str) -> str:
    """Take the place; its key. Nothing beside the address says that it was used."""
    held = UsedLinks.objects.select_for_update()
    used, _made = held.get_or_create(dialogue_id=invited.dialogue_id)
    row = Invited.objects.select_related("dialogue").filter(pk=invited.pk).first()
    if row is None or _mark(row) in used.marks:
        raise Refused(_("Met deze link kwam al iemand binnen. Ga verder op dat toestel."))
    key = room.join(row.dialogue, perspective)
    used.marks = sorted([*used.marks, _mark(row)])  # so that nothing says who came after whom
    used.save(update_fields=["marks"])
    return key


@transaction.atomic
def take_back(invited: Invited, *, by: Person) -> None:
    """The link works no longer, and the address goes."""
    require(may_lead(by, invited.dialogue))
    Invited.objects.filter(pk=invited.pk).delete()


def send_draft(dialogue: Dialogue, addresses: Iterable[str], *, by: Person) -> int:
    """The link to the draft to each address; none of them is kept. How many went."""
    require(may_lead(by, dialogue))
    require(may_read_draft(dialogue, civil_day()))
    token, sent = link_token(dialogue), 0
    for one in dict.fromkeys(map(str.lower, addresses)):
        if not _posted(letters.draft(dialogue, one, token)):
            break
        sent += 1
    return sent


def remind(today: date) -> int:
    """Once, four days before the end, whoever did not come gets the link again.

    That it was their turn is noted with everybody: an empty day would tell who came before it.
    """
    due = Invited.objects.filter(
        dialogue__state=Dialogue.State.OPEN,
        dialogue__open_until__gte=today,
        dialogue__open_until__lte=today + REMIND_BEFORE,
        reminded_on=None,
        sent_on__lt=today,
    )
    sent = 0
    for row in due.select_related("dialogue"):
        token = _keyed("link", row.dialogue, row.email)
        marked = Invited.objects.filter(pk=row.pk, reminded_on=None)
        if not marked.update(reminded_on=today, token_digest=digest(token)) or was_used(row):
            continue
        sent += _posted(letters.invitation(row.dialogue, row.email, token, again=True))
    return sent


def forget(today: date) -> None:
    """Nobody can come any more: the addresses go, and which links were used."""
    over = Dialogue.objects.exclude(state=Dialogue.State.OPEN).values("pk")
    late = Dialogue.objects.filter(open_until__lt=today).values("pk")
    for table in (Invited, UsedLinks):
        table.objects.filter(dialogue__in=over).delete()
        table.objects.filter(dialogue__in=late).delete()


def _posted(letter: EmailMessage) -> bool:
    try:
        letter.send(fail_silently=False)
    except NO_MAIL_SERVER:
        return False
    return True
