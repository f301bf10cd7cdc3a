"""May this person change maps and findings here? The answer carries the sentence a page shows."""

from django.utils.translation import gettext_lazy as _

from hartlijn.factors.models import FactorMap, Finding, Viewer, organisations_kept_by
from hartlijn.lib.verdict import YES, Verdict, no
from hartlijn.people.models import Organisation


def may_keep(person: Viewer, organisation: Organisation) -> Verdict:
    """Researchers and coordinators of the organisation."""
    if organisations_kept_by(person).filter(pk=organisation.pk).exists():
        return YES
    return no(
        _("Alleen een onderzoeker of coördinator van deze organisatie past kaarten en bevindingen aan.")
    )  # fmt: skip


def may_change(person: Viewer, thing: FactorMap | Finding) -> Verdict:
    """Who keeps the maps and findings of the organisation it belongs to."""
    return may_keep(person, thing.organisation)
