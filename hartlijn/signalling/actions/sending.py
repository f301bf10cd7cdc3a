"""Let a signal leave: its letter goes to whom must answer, and who sent it can send it again."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import require
from hartlijn.people.mail_server import NO_MAIL_SERVER
from hartlijn.people.models import Organisation, Person
from hartlijn.people.models.invitation import digest, new_token
from hartlijn.signalling.access import may_send_again
from hartlijn.signalling.letters import letter
from hartlijn.signalling.models import LINK_STAYS, Kind, Signal


@dataclass(frozen=True)
class To:
    """Whom a signal is for: a role by name, and where its letters arrive."""

    name: str
    address: str
    kind: str = Kind.OTHER
    language: str = Person.Language.NL


@transaction.atomic
def send_from(  # noqa: PLR0913 - a signal has this many sides
    reference: str,
    text: str,
    *,
    to: To,
    answer_by: date,
    organisation: Organisation,
    by: Person,
) -> Signal:
    """Send what something else gathered, such as ``dialogue:<uuid>``: it leaves at once.

    Whether ``by`` may is asked by the floor above, which knows what the reference means. The same
    text to the same address is sent once.
    """
    Person.objects.select_for_update(no_key=True).get(pk=by.pk)  # of a double click, one waits
    same = Signal.objects.of(reference).filter(text=text, to_name=to.name).first()
    if same:
        return same
    signal = Signal(
        organisation=organisation,
        to_kind=to.kind,
        to_name=to.name,
        to_address=to.address,
        language=to.language,
        text=text,
        answer_by=answer_by,
        started_by=by,
        reference=reference,
    )
    leave(signal, civil_day())
    return signal


def leave(signal: Signal, today: date) -> None:
    """From now on it is on its way; its letter is posted within a minute, behind the page."""
    signal.left_on = today
    signal.save()


@transaction.atomic
def send_again(signal: Signal, *, by: Person) -> Signal:
    """Post the letter once more, with a fresh link; the earlier link stops working."""
    del by  # whoever can see a signal that left, sent it
    signal = Signal.objects.select_for_update(of=("self",)).get(pk=signal.pk)
    require(may_send_again(signal, timezone.now()))
    signal.posted_on = signal.posting_since = None
    signal.save(update_fields=["posted_on", "posting_since"])
    return signal


def post(now: datetime) -> int:
    """Post what left and has no letter yet; answers how many went.

    Each is marked before it is tried. When the server does not take it, the mark goes and the next
    round tries again; after a crash in between nobody knows, and it is not repeated by itself.
    """
    waiting = Signal.objects.left().filter(posted_on=None, posting_since=None, answered_on=None)
    return sum(_post(pk, now) for pk in waiting.values_list("pk", flat=True))


def _post(pk: UUID, now: datetime) -> bool:
    marked = _mark(pk, now)
    if marked is None:
        return False
    signal, token = marked
    try:
        letter(signal, token).send(fail_silently=False)
    except NO_MAIL_SERVER:
        Signal.objects.filter(pk=pk, posting_since=now).update(posting_since=None)
        return False
    today = civil_day()
    Signal.objects.filter(pk=pk, posting_since=now).update(posting_since=None, posted_on=today)
    return True


@transaction.atomic
def _mark(pk: UUID, now: datetime) -> tuple[Signal, str] | None:
    """Give it a fresh link; None when somebody else is at it, or it was answered meanwhile."""
    found = Signal.objects.select_for_update(of=("self",)).select_related("organisation")
    waits = found.filter(pk=pk, posted_on=None, posting_since=None, answered_on=None)
    signal = waits.exclude(to_address="").first()
    if signal is None:
        return None
    token = new_token()
    signal.key_digest = digest(token)
    signal.key_until = max(signal.answer_by, civil_day()) + LINK_STAYS
    signal.posting_since = now
    signal.save(update_fields=["key_digest", "key_until", "posting_since"])
    return signal, token
