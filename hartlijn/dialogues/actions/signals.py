"""Send a signal upwards after a dialogue."""

from datetime import date
from typing import Final

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues.lead_access import may_send_signal
from hartlijn.dialogues.models import Dialogue
from hartlijn.lib.verdict import Refused, require
from hartlijn.people.models import Person
from hartlijn.signalling.actions import send_from
from hartlijn.signalling.actions.sending import To
from hartlijn.signalling.models import Signal

MOST: Final = 10


@transaction.atomic
def send(dialogue: Dialogue, text: str, *, to: To, answer_by: date, by: Person) -> Signal:
    """In the name of the dialogue; participants read it where they read the draft."""
    require(may_send_signal(by, dialogue))
    if Signal.objects.of(dialogue.reference).count() >= MOST:
        raise Refused(_("Uit deze dialoog gingen al tien signalen naar boven. Meer leest niemand."))
    return send_from(
        dialogue.reference,
        text,
        to=to,
        answer_by=answer_by,
        organisation=dialogue.organisation,
        by=by,
    )
