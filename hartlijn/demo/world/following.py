"""What followed the dialogue of spring: who took what up, remarks on its draft, and a signal."""

from datetime import date
from typing import Final

from hartlijn.demo.cast import identity
from hartlijn.demo.world.dialogues import EARLIER
from hartlijn.demo.world.draft import Draft
from hartlijn.demo.world.inhabitants import DELTA
from hartlijn.dialogues.models import Dialogue, Lead, LeadNotice, Remark
from hartlijn.signalling.models import Kind, Signal

ASKING: Final = "lead-asking"
SIGNAL: Final = (
    "Begeleiden van starters telt bij kleine teams nergens mee als werk. Daardoor begeleidt de "
    "leidinggevende vaak zelf, en dat maakt vragen stellen lastiger.\n\n"
    "We vragen of begeleiding in de afspraken over tarieven een eigen plek krijgt."
)
REMARKS: Final = (
    ("finding-2/marks", Remark.What.WRONG, "Aan onze tafel waren het er meer. Twee mensen kwamen later binnen.",
     Remark.Outcome.KEPT, "Het getal is dat van het onthullen. Wie later kwam, telt bij de bijdragen mee."),
    ("summary/practice", Remark.What.MISSING, "De avonden horen hier ook bij.", "", ""),
)  # fmt: skip


def follow(draft: Draft) -> None:
    """The draft of spring lies open still; two leads were taken up, one is asked."""
    dialogue = next(
        one for one in draft.rows[Dialogue] if one.pk == identity("dialogue", EARLIER, "dialogue")
    )
    dialogue.state = Dialogue.State.CHECKED
    dialogue.check_until = draft.days_ago(-9)
    leads = [one for one in draft.rows[Lead] if one.dialogue_id == dialogue.pk]
    _take_up(draft, leads)
    for number, (key, what, text, outcome, answer) in enumerate(REMARKS):
        draft.add(
            Remark(
                pk=identity("remark", number),
                dialogue=dialogue,
                key=key,
                what=what,
                text=text,
                outcome=outcome,
                answer=answer,
                token=identity("remark", number),
            )
        )
    left = draft.days_ago(30)
    _signal(draft, dialogue, left)


def _take_up(draft: Draft, leads: list[Lead]) -> None:
    """The school did what it promised, the employer is late, and Joost is asked for the next."""
    school, asked, work, _refused = leads
    school.state, school.owner, school.owner_name = (
        Lead.State.DONE,
        draft.people["lotte"],
        "Lotte Visser",
    )
    school.owner_organisation = draft.organisations[DELTA.key]
    school.what_changed = "In jaar vier staan nu twee oefenlessen met begeleiders uit de praktijk."
    school.due_on = draft.days_ago(25)
    school.changed_by, school.changed_on = "Lotte Visser", draft.days_ago(40)
    work.due_on = draft.days_ago(12)
    asked.owner, asked.owner_name = draft.people["joost"], "Joost Bakker"
    asked.due_on = draft.days_ago(-60)
    draft.add(
        LeadNotice(
            pk=identity("notice of a lead", "joost"),
            lead=asked,
            person=draft.people["joost"],
            kind=LeadNotice.Kind.ASKED,
        )
    )


def _signal(draft: Draft, dialogue: Dialogue, left: date) -> None:
    draft.add(
        Signal(
            pk=identity("signal", "dialogue"),
            organisation=dialogue.organisation,
            to_kind=Kind.MINISTRY,
            to_name="Ministerie van VWS, directie Jeugd",
            to_address="jeugd@ministerie.example",
            text=SIGNAL,
            answer_by=draft.days_ago(2),
            started_by=draft.people["rosa"],
            reference=dialogue.reference,
            left_on=left,
            posted_on=left,
        )
    )
