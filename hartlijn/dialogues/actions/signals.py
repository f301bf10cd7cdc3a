"""Send a signal upwards after a dialogue."""

from datetime import date

from django.db import transaction

from hartlijn.dialogues.lead_access import may_send_signal
from hartlijn.dialogues.models import Dialogue
from hartlijn.lib.verdict import require
from hartlijn.people.models import Person
from hartlijn.signalling.actions import send_from
from hartlijn.signalling.actions.sending import To
from hartlijn.signalling.models import Signal


@transaction.atomic
def send(dialogue: Dialogue, text: str, *, to: To, answer_by: date, by: Person) -> Signal:
    """In the name of the dialogue; participants read it where they read the draft."""
    require(may_send_signal(by, dialogue))
    return send_from(
        dialogue.reference,
        text,
        to=to,
        answer_by=answer_by,
        organisation=dialogue.organisation,
        by=by,
    )
