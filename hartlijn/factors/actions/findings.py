"""Write down a finding, its next version, and show it to everybody or not."""

from collections.abc import Iterable

from django.db import transaction

from hartlijn.factors.access import may_change, may_keep
from hartlijn.factors.actions.meanwhile import ChangedMeanwhile
from hartlijn.factors.models import ChangedBy, FactorMap, Finding, FindingVersion
from hartlijn.factors.models.factor_map import LONGEST_REASON, LONGEST_REFERENCE
from hartlijn.factors.models.finding import LONGEST_SOURCE, LONGEST_TEXT
from hartlijn.factors.occasions import DIALOGUE
from hartlijn.lib.verdict import require
from hartlijn.people.models import Organisation, Person


@transaction.atomic
def begin(  # noqa: PLR0913 - what a finding says
    organisation: Organisation,
    text: str,
    *,
    kind: str,
    source: str,
    because: str,
    by: Person,
    factors: Iterable[str] = (),
    map_: FactorMap | None = None,
    changed_by: str = ChangedBy.STUDY,
    reference: str = "",
) -> Finding:
    """A new finding with its first version."""
    require(may_keep(by, organisation))
    made: Finding = Finding.objects.create(organisation=organisation, map=map_, made_by=by)
    FindingVersion.objects.create(
        finding=made,
        number=1,
        text=text[:LONGEST_TEXT],
        kind=kind,
        source=source[:LONGEST_SOURCE],
        factors=list(factors),
        because=because[:LONGEST_REASON],
        changed_by=changed_by,
        reference=reference[:LONGEST_REFERENCE],
        made_by=by,
    )
    return made


@transaction.atomic
def next_version(  # noqa: PLR0913 - what a version says
    finding: Finding,
    text: str,
    *,
    because: str,
    reference: str = "",
    by: Person,
    changed_by: str = "",
    kind: str | None = None,
    source: str | None = None,
    factors: Iterable[str] | None = None,
    after: int | None = None,
) -> FindingVersion:
    """How it reads from now on, and what changed it; what is not said stays as it was.

    With ``after``, the number of the version that was seen, raises ChangedMeanwhile when another
    came since. A version with a dialogue as its reference is changed by that dialogue.
    """
    require(may_change(by, finding))
    newest = Finding.objects.select_for_update().get(pk=finding.pk).newest
    if after is not None and after != newest.number:
        raise ChangedMeanwhile
    from_dialogue = reference.startswith(DIALOGUE)
    written: FindingVersion = FindingVersion.objects.create(
        finding=finding,
        number=newest.number + 1,
        text=text[:LONGEST_TEXT],
        kind=newest.kind if kind is None else kind,
        source=(newest.source if source is None else source)[:LONGEST_SOURCE],
        factors=newest.factors if factors is None else list(factors),
        because=because[:LONGEST_REASON],
        changed_by=changed_by or (ChangedBy.DIALOGUE if from_dialogue else ChangedBy.EDITING),
        reference=reference[:LONGEST_REFERENCE],
        made_by=by,
    )
    return written


@transaction.atomic
def publish(finding: Finding, *, by: Person) -> None:
    """Let everybody read it with its history, also without an account."""
    _show(finding, is_public=True, by=by)


@transaction.atomic
def take_back(finding: Finding, *, by: Person) -> None:
    """Keep it inside the organisation again."""
    _show(finding, is_public=False, by=by)


def _show(finding: Finding, *, is_public: bool, by: Person) -> None:
    require(may_change(by, finding))
    Finding.objects.filter(pk=finding.pk).update(is_public=is_public)
    finding.is_public = is_public
