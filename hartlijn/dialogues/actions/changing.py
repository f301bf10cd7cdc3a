"""What a dialogue changes: the next version of a finding, and who may read about it."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from hartlijn.dialogues.access import may_lead
from hartlijn.dialogues.models import Dialogue, PutFinding
from hartlijn.factors.actions import findings
from hartlijn.factors.models import FindingVersion
from hartlijn.lib.verdict import Refused, require
from hartlijn.people.models import Person


@transaction.atomic
def next_version(put: PutFinding, *, text: str, because: str, by: Person) -> FindingVersion:
    """The finding from now on, with this dialogue as its reason.

    One that was only pasted here becomes a kept finding first, as it lay before people.
    """
    require(may_lead(by, put.dialogue))
    if put.revealed_at is None:
        raise Refused(_("Onthul deze bevinding eerst."))
    if put.version is None:
        kept = findings.begin(
            put.dialogue.organisation,
            put.text,
            kind=put.kind,
            source=put.source or put.dialogue.title,
            because=_because(put),
            by=by,
        )
        put.version = kept.newest
        put.save(update_fields=["version"])
    return findings.next_version(
        put.version.finding, text, because=because, reference=put.dialogue.reference, by=by
    )


@transaction.atomic
def publish(dialogue: Dialogue, *, is_public: bool, by: Person) -> None:
    """Let everybody read what changed, or the organisation alone."""
    require(may_lead(by, dialogue))
    dialogue.is_public = is_public
    dialogue.save(update_fields=["is_public"])


def _because(put: PutFinding) -> str:
    """It stays, so it is in the language of the dialogue, whoever reads the page now."""
    with override(put.dialogue.language):
        return str(_("Voorgelegd in de dialoog “%s”.") % put.dialogue.title)
